// SPDX-License-Identifier: GPL-3.0-or-later
// The desk page in Chromium against a real server with the demonstration's community.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addDays, dateAt } from '../../src/web/shared/days.js';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { ask, enrol, newKey, newKiosk, signIn } from '../support/account.js';
import { textsBelow } from '../support/contrast.js';
import { openBrowser, openKitchen } from '../support/desk.js';
import { Processes } from '../support/processes.js';
import { Server, SOURCE } from '../support/server.js';

const VIEWS = ['kitchen', 'orders', 'order_for', 'menus', 'dishes', 'residents', 'kiosks', 'imports', 'staff', 'site'];
const TOMORROW = addDays(dateAt(Date.now(), 480), 1);
const SECOND = 1000;
const newId = () => uuid7(Date.now());

let processes, server, browser, admin, page;
const complaints = [];

before(async () => {
  processes = new Processes();
  server = await new Server(processes).start();
  admin = await signIn(server.url, server.admin);
  browser = await openBrowser(processes);
  page = await browser.newPage();
  browser.setDefaultTimeout(10 * SECOND);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && complaints.push(message.text()));
});
after(() => processes.close());

const get = async (path) => (await admin.ask({ path })).json;
const go = async (view) => {
  await page.evaluate((hash) => (location.hash = hash), view);
  await page.waitForSelector('main h1');
};
const notice = (text) => page.locator('.notice', { hasText: text }).first().waitFor();

async function residentNamed(name) {
  return (await get('/api/v1/residents')).residents.find((one) => one.name === name);
}

// An order of tomorrow's lunch, as a kiosk would place it.
async function placeLunch(name, dishes = 1) {
  const resident = await residentNamed(name);
  const { menus } = await get(`/api/v1/menus?from=${TOMORROW}&to=${TOMORROW}`);
  const offered = menus.find((menu) => menu.meal === 'lunch').dishes;
  const body = {
    id: newId(), resident_id: resident.id, date: TOMORROW, meal: 'lunch', delivery: 'eat_in', place: '',
    items: offered.slice(0, dishes).map((dish_id) => ({ dish_id, count: 1 })),
    diet_confirmed: true, made_at: Date.now(),
  };
  const message = { id: newId(), kind: 'order.place', made_at: Date.now(), body };
  const answer = await admin.ask({ method: 'POST', path: '/api/v1/messages', body: message });
  assert.equal(answer.json?.accepted, true, answer.text);
  return answer.json.order;
}

test('a wrong password is told in a sentence and shows nothing; the right one opens the kitchen’s list', async () => {
  await page.goto(`${server.url}/desk`);
  await page.fill('input[name=name]', 'admin');
  await page.fill('input[name=password]', 'not the password');
  await page.keyboard.press('Enter');
  await page.getByText('用户名或密码不对').waitFor();
  assert.equal(await page.locator('.ways a').count(), 0);
  await page.fill('input[name=password]', server.admin.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.totals, .empty');
});

test('an ended session asks for the password again and keeps what was typed', async () => {
  await go('residents');
  await page.getByRole('button', { name: '马福生 的档案' }).click();
  await page.fill('dialog input[name=phone]', '0571-00004711');
  await browser.clearCookies();
  await page.getByRole('button', { name: '保存' }).click();
  const dialog = page.locator('dialog.sign-in');
  await dialog.getByText('您填的内容都还在').waitFor();
  await dialog.locator('input[name=password]').fill(server.admin.password);
  await page.keyboard.press('Enter');
  await notice('已保存');
  assert.equal((await residentNamed('马福生')).phone, '0571-00004711');
});

test('signing in again in one tab is enough for all', async () => {
  const second = await browser.newPage();
  await second.goto(`${server.url}/desk#dishes`);
  await second.waitForSelector('.dish-cards');
  await browser.clearCookies();
  await go('orders');
  await second.evaluate(() => (location.hash = 'kitchen'));
  for (const tab of [page, second]) await tab.locator('dialog.sign-in').waitFor();
  await second.locator('dialog.sign-in input[name=password]').fill(server.admin.password);
  await second.keyboard.press('Enter');
  for (const tab of [second, page]) await tab.locator('dialog.sign-in').waitFor({ state: 'detached' });
  await second.close();
});

test('an order appears on the kitchen’s list within a second, without a reload', async () => {
  await openKitchen(page, TOMORROW, 'lunch');
  await page.evaluate(() => (window.notReloaded = true));
  const order = await placeLunch('陈国强', 2);
  const row = page.locator('table.people tr.new', { hasText: '陈国强' });
  await row.waitFor({ timeout: SECOND });
  assert.match(await row.innerText(), new RegExp(`^${order.number}\\s`));
  for (const item of order.items) assert.match(await row.innerText(), new RegExp(item.name));
  await page.locator('.totals li.new', { hasText: order.items[0].name }).waitFor();
  assert.ok(await page.evaluate(() => window.notReloaded));
});

test('on paper stands the list and nothing else', async () => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('table.people').isVisible());
  for (const selector of ['.bar', '.meal-choice', '.head .key']) assert.ok(await page.locator(selector).isHidden(), selector);
  await page.emulateMedia({ media: null });
});

