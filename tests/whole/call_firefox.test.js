// SPDX-License-Identifier: GPL-3.0-or-later
// A call between a real kiosk and the family's page in Firefox: both see and hear each other.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CallRoom, KIOSK_HERTZ, PHONE_HERTZ } from '../support/call_room.js';
import { FirefoxPhone, openFirefox } from '../support/firefox.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { startSound } from '../support/sound.js';
import { until } from '../support/wait.js';

const room = new CallRoom();
const hers = new Processes();
let daughter, elder;

before(async () => {
  await room.start();
  elder = room.elder;
  const [member] = room.members;
  const firefox = await openFirefox(hers, { hertz: PHONE_HERTZ[0], sound: await startSound(hers) });
  await firefox.page.goto(await room.linkOf(member));
  daughter = new FirefoxPhone(firefox.page, firefox, member);
  await elder.signsIn(JI);
  await daughter.reads('现在可以接通');
});
after(async () => {
  await hers.close();
  await room.close();
});

// The colour of a picture that has one all over, but for the corner where the elder sees himself; else ''.
function soleColour(look) {
  const places = [0.1, 0.35, 0.6].flatMap((across) => [0.2, 0.6].map((down) => look(across, down)));
  const isAlike = (colour) => colour.every((part, at) => Math.abs(part - places[0][at]) < 16);
  return places.every(isAlike) ? places[0].join() : '';
}

// What Firefox's camera sees is one colour that changes all the time; a portrait has more than one.
async function untilKioskShowsHer() {
  const colours = new Set();
  await until('a colour that changes on the kiosk', async () => {
    const [colour] = await room.lookAtPictures(soleColour);
    if (colour) colours.add(colour);
    return colours.size >= 5;
  });
}

async function bothSeeAndHear() {
  await Promise.all([daughter.untilIs('talking'), room.untilKioskIs('call')]);
  await Promise.all([untilKioskShowsHer(), daughter.untilShowsKiosk()]);
  await Promise.all([room.untilKioskSounds(PHONE_HERTZ[0]), daughter.untilSounds(KIOSK_HERTZ)]);
}

test('she calls, the elder answers: both see and hear each other', async () => {
  await daughter.press('视频通话');
  await room.untilKioskIs('ringing');
  await elder.taps('answer');
  await bothSeeAndHear();
});

test('she hangs up: it is over on both sides', async () => {
  await daughter.press('挂断');
  await room.untilKioskIs('call_over');
  await daughter.closesCall();
  await elder.taps('good');
});

test('the elder calls, she answers: the same, and it is over when the elder hangs up', async () => {
  await elder.sees('home');
  await room.elderCalls(daughter.member);
  await daughter.untilIs('ringing');
  await daughter.press('接听');
  await bothSeeAndHear();
  await elder.taps('hang_up');
  await daughter.untilIs('over');
  await daughter.closesCall();
  assert.deepEqual(daughter.telephone.complaints, []);
});
