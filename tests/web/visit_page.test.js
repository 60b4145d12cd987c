// SPDX-License-Identifier: GPL-3.0-or-later
// A helper's telephone against a real server: comes in by a link, taps with and without a line, sends a photo.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dateAt } from '../../src/web/shared/days.js';
import { signIn } from '../support/account.js';
import { addHelper, askFor, bookingNow, servicesOf, takeStep } from '../support/bookings.js';
import { textsBelow } from '../support/contrast.js';
import { openPhone } from '../support/phone.js';
import { Processes } from '../support/processes.js';
import { Server, SOURCE } from '../support/server.js';
import { until } from '../support/wait.js';

const processes = new Processes();
const PHOTO = join(SOURCE, 'tests/samples/pictures/turned.jpg');
let server, admin, helper, link, phone, page, booking, second;

const residentNamed = async (name) =>
  (await admin.ask({ path: '/api/v1/residents' })).json.residents.find((one) => one.name === name);
async function newLink(date) {
  const answer = await admin.ask({ method: 'POST', path: `/api/v1/helpers/${helper.id}/link`, body: { date } });
  assert.equal(answer.status, 200, answer.text);
  return answer.json.url;
}
// A booking of today, whatever the hour is: staff may promise a time that is not on the list.
async function arranged(name, minutes, note) {
  const service = (await servicesOf(admin)).find(({ code }) => code === 'clean');
  const resident = await residentNamed(name);
  const asked = await askFor(admin, { resident, service, at: service.free[0], note });
  const midday = Date.parse(`${dateAt(Date.now(), 480)}T12:00:00+08:00`);
  const body = { to: 'accepted', helper_id: helper.id, at: midday + minutes * 60000 };
  return takeStep(admin, asked, body);
}

before(async () => {
  server = await new Server(processes).start();
  admin = await signIn(server.url, server.admin);
  helper = await addHelper(admin, { name: '张师傅' });
  booking = await arranged('陈国强', 0, '门铃坏了，请敲门');
  second = await arranged('沈秀英', 240, '');
  link = await newLink(dateAt(Date.now(), 480));
  phone = await openPhone(processes);
  page = await phone.open(link);
  await page.getByText('陈国强').first().waitFor();
});
after(() => processes.close());

const press = (name, order = 0) => page.getByRole('button', { name }).nth(order).click();
const statusIs = (one, status) => until(status, async () => (await bookingNow(admin, one)).status === status);

test('the token leaves the address, and the visits of the day stand in their order with what is to be known', async () => {
  assert.equal(page.url(), `${server.url}/visit`);
  const cards = page.locator('.visits').first().locator('li');
  assert.equal(await cards.count(), 2);
  assert.match(await cards.nth(0).innerText(), /12:00 · 助洁[^]*陈国强[^]*1 幢 102[^]*门铃坏了/);
  assert.match(await cards.nth(1).innerText(), /16:00[^]*沈秀英/);
});

test('what an elder eats, how old they are and who else is cared for is not for this page', async () => {
  const day = await page.evaluate(() => fetch('/api/v1/visit/day').then((answer) => answer.json()));
  assert.deepEqual(Object.keys(day.visits[0]).sort(), [
    'at',
    'id',
    'minutes',
    'name',
    'note',
    'photo',
    'place',
    'resident',
    'status',
  ]);
  assert.deepEqual(Object.keys(day.visits[0].resident).sort(), ['name', 'phone', 'room']);
  for (const path of ['/api/v1/residents', '/api/v1/bookings?from=2026-12-01&to=2026-12-01', '/api/v1/helpers'])
    assert.equal(await page.evaluate((at) => fetch(at).then(({ status }) => status), path), 401, path);
});

test('the first telephone has the link: another one is sent away, and the first comes in by it again', async () => {
  const other = await openPhone(processes);
  const stranger = await other.open(link);
  await stranger.getByText('已经在另一部手机上打开').waitFor();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('陈国强').first().waitFor();
});

test('on the way: the desk and kiosks hear it at once', async () => {
  await press('我出发了');
  await statusIs(booking, 'on_the_way');
  const { steps } = await bookingNow(admin, booking);
  assert.equal(steps.at(-1).who, '张师傅');
});

test('in a stairwell without signal taps are kept with their time, and caught up', async () => {
  await server.process.stop();
  const before = Date.now();
  await press('到了，开始');
  const tapped = Date.now();
  await page.getByText('1 条还没有发出').waitFor();
  await page.getByText('现在没有信号').waitFor();
  await until('a while passes', () => Date.now() > tapped + 1500);
  await server.start();
  admin = await signIn(server.url, server.admin);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await statusIs(booking, 'begun');
  const begun = (await bookingNow(admin, booking)).steps.at(-1);
  assert.ok(begun.at >= before - 50 && begun.at <= tapped + 50, 'the time of the tap counts');
  await page.getByText('1 条还没有发出').waitFor({ state: 'detached' });
});

test('a photo arrives small, upright, and without where and when it was taken', async () => {
  const original = readFileSync(PHOTO);
  assert.ok(original.includes('Exif'));
  await page.locator('input[type=file]').first().setInputFiles(PHOTO);
  await until('the photo', async () => (await bookingNow(admin, booking)).photo);
  const { photo } = await bookingNow(admin, booking);
  const { headers, text } = await admin.ask({ path: `/api/v1/media/${photo}` });
  assert.equal(headers['content-type'], 'image/jpeg');
  assert.ok(!text.includes('Exif'));
});

test('done; a repeated tap whose answer was lost changes nothing', async () => {
  await press('做完了');
  await statusIs(booking, 'done');
  const again = await page.evaluate(
    (id) =>
      fetch(`/api/v1/visit/bookings/${id}/steps`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ to: 'done' }),
      }).then(({ status }) => status),
    booking.id,
  );
  assert.equal(again, 204);
  assert.equal((await bookingNow(admin, booking)).steps.filter(({ status }) => status === 'done').length, 1);
});

test('who cannot be found is at the desk at once, with the reason', async () => {
  page.once('dialog', (dialog) => dialog.accept());
  await press('找不到人');
  await statusIs(second, 'missed');
  assert.equal((await bookingNow(admin, second)).reason, 'nobody_there');
});

test('a visit of somebody else is not there for this telephone', async () => {
  const other = await addHelper(admin, { name: '李师傅' });
  const service = (await servicesOf(admin)).find(({ code }) => code === 'clean');
  const asked = await askFor(admin, { resident: await residentNamed('马福生'), service });
  await takeStep(admin, asked, { to: 'accepted', helper_id: other.id });
  const status = await page.evaluate(
    (id) =>
      fetch(`/api/v1/visit/bookings/${id}/steps`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ to: 'on_the_way' }),
      }).then((answer) => answer.status),
    asked.id,
  );
  assert.equal(status, 404);
});

test('all that stands there can be read', async () => {
  const { count, faults } = await page.evaluate(textsBelow, 4.5);
  assert.ok(count > 8);
  assert.deepEqual(faults, []);
});

test('a new link ends the one before', async () => {
  await newLink(dateAt(Date.now(), 480));
  await page.reload();
  await page.getByText('这个链接已经失效').waitFor();
});

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(phone.complaints, []);
});
