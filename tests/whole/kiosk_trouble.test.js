// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong around the kiosk and can be lived with: another font, a serial that is taken, a clock set back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { signIn, today } from '../support/account.js';
import { ahead } from '../support/clock.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { Server } from '../support/server.js';

const processes = new Processes();
let server, display, kiosk;

before(async () => {
  server = await new Server(processes).start();
  display = await startDisplay(processes);
});
afterEach(() => kiosk?.process.kill());
after(() => processes.close());

const hasNumber = (tree) => tree.screen === 'done' && node(tree, 'number');

async function stops() {
  assert.deepEqual(await kiosk.process.stop(), { code: 0, signal: null }, kiosk.process.output);
}

test('without its font it takes another and says so', async () => {
  const file = processes.path('fonts.conf');
  writeFileSync(file, '<fontconfig><dir>/usr/share/fonts/truetype/hanazono</dir></fontconfig>');
  const env = { FONTCONFIG_FILE: file };
  kiosk = await new Kiosk(processes, display, server.url, { env }).start();
  await kiosk.process.says(/Noto Sans CJK/);
  await stops();
});

test('a key that the server does not know under this serial: it waits, and says so on the screen', async () => {
  kiosk = await new Kiosk(processes, display, server.url, { folder: processes.path('other-key') }).start('setup');
  await kiosk.process.says(/enrolment waits: the server answers 403/);
  await stops();
});

async function lunchOf({ name }) {
  const staff = await signIn(server.url, server.admin);
  const { people } = (await staff.ask({ path: `/api/v1/kitchen?date=${today(1)}&meal=lunch` })).json;
  return people.filter((one) => one.name === name);
}

test('a clock that was set back a day: orders arrive, and for the right day', async () => {
  kiosk = await new Kiosk(processes, display, server.url, { env: ahead(-86400) }).start();
  await kiosk.elder.signsIn(JI);
  await kiosk.elder.opensTomorrowsLunch();
  await kiosk.elder.orders();
  await kiosk.elder.seesThat('the number of the order', hasNumber);
  assert.equal((await lunchOf(JI)).length, 1);
});
