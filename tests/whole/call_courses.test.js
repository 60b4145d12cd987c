// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a call between a real kiosk and a telephone does not simply go well: declined, taken back, not
// answered, both calling at once; and that calls in a row leave nothing behind at the kiosk.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CallRoom, PHONE_HERTZ } from '../support/call_room.js';

const CALLS = 4;
const RING_SECONDS = 15; // long enough for a finger on a busy machine, and not the usual 45
const room = new CallRoom();
let daughter, elder;

before(async () => {
  const config = room.processes.path('server.conf');
  writeFileSync(config, `[calls]\nring_seconds = ${RING_SECONDS}\n`);
  await room.start({ server: { args: ['--config', config] } });
  daughter = await room.phone(0);
  elder = room.elder;
  await room.elderComes(daughter);
});
after(() => room.close());

test('the elder declines: it is said kindly, and a message can be left', async () => {
  await daughter.press('视频通话');
  await room.untilKioskIs('ringing');
  await elder.taps('decline');
  await daughter.page.getByText('现在不方便接听').waitFor();
  await daughter.page.getByRole('button', { name: '留一段话' }).waitFor();
  await daughter.closesCall();
});

test('the daughter declines: the elder is told', async () => {
  await elder.sees('home');
  await room.elderCalls(daughter.member);
  await daughter.untilIs('ringing');
  await daughter.press('拒绝');
  await room.untilKioskIs('call_over');
  await elder.taps('good');
});

test('a call that is taken back stops ringing', async () => {
  await daughter.press('只用声音');
  await room.untilKioskIs('ringing');
  await daughter.press('挂断');
  await elder.seesThat('that it no longer rings', (tree) => tree.screen !== 'ringing');
  await daughter.closesCall();
});

test('both call at once: it becomes one call', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const hold = (route) => held.then(() => route.continue());
  await daughter.page.route(/\/api\/v1\/calls\?as=/, hold, { times: 1 });
  await daughter.press('视频通话');
  await elder.taps(`member.${daughter.member.id}`);
  await room.untilKioskIs('calling');
  release();
  await Promise.all([daughter.untilIs('talking'), room.untilKioskIs('call')]);
  await room.untilKioskSounds(PHONE_HERTZ[0]);
  await elder.taps('hang_up');
  await daughter.untilIs('over');
  await daughter.closesCall();
  await elder.taps('good');
});

const threads = () =>
  Number(/Threads:\s+(\d+)/.exec(readFileSync(`/proc/${room.kiosk.process.child.pid}/status`, 'utf8'))[1]);

test('calls in a row leave no thread behind', async () => {
  const counts = [];
  for (let n = 0; n < CALLS; n++) {
    await daughter.press('只用声音');
    await room.untilKioskIs('ringing');
    await elder.taps('answer');
    await daughter.untilIs('talking');
    await elder.taps('hang_up');
    await daughter.untilIs('over');
    await daughter.closesCall();
    await elder.taps('good');
    await elder.seesThat('that the call is put away', (tree) => tree.screen !== 'call_over');
    counts.push(threads());
  }
  assert.ok(counts.at(-1) <= counts[0] + 1, `threads after each call: ${counts}`);
});

test('nobody answers: the daughter is told, and a message can be left', async () => {
  await daughter.press('视频通话');
  await room.untilKioskIs('ringing');
  await daughter.page.getByText('没有接听').first().waitFor();
  await daughter.page.getByRole('button', { name: '留一段话' }).waitFor();
  await elder.seesThat('that it no longer rings', (tree) => tree.screen !== 'ringing');
  await daughter.closesCall();
});
