// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk is killed at the worst moments: what it called noted has exactly one effect, what it did not call noted has
// at most one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signIn } from '../support/account.js';
import { startDisplay } from '../support/display.js';
import { look, node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { CHEN, JI, SHAW } from '../support/residents.js';
import { Server } from '../support/server.js';
import { until } from '../support/wait.js';

const processes = new Processes();
let server, staff, kiosk, elder;

before(async () => {
  server = await new Server(processes).start();
  staff = await signIn(server.url, server.admin);
  kiosk = await new Kiosk(processes, await startDisplay(processes), server.url).start();
  elder = kiosk.elder;
});
after(() => processes.close());

const day = (ahead) => new Date(Date.now() + (8 + 24 * ahead) * 3600000).toISOString().slice(0, 10);

async function orders() {
  const { json } = await staff.ask({ path: `/api/v1/orders?from=${day(0)}&to=${day(7)}` });
  return json.orders.length;
}

const isNoted = (tree) => tree?.screen === 'done' && node(tree, 'changed_mind');

// From the resting screen to the page that reads the order aloud.
async function untilConfirm(resident) {
  await elder.signsIn(resident);
  await elder.opensTomorrowsLunch();
  await elder.tapsNode(await elder.findsDish());
  await elder.taps('chosen');
  await elder.taps('how.deliver');
  await elder.sees('confirm');
}

// Wishes are delivered in their order: once this one has its number, nothing before it is still on its way.
async function ordersSupper(resident) {
  await elder.signsIn(resident);
  await elder.taps('tile.meals');
  await elder.taps('day.1');
  await elder.taps('meal.supper');
  await elder.orders();
  await elder.seesThat('the number of the order', (tree) => tree.screen === 'done' && node(tree, 'number'));
  await elder.leaves();
}

// The server has read the wish but is frozen before it answers; the kiosk dies; the server goes on and keeps it; the
// kiosk, back again, sends the wish once more.
test('killed between "noted" and the answer: one order', async () => {
  await untilConfirm(JI);
  server.process.child.kill('SIGSTOP');
  await elder.taps('confirm');
  await elder.seesThat('that it is written down', isNoted);
  await kiosk.process.kill();
  server.process.child.kill('SIGCONT');
  await kiosk.start();
  await until('the order', async () => (await orders()) === 1);
  assert.equal(await orders(), 1);
});

for (const [resident, ms] of [
  [CHEN, 0],
  [SHAW, 25],
])
  test(`killed ${ms} ms after the last touch: what was called noted is there once`, async () => {
    const before = await orders();
    await untilConfirm(resident);
    await server.process.kill();
    await elder.taps('confirm');
    await new Promise((resolve) => setTimeout(resolve, ms));
    const noted = isNoted(await look(kiosk.door));
    await kiosk.process.kill();
    await server.start();
    staff = await signIn(server.url, server.admin);
    await kiosk.start();
    if (noted) await until('the order', async () => (await orders()) === before + 1);
    await ordersSupper(resident);
    const now = (await orders()) - 1;
    assert.ok(noted ? now === before + 1 : now <= before + 1, `${before} orders before, ${now} now`);
  });

const openCalls = async () => (await staff.ask({ path: '/api/v1/help' })).json.help;

test('killed while the desk has a call for help: it stands there again, and can be taken back', async () => {
  await elder.taps('help');
  await elder.seesThat('that the desk has it', (tree) => tree.screen === 'help' && node(tree, 'rung.taken'));
  await until('the call at the desk', async () => (await openCalls()).length === 1);
  const [raised] = await openCalls();
  await kiosk.process.kill();
  await kiosk.start('help');
  for (const rung of ['rung.pressed', 'rung.received'])
    await elder.seesThat(`the ${rung}`, (tree) => node(tree, rung));
  await elder.taps('help');
  assert.deepEqual(
    (await openCalls()).map((call) => call.help_id),
    [raised.help_id],
  );
  await elder.taps('cancel_help');
  await until('no open call', async () => (await openCalls()).length === 0);
});
