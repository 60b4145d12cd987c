// SPDX-License-Identifier: GPL-3.0-or-later
// People, files, kiosks, help and accounts at the desk, in Chromium against a real server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { ask, enrol, newKey, newKiosk } from '../support/account.js';
import { DeskPage } from '../support/desk_page.js';
import { SOURCE } from '../support/server.js';

let desk;
before(async () => {
  desk = await new DeskPage().start();
});
after(() => desk.close());

const newId = () => uuid7(Date.now());

test('a new resident with diet, contact and PIN; the PIN is kept and then taken away', async () => {
  await desk.go('residents');
  await desk.key('新建档案').click();
  const dialog = desk.page.locator('dialog');
  await dialog.getByLabel('姓名').first().fill('顾念慈');
  await dialog.getByLabel('房号').fill('7 幢 101');
  await dialog.getByLabel('四位密码').fill('2580');
  await dialog.getByLabel('软食').check();
  await dialog.getByLabel('花生').check();
  await dialog.getByRole('button', { name: '加一位联系人' }).click();
  await dialog.locator('[name=contact_name]').fill('顾明');
  await dialog.getByRole('button', { name: '保存' }).click();
  await desk.page.locator('tr', { hasText: '顾念慈' }).waitFor();
  const made = await desk.residentNamed('顾念慈');
  assert.deepEqual(made.diet, { marks: ['soft'], allergens: ['peanut'] });
  assert.deepEqual([made.has_pin, made.contacts.length], [true, 1]);

  await desk.key('顾念慈 的档案').click();
  await dialog.getByLabel('备注').fill('爱听越剧');
  await dialog.getByRole('button', { name: '保存' }).click();
  await desk.page.locator('tr', { hasText: '爱听越剧' }).waitFor();
  assert.equal((await desk.residentNamed('顾念慈')).has_pin, true);

  await desk.key('顾念慈 的档案').click();
  await dialog.getByLabel('取消密码').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await desk.residentNamed('顾念慈')).has_pin, false);
});

// As another member of staff does meanwhile; the list's own members of the thing are sent back as they came.
const changeElsewhere = async (path, thing) => {
  const answer = await desk.admin.ask({ method: 'PUT', path, body: thing });
  assert.equal(answer.status, 204, answer.text);
};

test('of two who edit one file nobody’s allergy is lost, and the second hears of the first', async () => {
  await desk.go('residents');
  const opened = await desk.residentNamed('陈国强');
  const allergensOf = async () => (await desk.residentNamed('陈国强')).diet.allergens;
  await desk.key('陈国强 的档案').click();
  const dialog = desk.page.locator('dialog');
  await dialog.getByLabel('备注').fill('爱听越剧');
  await dialog.getByLabel('花生').check();
  const allergens = [...opened.diet.allergens, 'milk'];
  await changeElsewhere(`/api/v1/residents/${opened.id}`, { ...opened, diet: { ...opened.diet, allergens } });
  await dialog.getByText('这里刚才有人改过').waitFor();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('管理员刚才改了：饮食要求').waitFor();
  assert.deepEqual(await allergensOf(), allergens, 'nothing is saved before it was looked at');
  assert.ok(await dialog.getByLabel('牛奶').isChecked());
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { note, diet } = await desk.residentNamed('陈国强');
  assert.deepEqual([note, new Set(diet.allergens)], ['爱听越剧', new Set([...allergens, 'peanut'])]);
});

test('an open form that hears of a change puts it together when asked', async () => {
  await desk.go('site');
  const phone = desk.page.getByLabel('服务台电话');
  await desk.page.getByLabel('中心名称').fill('桂花里助老中心');
  const site = await desk.get('/api/v1/site');
  await changeElsewhere('/api/v1/site', { ...site, phone: '010-5555' });
  await desk.key('合进来看看').click();
  assert.deepEqual(
    [await phone.inputValue(), await desk.page.getByLabel('中心名称').inputValue()],
    ['010-5555', '桂花里助老中心'],
  );
  for (const number of ['010-6666', '010-7777']) {
    await phone.fill(number);
    await desk.key('保存').click();
    await desk.page.waitForFunction(() => document.querySelector('.page-form .key.main:not([disabled])'));
    await desk.notice('已保存');
  }
  const { name, phone: kept } = await desk.get('/api/v1/site');
  assert.deepEqual([name, kept], ['桂花里助老中心', '010-7777']);
});

