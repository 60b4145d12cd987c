// SPDX-License-Identifier: GPL-3.0-or-later
// What a call costs and how long one waits for it: the kiosk with a telephone's Chromium, and Chromium with Chromium.
// A machine without a graphics card scales and draws all pictures by its processor, on both sides.
import { startDisplay } from '../support/display.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';
import { BrowserCalls } from './call_browser.js';
import { filmBars, KioskCalls } from './call_kiosk.js';
import { cpuSeconds, pssMegabytes } from './usage.js';

const SECONDS = 15; // of talking that are measured
const SETTLE_MS = 4000; // the encoders have found their rate
const AWAY_MS = 5000;
export const SIZES = {
  VGA: { width: 640, height: 480, kilobits: 1000 },
  '720p': { width: 1280, height: 720, kilobits: 2000 },
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// That many percent of them take no longer.
export function percentile(numbers, percent) {
  const place = Math.ceil((numbers.length * percent) / 100) - 1;
  return numbers.toSorted((a, b) => a - b)[place];
}

async function usage(pid) {
  await pause(SETTLE_MS);
  const before = cpuSeconds(pid);
  await pause(SECONDS * 1000);
  return { percent: ((cpuSeconds(pid) - before) / SECONDS) * 100, megabytes: pssMegabytes(pid) };
}

// As a cut line: everything of the other side stands still, and nothing is lost on this machine.
async function cut(pid, act) {
  process.kill(-pid, 'SIGSTOP');
  await pause(AWAY_MS);
  process.kill(-pid, 'SIGCONT');
  const began = performance.now();
  await act();
  return performance.now() - began;
}

// {calls: [what call() gives], percent, megabytes, back}.
async function measure(talk, count) {
  const calls = [];
  for (let n = 0; n < count; n++) {
    calls.push(await talk.call());
    if (n < count - 1) await talk.hangUp();
  }
  const cost = await usage(talk.pid);
  const back = await cut(talk.otherPid, () => talk.moves());
  return { calls, back, ...cost };
}

// Each with nothing else beside it: what the one before has left would be paid by the next.
async function alone(act) {
  const processes = new Processes();
  try {
    return await act(processes, await new Server(processes).start());
  } finally {
    await processes.close();
  }
}

export function measureKioskCalls(size, count) {
  return alone(async (processes, server) => {
    const film = filmBars(processes.path('bars.y4m'), size);
    const display = await startDisplay(processes);
    return measure(await new KioskCalls().start(processes, display, server, { film, ...size }), count);
  });
}

export function measureBrowserCalls(size, count) {
  return alone(async (processes, server) => {
    const film = filmBars(processes.path('bars.y4m'), size);
    return measure(await new BrowserCalls().start(processes, server.url, { film, ...size }), count);
  });
}
