// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and menus at the desk, in Chromium against a real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { signIn } from '../support/account.js';
import { openKitchen } from '../support/desk.js';
import { DeskPage, TOMORROW } from '../support/desk_page.js';

let desk;
before(async () => {
  desk = await new DeskPage().start();
});
after(() => desk.close());

const newId = () => uuid7(Date.now());

// An order of tomorrow's lunch, as a kiosk would place it.
async function placeLunch(name, dishes = 1) {
  const resident = await desk.residentNamed(name);
  const { menus } = await desk.get(`/api/v1/menus?from=${TOMORROW}&to=${TOMORROW}`);
  const offered = menus.find((menu) => menu.meal === 'lunch').dishes;
  const order = {
    id: newId(),
    resident_id: resident.id,
    date: TOMORROW,
    meal: 'lunch',
    delivery: 'eat_in',
    place: '',
    items: offered.slice(0, dishes).map((dish_id) => ({ dish_id, count: 1 })),
    diet_confirmed: true,
    made_at: Date.now(),
  };
  const body = { id: newId(), kind: 'order.place', made_at: Date.now(), body: order };
  const answer = await desk.admin.ask({ method: 'POST', path: '/api/v1/messages', body });
  assert.equal(answer.json?.accepted, true, answer.text);
  return answer.json.order;
}

test('an order appears on the kitchen’s list within a second, without a reload', async () => {
  await openKitchen(desk.page, TOMORROW, 'lunch');
  await desk.page.evaluate(() => (window.notReloaded = true));
  const order = await placeLunch('陈国强', 2);
  const row = desk.page.locator('table.people tr.new', { hasText: '陈国强' });
  await row.waitFor();
  assert.match(await row.innerText(), new RegExp(`^${order.number}\\s`));
  for (const item of order.items) assert.match(await row.innerText(), new RegExp(item.name));
  await desk.page.locator('.totals li.new', { hasText: order.items[0].name }).waitFor();
  assert.ok(await desk.page.evaluate(() => window.notReloaded));
});

test('on paper stands the list and nothing else', async () => {
  await desk.page.emulateMedia({ media: 'print' });
  assert.ok(await desk.page.locator('table.people').isVisible());
  for (const selector of ['.bar', '.meal-choice', '.head .key'])
    assert.ok(await desk.page.locator(selector).isHidden(), selector);
  await desk.page.emulateMedia({ media: null });
});

test('an order is declined, and the desk reads beforehand what the elder will hear', async () => {
  const order = await placeLunch('沈秀英');
  await desk.go(`orders?date=${TOMORROW}`);
  const row = desk.page.locator('tr', { hasText: '沈秀英' });
  await row.getByRole('button', { name: '退回' }).click();
  await desk.page.locator('dialog blockquote').getByText('看过了').waitFor();
  await desk.page.locator('dialog').getByRole('button', { name: '退回' }).click();
  await row.getByText('已退回').waitFor();
  const { orders } = await desk.get(`/api/v1/orders?from=${TOMORROW}&to=${TOMORROW}`);
  const declined = orders.find((one) => one.id === order.id);
  assert.deepEqual([declined.status, declined.reason], ['declined', 'by_staff']);
  assert.ok(declined.decided_by, 'the elder hears who it was');
});

test('an order for somebody at the desk: warned of their diet, confirmed, sent once', async () => {
  const resident = await desk.residentNamed('𠮷玉兰');
  const { dishes } = await desk.get('/api/v1/dishes');
  const against = dishes.find((dish) => dish.diet.allergens.includes('peanut'));
  const menu = { date: TOMORROW, meal: 'lunch', dishes: [against.id] };
  assert.equal(
    (await desk.admin.ask({ method: 'PUT', path: `/api/v1/menus/${TOMORROW}/lunch`, body: menu })).status,
    204,
  );
  await desk.go(`order_for?date=${TOMORROW}&meal=lunch`);
  await desk.page.locator('.step-part input[type=search]').fill(resident.card);
  await desk.page.keyboard.press('Enter');
  const warned = desk.page.locator('.dish-cards li', { has: desk.page.locator('.warning') }).first();
  await warned.getByRole('button', { name: '多一份' }).click();
  const send = desk.key('下单');
  assert.ok(await send.isDisabled(), 'not before the warning is confirmed');
  await desk.page.getByLabel(/本人仍然要这些/).check();
  await send.click();
  await desk.page.locator('dialog .code').waitFor();
  await desk.page.keyboard.press('Escape');
  const { people } = await desk.get(`/api/v1/kitchen?date=${TOMORROW}&meal=lunch`);
  const listed = people.filter((one) => one.name === resident.name);
  assert.equal(listed.length, 1);
  assert.deepEqual([listed[0].diet_confirmed, listed[0].delivery, listed[0].place], [true, 'deliver', resident.room]);
});

