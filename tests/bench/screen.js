// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for and what it costs: the kiosk, and Chromium in kiosk mode on a page of the same screen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUIET } from '../support/desk.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { JI } from '../support/residents.js';
import { BUILD } from '../support/server.js';
import { until } from '../support/wait.js';
import { pageOf } from './page.js';
import { cpuSeconds, pssMegabytes } from './usage.js';

export const IDLE_SECONDS = 20;
const STARTS = 3;
const TAPS = 5;
const SETTLE_MS = 1500; // a place that was touched is deaf for half a second; speech has begun

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

// A place inside the help key that is only its colour.
function landmark(tree) {
  const { px, ground } = node(tree, 'help');
  return { x: px[0] + (px[2] >> 1), y: px[1] + px[3] - 8, ground };
}

// Milliseconds from `act` until the display holds what `isThere` asks for, looked at as fast as can be.
async function timed(display, act, isThere) {
  const pixels = display.pixels();
  const began = performance.now();
  act();
  await until('the picture', () => isThere(pixels));
  const ms = performance.now() - began;
  pixels.close();
  return ms;
}

async function untilDark(display, { x, y, ground }) {
  const pixels = display.pixels();
  await until('the display to be empty', () => pixels.colour(x, y) !== ground);
  pixels.close();
}

async function starts(display, place, launch) {
  const times = [];
  for (let n = 0; n < STARTS; n++) {
    await untilDark(display, place);
    let started;
    times.push(
      await timed(
        display,
        () => (started = launch()),
        (pixels) => pixels.colour(place.x, place.y) === place.ground,
      ),
    );
    if (n === STARTS - 1) return { ms: median(times), process: started };
    await started.stop();
  }
}

async function idle({ child }) {
  await pause(SETTLE_MS);
  const before = cpuSeconds(child.pid);
  await pause(IDLE_SECONDS * 1000);
  return { percent: ((cpuSeconds(child.pid) - before) / IDLE_SECONDS) * 100, megabytes: pssMegabytes(child.pid) };
}

// From the click until the first pixel of the answer, there and back again. The finger waits, ready, on the key.
async function taps(processes, display, places) {
  const finger = processes.start('finger', 'xdotool', ['-'], { env: display.env, stdio: ['pipe', 'pipe', 'pipe'] });
  const times = [];
  for (let n = 0; n < TAPS * 2; n++) {
    const [x, y] = places[n % places.length];
    await display.move(x, y);
    await pause(SETTLE_MS);
    const pixels = display.pixels();
    const before = pixels.rows();
    pixels.close();
    times.push(
      await timed(
        display,
        () => finger.child.stdin.write('click 1\n'),
        (now) => !now.rows().equals(before),
      ),
    );
  }
  return median(times);
}

const centre = ({ px: [x, y, width, height] }) => [x + (width >> 1), y + (height >> 1)];

export async function measureKiosk(processes, display, url) {
  const kiosk = new Kiosk(processes, display, url);
  await kiosk.start();
  const rest = await kiosk.elder.sees('rest');
  await kiosk.process.stop();
  const { ms, process } = await starts(display, landmark(rest), () => kiosk.launch());
  await display.still();
  const home = await kiosk.elder.signsIn(JI);
  const usage = await idle(process);
  await kiosk.elder.taps('tile.settings');
  const settings = await kiosk.elder.sees('settings');
  await kiosk.elder.taps('home');
  await kiosk.elder.sees('home');
  const tap = await taps(processes, display, [centre(node(home, 'tile.settings')), centre(node(settings, 'home'))]);
  await process.stop();
  return { start: ms, ...usage, tap, trees: { home, settings } };
}

export async function measureChromium(processes, display, { home, settings }) {
  const page = processes.path('home.html');
  writeFileSync(page, pageOf(home, settings, [join(BUILD, 'assets/portraits/ji_yulan.png')]));
  const profile = `--user-data-dir=${processes.path('bench-chromium')}`;
  const args = [
    ...QUIET,
    profile,
    '--kiosk',
    `--window-size=${display.width},${display.height}`,
    '--window-position=0,0',
  ];
  const launch = () =>
    processes.start('Chromium', '/usr/bin/chromium', [...args, `file://${page}`], { env: display.env });
  const { ms, process } = await starts(display, landmark(home), launch);
  await display.still();
  const usage = await idle(process);
  const tap = await taps(processes, display, [centre(node(home, 'tile.settings'))]);
  await process.stop();
  return { start: ms, ...usage, tap };
}
