// SPDX-License-Identifier: GPL-3.0-or-later
// As many in a call as there may be: a real kiosk and four telephones, each with a picture of its own; and one too many.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CallRoom } from '../support/call_room.js';
import { writeFilm } from '../support/code_picture.js';
import { until } from '../support/wait.js';

// Twenty pictures go between the five of them, each made and shown on this machine, so there are few a second.
const SLOW_BARS =
  'gst:videotestsrc is-live=true pattern=smpte75 ! video/x-raw,width=320,height=240,framerate=10/1';
const room = new CallRoom();
let inCall, fifth, elder;

function slowFilm(path, n) {
  writeFilm(`${path}.y4m`, n, 5);
  return `${path}.y4m`;
}

before(async () => {
  await room.start({ settings: { 'call.camera': SLOW_BARS } });
  elder = room.elder;
  await room.addMember('张小满', '外孙女');
  await room.addMember('张立秋', '侄子');
  const phones = await Promise.all([0, 1, 2, 3, 4].map((n) => room.phone(n, { filmed: slowFilm })));
  await room.elderComes(...phones);
  fifth = phones.pop();
  inCall = phones;
});
after(() => room.close());

async function showsTheOthers(phone, n) {
  const others = [0, 1, 2, 3].filter((one) => one !== n).concat('bars');
  let seen = '';
  const isSo = async () => (seen = (await phone.pictures()).join()) === others.join();
  await until(`${others} on telephone ${n}`, isSo, () => `There are: ${seen}`);
}

test('while one talks, three others are told so, and join: all see each other', async () => {
  const [first, ...others] = inCall;
  await first.press('视频通话');
  await room.untilKioskIs('ringing');
  await elder.taps('answer');
  await first.untilIs('talking');
  for (const one of others) {
    await one.press('视频通话');
    await one.page.getByText('正在通话').waitFor();
    await one.press('加入他们的通话');
    await one.untilIs('talking');
  }
  await room.untilKioskShows(0, 1, 2, 3);
  for (const [n, phone] of inCall.entries()) await showsTheOthers(phone, n);
});

test('a fifth is told that there is no room, and may leave a message', async () => {
  await fifth.press('视频通话');
  await fifth.page.getByText('再多一位就坐不下了').waitFor();
  await fifth.page.getByRole('button', { name: '留一段话' }).waitFor();
  assert.equal(await fifth.page.getByRole('button', { name: '加入他们的通话' }).count(), 0);
  await fifth.closesCall();
});

test('one leaves, the others go on, and there is room again', async () => {
  await inCall[0].press('挂断');
  await inCall[0].closesCall();
  await room.untilKioskShows(1, 2, 3);
  await fifth.press('视频通话');
  await fifth.press('加入他们的通话');
  await room.untilKioskShows(1, 2, 3, 4);
});

test('the elder ends it for all', async () => {
  await elder.taps('hang_up');
  for (const one of [...inCall.slice(1), fifth]) {
    await one.untilIs('over');
    await one.closesCall();
  }
  await elder.taps('good');
});
