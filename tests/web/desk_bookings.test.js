// SPDX-License-Identifier: GPL-3.0-or-later
// Visits and services at the desk, in Chromium against a real server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { dateAt } from '../../src/web/shared/days.js';
import { addHelper, askFor, bookingNow, servicesOf, takeStep } from '../support/bookings.js';
import { textsBelow } from '../support/contrast.js';
import { DeskPage } from '../support/desk_page.js';
import { until } from '../support/wait.js';

let desk, bath, clean, resident, near, far;
before(async () => {
  desk = await new DeskPage().start();
  const services = await servicesOf(desk.admin);
  clean = services.find(({ code }) => code === 'clean');
  bath = services.find(({ code }) => code === 'bath');
  resident = await desk.residentNamed('陈国强');
  near = await addHelper(desk.admin, { name: '张师傅', services: [clean.id], buildings: ['1 幢'] });
  far = await addHelper(desk.admin, { name: '李师傅', services: [bath.id] });
});
after(() => desk.close());

const dayOf = ({ at }) => dateAt(at, 480);

test('a booking by telephone says who asked, waits with its age, and is arranged by who fits best', async () => {
  await desk.go('bookings');
  await desk.key('电话预约').click();
  const form = desk.page.locator('dialog');
  await form.locator('input[type=search]').fill('陈国强');
  await form.getByRole('button', { name: '陈国强' }).click();
  await form.locator('select[name=service]').selectOption({ label: '助洁' });
  await form.locator('input[name=asked_by]').fill('女儿 李芳');
  await form.locator('textarea[name=note]').fill('窗户也请擦一擦');
  await form.getByRole('button', { name: '预约', exact: true }).click();
  await form.waitFor({ state: 'detached' });

  const card = desk.page.locator('.wishes li', { hasText: '陈国强' });
  await card.getByText('女儿 李芳 代为预约').waitFor();
  assert.match(await card.innerText(), /刚刚提出|分钟前提出/);
  await card.getByRole('button', { name: '陈国强 的助洁' }).click();
  await desk.page.locator('dialog').getByRole('button', { name: '安排', exact: true }).click();
  const choices = desk.page.locator('dialog').last().locator('.suggestions .check');
  await choices.first().waitFor();
  assert.match(await choices.nth(0).innerText(), /张师傅\s*这个时间有空会做负责这一幢/);
  assert.match(await choices.nth(1).innerText(), /李师傅[^]*没有登记会做/);
  await desk.page.locator('dialog').last().getByRole('button', { name: '安排', exact: true }).click();
  await card.waitFor({ state: 'detached' });
  const all = (await desk.get(`/api/v1/bookings?from=${dayOf({ at: clean.free[0] })}&to=${dayOf({ at: clean.free[0] })}`)).bookings;
  const made = all.find((one) => one.resident_id === resident.id);
  assert.deepEqual([made.status, made.helper, made.asked_by], ['accepted', '张师傅', '女儿 李芳']);

  await desk.go(`bookings?date=${dayOf(made)}`);
  const row = desk.page.locator('.day-grid tr', { hasText: '张师傅' });
  await row.locator('.chip', { hasText: '陈国强' }).waitFor();
});

test('a helper’s time is given once: the second booking at it is refused, and nothing has changed', async () => {
  const other = await desk.residentNamed('沈秀英');
  const booking = await askFor(desk.admin, { resident: other, service: clean });
  const to = { to: 'accepted', helper_id: near.id };
  const answer = await desk.admin.ask({ method: 'POST', path: `/api/v1/bookings/${booking.id}/steps`, body: to });
  assert.deepEqual([answer.status, answer.json.error.code], [409, 'time_taken']);
  assert.deepEqual((await bookingNow(desk.admin, booking)).status, 'requested');
  const { helpers } = await desk.get(`/api/v1/bookings/${booking.id}/helpers`);
  assert.deepEqual(helpers.map(({ name, can, free }) => [name, can, free]), [
    ['张师傅', true, false],
    ['李师傅', false, true],
  ]);
});