test('an order is declined, and the desk reads beforehand what the elder will hear', async () => {
  const order = await placeLunch('沈秀英');
  await go(`orders?date=${TOMORROW}`);
  const row = page.locator('tr', { hasText: '沈秀英' });
  await row.getByRole('button', { name: '退回' }).click();
  await page.locator('dialog blockquote').getByText('厨房').waitFor();
  await page.locator('dialog').getByRole('button', { name: '退回' }).click();
  await row.getByText('已退回').waitFor();
  const { orders } = await get(`/api/v1/orders?from=${TOMORROW}&to=${TOMORROW}`);
  const declined = orders.find((one) => one.id === order.id);
  assert.deepEqual([declined.status, declined.reason], ['declined', 'by_staff']);
});

test('an order for somebody at the desk: warned of their diet, confirmed, sent once', async () => {
  const resident = await residentNamed('𠮷玉兰');
  const { dishes } = await get('/api/v1/dishes');
  const against = dishes.find((dish) => dish.diet.allergens.includes('peanut'));
  const menu = { date: TOMORROW, meal: 'lunch', dishes: [against.id] };
  assert.equal((await admin.ask({ method: 'PUT', path: `/api/v1/menus/${TOMORROW}/lunch`, body: menu })).status, 204);
  await go(`order_for?date=${TOMORROW}&meal=lunch`);
  await page.locator('.step-part input[type=search]').fill(resident.card);
  await page.keyboard.press('Enter');
  const warned = page.locator('.dish-cards li', { has: page.locator('.warning') }).first();
  await warned.getByRole('button', { name: '多一份' }).click();
  const send = page.getByRole('button', { name: '下单' });
  assert.ok(await send.isDisabled(), 'not before the warning is confirmed');
  await page.getByLabel(/本人仍然要这些/).check();
  await send.click();
  await page.locator('dialog .code').waitFor();
  await page.keyboard.press('Escape');
  const { people } = await get(`/api/v1/kitchen?date=${TOMORROW}&meal=lunch`);
  const listed = people.filter((one) => one.name === resident.name);
  assert.equal(listed.length, 1);
  assert.deepEqual([listed[0].diet_confirmed, listed[0].delivery, listed[0].place], [true, 'deliver', resident.room]);
});

test('a new dish with a picture goes on the menu, in the order chosen', async () => {
  await go('menus?week=' + TOMORROW);
  const cell = page.locator('.week tr', { hasText: '晚餐' }).getByRole('button', { name: new RegExp(`${Number(TOMORROW.slice(8))}日.* 晚餐`) });
  await cell.click();
  const menu = page.locator('dialog').first();
  await menu.getByRole('button', { name: '新菜品' }).click();
  const editor = page.locator('dialog').last();
  await editor.locator('input[name=name]').fill('腌笃鲜');
  await editor.locator('input[name=price]').fill('12.5');
  const [sent] = await Promise.all([
    page.waitForRequest('**/api/v1/media'),
    editor.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await largePicture() }),
  ]);
  const picture = editor.locator('img.picture');
  await picture.waitFor();
  assert.equal(await picture.evaluate((image) => image.decode().then(() => Math.max(image.naturalWidth, image.naturalHeight))), 640);
  assert.equal(sent.headers()['content-type'], 'image/png');
  await editor.getByRole('button', { name: '保存' }).click();
  await menu.locator('.chosen li', { hasText: '腌笃鲜' }).getByRole('button', { name: '腌笃鲜 上移' }).click();
  await menu.getByRole('button', { name: '保存' }).click();
  await page.locator('.week td', { hasText: '腌笃鲜' }).waitFor();
  const dish = (await get('/api/v1/dishes')).dishes.find((one) => one.name === '腌笃鲜');
  assert.equal(dish.price_fen, 1250);
  const { menus } = await get(`/api/v1/menus?from=${TOMORROW}&to=${TOMORROW}`);
  assert.equal(menus.find((one) => one.meal === 'supper').dishes.at(-2), dish.id);
});

