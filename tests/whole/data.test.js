// SPDX-License-Identifier: GPL-3.0-or-later
// The server's data outlive it: copied while it runs, brought back, and never overwritten when they are damaged.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { signIn } from '../support/account.js';
import { Processes } from '../support/processes.js';
import { BUILD, Server } from '../support/server.js';

const processes = new Processes();
after(() => processes.close());

const backUp = (folder, file) =>
  processes.start('backup', join(BUILD, 'anban-server'), ['--data', folder, '--backup', file]);

const site = async (staff) => (await staff.ask({ path: '/api/v1/site' })).json;

test('a copy made while the server runs brings everything back', async () => {
  const server = await new Server(processes).start();
  const staff = await signIn(server.url, server.admin);
  const before = { ...(await site(staff)), name: '九堡颐养社区' };
  const put = await staff.ask({ method: 'PUT', path: '/api/v1/site', body: before });
  assert.ok(put.status < 300, put.text);
  const copy = processes.path('copy.db');
  const { code } = await backUp(server.folder, copy).ended;
  assert.equal(code, 0);
  assert.equal(statSync(copy).mode & 0o777, 0o600);
  const kept = await site(staff); // with the revision that the change has given it
  assert.equal(kept.name, before.name);
  await server.process.stop();

  const folder = processes.path('restored');
  mkdirSync(folder);
  copyFileSync(copy, join(folder, 'anban.db'));
  const restored = await new Server(processes, { folder }).start();
  const again = await signIn(restored.url, server.admin);
  assert.deepEqual(await site(again), kept);
  await restored.process.stop();
});

test('a copy overwrites nothing', async () => {
  const server = await new Server(processes, { folder: processes.path('kept') }).start();
  const file = processes.path('mine');
  writeFileSync(file, 'mine');
  const backup = backUp(server.folder, file);
  assert.equal((await backup.ended).code, 1);
  assert.match(backup.output, /mine is there already/);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
  await server.process.stop();
});

test('a damaged database is named, ends the server and stays as it is', async () => {
  const server = await new Server(processes, { folder: processes.path('damaged') }).start();
  await server.process.stop();
  const file = join(server.folder, 'anban.db');
  truncateSync(file, statSync(file).size - 4096 * 3);
  const before = readFileSync(file);
  const broken = server.launch();
  assert.equal((await broken.ended).code, 1);
  assert.match(broken.output, /anban\.db: the file is damaged/);
  assert.ok(before.equals(readFileSync(file)));
});

test('a second server leaves the data to the first', async () => {
  const server = await new Server(processes, { folder: processes.path('shared') }).start();
  const second = server.launch();
  assert.equal((await second.ended).code, 1);
  assert.match(second.output, /anban\.db is in use by another anban-server/);
  await server.process.stop();
});
