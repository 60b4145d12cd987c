// SPDX-License-Identifier: GPL-3.0-or-later
// What the server is told badly it answers with a sentence, and goes on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { ask, enrol, newKey, newKiosk, orderMessage, signIn, token } from '../support/account.js';
import { Processes } from '../support/processes.js';
import { SERIAL, Server } from '../support/server.js';

const processes = new Processes();
let server, staff, kiosk;

before(async () => {
  // Without AddressSanitizer's store of freed memory, what the server holds can be seen from outside.
  const env = { ...process.env, ASAN_OPTIONS: 'quarantine_size_mb=1' };
  server = await new Server(processes, { env }).start();
  staff = await signIn(server.url, server.admin);
  kiosk = await newKiosk(server.url, staff, 'input-1');
});
after(() => processes.close());

const send = (body, token = kiosk.token) =>
  ask(server.url, { method: 'POST', path: '/api/v1/messages', body, headers: { Authorization: `Bearer ${token}` } });

async function order() {
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  const { residents, menus } = (await ask(server.url, { path: '/api/v1/kiosk/snapshot', headers })).json;
  const { date, meal, dishes } = menus.filter((one) => one.meal === 'lunch').at(-1);
  return orderMessage(residents[0].id, { date, meal, dishes: dishes.slice(0, 1), confirmed: true });
}

function isSentence(answer, status, pattern) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.json.error.sentence, pattern);
}

test('JSON that ends too early is refused with its place', async () => {
  isSentence(await send('{"id":"019aa9c0-0000-7000-8000-'), 400, /line 1/);
});

test('bytes that are no UTF-8 are refused', async () => {
  const text = JSON.stringify(await order());
  const bytes = Buffer.concat([Buffer.from(text.slice(0, 8)), Buffer.from([0xc3, 0x28]), Buffer.from(text.slice(8))]);
  isSentence(await send(bytes), 400, /line 1, column 8: unable to decode byte 0xc3/);
});

test('JSON that is deeper than anything we know is refused', async () => {
  isSentence(await send('['.repeat(5000) + ']'.repeat(5000)), 400, /./);
});

test('a value out of its range is named', async () => {
  const wish = await order();
  wish.body.items[0].count = 10;
  isSentence(await send(wish), 400, /items\[0\]\.count/);
});

test('10 MB are refused without being held', async () => {
  const before = memoryKilobytes();
  for (let n = 0; n < 5; n++) assert.equal((await send('x'.repeat(10 << 20))).status, 413);
  const grown = memoryKilobytes() - before;
  assert.ok(grown < 10 << 10, `it grew by ${grown} KiB`);
});

function memoryKilobytes() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.child.pid}/status`, 'utf8'))[1]);
}

test('a token that is none is refused', async () => {
  isSentence(await send(await order(), 'A'.repeat(43)), 401, /./);
});

test('a key that is not the enrolled one gets no token and cannot take the serial over', async () => {
  const other = newKey();
  isSentence(await enrol(server.url, 'input-1', other), 403, /./);
  await assert.rejects(token(server.url, kiosk.id, other), /not 403.*device key/);
});

test('a serial named beforehand is let in, once, with the key that came first', async () => {
  assert.equal((await enrol(server.url, SERIAL, newKey())).json.state, 'approved');
  isSentence(await enrol(server.url, SERIAL, newKey()), 403, /./);
});

test('a page of another origin cannot act in the name of staff', async () => {
  const headers = { ...staff.headers, Origin: 'http://elsewhere.example' };
  isSentence(await ask(server.url, { method: 'DELETE', path: '/api/v1/session', headers }), 403, /./);
});

test('the same message twice has one effect, the same id with another wish none', async () => {
  const wish = await order();
  const first = await send(wish);
  assert.equal(first.json.accepted, true, first.text);
  assert.equal((await send(wish)).text, first.text);
  isSentence(await send({ ...wish, body: { ...wish.body, delivery: 'pick_up' } }), 422, new RegExp(wish.id));
  const { date, meal } = wish.body;
  const list = (await staff.ask({ path: `/api/v1/kitchen?date=${date}&meal=${meal}` })).json.people;
  assert.equal(list.filter((one) => one.order_id === wish.body.id).length, 1);
});

// Writes these bytes and returns what comes back until the server closes.
function raw(bytes) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => (text += part));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

test('requests that two readers would read differently are refused', async () => {
  const two =
    'POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{}';
  assert.match(await raw(two), /^HTTP\/1\.1 400 /);
  assert.match(
    await raw('GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 400 /,
  );
});

test('after all this it is well', async () => {
  assert.equal((await ask(server.url, { path: '/healthz' })).json.ok, true);
  assert.deepEqual(await server.process.stop(), { code: 0, signal: null });
});
