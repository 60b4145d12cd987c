// SPDX-License-Identifier: GPL-3.0-or-later
// More than two in a call: a real kiosk and two telephones, each with a picture of its own.
import { after, before, test } from 'node:test';
import { CallRoom } from '../support/call_room.js';
import { until } from '../support/wait.js';

const room = new CallRoom();
let daughter, son, elder;

before(async () => {
  await room.start();
  daughter = await room.phone(0);
  son = await room.phone(1);
  elder = room.elder;
  await room.elderComes(daughter, son);
});
after(() => room.close());

test('while one talks, the other is told so, and joins: all three see each other', async () => {
  await daughter.press('视频通话');
  await room.untilKioskIs('ringing');
  await elder.taps('answer');
  await daughter.untilIs('talking');
  await son.press('视频通话');
  await son.page.getByText('正在通话').waitFor();
  await son.press('加入他们的通话');
  await son.untilIs('talking');
  await room.untilKioskShows(0, 1);
  for (const one of [daughter, son]) await until('both others', 30000, async () => (await one.tiles()) === 2);
});

test('one leaves, the others go on; the elder ends it for all', async () => {
  await daughter.press('挂断');
  await daughter.closesCall();
  await room.untilKioskShows(1);
  await elder.taps('hang_up');
  await son.untilIs('over');
  await son.closesCall();
  await elder.taps('good');
});
