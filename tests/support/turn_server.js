// SPDX-License-Identifier: GPL-3.0-or-later
// A TURN server on this machine (coturn), and a line to it that can be cut, slow and lossy: between each client and the
// server stands a relay of ours, so that what is measured needs no rights over the network.
import { createSocket } from 'node:dgram';
import { mkdirSync, writeFileSync } from 'node:fs';
import { until } from './wait.js';

export const SECRET = 'only-for-this-test';
const QUEUE_MS = 300; // of a narrow line

// Gives back {urls, line}: the address for server.conf, and the line to it.
export async function startTurn(processes) {
  const folder = processes.path('turn');
  mkdirSync(folder);
  const port = await freePort();
  const own = [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    `listening-port=${port}`,
    'min-port=50000',
    'max-port=50999',
  ];
  const rules = [
    'use-auth-secret',
    `static-auth-secret=${SECRET}`,
    'realm=anban',
    'allow-loopback-peers',
    'fingerprint',
  ];
  const quiet = [
    'no-cli',
    'no-tls',
    'no-dtls',
    'no-tcp',
    `pidfile=${folder}/pid`,
    `userdb=${folder}/db`,
    'log-file=stdout',
  ];
  writeFileSync(`${folder}/turn.conf`, [...own, ...rules, ...quiet].join('\n'));
  processes.start('turnserver', 'turnserver', ['-c', `${folder}/turn.conf`]);
  await answers(port);
  const line = await startLine(port);
  processes.also(() => line.close());
  return { line, urls: `turn:127.0.0.1:${line.port}?transport=udp` };
}

// Asks as STUN does (RFC 8489, a binding request) until it is answered.
async function answers(port) {
  const request = Buffer.from('000100002112a442000000000000000000000000', 'hex');
  const socket = await bound();
  let isThere = false;
  socket.on('message', () => (isThere = true));
  await until('the TURN server to answer', () => {
    socket.send(request, port, '127.0.0.1');
    return isThere;
  });
  socket.close();
}

async function freePort() {
  const socket = await bound();
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

function bound() {
  const socket = createSocket('udp4');
  return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(socket)));
}

// condition: {cut, loss (0 to 1), delayMs, kilobits (a second, each way; 0: as many as come)}, to be changed at any time.
async function startLine(serverPort) {
  const condition = { cut: false, loss: 0, delayMs: 0, kilobits: 0 };
  const front = await bound();
  const backs = new Map();
  // One way of one client; what a narrow line can't take queues for a while, as in a router, then is lost.
  const openWay = () => {
    let freeAt = 0;
    return (size, send) => {
      if (condition.cut || Math.random() < condition.loss) return;
      const now = performance.now();
      freeAt = Math.max(freeAt, now);
      if (freeAt - now > QUEUE_MS) return;
      if (condition.kilobits) freeAt += (size * 8) / condition.kilobits;
      const wait = freeAt - now + condition.delayMs;
      if (wait > 0) setTimeout(send, wait);
      else send();
    };
  };
  let isClosed = false;
  front.on('message', async (bytes, from) => {
    const key = `${from.port}`;
    if (!backs.has(key)) backs.set(key, openBack(from));
    const { back, there } = await backs.get(key);
    there(bytes.length, () => isClosed || back.send(bytes, serverPort, '127.0.0.1'));
  });
  async function openBack(to) {
    const back = await bound();
    const here = openWay();
    back.on('message', (bytes) => here(bytes.length, () => isClosed || front.send(bytes, to.port, to.address)));
    return { back, there: openWay() };
  }
  return {
    port: front.address().port,
    condition,
    clients: () => backs.size,
    async close() {
      isClosed = true;
      front.close();
      for (const one of backs.values()) (await one).back.close();
    },
  };
}
