// SPDX-License-Identifier: GPL-3.0-or-later
// A virtual display with a finger: what is pressed here is pressed by a real X11 event.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { Framebuffer } from './framebuffer.js';
import { until } from './wait.js';

const run = promisify(execFile);
const STILL_MS = 250;
const SMALL = ['-strip', '+dither', '-colors', '256', '-define', 'png:compression-level=9'];

export async function startDisplay(processes, { width = 1280, height = 800 } = {}) {
  const folder = processes.path('display');
  mkdirSync(folder, { recursive: true });
  const xvfb = processes.start(
    'Xvfb',
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-fbdir', folder, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  let number = '';
  xvfb.child.stdio[3].on('data', (bytes) => (number += bytes));
  await new Promise((resolve) => xvfb.child.stdio[3].once('data', resolve));
  const env = { ...process.env, DISPLAY: `:${number.trim()}`, SDL_VIDEODRIVER: 'x11' };
  delete env.WAYLAND_DISPLAY;
  const xdotool = (...args) => run('xdotool', args.map(String), { env });
  const pixels = () => new Framebuffer(`${folder}/Xvfb_screen0`);
  return {
    env,
    width,
    height,
    pixels,
    move: (x, y) => xdotool('mousemove', x, y),
    tap: (x, y) => xdotool('mousemove', x, y, 'click', 1),
    // A finger that trembles: the same again a little later, a little lower.
    tapTwice: (x, y, { seconds, lower }) =>
      xdotool(...['mousemove', x, y, 'click', 1], ...['sleep', seconds], ...['mousemove', x, y + lower, 'click', 1]),
    key: (name) => xdotool('key', name),
    // A card reader is a keyboard that types a number faster than anybody, then Enter.
    card: (number) => xdotool('type', '--delay', 5, `${number}\n`),
    // Until nothing has been drawn for a while.
    still: () => untilStill(pixels()),
    // All that is to be seen, once it stands still: as a PNG file small enough for the documentation.
    async picture(path) {
      await untilStill(pixels());
      await this.snapshot(path);
    },
    snapshot: (path) => run('import', ['-window', 'root', ...SMALL, path], { env }),
  };
}

async function untilStill(pixels) {
  let before = pixels.rows();
  let since = performance.now();
  await until('a picture that stands still', () => {
    const now = pixels.rows();
    if (!now.equals(before)) since = performance.now();
    before = now;
    return performance.now() - since > STILL_MS;
  });
  pixels.close();
}

// A PNG file with few enough colours, and so bytes, for the documentation.
export function shrink(path) {
  return run('mogrify', [...SMALL, path]);
}
