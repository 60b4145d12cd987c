// SPDX-License-Identifier: GPL-3.0-or-later
// An elder's whole journey on a virtual display, by real clicks; a picture of each screen, of the desk page and of the
// family's telephone.
//   node tour.js DIR
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ahead } from '../support/clock.js';
import { startDisplay } from '../support/display.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { Server, SOURCE } from '../support/server.js';
import { until } from '../support/wait.js';
import { Album } from './tour/album.js';
import { calling } from './tour/calling.js';
import { desk } from './tour/desk.js';
import { ordering } from './tour/ordering.js';

const folder = process.argv[2];
if (!folder) throw new Error('A folder for the pictures is expected: node tour.js DIR');
const album = new Album(folder);
const processes = new Processes();
try {
  await lunch();
} finally {
  await processes.close();
}
await calling(album);

async function lunch() {
  const clock = ahead((morning() - Date.now()) / 1000);
  const display = await startDisplay(processes);
  const server = await new Server(processes, { env: { ...process.env, ...clock } }).start();
  const kiosk = await new Kiosk(processes, display, server.url, { env: clock }).start();
  await until('all drawings on the kiosk', () => picturesOf(kiosk) >= drawings());
  await ordering(kiosk.elder, (name) => album.screen(display, name));
  await desk(processes, server, album, morning());
}

// The tour is at ten past nine, when today's lunch can still be ordered, whatever the hour is here.
function morning() {
  return new Date(Date.now() + 8 * 3600000).setUTCHours(9, 10, 0, 0) - 8 * 3600000;
}

function picturesOf(kiosk) {
  return readdirSync(join(kiosk.folder, 'pictures')).filter((name) => /^[0-9a-f]{64}$/.test(name)).length;
}

function drawings() {
  const files = ['dishes', 'portraits'].flatMap((kind) => readdirSync(join(SOURCE, 'assets', kind)));
  return files.filter((name) => name.endsWith('.svg')).length;
}
