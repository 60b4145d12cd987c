// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks in a call between a real kiosk and a telephone: the server, the telephone, the camera.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CallRoom, KIOSK_HERTZ, PHONE_HERTZ } from '../support/call_room.js';
import { node } from '../support/door.js';
import { until } from '../support/wait.js';

// A camera that is pulled out after twenty seconds of pictures.
const CAMERA =
  'gst:videotestsrc is-live=true pattern=smpte75 num-buffers=600 ! video/x-raw,width=320,height=240,framerate=30/1';

const room = new CallRoom();
let phone, elder;

before(async () => {
  await room.start({ settings: { 'call.camera': CAMERA } });
  phone = await room.phone(0);
  elder = room.elder;
  await room.elderComes(phone);
});
after(() => room.close());

async function talk(key) {
  await phone.press(key);
  await room.untilKioskIs('ringing');
  await elder.taps('answer');
  await phone.untilIs('talking');
  await room.untilKioskSounds(PHONE_HERTZ[0]);
}

test('the camera is gone in a call: the sound goes on', async () => {
  await talk('视频通话');
  await room.kiosk.process.says(/call: .*camera/);
  await phone.untilSounds(KIOSK_HERTZ);
  await room.untilKioskShows(0);
  await elder.taps('hang_up');
  await phone.untilIs('over');
  await phone.closesCall();
  await elder.taps('good');
});

test('the server is killed and started in a call: nobody notices, and hanging up is told', async () => {
  await talk('只用声音'); // without the camera, which is unplugged again and again
  await room.server.process.kill();
  await room.server.start();
  await room.untilKioskSounds(PHONE_HERTZ[0]);
  await until('both at the server again', async () => {
    const { kiosks } = (await room.admin.ask({ path: '/api/v1/reach' })).json;
    return kiosks?.some((one) => one.reachable);
  });
  assert.equal(await phone.page.locator('.call-view').getAttribute('data-state'), 'talking');
  await phone.press('挂断');
  await room.untilKioskIs('call_over');
  await phone.closesCall();
  await elder.taps('good');
});

test('the telephone dies in a call: the kiosk notices', async () => {
  await talk('只用声音');
  await phone.dies();
  await elder.seesThat('that the line is weak', (tree) => /信号不太好/.test(node(tree, 'title')?.text));
  await elder.taps('hang_up');
  await room.untilKioskIs('call_over');
});
