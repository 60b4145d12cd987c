// SPDX-License-Identifier: GPL-3.0-or-later
// The stream against a real server on a free port: cut lines, restarts, ended sessions and resets.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { followStream } from '../../src/web/shared/stream.js';
import { ownTimers } from '../support/own_timers.js';

// Answers the n-th connection with the n-th of answers(response, request); the last one stays for the rest.
async function serve(t, ...answers) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    answers[Math.min(asked.length, answers.length) - 1](response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${server.address().port}` };
}

const open =
  (...texts) =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    texts.forEach((text) => response.write(text));
  };
const openThenCut =
  (...texts) =>
  (response) => {
    open(...texts)(response);
    setImmediate(() => response.socket.end());
  };
const status = (code) => (response) => response.writeHead(code).end();
const expired = (response) => response.writeHead(401, { 'Anban-Server': '1' }).end();
const HELLO = 'event: hello\ndata: {}\n\n';

// Follows until `done(seen)`; gives back all that was told.
function follow(t, address, done, options = {}) {
  const seen = { events: [], lines: [], waits: [], expired: 0, resets: 0 };
  return new Promise((resolve) => {
    const check = () => done(seen) && resolve(seen);
    const stop = followStream({
      url: (after) => `${address}/events?after=${after}`,
      after: 10,
      fetch,
      wait: async (ms) => seen.waits.push(ms) && check(),
      onEvent: (kind, data) => seen.events.push([kind, data]) && check(),
      onLine: (isUp) => seen.lines.push(isUp) && check(),
      onExpired: async () => void (seen.expired += 1),
      onReset: async () => {
        seen.resets += 1;
        return 50;
      },
      ...options,
    });
    t.after(stop);
  });
}

test('an event of a newer server is told, and the next one too', async (t) => {
  const events = HELLO + 'event: visit\nid: 11\ndata: {"of":[1]}\n\nevent: order\nid: 12\ndata: {}\n\n';
  const { address } = await serve(t, open(events));
  const seen = await follow(t, address, ({ events: told }) => told.length === 3);
  assert.deepEqual(seen.events.map(([kind]) => kind), ['hello', 'visit', 'order']);
});

test('it resumes after the last number it has seen', async (t) => {
  const { asked, address } = await serve(
    t,
    openThenCut(
      'event: hello\ndata: {}\n\nid: 11\nevent: order\ndata: {"n":1}\n\n',
      'id: 12\nevent: order\ndata: {"n":2}\n\n',
    ),
    open(HELLO + 'id: 13\nevent: order\ndata: {"n":3}\n\n'),
  );
  const seen = await follow(t, address, ({ events }) => events.length === 5);
  assert.deepEqual(asked, ['/events?after=10', '/events?after=12']);
  assert.deepEqual(
    seen.events.filter(([kind]) => kind !== 'hello').map(([, data]) => data.n),
    [1, 2, 3],
  );
});

test('one failure is kept quiet, the second is told, and the line coming back too', async (t) => {
  const { address } = await serve(t, status(503), status(503), open('event: hello\ndata: {}\n\n'));
  const seen = await follow(t, address, ({ events }) => events.length === 1);
  assert.deepEqual(seen.lines, [false, true]);
});

test('it waits longer after each failure, up to ten seconds', async (t) => {
  const { address } = await serve(t, status(503));
  const seen = await follow(t, address, ({ waits }) => waits.length === 8);
  assert.deepEqual(seen.waits.slice(0, 8), [300, 600, 1200, 2400, 4800, 9600, 10000, 10000]);
});

const portal = (response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.write('<p>Please accept our terms.</p>\n\n'); // and stays open, as some do
};

test('a page with status 200 is no line, and is asked ever more slowly', async (t) => {
  const { address } = await serve(t, portal);
  const seen = await follow(t, address, ({ waits }) => waits.length === 7);
  assert.deepEqual(seen.lines.includes(true), false);
  assert.deepEqual(seen.waits, [300, 600, 1200, 2400, 4800, 9600, 10000]);
});

test('a stream that does not begin as ours is no line, and nothing of it is told', async (t) => {
  const { address } = await serve(t, open('event: order\nid: 99\ndata: {}\n\n'));
  const seen = await follow(t, address, ({ waits }) => waits.length === 3);
  assert.deepEqual([seen.lines.includes(true), seen.events], [false, []]);
});

test('a refusal that is not of our server ends no session', async (t) => {
  const { address } = await serve(t, status(401));
  const seen = await follow(t, address, ({ waits }) => waits.length === 2);
  assert.equal(seen.expired, 0);
});

test('an ended session asks for a new one and goes on from the same number', async (t) => {
  const { asked, address } = await serve(t, expired, open(HELLO));
  const seen = await follow(t, address, ({ events }) => events.length === 1);
  assert.equal(seen.expired, 1);
  assert.deepEqual(asked, ['/events?after=10', '/events?after=10']);
});

test('numbers that are no longer kept begin again from what is fetched anew', async (t) => {
  const { asked, address } = await serve(
    t,
    open('event: reset\ndata: {}\n\n'),
    open(HELLO),
  );
  const seen = await follow(t, address, ({ events }) => events.length === 1);
  assert.equal(seen.resets, 1);
  assert.deepEqual(asked, ['/events?after=10', '/events?after=50']);
});

test('the server says how long to wait', async (t) => {
  const { address } = await serve(t, openThenCut(HELLO + 'retry: 4200\n\n'), open('event: hello\ndata: {}\n\n'));
  const seen = await follow(t, address, ({ events }) => events.length === 2);
  assert.deepEqual(seen.waits, [4200]);
  assert.deepEqual(seen.lines, [true, false, true], 'a long break is told at once');
});

test('45 seconds without a sign of life are a broken line, a comment is a sign of life', async (t) => {
  const tick = ownTimers(t);
  const soon = () => new Promise(setImmediate);
  let stream, signal;
  const fetchSilent = async (address, options) => {
    signal = options.signal;
    const body = new ReadableStream({
      start(controller) {
        stream = controller;
        signal.addEventListener('abort', () => controller.error(new Error('cut')));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  const waited = follow(t, '', ({ waits }) => waits.length === 1, { fetch: fetchSilent });
  await soon();
  tick(44000);
  stream.enqueue(new TextEncoder().encode(': still here\n\n'));
  await soon();
  tick(44000);
  assert.equal(signal.aborted, false);
  tick(1000);
  assert.equal(signal.aborted, true);
  assert.deepEqual((await waited).waits, [300]);
});
