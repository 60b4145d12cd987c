// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a family may call, their personal links, and when they are answered by themselves: kept at the desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { DeskPage } from '../support/desk_page.js';
import { openPhone } from '../support/phone.js';
import { JI } from '../support/residents.js';

let desk, ji;
before(async () => {
  desk = await new DeskPage().start();
  ji = await desk.residentNamed(JI.name);
  await desk.go('residents');
  await openFile();
});
after(() => desk.close());

const openFile = async () => {
  await desk.key(`${JI.name} 的档案`).click();
  await desk.page.waitForSelector('.member');
};
const members = async () => (await desk.get(`/api/v1/family/members?resident_id=${ji.id}`)).members;
const memberNamed = async (name) => (await members()).find((one) => one.name === name);
const row = (name) => desk.page.locator('.member', { hasText: name });
const top = () => desk.page.locator('dialog').last();
const opens = async (address) => {
  const phone = await openPhone(desk.processes);
  const page = await phone.open(address);
  await page.waitForSelector('.card h1, .welcome form');
  return page;
};

test('a member of the family is added with what they are to the resident', async () => {
  await desk.key('添加家人').click();
  await top().locator('input[name=name]').fill('张小宝');
  await top().locator('input[name=relation]').fill('重孙');
  await top().locator('input[name=auto_answer]').check();
  await top().getByRole('button', { name: '保存' }).click();
  await row('张小宝').getByText('自动接听').waitFor();
  const kept = await memberNamed('张小宝');
  assert.equal(kept.relation, '重孙');
  assert.equal(kept.auto_answer, true);
});

let address;
test('a personal link is shown as a code and an address, and opens the family page', async () => {
  await row('张小宝').getByRole('button', { name: '家人链接' }).click();
  await top().getByRole('button', { name: '做一个链接' }).click();
  const code = top().locator('.link-sheet img');
  await code.waitFor();
  assert.ok(await code.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), 'the code is a picture');
  address = await top().locator('.address').textContent();
  await top().getByRole('button', { name: '好' }).click();
  const page = await opens(address);
  assert.equal(await page.textContent('.card h1'), JI.name);
  await page.getByText('张小宝，您好').waitFor();
  assert.ok(!page.url().includes('#'), 'the token has left the address');
});

test('a link that is made anew ends the one before', async () => {
  await row('张小宝').getByRole('button', { name: '家人链接' }).click();
  await top().getByRole('button', { name: '换一个新链接' }).click();
  await top().locator('.link-sheet img').waitFor();
  const renewed = await top().locator('.address').textContent();
  await top().getByRole('button', { name: '好' }).click();
  const old = await opens(address);
  await old.getByText('这个链接已经停用').waitFor();
  await old.fill('input[name=link]', renewed);
  await old.getByRole('button', { name: '打开' }).click();
  await old.waitForSelector('.card h1');
  address = renewed;
});

test('a link is ended: the page that is open notices', async () => {
  const page = await opens(address);
  await row('张小宝').getByRole('button', { name: '家人链接' }).click();
  await top().getByRole('button', { name: '停用链接' }).click();
  await row('张小宝').getByText('还没有链接').waitFor();
  await page.getByText('这个链接已经停用').waitFor();
});

test('the hours of answering by itself are kept, and must end after they begin', async () => {
  await desk.page.getByLabel('有的家人打来时自动接听').check();
  await desk.page.fill('input[name=answer_from]', '20:00');
  await desk.page.fill('input[name=answer_to]', '08:30');
  await desk.key('保存').click();
  assert.equal(await desk.page.locator('input[name=answer_to]').evaluate((field) => field.checkValidity()), false);
  await desk.page.fill('input[name=answer_from]', '08:30');
  await desk.page.fill('input[name=answer_to]', '20:00');
  await desk.key('保存').click();
  await desk.notice('已保存');
  const { auto_answer_from, auto_answer_to } = await desk.residentNamed(JI.name);
  assert.deepEqual([auto_answer_from, auto_answer_to], [510, 1200]);
});

test('hours that the elder chooses while their file is open stay when it is saved', async () => {
  await openFile();
  const body = { id: uuid7(Date.now()), kind: 'answer_hours.set', made_at: Date.now() };
  const answer = await desk.admin.ask({
    method: 'POST',
    path: '/api/v1/messages',
    body: { ...body, body: { resident_id: ji.id, from: -1, to: -1 } },
  });
  assert.equal(answer.status, 200);
  await desk.page.fill('input[name=phone]', '0571-8800');
  await desk.key('保存').click();
  await desk.page.waitForSelector('dialog', { state: 'detached' });
  const { phone, auto_answer_from } = await desk.residentNamed(JI.name);
  assert.deepEqual([phone, auto_answer_from], ['0571-8800', -1]);
});

test('a member is deleted after asking', async () => {
  await openFile();
  await row('张小宝').getByRole('button', { name: '修改' }).click();
  await top().getByRole('button', { name: '删除家人' }).click();
  await top().getByRole('button', { name: '删除', exact: true }).click();
  await row('张小宝').waitFor({ state: 'detached' });
  assert.equal(await memberNamed('张小宝'), undefined);
});

test('the page broke none of its own rules on the way', () => assert.deepEqual(desk.complaints, []));
