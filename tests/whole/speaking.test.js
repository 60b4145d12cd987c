// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody speaks to the real kiosk through a real microphone's way: what is understood is asked back and done at a
// spoken yes, who is not understood is offered a person, and a cry for help reaches the desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signIn } from '../support/account.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { Server } from '../support/server.js';
import { startSound } from '../support/sound.js';
import { Talker } from '../support/talker.js';
import { until } from '../support/wait.js';

const processes = new Processes();
let server, kiosk, elder, talker;

before(async () => {
  server = await new Server(processes).start();
  const display = await startDisplay(processes);
  const sound = await startSound(processes);
  kiosk = await new Kiosk(processes, display, server.url, { sound }).start();
  elder = kiosk.elder;
  talker = new Talker(processes, sound);
  await elder.signsIn(JI);
});
after(() => processes.close());

const listens = (tree) => node(tree, 'title')?.text === '我在听，请说';
const speaks = (tree) => tree.said !== '';
const isQuiet = (tree) => tree.said === '';

const unclear = (tree) => node(tree, 'title')?.text.startsWith('我没听');

// Until it has been understood: a busy machine breaks sound off, and then the kiosk listens once more.
async function saysUntil(text, screen) {
  await talker.prepares(text);
  for (let turn = 0; ; turn += 1) {
    await elder.seesThat('that it listens', listens);
    await talker.says(text);
    const tree = await elder.seesThat('what came of it', (one) => one.screen === screen || unclear(one));
    if (tree.screen === screen) return tree;
    if (turn === 2) throw new Error(`Three times "${text}" was not understood.`);
  }
}

test('what is said is asked back, and done at a spoken yes', async () => {
  await elder.taps('speak');
  const heard = await saysUntil('我要吃饭', 'heard');
  assert.match(node(heard, 'title').text, /我要吃饭/);
  await talker.prepares('好的');
  await elder.seesThat('the character that is being said', speaks);
  await elder.seesThat('that it has said its sentence', isQuiet);
  await talker.says('好的');
  await elder.sees('day');
});

test('a key of the page can be said by its name', async () => {
  await elder.taps('home');
  await elder.sees('home');
  await elder.taps('speak');
  await saysUntil('设置', 'heard');
  await elder.taps('yes');
  await elder.sees('settings');
  await elder.taps('home');
  await elder.sees('home');
});

test('who is not understood three times is offered a person', async () => {
  await elder.taps('speak');
  for (let i = 0; i < 3; i += 1) {
    await elder.seesThat('that it listens', listens);
    await talker.says('今年冬天比去年冷多了');
    if (i < 2) await elder.seesThat('that it did not understand', unclear);
  }
  await elder.sees('offer');
  await elder.taps('no');
  await elder.sees('home');
});

test('a cry for help is not asked back and reaches the desk', async () => {
  const admin = await signIn(server.url, server.admin);
  await elder.taps('speak');
  await saysUntil('救命', 'help');
  const isRaised = async () => (await admin.ask({ path: '/api/v1/help' })).json.help.length === 1;
  await until('the call at the desk', isRaised);
});
