// SPDX-License-Identifier: GPL-3.0-or-later
// Orders per second that are on the disk when they are answered: anban-server and the peer take the same load, in
// turns, from the same tool.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ask, newKiosk, signIn } from '../support/account.js';

const run = promisify(execFile);
const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const KIOSKS = 96; // a kiosk may ask 50 times a second, a community's kiosks together much more
const SECONDS = 3;

// Tokens of as many kiosks, and the community they belong to.
export async function prepare(url, password) {
  const staff = await signIn(url, { name: 'admin', password });
  const tokens = [];
  for (let n = 0; n < KIOSKS; n++)
    tokens.push((await newKiosk(url, staff, `bench-${n}`, `127.0.1.${1 + (n % 32)}`)).token);
  const answer = await ask(url, { path: '/api/v1/kiosk/snapshot', headers: { Authorization: `Bearer ${tokens[0]}` } });
  return { tokens, snapshot: answer.json };
}

// What everybody may order far enough ahead.
function choice(snapshot) {
  const menu = snapshot.menus.filter((one) => one.meal === 'lunch').at(-1);
  return [snapshot.residents[0].id, menu.date, 'lunch', menu.dishes[0]];
}

let rounds = 0;
export async function load(url, { snapshot }, tokenFile, connections) {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${SECONDS}s`,
    '--timeout',
    '30s',
    '-s',
    join(HERE, 'orders.lua'),
    url,
    '--',
    tokenFile,
  ];
  const { stdout } = await run('wrk', [...args, String(++rounds), ...choice(snapshot)]);
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  if (result.failed > 0 || result.orders === 0)
    throw new Error(`${result.failed} of ${result.orders} orders failed at ${url}`);
  return { perSecond: result.orders / result.seconds, ...result };
}

export async function startPeer(processes, community, tokenFile, mode) {
  const snapshot = processes.path('snapshot.json');
  writeFileSync(snapshot, JSON.stringify(community.snapshot));
  const folder = processes.path(`peer-${mode}`);
  mkdirSync(folder);
  const args = ['--db', join(folder, 'peer.db'), '--snapshot', snapshot, '--tokens', tokenFile, '--mode', mode];
  const peer = processes.start('the peer', 'node', [join(HERE, 'peer/server.js'), ...args]);
  const [url] = await peer.says(/http:\/\/\S+/);
  return { url, peer };
}
