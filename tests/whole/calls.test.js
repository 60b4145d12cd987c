// SPDX-License-Identifier: GPL-3.0-or-later
// The server in the middle of calls: many in a row, and killed while two talk.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ask, newKiosk, signIn } from '../support/account.js';
import { Caller } from '../support/caller.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';

const processes = new Processes();
let server, kiosk, daughter, resident;

before(async () => {
  // Without AddressSanitizer's store of freed memory, what the server holds can be seen from outside.
  server = await new Server(processes, { env: { ...process.env, ASAN_OPTIONS: 'quarantine_size_mb=1' } }).start();
  const staff = await signIn(server.url, server.admin);
  const machine = await newKiosk(server.url, staff, 'calls-1');
  const headers = { Authorization: `Bearer ${machine.token}` };
  const { family } = (await ask(server.url, { path: '/api/v1/kiosk/snapshot', headers })).json;
  const [member] = family.filter((one) => one.relation === '女儿');
  resident = { kind: 'resident', id: member.resident_id };
  kiosk = new Caller(headers, '/api/v1/kiosk/events', resident);
  daughter = new Caller(await comeIn(staff, member), '/api/v1/family/events', { kind: 'family', id: member.id });
  await follow();
});
after(() => processes.close());

async function comeIn(staff, member) {
  const { url } = (await staff.ask({ method: 'POST', path: `/api/v1/family/members/${member.id}/link` })).json;
  const body = { token: new URL(url).hash.slice(1) };
  const path = '/api/v1/family/session';
  const answer = await ask(server.url, { method: 'POST', path, body, headers: { Origin: server.url } });
  assert.equal(answer.status, 200, answer.text);
  return { Cookie: answer.headers['set-cookie'][0].split(';')[0], Origin: server.url };
}

async function follow() {
  await kiosk.follow(server.url);
  const body = { device: kiosk.device, residents: [resident.id] };
  await ask(server.url, { method: 'PUT', path: '/api/v1/kiosk/people', body, headers: kiosk.headers });
  await daughter.follow(server.url);
}

// Rings, is answered, and the kiosk makes its offer. Returns how long an offer took to the other side.
async function talk(id) {
  const placed = await daughter.place(id, resident);
  assert.equal(placed.json.state, 'ringing', placed.text);
  await kiosk.hears('call', 'ring');
  await kiosk.say(id, 'accept');
  await daughter.hears('call', 'accept');
  const began = performance.now();
  const to_device = daughter.device;
  await kiosk.say(id, 'offer', { to_device, data: { sdp: 'v=0\r\n'.padEnd(6000, 'a'), fresh: false } });
  return (await daughter.hears('call', 'offer')).at - began;
}

const heldKilobytes = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.child.pid}/status`, 'utf8'))[1]);

test('calls in a row leave nothing behind', async () => {
  const times = [];
  let before;
  for (let n = 0; n < 25; n++) {
    const id = randomUUID();
    times.push(await talk(id));
    await daughter.say(id, 'bye');
    assert.equal((await kiosk.hears('call', 'over')).data.data.reason, 'hung_up');
    await daughter.hears('call', 'over');
    if (n === 4) before = heldKilobytes();
  }
  times.sort((a, b) => a - b);
  console.log(`an offer reaches the other device in ${times[12].toFixed(1)} ms (median of 25)`);
  const grown = heldKilobytes() - before; // calls that are over are kept for a minute: some 20 KiB each
  assert.ok(grown < 4 << 10, `it grew by ${grown} KiB`);
});

test('a server that dies in a talk is told of it by both, and passes on what they say', async () => {
  const id = randomUUID();
  await talk(id);
  await server.process.kill();
  await server.start();
  await follow();
  assert.equal((await daughter.say(id, 'renew')).status, 404);
  const seen = Math.max(kiosk.seq, daughter.seq);
  for (const [one, to] of [[daughter, resident], [kiosk, daughter.me]]) {
    const again = await one.place(id, to, { resume: true, answered_at: 1, members: [], seq: one.seq });
    assert.equal(again.json?.state, 'talking', again.text);
  }
  await daughter.say(id, 'renew', { to_device: kiosk.device });
  const renew = await kiosk.hears('call', 'renew');
  assert.ok(renew.data.seq > seen, `${renew.data.seq} is not above ${seen}`);
  daughter.heard = []; // the records of the calls before
  await kiosk.say(id, 'bye');
  await daughter.hears('call', 'over');
  assert.equal((await daughter.hears('call.log')).data.call_id, id);
  const { calls } = (await ask(server.url, { path: '/api/v1/call_log', headers: daughter.headers })).json;
  assert.equal(calls.filter((one) => one.call_id === id).length, 1);
});