// A photo as from a telephone, drawn by the browser.
async function largePicture() {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2000, height: 1500 });
    canvas.getContext('2d').fillRect(100, 100, 900, 900);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('a new resident with diet, contact and PIN; the PIN is kept and then taken away', async () => {
  await go('residents');
  await page.getByRole('button', { name: '新建档案' }).click();
  const dialog = page.locator('dialog');
  await dialog.getByLabel('姓名').first().fill('顾念慈');
  await dialog.getByLabel('房号').fill('7 幢 101');
  await dialog.getByLabel('四位密码').fill('2580');
  await dialog.getByLabel('软食').check();
  await dialog.getByLabel('花生').check();
  await dialog.getByRole('button', { name: '加一位联系人' }).click();
  await dialog.locator('[name=contact_name]').fill('顾明');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.locator('tr', { hasText: '顾念慈' }).waitFor();
  const made = await residentNamed('顾念慈');
  assert.deepEqual(made.diet, { marks: ['soft'], allergens: ['peanut'] });
  assert.deepEqual([made.has_pin, made.contacts.length], [true, 1]);

  await page.getByRole('button', { name: '顾念慈 的档案' }).click();
  await dialog.getByLabel('备注').fill('爱听越剧');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.locator('tr', { hasText: '爱听越剧' }).waitFor();
  assert.equal((await residentNamed('顾念慈')).has_pin, true);

  await page.getByRole('button', { name: '顾念慈 的档案' }).click();
  await dialog.getByLabel('取消密码').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await residentNamed('顾念慈')).has_pin, false);
});

test('a file with a bad line is shown line by line and imports nothing; a good one is imported whole', async () => {
  await go('imports?what=residents');
  const chooser = page.locator('input[type=file]');
  const names = async () => (await get('/api/v1/residents')).residents.length;
  const before = await names();
  await chooser.setInputFiles(join(SOURCE, 'tests/samples/residents-bad.csv'));
  const lines = page.locator('table.lines tbody tr');
  await lines.first().waitFor();
  assert.match(await lines.nth(1).innerText(), /^3\b[^]*没有姓名/);
  const take = page.locator('.key.main', { hasText: '导入' });
  assert.ok(await take.isDisabled());
  assert.equal(await names(), before);

  await chooser.setInputFiles(join(SOURCE, 'tests/samples/residents-gb18030.csv'));
  await page.getByText('GB18030').waitFor();
  const good = '\ufeff姓名,房间,饮食\r\n柳春芽,7 幢 202,软食、低盐\r\n石大川,7 幢 203,\r\n';
  await chooser.setInputFiles({ name: '长者.csv', mimeType: 'text/csv', buffer: Buffer.from(good) });
  await page.getByText('2 行全部正确').waitFor();
  await take.click();
  await page.locator('.done', { hasText: '已导入' }).waitFor();
  assert.equal(await names(), before + 2);
  assert.deepEqual((await residentNamed('柳春芽')).diet.marks, ['soft', 'low_salt']);
});

