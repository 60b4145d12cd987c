// SPDX-License-Identifier: GPL-3.0-or-later
// A server that cannot do its work says in one sentence what is wrong and where, and touches nothing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { ask, newKiosk, orderMessage, signIn, today } from '../support/account.js';
import { ahead } from '../support/clock.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';

const run = promisify(execFile);
const processes = new Processes();
after(() => processes.close());

test('a configuration that makes no sense is named with its key', async () => {
  const file = processes.path('server.conf');
  writeFileSync(file, '[server]\nport = many\n');
  const process = new Server(processes, { args: ['--config', file] }).launch();
  assert.equal((await process.ended).code, 2);
  assert.match(process.output, /server\.conf.*port/);
});

test('a damaged database is named and left as it is', async () => {
  const folder = processes.path('damaged');
  mkdirSync(folder);
  const file = join(folder, 'anban.db');
  writeFileSync(file, 'no database at all '.repeat(500));
  const process = new Server(processes, { folder }).launch();
  assert.equal((await process.ended).code, 1);
  assert.match(process.output, /anban\.db/);
  assert.match(readFileSync(file, 'utf8'), /^no database at all/);
});

async function lunch(server, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const { residents, menus } = (await ask(server.url, { path: '/api/v1/kiosk/snapshot', headers })).json;
  const { dishes } = menus.find((menu) => menu.date === today(1) && menu.meal === 'lunch');
  const wish = { date: today(1), meal: 'lunch', dishes: dishes.slice(0, 1), confirmed: true };
  const body = orderMessage(residents[0].id, wish);
  return () => ask(server.url, { method: 'POST', path: '/api/v1/messages', body, headers });
}

test('a full disk: the order is refused for now, and taken once there is room', async () => {
  const wrap = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh']; // a limit is to be told, not to kill
  const server = await new Server(processes, { folder: processes.path('full'), wrap }).start();
  const staff = await signIn(server.url, server.admin);
  const send = await lunch(server, (await newKiosk(server.url, staff, 'full-1')).token);
  const limit = (bytes) => run('prlimit', ['--pid', String(server.process.child.pid), `--fsize=${bytes}:unlimited`]);
  await limit('1');
  const refused = await send();
  assert.equal(refused.status, 503);
  assert.match(refused.json.error.sentence, /written down/);
  await limit('unlimited');
  const taken = await send();
  assert.equal(taken.json?.accepted, true, taken.text);
  assert.deepEqual(await server.process.stop(), { code: 0, signal: null }, server.process.output);
});

test('a clock that was set back: events go on counting, orders are taken', async () => {
  const folder = processes.path('back');
  const later = await new Server(processes, { folder, env: { ...process.env, ...ahead(3600) } }).start();
  const key = await newKiosk(later.url, await signIn(later.url, later.admin), 'back-1');
  await (
    await lunch(later, key.token)
  )();
  await later.process.kill();
  const server = await new Server(processes, { folder }).start();
  const staff = await signIn(server.url, server.admin);
  const before = (await staff.ask({ path: '/api/v1/session' })).json.event;
  const taken = await (await lunch(server, key.token))();
  assert.equal(taken.json?.accepted, true, taken.text);
  assert.equal((await staff.ask({ path: '/api/v1/session' })).json.event, before + 1);
});
