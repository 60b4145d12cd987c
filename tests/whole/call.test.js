// SPDX-License-Identifier: GPL-3.0-or-later
// Calls between a real kiosk and a telephone's browser: what each sees and hears of the other is recognised, and every
// way in which a call goes and ends.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CallRoom, KIOSK_HERTZ, PHONE_HERTZ } from '../support/call_room.js';
import { node } from '../support/door.js';

const room = new CallRoom();
let phone, elder;

before(async () => {
  await room.start();
  phone = await room.phone(0);
  elder = room.elder;
  await room.elderComes(phone);
});
after(() => room.close());

async function bothSeeAndHear() {
  await phone.untilIs('talking');
  await room.untilKioskIs('call');
  await Promise.all([room.untilKioskShows(0), phone.untilShowsKiosk()]);
  await Promise.all([room.untilKioskSounds(PHONE_HERTZ[0]), phone.untilSounds(KIOSK_HERTZ)]);
}
test('the elder touches a face: the telephone rings, both see and hear each other', async () => {
  await room.elderCalls(phone.member);
  await phone.untilIs('ringing');
  await phone.press('接听');
  await bothSeeAndHear();
});

test('the daughter hangs up', async () => {
  await phone.press('挂断');
  await room.untilKioskIs('call_over');
  await phone.closesCall();
  await elder.taps('good');
  await elder.sees('family');
});

test('the daughter calls: the kiosk rings, the elder answers and hangs up', async () => {
  await phone.press('视频通话');
  await room.untilKioskIs('ringing');
  await phone.page.getByText('那边已经响铃').waitFor();
  await elder.taps('answer');
  await bothSeeAndHear();
});

test('a press for help goes through in a call, and the call stays', async () => {
  await elder.taps('help');
  await elder.seesThat('that it is sent', (tree) => tree.screen === 'call' && node(tree, 'cancel_help'));
  const { help } = (await room.admin.ask({ path: '/api/v1/help' })).json;
  assert.equal(help.length, 1);
  await elder.taps('cancel_help');
  await room.untilKioskShows(0);
});

test('the elder hangs up', async () => {
  await elder.taps('hang_up');
  await phone.untilIs('over');
  await phone.page.getByText('通话结束').waitFor();
});
