// SPDX-License-Identifier: GPL-3.0-or-later
// A call by way of a TURN server alone, over a line that loses, delays and breaks.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CallRoom, KIOSK_HERTZ, PHONE_HERTZ } from '../support/call_room.js';
import { Processes } from '../support/processes.js';
import { startServerLine } from '../support/server_line.js';
import { SECRET, startTurn } from '../support/turn_server.js';

const MINUTE_MS = 60000;
const turning = new Processes();
const room = new CallRoom();
let phone, elder, line, house;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const saysItIsWeak = (tree) => /信号|稍等/.test(JSON.stringify(tree));

before(async () => {
  const turn = await startTurn(turning);
  line = turn.line;
  const config = turning.path('server.conf');
  writeFileSync(config, `[turn]\nurls = ${turn.urls}\nsecret = ${SECRET}\nrelay_only = yes\n`);
  const between = async (url) => (house = await startServerLine(turning, url)).url;
  await room.start({ settings: { 'call.loopback': 'yes' }, server: { args: ['--config', config] }, between });
  phone = await room.phone(0);
  elder = room.elder;
  await room.elderComes(phone);
});
after(async () => {
  await room.close();
  await turning.close();
});

test('by the TURN server alone: both see and hear each other', async () => {
  await phone.press('视频通话');
  await elder.taps('answer');
  await phone.untilIs('talking');
  await Promise.all([room.untilKioskShows(0), phone.untilShowsKiosk()]);
  await Promise.all([room.untilKioskSounds(PHONE_HERTZ[0]), phone.untilSounds(KIOSK_HERTZ)]);
  assert.ok(line.clients() >= 2, 'both came by the line');
});

test('the line is cut for five seconds: it is said on both sides, and the call comes back by itself', async () => {
  line.condition.cut = true;
  await phone.untilIs('reconnecting');
  await elder.seesThat('that it says so', saysItIsWeak);
  await pause(2000); // the cut is the thing itself
  line.condition.cut = false;
  await phone.untilIs('talking');
  await Promise.all([room.untilKioskShows(0), phone.untilShowsKiosk()]);
});

// The kiosk reaches neither the server nor anybody else, and the telephone not the kiosk.
test('the house has no network for a minute: both wait, and the call comes back by itself', async () => {
  const minute = pause(MINUTE_MS);
  house.cut();
  line.condition.cut = true;
  await Promise.all([
    phone.untilIs('reconnecting'),
    elder.seesThat('that it says so', saysItIsWeak),
    minute,
  ]);
  house.mend();
  line.condition.cut = false;
  await phone.untilIs('talking');
  await Promise.all([room.untilKioskShows(0), phone.untilShowsKiosk()]);
  await Promise.all([room.untilKioskSounds(PHONE_HERTZ[0]), phone.untilSounds(KIOSK_HERTZ)]);
});

for (const [loss, delayMs] of [
  [0.05, 75],
  [0.2, 75],
])
  test(`${loss * 100} % are lost and 150 ms pass there and back: they still see and hear each other`, async () => {
    Object.assign(line.condition, { loss, delayMs });
    await phone.untilSounds(KIOSK_HERTZ);
    await Promise.all([room.untilKioskShows(0), phone.untilShowsKiosk()]);
    assert.equal(await phone.page.locator('.call-view').getAttribute('data-state'), 'talking');
  });