test('a reason that only a newer server knows has words too', async () => {
  await desk.page.route('**/api/v1/messages', (route) =>
    route.fulfill({
      json: { id: route.request().postDataJSON().id, accepted: false, reason: 'no_room_left', facts: { seats: 0 } },
    }),
  );
  const resident = await desk.residentNamed('𠮷玉兰');
  await desk.go(`order_for?date=${TOMORROW}&meal=lunch`);
  await desk.page.locator('.step-part input[type=search]').fill(resident.card);
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.dish-cards li').first().getByRole('button', { name: '多一份' }).click();
  await desk.page.getByLabel(/本人仍然要这些/).check();
  await desk.key('下单').click();
  await desk.page.getByText('没有下成').waitFor();
  await desk.page.unroute('**/api/v1/messages');
});

test('a new dish with a picture goes on the menu, in the order chosen', async () => {
  await desk.go('menus?week=' + TOMORROW);
  const cell = desk.page
    .locator('.week tr', { hasText: '晚餐' })
    .getByRole('button', { name: new RegExp(`${Number(TOMORROW.slice(8))}日.* 晚餐`) });
  await cell.click();
  const menu = desk.page.locator('dialog').first();
  await menu.getByRole('button', { name: '新菜品' }).click();
  const editor = desk.page.locator('dialog').last();
  await editor.locator('input[name=name]').fill('腌笃鲜');
  await editor.locator('input[name=price]').fill('12.5');
  const [sent] = await Promise.all([
    desk.page.waitForRequest('**/api/v1/media'),
    editor
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await largePicture() }),
  ]);
  const picture = editor.locator('img.picture');
  await picture.waitFor();
  assert.equal(
    await picture.evaluate((image) => image.decode().then(() => Math.max(image.naturalWidth, image.naturalHeight))),
    640,
  );
  assert.equal(sent.headers()['content-type'], 'image/png');
  await editor.getByRole('button', { name: '保存' }).click();
  await menu.locator('.chosen li', { hasText: '腌笃鲜' }).getByRole('button', { name: '腌笃鲜 上移' }).click();
  await menu.getByRole('button', { name: '保存' }).click();
  await desk.page.locator('.week td', { hasText: '腌笃鲜' }).waitFor();
  const dish = (await desk.get('/api/v1/dishes')).dishes.find((one) => one.name === '腌笃鲜');
  assert.equal(dish.price_fen, 1250);
  const { menus } = await desk.get(`/api/v1/menus?from=${TOMORROW}&to=${TOMORROW}`);
  assert.equal(menus.find((one) => one.meal === 'supper').dishes.at(-2), dish.id);
});

// A photo as from a telephone, drawn by the desk.browser.
async function largePicture() {
  const bytes = await desk.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2000, height: 1500 });
    canvas.getContext('2d').fillRect(100, 100, 900, 900);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('when the server goes away a quiet line says so, and what was missed is caught up', async () => {
  await openKitchen(desk.page, TOMORROW, 'lunch');
  await desk.server.process.stop();
  await desk.page.locator('.line').getByText('正在自动重连').waitFor();
  await desk.server.start();
  desk.admin = await signIn(desk.server.url, desk.server.admin);
  await placeLunch('马福生');
  await desk.page.locator('table.people tr', { hasText: '马福生' }).waitFor();
  await desk.page.locator('.line').waitFor({ state: 'hidden' });
});

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(desk.complaints, []);
});
