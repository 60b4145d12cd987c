// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help at the desk, from the press to the record: the board, its keys, what is to be said to 120, and who is told.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { textsBelow } from '../support/contrast.js';
import { ask, newKiosk } from '../support/account.js';
import { DeskPage } from '../support/desk_page.js';
import { CHEN, JI } from '../support/residents.js';

let desk, kiosk, ji, chen;
before(async () => {
  desk = await new DeskPage().start();
  kiosk = await newKiosk(desk.server.url, desk.admin, 'alarms-kiosk');
  ji = await desk.residentNamed(JI.name);
  chen = await desk.residentNamed(CHEN.name);
});
after(() => desk.close());

async function press(resident_id = ji.id) {
  const help_id = randomUUID();
  const body = { id: randomUUID(), kind: 'help.raise', made_at: Date.now(), body: { help_id, resident_id } };
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  const answer = await ask(desk.server.url, { method: 'POST', path: '/api/v1/messages', body, headers });
  assert.equal(answer.status, 200, answer.text);
  return help_id;
}
const recordOf = (id) => desk.get(`/api/v1/help/${id}`);
const kinds = async (id) => (await recordOf(id)).steps.map(({ kind }) => kind);
const band = () => desk.page.locator('body > .help .call');
// Wherever it stands: over a dialog it is in the dialog.
const noBand = () => desk.page.waitForFunction(() => !document.querySelector('.help .call'));
async function close(ending) {
  await band().getByRole('button', { name: '已处理完' }).click();
  await desk.page.locator(`dialog form input[value=${ending}]`).check();
  await desk.page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await noBand();
}
async function goodContrast() {
  const { count, faults } = await desk.page.evaluate(textsBelow, 4.5);
  assert.ok(count > 5);
  assert.deepEqual(faults, []);
}

test('each key of the band is a step, and so is that the page shows it', async () => {
  const id = await press();
  await band().getByRole('button', { name: '我来处理' }).click();
  await band().getByRole('button', { name: '正在赶去' }).click();
  await band().getByRole('button', { name: '已到现场' }).click();
  await band().getByText('已到现场').first().waitFor();
  await goodContrast();
  await close('ambulance');
  const { steps, intact, help } = await recordOf(id);
  assert.deepEqual(
    steps.map(({ kind, way }) => [kind, way].join(' ').trim()),
    ['pressed', 'received server', 'received desk', 'taken desk', 'coming desk', 'there desk', 'closed desk'],
  );
  assert.ok(intact);
  assert.equal(help.ending, 'ambulance');
});

test('the record stands on the board with its steps, and leaves it as CAP and as a table', async () => {
  await desk.go('alarms');
  const row = desk.page.locator('table tr', { hasText: JI.name });
  await row.getByText('服务器收到').waitFor();
  await row.getByText('120 已接手').waitFor();
  await goodContrast();
  const cap = await desk.admin.ask({ path: await row.getByText('CAP').getAttribute('href') });
  assert.equal(cap.status, 200);
  assert.match(cap.text, /<msgType>Cancel<\/msgType>/);
  const table = await desk.admin.ask({ path: await desk.page.getByText('导出表格').getAttribute('href') });
  assert.equal(table.text.split('\r\n').length - 2, 7); // a line a step, behind the names
});

test('the service levels have the list behind them', async () => {
  await desk.go('kiosks');
  await desk.go('alarms');
  const level = desk.page.locator('.service-level', { hasText: '60 秒' });
  await level.getByText('100.0%').waitFor();
  await level.click();
  await desk.page.getByText('只列出超过 60 秒').waitFor();
  await desk.page.getByText('这些天没有人求助').waitFor();
  await level.click();
  await desk.page.locator('table tr', { hasText: JI.name }).waitFor();
});

test('what is to be said to 120 is written in the file and stands beside the call', async () => {
  await desk.go('residents');
  await desk.key(`${JI.name} 的档案`).click();
  await desk.key('急救信息').click();
  const form = desk.page.locator('dialog', { hasText: '出生年份' }).last();
  await form.locator('[name=illness]').fill('高血压');
  await form.locator('[name=door_code]').fill('2580#');
  await form.locator('[name=born_year]').fill('1941');
  await form.getByRole('button', { name: '保存' }).click();
  await desk.notice('已保存');
  await desk.key('取消').click();
  await press();
  await band().getByRole('button', { name: '详情' }).click();
  const card = desk.page.locator('dialog .say-to-120');
  for (const words of ['高血压', '2580#', JI.name]) await card.getByText(words).first().waitFor();
  await goodContrast();
  await desk.key('关闭').click();
  await band().getByRole('button', { name: '我来处理' }).click();
  await close('mistake');
});

test('many at once are grouped, the oldest first', async () => {
  const others = [];
  for (let n = 0; n < 6; n++) others.push(await newKiosk(desk.server.url, desk.admin, `crowd-${n}`));
  for (const { token } of others) {
    const body = { id: randomUUID(), kind: 'help.raise', made_at: Date.now() };
    const help = { help_id: randomUUID(), resident_id: '' };
    const headers = { Authorization: `Bearer ${token}` };
    const wish = { method: 'POST', path: '/api/v1/messages', body: { ...body, body: help }, headers };
    assert.equal((await ask(desk.server.url, wish)).status, 200);
  }
  await band().getByText('还有 3 个求助').waitFor();
  assert.equal(await band().count(), 4);
  await desk.go('alarms');
  await desk.page.waitForFunction(() => document.querySelectorAll('main .call').length === 6);
  const { help } = await desk.get('/api/v1/help');
  for (const { help_id } of help)
    await desk.admin.ask({ method: 'POST', path: `/api/v1/help/${help_id}/close`, body: { ending: 'other' } });
  await noBand();
});

test('a practice is marked as one in the band, on its sheet and on the board', async () => {
  await desk.go('alarms');
  await desk.key('演练').click();
  await desk.page.locator('dialog').getByRole('button', { name: 'alarms-kiosk' }).click();
  await band().getByText('演练', { exact: true }).waitFor();
  await band().getByRole('button', { name: '详情' }).click();
  await desk.page.getByText('这是一次演练').waitFor();
  await goodContrast();
  await desk.key('关闭').click();
  await band().getByRole('button', { name: '我来处理' }).click();
  await close('other');
  await desk.page.locator('table tr.drill').getByText('演练').first().waitFor();
});

test('the rules are written at the desk, and the next call goes by them', async () => {
  await desk.go('help_rules');
  await desk.page.getByText('还没有写过').waitFor();
  await goodContrast();
  const rules = desk.page.locator('form', { hasText: '从按下求助键算起' });
  await desk.key('加一条').first().click();
  const added = desk.page.locator('form').first().locator('.rule').last();
  await added.locator('[name=after]').fill('0');
  await added.locator('[name=name]').fill('网格员老李');
  await added.locator('[name=address]').fill('13800000000');
  await desk.page.locator('form').first().getByRole('button', { name: '保存' }).click();
  await desk.notice('已保存');
  await desk.go('kiosks');
  await desk.go('help_rules');
  await rules.first().waitFor();
  const id = await press(chen.id);
  await band().getByText(CHEN.name).waitFor();
  // There is no way out in this server, and nothing says that he was told.
  assert.deepEqual((await kinds(id)).slice(0, 4), ['pressed', 'received', 'telling', 'failed']);
  await band().getByRole('button', { name: '我来处理' }).click();
  await close('helped');
});

test('the page broke none of its own rules on the way', () => assert.deepEqual(desk.complaints, []));
