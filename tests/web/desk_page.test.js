// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a whole: who is signed in, how it looks, and that a keyboard is enough.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { textsBelow } from '../support/contrast.js';
import { DeskPage } from '../support/desk_page.js';

const VIEWS = ['kitchen', 'orders', 'order_for', 'slips', 'menus', 'dishes', 'residents', 'kiosks', 'imports', 'staff', 'site'];

let desk;
before(async () => {
  desk = await new DeskPage().start();
});
after(() => desk.close());

test('a wrong password is told in a sentence and shows nothing; the right one opens the desk', async () => {
  await desk.key('退出').click();
  const dialog = desk.page.locator('dialog.sign-in');
  await dialog.locator('input[name=name]').fill('admin');
  await dialog.locator('input[name=password]').fill('not the password');
  await desk.page.keyboard.press('Enter');
  await dialog.getByText('用户名或密码不对').waitFor();
  assert.equal(await desk.page.locator('.ways a').count(), 0);
  await dialog.locator('input[name=password]').fill(desk.server.admin.password);
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForSelector('.ways a');
});

test('an ended session asks for the password again and keeps what was typed', async () => {
  await desk.go('residents');
  await desk.key('马福生 的档案').click();
  await desk.page.fill('dialog input[name=phone]', '0571-00004711');
  await desk.browser.clearCookies();
  await desk.key('保存').click();
  const dialog = desk.page.locator('dialog.sign-in');
  await dialog.getByText('您填的内容都还在').waitFor();
  await dialog.locator('input[name=password]').fill(desk.server.admin.password);
  await desk.page.keyboard.press('Enter');
  await desk.notice('已保存');
  assert.equal((await desk.residentNamed('马福生')).phone, '0571-00004711');
});

test('signing in again in one tab is enough for all', async () => {
  const second = await desk.browser.newPage();
  await second.goto(`${desk.server.url}/desk#dishes`);
  await second.waitForSelector('.dish-cards');
  await desk.browser.clearCookies();
  await desk.page.evaluate(() => (location.hash = 'orders'));
  await second.evaluate(() => (location.hash = 'kitchen'));
  for (const tab of [desk.page, second]) await tab.locator('dialog.sign-in').waitFor();
  await second.locator('dialog.sign-in input[name=password]').fill(desk.server.admin.password);
  await second.keyboard.press('Enter');
  for (const tab of [second, desk.page]) await tab.locator('dialog.sign-in').waitFor({ state: 'detached' });
  await second.close();
});

test('who takes over at a page finds nothing of the one before, and hears by a stream of their own', async () => {
  const xu = { name: 'xu', password: 'long enough 2' };
  const account = { id: randomUUID(), ...xu, display_name: '徐岚', role: 'desk' };
  await desk.admin.ask({ method: 'PUT', path: `/api/v1/staff/${account.id}`, body: account });
  const second = await desk.browser.newPage();
  await second.goto(`${desk.server.url}/desk`);
  await second.waitForSelector('.ways a');
  await desk.go('residents');
  await desk.key('马福生 的档案').click();
  await desk.page.fill('dialog input[name=phone]', '0571-00000000');
  await desk.browser.clearCookies();
  await desk.key('保存').click();
  const dialog = desk.page.locator('dialog.sign-in');
  await dialog.locator('input[name=name]').fill(xu.name);
  await dialog.locator('input[name=password]').fill(xu.password);
  const streams = [desk.page, second].map((tab) => tab.waitForResponse('**/api/v1/desk/events?*'));
  await desk.page.keyboard.press('Enter');
  await Promise.all(streams);
  for (const tab of [desk.page, second]) await tab.getByText('徐岚').waitFor();
  assert.equal(await desk.page.locator('dialog').count(), 0);
  assert.equal((await desk.residentNamed('马福生')).phone, '0571-00004711');
  await second.close();
  await desk.signInAs(desk.server.admin);
});

test('a page that nobody has touched yet asks to allow the sound', async () => {
  await desk.page.reload();
  await desk.key('允许声音').click();
  await desk.page.locator('.sound-line').waitFor({ state: 'hidden' });
});

test('everything is reached and pressed by keyboard, and the focus is seen', async () => {
  await desk.go('menus');
  await desk.page.evaluate(() => document.activeElement.blur());
  const seen = new Set();
  for (let presses = 0; presses < 60; presses++) {
    await desk.page.keyboard.press('Tab');
    const focus = await desk.page.evaluate(() => {
      const { activeElement } = document;
      const style = getComputedStyle(activeElement);
      return {
        name: activeElement.ariaLabel ?? activeElement.textContent,
        outline: style.outlineStyle,
        width: parseFloat(style.outlineWidth),
      };
    });
    if (focus.outline === 'none') continue; // the page itself, between the last and the first
    assert.ok(focus.width >= 2, focus.name);
    seen.add(focus.name);
  }
  for (const name of ['订单', 'English', '退出', '后七天 ›']) assert.ok(seen.has(name), name);
});

for (const language of ['zh_CN', 'en'])
  test(`every view has its texts in contrast and nothing beside a telephone’s edge (${language})`, async () => {
    await desk.page.evaluate((chosen) => localStorage.setItem('anban.language', chosen), language);
    for (const width of [1280, 360]) {
      await desk.page.setViewportSize({ width, height: 800 });
      await desk.page.reload();
      await desk.page.waitForSelector('main h1');
      for (const view of VIEWS) {
        await desk.go(view);
        await desk.page.waitForSelector('main:not(:has([aria-busy=true]))');
        const { count, faults } = await desk.page.evaluate(textsBelow, 4.5);
        assert.ok(count > 5, `${view}: texts were measured`);
        assert.deepEqual(faults, [], `${view} at ${width} px`);
        const beside = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(beside <= 0, `${view} at ${width} px is ${beside} px too wide`);
      }
    }
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  });

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(desk.complaints, []);
});
