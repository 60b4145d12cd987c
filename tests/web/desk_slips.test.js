// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's page of slips in Chromium: a scanner types, one slip after the other, and each answer is in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { enrol, newKey } from '../support/account.js';
import { DeskPage, TOMORROW } from '../support/desk_page.js';
import { SERIAL } from '../support/server.js';
import { slipOf, wordOf } from '../support/slip.js';

const key = newKey();
let desk, resident, dish;
before(async () => {
  desk = await new DeskPage().start();
  const { status, text } = await enrol(desk.server.url, SERIAL, key);
  assert.equal(status, 200, text);
  resident = await desk.residentNamed('陈国强');
  const { menus } = await desk.get(`/api/v1/menus?from=${TOMORROW}&to=${TOMORROW}`);
  [dish] = menus.find((menu) => menu.meal === 'lunch').dishes;
  await desk.go('slips');
});
after(() => desk.close());

const newId = () => uuid7(Date.now());
function wish(changes = {}) {
  const body = {
    id: newId(),
    resident_id: resident.id,
    date: TOMORROW,
    meal: 'lunch',
    delivery: 'eat_in',
    place: '',
    items: [{ dish_id: dish, count: 1 }],
    diet_confirmed: true,
    made_at: Date.now(),
  };
  return { id: newId(), kind: 'order.place', made_at: body.made_at, body, ...changes };
}
// As a scanner does: every key at once, Enter at the end, wherever the cursor stands.
async function scan(text) {
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press('Enter');
}
const newest = () => desk.page.locator('.slips > li').first();
async function orders() {
  const { people } = await desk.get(`/api/v1/kitchen?date=${TOMORROW}&meal=lunch`);
  return people.filter((one) => one.name === resident.name).length;
}

test('slips are scanned one after the other without a hand on the mouse', async () => {
  const before = await orders();
  const [first, second] = [wish(), wish()];
  await desk.page.locator('h1').click(); // the cursor is nowhere
  await scan(slipOf(first, key, 3));
  await scan(slipOf(second, key, 4));
  await scan(slipOf(first, key, 3));
  await newest().getByText('已经录过了').waitFor();
  const cards = desk.page.locator('.slips > li');
  assert.equal(await cards.count(), 3);
  assert.match(await cards.nth(1).innerText(), /录入了[^]*纸条 4 号[^]*陈国强/);
  assert.match(await cards.nth(0).innerText(), /由 .+ 录入/);
  assert.equal(await orders(), before + 2);
});

test('what an input method has widened is read all the same', async () => {
  const wide = [...slipOf(wish(), key)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  await desk.page.locator('input[name=slip]').fill(wide);
  await desk.page.keyboard.press('Enter');
  await newest().getByText('录入了').waitFor();
});

test('each wrong paper is told with what to do', async () => {
  const text = slipOf(wish(), key);
  const altered = slipOf(wish(), { publicKey: key.publicKey, sign: newKey().sign });
  const cases = [
    ['https://weixin.qq.com/x', '这不是安伴的纸条', '请扫终端打出来的那张纸条'],
    [text.slice(0, -5), '没有读完整', '再扫一次'],
    [slipOf(wish(), newKey()), '别的中心', '代点'],
    [altered, '被改过', '不要照着办'],
    [slipOf(wish({ made_at: Date.now() - 9 * 86400000 }), key), '太旧了', '不用再办'],
    ['AAAAAAAC', '输错', '再输一遍'],
  ];
  for (const [scanned, headline, advice] of cases) {
    await scan(scanned);
    await newest().getByText(headline).waitFor();
    assert.match(await newest().innerText(), new RegExp(advice));
  }
});

test('a code that can’t be read is ordered by hand, and the kiosk’s delivery later is that order', async () => {
  const before = await orders();
  const message = wish();
  await scan(wordOf(message.id).replace(/^(....)/, '$1 ').toLowerCase());
  await newest().getByText('还没有送到').waitFor();
  const word = wordOf(message.id);
  const link = newest().getByRole('link', { name: '按纸上的字代点' });
  assert.equal(await link.getAttribute('href'), `#order_for?slip=${word}`);
  await desk.go(`order_for?slip=${word}&date=${TOMORROW}&meal=lunch`);
  await desk.page.getByText(`按纸条 ${word} 代点`).waitFor();
  await desk.page.locator('.step-part input[type=search]').fill(resident.card);
  await desk.page.keyboard.press('Enter');
  const suits = desk.page.locator('.dish-cards li', { hasNot: desk.page.locator('.warning') }).first();
  await suits.getByRole('button', { name: '多一份' }).click();
  await desk.key('下单').click();
  await desk.page.locator('dialog .code').waitFor();
  await desk.page.keyboard.press('Escape');
  const later = await desk.admin.ask({ method: 'POST', path: '/api/v1/messages', body: message });
  assert.equal(later.json.accepted, true);
  assert.notEqual(later.json.order.id, message.body.id);
  assert.equal(await orders(), before + 1);
});

test('the page complained of nothing', () => assert.deepEqual(desk.complaints, []));