test('the templates are what the server reads', async () => {
  for (const what of ['residents', 'menu']) {
    await go(`imports?what=${what}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()]);
    const bytes = readFileSync(await download.path());
    const path = `/api/v1/imports/${what}?commit=no`;
    const answer = await admin.ask({ method: 'POST', path, headers: { 'Content-Type': 'text/csv' }, body: bytes });
    assert.deepEqual([answer.status, answer.json.bad], [200, 0], answer.text);
  }
});

test('a kiosk asks to join, is compared and approved, and is revoked', async () => {
  await go('kiosks');
  const enrolled = (await enrol(server.url, 'desk-test', newKey())).json;
  const card = page.locator('.pending', { hasText: 'desk-test' });
  await card.getByText(enrolled.code).waitFor({ timeout: SECOND });
  await card.getByRole('button', { name: '一样，批准' }).click();
  await page.locator('dialog').getByLabel('名称').fill('二楼走廊');
  await page.locator('dialog').getByLabel('位置').fill('电梯旁');
  await page.locator('dialog').getByRole('button', { name: '批准终端' }).click();
  const row = page.locator('tr', { hasText: '二楼走廊' });
  await row.getByRole('button', { name: '停用' }).click();
  await page.locator('dialog').getByRole('button', { name: '停用' }).click();
  await row.getByText('已停用').waitFor();
});

test('a call for help stands at once on every view, over an open dialog too, until it is closed', async () => {
  const kiosk = await newKiosk(server.url, admin, 'help-test');
  const resident = await residentNamed('陈国强');
  await go('dishes');
  await page.getByRole('button', { name: '新菜品' }).click();
  const help_id = newId();
  const began = performance.now();
  const message = { id: newId(), kind: 'help.raise', made_at: Date.now(), body: { help_id, resident_id: resident.id } };
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  const answer = await ask(server.url, { method: 'POST', path: '/api/v1/messages', headers, body: message });
  assert.equal(answer.status, 200, answer.text);
  const call = page.locator('.help .call', { hasText: '陈国强' });
  await call.waitFor({ timeout: SECOND });
  assert.ok(performance.now() - began < SECOND);
  assert.equal(await call.evaluate((node) => Math.round(node.getBoundingClientRect().width)), 1280);
  await call.getByRole('button', { name: '我来处理' }).click();
  await call.getByText('管理员 已接手').waitFor();
  await page.keyboard.press('Escape');
  await call.getByRole('button', { name: '已处理完' }).click();
  await page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await call.waitFor({ state: 'detached' });
  assert.deepEqual((await get('/api/v1/help')).help, []);
});

test('a page that nobody has touched yet asks to allow the sound', async () => {
  await page.reload();
  await page.getByRole('button', { name: '允许声音' }).click();
  await page.locator('.sound-line').waitFor({ state: 'hidden' });
});

test('a member of staff of the kitchen sees the kitchen’s views only', async () => {
  await go('staff');
  await page.getByRole('button', { name: '新员工' }).click();
  const dialog = page.locator('dialog');
  await dialog.getByLabel('称呼').fill('王师傅');
  await dialog.getByLabel('用户名').fill('wang');
  await dialog.getByLabel('身份').selectOption('kitchen');
  await dialog.getByLabel('密码').fill('long enough 1');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.locator('tr', { hasText: '王师傅' }).waitFor();

  await signInAs({ name: 'wang', password: 'long enough 1' });
  const ways = await page.locator('.ways a').evaluateAll((links) => links.map((link) => link.hash.slice(1)));
  assert.deepEqual(ways, ['kitchen', 'orders', 'menus', 'dishes', 'residents', 'kiosks']);
  await go('residents');
  await page.waitForSelector('tbody tr');
  assert.equal(await page.getByRole('button', { name: '新建档案' }).count(), 0);
  await signInAs(server.admin);
});

// Signs out first.
async function signInAs({ name, password }) {
  await page.getByRole('button', { name: '退出' }).click();
  await page.locator('dialog.sign-in input[name=name]').fill(name);
  await page.locator('dialog.sign-in input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.ways a');
}

test('when the server goes away a quiet line says so, and what was missed is caught up', async () => {
  await openKitchen(page, TOMORROW, 'lunch');
  await server.process.stop();
  await page.locator('.line').getByText('正在自动重连').waitFor();
  await server.start();
  admin = await signIn(server.url, server.admin);
  await placeLunch('马福生');
  await page.locator('table.people tr', { hasText: '马福生' }).waitFor({ timeout: 15 * SECOND });
  await page.locator('.line').waitFor({ state: 'hidden' });
});

test('everything is reached and pressed by keyboard, and the focus is seen', async () => {
  await go('menus');
  await page.evaluate(() => document.activeElement.blur());
  const seen = new Set();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const { activeElement } = document;
      const style = getComputedStyle(activeElement);
      return { name: activeElement.ariaLabel ?? activeElement.textContent, outline: style.outlineStyle, width: parseFloat(style.outlineWidth) };
    });
    if (focus.outline === 'none') continue; // the page itself, between the last and the first
    assert.ok(focus.width >= 2, focus.name);
    seen.add(focus.name);
  }
  for (const name of ['订单', 'English', '退出', '下一周 ›']) assert.ok(seen.has(name), name);
});

for (const language of ['zh_CN', 'en'])
  test(`every view has its texts in contrast and nothing beside a telephone’s edge (${language})`, async () => {
    await page.evaluate((chosen) => localStorage.setItem('anban.language', chosen), language);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.reload();
      await page.waitForSelector('main h1');
      for (const view of VIEWS) {
        await go(view);
        await page.waitForSelector('main:not(:has([aria-busy=true]))');
        const { count, faults } = await page.evaluate(textsBelow, 4.5);
        assert.ok(count > 5, `${view}: texts were measured`);
        assert.deepEqual(faults, [], `${view} at ${width} px`);
        const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(beside <= 0, `${view} at ${width} px is ${beside} px too wide`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(complaints, []);
});
