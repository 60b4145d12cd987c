// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a database of the server and one of the kiosk as today's programs leave them, with something in nearly every
// table: `node tests/support/make_databases.js VERSION` writes VERSION-server.db and VERSION-kiosk.db to
// tests/samples/databases. Made once for each version that is released, and never again: tests open each of them with the
// programs as they are now.
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wavOf } from '../../src/web/desk/wav.js';
import { ask, enrol, newKey, orderMessage, signIn, today } from './account.js';
import { Caller } from './caller.js';
import { startDisplay } from './display.js';
import { Kiosk } from './kiosk.js';
import { Processes } from './processes.js';
import { CHEN, JI } from './residents.js';
import { Server, SOURCE } from './server.js';
import { RATE, speech } from './speaker.js';
import { until } from './wait.js';

const FOLDER = join(SOURCE, 'tests/samples/databases');
const OGG = Buffer.from('OggS: a greeting');
// The smallest picture there is: one white point.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsHPyBAAAAABJRU5ErkJggg==',
  'base64',
);
const processes = new Processes();
let server, admin, kiosk, elder;

async function staffDoes(method, path, body, headers = {}) {
  const answer = await admin.ask({ method, path: `/api/v1/${path}`, body, headers });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.json;
}

async function lendVoice() {
  const id = randomUUID();
  const consent = { date: '2026-11-25', words: '我同意。' };
  const speaker = { speaker: '李奶奶', locale: 'zh_CN', licence: '只在本中心使用' };
  await staffDoes('PUT', `voices/${id}`, { id, ...speaker, consent, in_use: true });
  const { lines } = await staffDoes('GET', `voices/${id}/script`);
  const sound = Buffer.from(wavOf([speech({ seconds: 1, hz: 240 })], RATE));
  await staffDoes('PUT', `voices/${id}/clips/${lines[0].id}`, sound, { 'Content-Type': 'audio/wav' });
  await staffDoes('PUT', `readings/${encodeURIComponent('乐清')}`, { word: '乐清', pinyin: 'yue4 qing1' });
}

async function fillDesk() {
  const cook = { id: randomUUID(), name: 'cook', display_name: '王师傅', role: 'kitchen' };
  await staffDoes('PUT', `staff/${cook.id}`, { ...cook, password: 'a long password' });
  const { hash } = await staffDoes('POST', 'media', PICTURE, { 'Content-Type': 'image/png' });
  const [dish] = (await staffDoes('GET', 'dishes')).dishes;
  await staffDoes('PUT', `dishes/${dish.id}`, { ...dish, picture: hash });
  await enrol(server.url, 'a kiosk that waits', newKey());
  await lendVoice();
}

// An order that stands, one that the kitchen takes back, and one that comes too late.
async function orderForChen(residents) {
  const { id } = residents.find((one) => one.name === CHEN.name);
  const { menus } = await staffDoes('GET', `menus?from=${today(1)}&to=${today(1)}`);
  const dishes = menus.find((menu) => menu.meal === 'supper').dishes.slice(0, 1);
  const how = { meal: 'supper', delivery: 'deliver', place: '1 幢 102', dishes, confirmed: true };
  const wish = (date) => orderMessage(id, { date, ...how });
  await staffDoes('POST', 'messages', wish(today(1)));
  const declined = (await staffDoes('POST', 'messages', wish(today(2)))).order;
  if (declined.status === 'accepted') await staffDoes('POST', `orders/${declined.id}/decline`);
  await staffDoes('POST', 'messages', wish(today(-1)));
}

// A greeting from the daughter, and a call of hers.
async function daughterComes(ji) {
  const [daughter] = (await staffDoes('GET', `family/members?resident_id=${ji.id}`)).members;
  const { url } = await staffDoes('POST', `family/members/${daughter.id}/link`, {});
  const body = { token: new URL(url).hash.slice(1) };
  const path = '/api/v1/family/session';
  const session = await ask(server.url, { method: 'POST', path, body, headers: { Origin: server.url } });
  const headers = { Cookie: session.headers['set-cookie'][0].split(';')[0], Origin: server.url };
  const caller = new Caller(headers, '/api/v1/family/events', { kind: 'family', id: daughter.id });
  await caller.follow(server.url);
  return caller;
}

