// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk under a Wayland compositor, which is a window on a virtual display: what is to be seen and touched there has
// gone through the compositor.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { promisify } from 'node:util';
import { signIn } from '../support/account.js';
import { startDisplay } from '../support/display.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { Server } from '../support/server.js';
import { until } from '../support/wait.js';

const run = promisify(execFile);
const skip = spawnSync('which', ['weston']).status !== 0 && 'weston is not installed';
const processes = new Processes();
const folder = processes.path('wayland');
// Mesa keeps memory until the end under names that no suppression can give.
const noLeaks = { ASAN_OPTIONS: 'detect_leaks=0' };
const BLACK = /The screen stays black/;
let server, display, compositor, kiosk;

async function startWeston() {
  const { width, height } = display;
  const env = { ...display.env, XDG_RUNTIME_DIR: folder };
  mkdirSync(folder, { mode: 0o700 });
  const size = [`--width=${width}`, `--height=${height}`];
  const weston = ['--backend=x11-backend.so', '--use-pixman', '--shell=kiosk-shell.so', '--idle-time=0', '--no-config'];
  processes.start('weston', 'weston', [...weston, ...size, '--socket=anban'], { env });
  await until('a compositor', () => existsSync(join(folder, 'anban')));
  return { ...display, env: { ...env, WAYLAND_DISPLAY: 'anban', SDL_VIDEODRIVER: 'wayland' } };
}

before(async () => {
  if (skip) return;
  server = await new Server(processes).start();
  display = await startDisplay(processes);
  compositor = await startWeston();
});
afterEach(() => kiosk?.process.kill());
after(() => processes.close());

async function colours() {
  const picture = processes.path('seen.png');
  await display.snapshot(picture);
  return Number((await run('identify', ['-format', '%k', picture])).stdout);
}

test('it is to be seen and touched', { skip }, async () => {
  kiosk = await new Kiosk(processes, compositor, server.url, { env: noLeaks }).start();
  await until('a picture', async () => (await colours()) > 16);
  await kiosk.elder.signsIn(JI);
  assert.doesNotMatch(kiosk.process.output, BLACK);
});

test('a screen that stays black is told to the log and the desk', { skip }, async () => {
  const env = { ...noLeaks, SDL_FRAMEBUFFER_ACCELERATION: '0' };
  kiosk = await new Kiosk(processes, compositor, server.url, { env }).start();
  await kiosk.process.says(BLACK);
  const staff = await signIn(server.url, server.admin);
  const kiosks = async () => JSON.stringify((await staff.ask({ path: '/api/v1/kiosks' })).json);
  await until('the desk to know', async () => BLACK.test(await kiosks()));
});
