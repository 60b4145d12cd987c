// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred clients want the same last place, over HTTP: one has it, the others hear in the answer what is free next.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { signIn } from '../support/account.js';
import { servicesOf } from '../support/bookings.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';

const CLIENTS = 100;
const processes = new Processes();
let admin, residents;
before(async () => {
  const server = await new Server(processes).start();
  admin = await signIn(server.url, server.admin);
  residents = (await admin.ask({ path: '/api/v1/residents' })).json.residents;
});
after(() => processes.close());

function wish(service, at, n) {
  const made_at = Date.now();
  const resident_id = residents[n % residents.length].id;
  const body = { id: randomUUID(), resident_id, service_id: service.id, at, note: '', made_at };
  return { id: randomUUID(), kind: 'booking.ask', made_at, body };
}
const send = (message) => admin.ask({ method: 'POST', path: '/api/v1/messages', body: message });

for (const code of ['bath', 'learn'])
  test(`${code}: as many win as there are places, and nobody else`, async () => {
    const service = (await servicesOf(admin)).find((one) => one.code === code);
    const at = service.free[0];
    const wishes = Array.from({ length: CLIENTS }, (_, n) => wish(service, at, n));
    const answers = await Promise.all(wishes.map(send));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const won = answers.filter(({ json }) => json.accepted);
    assert.equal(won.length, service.capacity);
    for (const { json } of answers.filter(({ json }) => !json.accepted)) {
      assert.equal(json.reason, 'time_taken');
      assert.equal(json.facts.next.length, 3);
      assert.ok(!json.facts.next.includes(at));
    }
    // The winner's answer was lost on the way: the same message has the same answer, though all is taken by now.
    const winner = wishes.find(({ id }) => id === won[0].json.id);
    assert.equal((await send(winner)).json.accepted, true);
    const after = (await servicesOf(admin)).find((one) => one.code === code);
    assert.ok(!after.free.includes(at));
  });
