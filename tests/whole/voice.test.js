// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's voice as a whole: the page follows what is heard, and a site's own voice that fails is replaced and told.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { signIn } from '../support/account.js';
import { startDisplay } from '../support/display.js';
import { look, node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { BUILD, Server } from '../support/server.js';
import { startSound } from '../support/sound.js';
import { until } from '../support/wait.js';

const LOUD = 1000;
const processes = new Processes();
let server, display, sound, kiosk;

before(async () => {
  server = await new Server(processes).start();
  display = await startDisplay(processes);
  sound = await startSound(processes);
});
afterEach(() => kiosk?.process.kill());
after(() => processes.close());

const aKiosk = (...args) =>
  new Kiosk(processes, display, server.url, { sound, args: ['--voices', join(BUILD, 'voices'), ...args] }).start();

// The characters that were marked on the page, in their order, until nothing is said any more.
async function marked(door) {
  const seen = [];
  let spoken = '';
  await until('the end of the sentence', async () => {
    const tree = await look(door);
    if (tree?.said && tree.said !== seen.at(-1)) seen.push(tree.said);
    if (tree?.said) ({ spoken } = tree);
    return seen.length > 0 && tree && !tree.said;
  });
  return { seen, spoken };
}

async function untilTheDeskReads(sentence) {
  const staff = await signIn(server.url, server.admin);
  await until('the problem at the desk', async () => {
    const { kiosks } = (await staff.ask({ path: '/api/v1/kiosks' })).json;
    return kiosks.some(({ problems }) => problems.some((one) => one.includes(sentence)));
  });
}

test('the page marks what is being said, from the first character to the last', async () => {
  kiosk = await aKiosk();
  await kiosk.elder.signsIn(JI);
  const { seen, spoken } = await marked(kiosk.door);
  assert.ok(seen.length >= 3, `marked: ${seen.join(' ')} of: ${spoken}`);
  let at = 0;
  for (const character of seen) {
    at = spoken.indexOf(character, at);
    assert.ok(at >= 0, `${character} is out of its place: ${seen.join(' ')} of: ${spoken}`);
    at += character.length;
  }
});

test("a site's own voice that fails: the kiosk speaks all the same, and the desk reads why", async () => {
  const file = processes.path('voices.conf');
  writeFileSync(file, 'zh_CN wav /nowhere/piper\n');
  kiosk = await aKiosk('--set', `voice.engines=${file}`);
  const ears = sound.listen();
  await kiosk.elder.taps('clock');
  await kiosk.elder.sees('who');
  await until('a voice', () => ears.loudest() > LOUD);
  await untilTheDeskReads("/nowhere/piper can't be started");
});

test('a kiosk without any voice: the person reads it, and the desk reads why', async () => {
  const nothing = processes.path('no-voices');
  mkdirSync(join(nothing, 'espeak-ng-data'), { recursive: true });
  const options = { sound, args: ['--voices', nothing], env: { ESPEAK_DATA_PATH: nothing } };
  kiosk = await new Kiosk(processes, display, server.url, options).start();
  await kiosk.elder.signsIn(JI);
  await kiosk.elder.taps('tile.settings');
  await kiosk.elder.taps('tile.volume');
  await kiosk.elder.seesThat('that there is no voice', (tree) => node(tree, 'title')?.text.startsWith('我现在发不出声音'));
  await untilTheDeskReads("espeak-ng can't start");
});
