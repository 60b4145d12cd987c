// SPDX-License-Identifier: GPL-3.0-or-later
// An elder says what she wants, and sees her daughter: the kiosk, and the telephone in another city.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CallRoom } from '../../support/call_room.js';
import { node } from '../../support/door.js';
import { BUILD } from '../../support/server.js';
import { Talker } from '../../support/talker.js';
import { until } from '../../support/wait.js';

const run = promisify(execFile);
const face = (name) => join(BUILD, 'assets/portraits', `${name}.png`);
// A camera before which somebody sits still.
const CAMERA = `gst:filesrc location=${face('ji_yulan')} ! pngdec ! imagefreeze is-live=true ! videocrop top=24 bottom=96
  ! videoconvert ! videoscale ! video/x-raw,width=640,height=480,framerate=30/1`.replace(/\s+/g, ' ');
const FACES = { 张晓梅: 'zhang_xiaomei' };

export async function calling(album) {
  const settings = { 'call.camera': CAMERA, 'call.width': 640, 'call.height': 480 };
  const room = await new CallRoom().start({ settings });
  try {
    await walk(room, (name, how) => album.screen(room.display, name, how), album);
  } finally {
    await room.close();
  }
}

async function walk(room, take, album) {
  const { elder } = room;
  const phone = await room.phone(0, { filmed: faceFilm });
  await room.elderComes(phone);
  const looks = async (screen, name = screen) => {
    await elder.seesThat(`all of ${screen} said`, (tree) => tree.screen === screen && tree.said === '');
    await take(name);
  };
  await speaking(elder, new Talker(room.processes, room.sound), looks, take);
  await album.page(phone.page, 'family-home');
  await elder.taps('tile.family');
  await looks('family');
  await elder.taps(`member.${phone.member.id}`);
  await elder.seesThat('that it calls', (tree) => ['calling', 'call'].includes(tree.screen));
  await phone.untilIs('ringing');
  await take('calling', { moves: true });
  await album.page(phone.page, 'family-ringing');
  await phone.press('接听');
  await talking(room, phone, take, album);
  await ringing(room, phone, take);
}

async function speaking(elder, talker, looks, take) {
  await elder.taps('speak');
  await elder.seesThat('that it listens', (tree) => node(tree, 'title')?.text === '我在听，请说');
  await take('listening', { moves: true });
  await talker.says('我要吃饭');
  await looks('heard');
  await elder.taps('no');
  await elder.sees('home');
}

async function talking(room, phone, take, album) {
  await phone.untilIs('talking');
  await room.elder.sees('call');
  await until('the elder on the telephone', () => phone.tiles());
  await room.elder.seesThat('the daughter', (tree) => tree.nodes.some((one) => one.film && one.name !== 'video.self'));
  await take('call', { moves: true });
  await album.page(phone.page, 'family-call');
  await room.elder.taps('cant_hear');
  await room.elder.sees('call_check');
  await take('call_check', { moves: true });
  await room.elder.taps('checked');
  await room.elder.taps('hang_up');
  await room.elder.sees('call_over');
  await take('call_over');
  await room.elder.taps('good');
  await phone.closesCall();
}

// The daughter calls, and gives up before anybody comes.
async function ringing(room, phone, take) {
  await phone.press('视频通话');
  await room.elder.sees('ringing');
  await take('ringing', { moves: true });
  await phone.press('挂断');
  await phone.closesCall();
  await room.elder.taps('home');
  await room.elder.taps('leave');
  await room.elder.sees('rest');
  await take('rest-missed');
}

// A telephone held up before the face of this member: a film of one picture.
async function faceFilm(path, n, member) {
  const file = `${path}.mjpeg`;
  const shape = ['-crop', '480x360+0+24', '+repage', '-resize', '640x480!', '-quality', '95'];
  await run('convert', [face(FACES[member.name]), ...shape, `jpg:${file}`]);
  return file;
}
