// SPDX-License-Identifier: GPL-3.0-or-later
// An elder orders lunch with real clicks on the real kiosk; staff see it in a real browser within a second of the
// kiosk's word, and hear nothing of it twice when the server or the kiosk dies in between.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { today } from '../support/account.js';
import { openBrowser, openDesk, openKitchen, untilListed } from '../support/desk.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { CHEN, JI, SHAW } from '../support/residents.js';
import { Server } from '../support/server.js';
import { startSound } from '../support/sound.js';
import { until } from '../support/wait.js';

const processes = new Processes();
let server, kiosk, elder, page, ears;

before(async () => {
  server = await new Server(processes).start();
  const display = await startDisplay(processes);
  const sound = await startSound(processes);
  ears = sound.listen();
  kiosk = await new Kiosk(processes, display, server.url, { sound }).start();
  elder = kiosk.elder;
  const browser = await openBrowser(processes);
  page = await openDesk(browser, server.url, server.admin);
});
after(() => processes.close());

const isNoted = (tree) => tree.screen === 'done' && node(tree, 'changed_mind') && !node(tree, 'number');
const hasNumber = (tree) => tree.screen === 'done' && node(tree, 'number');

test('an order of which the kiosk says "the kitchen has it" is on the kitchen\'s list', async () => {
  await openKitchen(page, today(1), 'lunch');
  await elder.signsIn(JI);
  await elder.opensTomorrowsLunch();
  await elder.orders();
  await elder.seesThat('the number of the order', hasNumber);
  await untilListed(page, JI.name, 1);
});

test('the kiosk was heard through the loudspeaker', async () => {
  await until('the voice', () => ears.loudest() > 1000);
  await elder.leaves();
});

test('the server dies in the middle of an order: it is delivered once when the server is back', async () => {
  await elder.signsIn(CHEN);
  await elder.opensTomorrowsLunch();
  await server.process.kill();
  await elder.orders();
  await elder.seesThat('that it is written down', isNoted);
  await server.start();
  await elder.seesThat('the number of the order', hasNumber);
  await untilListed(page, CHEN.name, 1);
});

test('the kiosk dies after "noted" while the server is away: the order is delivered once', async () => {
  await elder.leaves();
  await server.process.kill();
  await elder.signsIn(SHAW);
  await elder.opensTomorrowsLunch();
  await elder.orders();
  await elder.seesThat('that it is written down', isNoted);
  await kiosk.process.kill();
  await kiosk.start();
  await server.start();
  await untilListed(page, SHAW.name, 1);
});

test('nobody is on the list twice, and all stops cleanly', async () => {
  for (const { name } of [JI, CHEN, SHAW]) await untilListed(page, name, 1);
  for (const { process } of [kiosk, server])
    assert.deepEqual(await process.stop(), { code: 0, signal: null }, process.output);
});
