// SPDX-License-Identifier: GPL-3.0-or-later
// The line is cut, and the wish goes on paper: read off the slip, brought to the desk, delivered later all the same.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { signIn, today } from '../support/account.js';
import { startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { ReceiptPrinter, scanned } from '../support/receipt_printer.js';
import { JI } from '../support/residents.js';
import { Server } from '../support/server.js';
import { startServerLine } from '../support/server_line.js';

const processes = new Processes();
let server, display, staff, line, printer, kiosk;
let day = 0; // each test orders for its own

before(async () => {
  server = await new Server(processes).start();
  display = await startDisplay(processes);
  staff = await signIn(server.url, server.admin);
});
beforeEach(async () => {
  day += 1;
  line = await startServerLine(processes, server.url);
  printer = await new ReceiptPrinter().start(processes);
  const args = ['--set', `printer.device=${printer.device}`];
  kiosk = await new Kiosk(processes, display, line.url, { folder: processes.path('kiosk'), args }).start();
});
afterEach(() => kiosk.process.kill());
after(() => processes.close());

const offline = (tree) => node(tree, 'line')?.text.includes('网络断了');
const says = (words) => (tree) => tree.screen === 'done' && JSON.stringify(tree).includes(words);
const hasNumber = (tree) => tree.screen === 'done' && node(tree, 'number');

async function bring(text) {
  const { status, json } = await staff.ask({ method: 'POST', path: '/api/v1/slips', body: { text } });
  assert.equal(status, 200);
  return json;
}
async function lunches() {
  const { people } = (await staff.ask({ path: `/api/v1/kitchen?date=${today(day)}&meal=lunch` })).json;
  return people.filter((one) => one.name === JI.name).length;
}
async function ordersWithoutLine() {
  line.cut();
  await kiosk.elder.seesThat('that the line is down', offline);
  await kiosk.elder.signsIn(JI);
  await kiosk.elder.taps('tile.meals');
  await kiosk.elder.taps(`day.${day}`);
  await kiosk.elder.taps('meal.lunch');
  await kiosk.elder.orders();
}

test('what the line does not carry is on paper, and is one order however it comes', async () => {
  await ordersWithoutLine();
  const text = scanned(await printer.slip(0));
  await kiosk.elder.seesThat('that the slip is here', says('纸条打好了'));
  assert.equal(await lunches(), 0);
  const first = await bring(text);
  assert.deepEqual([first.verdict, first.resident.name, first.answer.accepted], ['entered', JI.name, true]);
  assert.equal((await bring(text)).verdict, 'known');
  line.mend();
  await kiosk.elder.seesThat('the number of the order', hasNumber);
  assert.equal(await lunches(), 1);
  assert.equal(printer.slips.length, 1);
});

test('without paper the elder is told, the desk too, and the slip comes when there is some', async () => {
  printer.hasPaper = false;
  await ordersWithoutLine();
  await kiosk.elder.seesThat('that there is no paper', says('打印机没有纸了'));
  printer.hasPaper = true;
  const text = scanned(await printer.slip(0));
  await kiosk.elder.seesThat('that the slip is here', says('纸条打好了'));
  line.mend();
  await kiosk.elder.seesThat('the number of the order', hasNumber);
  const later = await bring(text);
  assert.deepEqual([later.verdict, later.entered_by], ['known', '']);
  assert.equal(await lunches(), 1);
});

test('a kiosk that was killed after its slip delivers nothing twice, and prints nothing twice', async () => {
  await ordersWithoutLine();
  const text = scanned(await printer.slip(0));
  await kiosk.elder.seesThat('that the slip is here', says('纸条打好了'));
  assert.equal((await bring(text)).verdict, 'entered');
  await kiosk.process.kill();
  kiosk = await new Kiosk(processes, display, line.url, { folder: kiosk.folder, args: kiosk.args }).start();
  line.mend();
  await kiosk.elder.signsIn(JI);
  await kiosk.elder.taps('tile.today');
  await kiosk.elder.seesThat('that the kitchen has it', (tree) => JSON.stringify(tree).includes('厨房收到了'));
  assert.equal(await lunches(), 1);
  assert.equal(printer.slips.length, 1);
});
