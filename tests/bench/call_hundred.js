// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred video calls one after the other: what kiosk and server hold after each ten of them.
import { readFileSync, readdirSync } from 'node:fs';
import { startDisplay } from '../support/display.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';
import { filmBars, KioskCalls } from './call_kiosk.js';
import { pssMegabytes } from './usage.js';

const TENS = 10;
const SIZE = { width: 320, height: 240, kilobits: 400 };

const threads = (pid) => Number(/Threads:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
const files = (pid) => readdirSync(`/proc/${pid}/fd`).length;

function tell(count, name, pid) {
  const megabytes = `${pssMegabytes(pid).toFixed(1)} MB`;
  const counts = `${threads(pid)} threads, ${files(pid)} files open`;
  console.log(`${String(count).padStart(4)} calls  ${name.padEnd(14)}${megabytes.padStart(10)}  ${counts}`);
}

export async function hundredCalls() {
  const processes = new Processes();
  try {
    const film = filmBars(processes.path('bars.y4m'), SIZE);
    const display = await startDisplay(processes);
    const server = await new Server(processes).start();
    const calls = await new KioskCalls().start(processes, display, server, { film, ...SIZE });
    for (let ten = 0; ten <= TENS; ten++) {
      tell(ten * 10, 'anban-kiosk', calls.pid);
      tell(ten * 10, 'anban-server', server.process.child.pid);
      for (let n = 0; n < 10 && ten < TENS; n++) {
        await calls.call();
        await calls.hangUp();
      }
    }
  } finally {
    await processes.close();
  }
}
