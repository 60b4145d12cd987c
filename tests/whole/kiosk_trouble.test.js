// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is broken around it, the kiosk stays on the screen, says in one sentence what and where, and loses nothing.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { promisify } from 'node:util';
import { signIn, today } from '../support/account.js';
import { ahead } from '../support/clock.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { CHEN, JI } from '../support/residents.js';
import { Server } from '../support/server.js';

const run = promisify(execFile);
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

test('a line of the configuration that makes no sense is named, the others are in force', async () => {
  const file = processes.path('kiosk.conf');
  writeFileSync(file, '[voice]\nvolume = loud\n[look]\nlocale = en\n');
  const args = ['--config', file];
  kiosk = await new Kiosk(processes, display, server.url, { args }).start();
  const [line] = await kiosk.process.says(/.*kiosk\.conf.*/);
  assert.match(line, /volume/);
  await kiosk.elder.seesThat('English', (tree) => tree.locale === 'en');
  await stops();
});

test('a damaged database is put aside, not deleted, and the kiosk learns all anew', async () => {
  const home = processes.path('kiosk');
  writeFileSync(join(home, 'kiosk.db'), 'no database at all '.repeat(500));
  kiosk = await new Kiosk(processes, display, server.url).start();
  const [line] = await kiosk.process.says(/.*kiosk\.db.*/);
  const aside = readdirSync(home).find((name) => /^kiosk-damaged-.*\.db$/.test(name));
  assert.match(readFileSync(join(home, aside), 'utf8'), /^no database at all/, line);
  await stops();
});

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

test('a full disk: "noted" is not said, the order can be tried again and arrives once', async () => {
  const wrap = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh']; // a limit is to be told, not to kill
  kiosk = await new Kiosk(processes, display, server.url, { wrap }).start();
  await kiosk.elder.signsIn(CHEN);
  await kiosk.elder.opensTomorrowsLunch();
  await limitFiles(kiosk.process.child.pid, '1');
  await kiosk.elder.orders();
  const told = await kiosk.elder.seesThat('that it is not written down', (tree) => node(tree, 'retry'));
  assert.equal(node(told, 'number'), undefined);
  await kiosk.process.says(/kiosk\.db/);
  await limitFiles(kiosk.process.child.pid, 'unlimited');
  await kiosk.elder.taps('retry');
  await kiosk.elder.seesThat('the number of the order', hasNumber);
  assert.equal((await lunchOf(CHEN)).length, 1);
  await stops();
});

// Files of that process may not grow beyond so many bytes: what a full disk does to writing.
async function limitFiles(pid, bytes) {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

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