test('a file with a bad line is shown line by line and imports nothing; a good one is imported whole', async () => {
  await desk.go('imports?what=residents');
  const chooser = desk.page.locator('input[type=file]');
  const names = async () => (await desk.get('/api/v1/residents')).residents.length;
  const before = await names();
  await chooser.setInputFiles(join(SOURCE, 'tests/samples/residents-bad.csv'));
  const lines = desk.page.locator('table.lines tbody tr');
  await lines.first().waitFor();
  assert.match(await lines.nth(0).innerText(), /^3\b[^]*没有姓名/);
  const take = desk.page.locator('.key.main', { hasText: '导入' });
  assert.ok(await take.isDisabled());
  assert.equal(await names(), before);

  await chooser.setInputFiles(join(SOURCE, 'tests/samples/residents-gb18030.csv'));
  await desk.page.getByText('GB18030').waitFor();
  const good = '\ufeff姓名,房间,饮食\r\n柳春芽,7 幢 202,软食、低盐\r\n石大川,7 幢 203,\r\n';
  await chooser.setInputFiles({ name: '长者.csv', mimeType: 'text/csv', buffer: Buffer.from(good) });
  await desk.page.getByText('2 行全部正确').waitFor();
  await take.click();
  await desk.page.locator('.done', { hasText: '已导入' }).waitFor();
  assert.equal(await names(), before + 2);
  assert.deepEqual((await desk.residentNamed('柳春芽')).diet.marks, ['soft', 'low_salt']);
});

test('the templates are what the server reads', async () => {
  for (const what of ['residents', 'menu']) {
    await desk.go(`imports?what=${what}`);
    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.getByRole('link', { name: '下载模板' }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    const path = `/api/v1/imports/${what}?commit=no`;
    const answer = await desk.admin.ask({ method: 'POST', path, headers: { 'Content-Type': 'text/csv' }, body: bytes });
    assert.deepEqual([answer.status, answer.json.bad], [200, 0], answer.text);
  }
});

test('a kiosk asks to join, is compared and approved, and is revoked', async () => {
  await desk.go('kiosks');
  const enrolled = (await enrol(desk.server.url, 'desk-test', newKey())).json;
  const card = desk.page.locator('.pending', { hasText: 'desk-test' });
  await card.waitFor();
  assert.ok(!(await card.innerText()).includes(enrolled.code), 'the code stands on the kiosk alone');
  await card.getByRole('button', { name: '批准…' }).click();
  await desk.page.locator('dialog').getByLabel('屏幕上的号码').fill(enrolled.code.toLowerCase());
  await desk.page.locator('dialog').getByLabel('名称').fill('二楼走廊');
  await desk.page.locator('dialog').getByLabel('位置').fill('电梯旁');
  await desk.page.locator('dialog').getByRole('button', { name: '批准终端' }).click();
  const row = desk.page.locator('tr', { hasText: '二楼走廊' });
  await row.getByRole('button', { name: '停用' }).click();
  await desk.page.locator('dialog').getByRole('button', { name: '停用' }).click();
  await row.getByText('已停用').waitFor();
});

test('a call for help stands at once on every view, over an open dialog too, until it is closed', async () => {
  const kiosk = await newKiosk(desk.server.url, desk.admin, 'help-test');
  const resident = await desk.residentNamed('陈国强');
  await desk.go('dishes');
  await desk.key('新菜品').click();
  const help_id = newId();
  const message = { id: newId(), kind: 'help.raise', made_at: Date.now(), body: { help_id, resident_id: resident.id } };
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  const answer = await ask(desk.server.url, { method: 'POST', path: '/api/v1/messages', headers, body: message });
  assert.equal(answer.status, 200, answer.text);
  const call = desk.page.locator('.help .call', { hasText: '陈国强' });
  await call.waitFor();
  assert.ok((await desk.page.evaluate(() => window.tones)) > 0, 'it is heard');
  // Asked until it holds: the band is drawn anew when it learns who called, and a row that is gone has no width.
  const isWide = () => Math.round(document.querySelector('.help .call')?.getBoundingClientRect().width) === 1280;
  await desk.page.waitForFunction(isWide);
  await call.getByRole('button', { name: '我来处理' }).click();
  await call.getByText('管理员 已接手').waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.reload();
  await call.getByRole('button', { name: '已处理完' }).click();
  await desk.page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await call.waitFor({ state: 'detached' });
  assert.deepEqual((await desk.get('/api/v1/help')).help, []);
});

test('a member of staff of the kitchen sees the kitchen’s views only', async () => {
  await desk.go('staff');
  await desk.key('新员工').click();
  const dialog = desk.page.locator('dialog');
  await dialog.getByLabel('称呼').fill('王师傅');
  await dialog.getByLabel('用户名').fill('wang');
  await dialog.getByLabel('身份').selectOption('kitchen');
  await dialog.getByLabel('密码').fill('long enough 1');
  await dialog.getByRole('button', { name: '保存' }).click();
  await desk.page.locator('tr', { hasText: '王师傅' }).waitFor();

  await desk.signInAs({ name: 'wang', password: 'long enough 1' });
  const ways = await desk.page.locator('.ways a').evaluateAll((links) => links.map((link) => link.hash.slice(1)));
  assert.deepEqual(ways, ['kitchen', 'orders', 'slips', 'menus', 'dishes', 'residents', 'kiosks']);
  await desk.go('residents');
  await desk.page.waitForSelector('tbody tr');
  assert.equal(await desk.key('新建档案').count(), 0);
  await desk.signInAs(desk.server.admin);
});

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(desk.complaints, []);
});
