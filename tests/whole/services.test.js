// SPDX-License-Identifier: GPL-3.0-or-later
// An elder asks for a visit with real clicks on the real kiosk; the desk sends somebody; the kiosk tells each step, and
// asks once how it was. Server and kiosk die on the way, and it is one booking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signIn, today } from '../support/account.js';
import { addHelper, takeStep } from '../support/bookings.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { CHEN, JI } from '../support/residents.js';
import { Server } from '../support/server.js';
import { until } from '../support/wait.js';

const processes = new Processes();
let server, kiosk, elder, desk, helper;

before(async () => {
  server = await new Server(processes).start();
  desk = await signIn(server.url, server.admin);
  helper = await addHelper(desk, { name: '赵师傅' });
  const display = await startDisplay(processes);
  kiosk = await new Kiosk(processes, display, server.url, {}).start();
  elder = kiosk.elder;
});
after(() => processes.close());

const says = (text) => (tree) => tree.nodes.some((one) => one.text.includes(text));

async function bookings() {
  const answer = await desk.ask({ path: `/api/v1/bookings?from=${today(0)}&to=${today(31)}` });
  return answer.json.bookings;
}

// From home to the page that reads it aloud; yes only after all of it was shown.
async function chooses(service) {
  await elder.tapsText('预约服务');
  await elder.sees('services');
  await elder.tapsText(service);
  await elder.sees('times');
  await elder.taps('time.0');
  await turnsToTheEnd(await elder.sees('book'));
}

async function turnsToTheEnd({ page, pages }) {
  for (; page + 1 < pages; page++) {
    await elder.taps('next');
    await elder.seesThat('the next page', (one) => one.page > page);
  }
}

async function step(to, more = {}) {
  const [booking] = await bookings();
  return takeStep(desk, booking, { to, ...more });
}

test('what was read aloud is asked for at the desk, and the kiosk says so', async () => {
  await elder.signsIn(JI);
  await chooses('助洁');
  await elder.taps('confirm');
  await elder.seesThat('that the desk has it', says('服务台收到了'));
  const [booking, ...more] = await bookings();
  assert.equal(more.length, 0);
  assert.deepEqual([booking.name, booking.status], ['助洁', 'requested']);
});

test('who comes, that they are on the way and that it is done stand on the page of what is ahead', async () => {
  await step('accepted', { helper_id: helper.id, helper: helper.name });
  await elder.taps('good');
  await elder.tapsText('我的今天');
  await elder.seesThat('that it is arranged', says('安排好了'));
  await elder.tapsText('助洁');
  await elder.seesThat('who comes', says('赵师傅'));
  await step('on_the_way');
  await elder.seesThat('that somebody is on the way', says('正在过来'));
  await step('begun');
  await step('done');
  await elder.seesThat('that it can be spoken about', (tree) => node(tree, 'faces'));
});

test('the server and the kiosk die, and the word on how it was is there once', async () => {
  await elder.taps('faces');
  await elder.sees('faces');
  await server.process.kill();
  await elder.taps('face.good');
  await elder.sees('thanks');
  await kiosk.process.kill();
  await kiosk.start();
  await server.start();
  desk = await signIn(server.url, server.admin);
  await until('the word', async () => (await bookings())[0].status === 'confirmed');
  const [booking] = await bookings();
  assert.equal(booking.face, 'good');
  assert.deepEqual(
    booking.steps.map((one) => one.status),
    ['requested', 'accepted', 'on_the_way', 'begun', 'done', 'confirmed'],
  );
});

test('a time that is gone is told kindly, with the next ones', async () => {
  await elder.signsIn(CHEN);
  await chooses('助浴');
  const services = (await desk.ask({ path: '/api/v1/services' })).json.services;
  const bath = services.find((one) => one.code === 'bath');
  await desk.ask({ method: 'PUT', path: `/api/v1/services/${bath.id}`, body: { ...bath, free: [], hours: [] } });
  await elder.taps('confirm');
  await elder.seesThat('that it did not work out', says('这个时间不能约'));
});