async function greet(daughter, ji) {
  const to = `to_kind=resident&to_id=${ji.id}&resident_id=${ji.id}`;
  const path = `/api/v1/voice_messages?message_id=${randomUUID()}&${to}&made_at=${Date.now()}&seconds=7`;
  const headers = { ...daughter.headers, 'Content-Type': 'audio/ogg' };
  const { status, text } = await ask(server.url, { method: 'POST', path, body: OGG, headers });
  if (status !== 200) throw new Error(text);
}

async function ring(daughter, ji) {
  const id = randomUUID();
  const to = { kind: 'resident', id: ji.id };
  await until('the call to ring', async () => (await daughter.place(id, to)).json.state === 'ringing');
  await elder.sees('ringing', 20000);
  await daughter.say(id, 'bye', { data: { reason: 'cancelled' } });
  await daughter.hears('call', 'over');
}

async function callForHelp() {
  await elder.taps('help');
  await elder.sees('help');
}

async function helpIsTaken() {
  await elder.seesThat('the desk has the call', (tree) => JSON.stringify(tree).includes('rung.received'));
  const { help } = await staffDoes('GET', 'help');
  await staffDoes('POST', `help/${help[0].help_id}/acknowledge`);
  await staffDoes('POST', `help/${help[0].help_id}/close`);
}

async function comesIn() {
  await elder.taps('clock');
  await elder.sees('pin');
  for (const digit of JI.pin) await elder.taps(`digit.${digit}`);
  await elder.sees('home');
}

async function ordersTomorrow(meal) {
  await elder.taps('tile.meals');
  await elder.taps('day.1');
  await elder.taps(`meal.${meal}`);
  await elder.sees('dishes');
  const tree = await elder.orders();
  await elder.taps('home');
  return tree;
}

async function withServer() {
  await comesIn();
  await ordersTomorrow('lunch');
  await elder.taps('tile.settings');
  await elder.taps('tile.theme');
  await elder.taps('theme.black_yellow');
  await elder.taps('home');
  await callForHelp();
  await helpIsTaken();
}

// What is asked for now waits on the kiosk's disk.
async function withoutServer() {
  await comesIn();
  await ordersTomorrow('supper');
  await elder.taps('tile.family');
  await elder.taps('hours');
  await elder.taps('morning');
  await elder.taps('home');
  await elder.taps('tile.today');
  const { nodes } = await elder.sees('today');
  await elder.taps(nodes.find((one) => one.name.startsWith('order.')).name);
  await elder.taps('cancel');
  await elder.sees('cancel');
  await elder.taps('cancel');
  await callForHelp();
  await elder.taps('cancel_help');
}

// What ends in order folds its log into the file.
function keep(from, name) {
  if (existsSync(`${from}-wal`)) throw new Error(`${from} has a log beside it`);
  copyFileSync(from, join(FOLDER, name));
}

async function main(name) {
  server = await new Server(processes, { args: ['--pictures', '/nowhere'] }).start();
  admin = await signIn(server.url, server.admin);
  const { residents } = await staffDoes('GET', 'residents');
  const ji = residents.find((one) => one.name === JI.name);
  const args = ['--set', 'kiosk.kind=bedside', '--set', `kiosk.residents=${ji.id}`];
  kiosk = await new Kiosk(processes, await startDisplay(processes), server.url, { args }).start();
  elder = kiosk.elder;
  await fillDesk();
  await orderForChen(residents);
  const daughter = await daughterComes(ji);
  await greet(daughter, ji);
  await ring(daughter, ji);
  await withServer();
  await kiosk.process.stop();
  daughter.stream.destroy();
  await server.process.stop();
  await kiosk.start();
  await withoutServer();
  await kiosk.process.stop();
  mkdirSync(FOLDER, { recursive: true });
  keep(join(server.folder, 'anban.db'), `${name}-server.db`);
  keep(join(kiosk.folder, 'kiosk.db'), `${name}-kiosk.db`);
}

try {
  await main(process.argv[2]);
} finally {
  await processes.close();
}