test('a request is declined with a reason from the list, which the elder hears', async () => {
  await desk.go('bookings');
  await desk.page.locator('.wishes li', { hasText: '沈秀英' }).getByRole('button', { name: '沈秀英 的助洁' }).click();
  await desk.page.locator('dialog').getByRole('button', { name: '婉拒' }).click();
  const why = desk.page.locator('dialog').last();
  await why.locator('select[name=reason]').selectOption('no_helper');
  await why.getByRole('button', { name: '婉拒' }).click();
  await desk.page.locator('.wishes li', { hasText: '沈秀英' }).waitFor({ state: 'detached' });
  const day = dayOf({ at: clean.free[0] });
  const { bookings } = await desk.get(`/api/v1/bookings?from=${day}&to=${day}`);
  const declined = bookings.find(({ status }) => status === 'declined');
  assert.equal(declined.reason, 'no_helper');
  assert.ok(declined.decided_by);
});

test('a wish of a kiosk appears by itself, and the filters leave what is asked for', async () => {
  await desk.go('bookings');
  await askFor(desk.admin, { resident: await desk.residentNamed('马福生'), service: bath });
  const card = desk.page.locator('.wishes li', { hasText: '马福生' });
  await card.waitFor();
  await desk.page.getByLabel('服务项目').selectOption({ label: '助洁' });
  await card.waitFor({ state: 'detached' });
  await desk.page.getByLabel('服务项目').selectOption({ label: '助浴' });
  await card.waitFor();
});

test('who is late stands out by words', async () => {
  const booking = await askFor(desk.admin, { resident: await desk.residentNamed('𠮷玉兰'), service: bath, at: bath.free[1] });
  const past = Date.now() - 7 * 60000;
  const body = { to: 'accepted', helper_id: far.id, at: past };
  const answer = await desk.admin.ask({ method: 'POST', path: `/api/v1/bookings/${booking.id}/steps`, body });
  assert.equal(answer.status, 200, answer.text);
  await desk.go(`bookings?date=${dateAt(past, 480)}`);
  await desk.page.locator('.chip.late', { hasText: /晚了 [78] 分钟/ }).waitFor();
});

test('the overview counts what there was, each figure opens the bookings behind it, and all is a file', async () => {
  await desk.go('overview');
  const row = desk.page.locator('table.figures tr', { hasText: '助浴' });
  await row.getByRole('button', { name: /^助浴 · 预约/ }).click();
  await desk.page.locator('dialog tr', { hasText: '𠮷玉兰' }).waitFor();
  await desk.page.locator('dialog').getByRole('button', { name: '好' }).click();
  await desk.page.locator('.loads li', { hasText: '李师傅' }).waitFor();
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.key('导出表格').click()]);
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(text, /^\uFEFF"周","服务项目",/);
  assert.match(text, /"助浴","[12]"/); // the other bath may be tomorrow’s
});

test('who was not found at a visit is told over whatever view is open', async () => {
  const booking = await askFor(desk.admin, { resident: await desk.residentNamed('马福生'), service: bath, at: bath.free[2] });
  await takeStep(desk.admin, booking, { to: 'accepted', helper_id: far.id });
  await desk.go('residents');
  await takeStep(desk.admin, booking, { to: 'missed', reason: 'nobody_there' });
  const dialog = desk.page.locator('dialog', { hasText: '上门没有找到人' });
  await dialog.getByText('没有找到 马福生').waitFor();
  await dialog.getByRole('button', { name: '好' }).click();
});

test('a kind is changed for kiosks, and a holiday takes its times away', async () => {
  await desk.go('services');
  await desk.key('修改 助洁').click();
  const form = desk.page.locator('dialog');
  await form.locator('input[name=minutes]').fill('60');
  await form.locator('textarea[name=about]').fill('一个小时，上门打扫。');
  await form.getByRole('button', { name: '保存' }).click();
  await desk.page.locator('tr', { hasText: '一个小时，上门打扫。' }).waitFor();
  const one = async () => (await servicesOf(desk.admin)).find(({ id }) => id === clean.id);
  const before = await one();
  assert.equal(before.minutes, 60);

  const holiday = dayOf({ at: before.free.at(-1) });
  await desk.key('登记日期').click();
  await desk.page.locator('dialog textarea[name=list]').fill(holiday);
  await desk.page.locator('dialog').getByRole('button', { name: '保存' }).click();
  await desk.page.locator('.days-off li', { hasText: holiday }).waitFor();
  assert.ok((await one()).free.every((at) => dateAt(at, 480) !== holiday));
});

test('all that stands there can be read', async () => {
  await desk.go('bookings');
  await until('something stands there', () => desk.page.locator('.wishes li').count());
  const { count, faults } = await desk.page.evaluate(textsBelow, 4.5);
  assert.ok(count > 30);
  assert.deepEqual(faults, []);
});

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(desk.complaints, []);
});
