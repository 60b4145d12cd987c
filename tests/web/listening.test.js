// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenWhileSeen } from '../../src/web/shared/listening.js';

// A tab with a stream that stays open; opened: the numbers it was asked to begin after; send() lets an event arrive.
function createTab({ hidden, after = 10 }) {
  const page = Object.assign(new EventTarget(), { hidden });
  const tab = { page, opened: [], closed: 0, seen: [] };
  tab.fetch = async (number, { signal }) => {
    tab.opened.push(number);
    signal.addEventListener('abort', () => (tab.closed += 1));
    const body = new ReadableStream({ start: (stream) => (tab.stream = stream) });
    tab.stream.enqueue(new TextEncoder().encode('event: hello\ndata: {}\n\n'));
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  tab.send = (id) => tab.stream.enqueue(new TextEncoder().encode(`id: ${id}\nevent: order\ndata: {}\n\n`));
  tab.show = (isShown) => {
    page.hidden = !isShown;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  const locks = { request: (name, granted) => (tab.grant = granted) };
  const options = {
    url: (number) => number,
    after,
    fetch: tab.fetch,
    wait: () => new Promise(() => {}),
    onEvent: (kind) => tab.seen.push(kind),
    onLine: () => {},
    onExpired: () => {},
    onReset: () => {},
  };
  tab.keep = listenWhileSeen(options, { page, locks, name: 'a stream' });
  return tab;
}

const soon = () => new Promise(setImmediate);

test('a tab that is seen follows the stream', () => {
  assert.deepEqual(createTab({ hidden: false }).opened, [10]);
});

test('a hidden tab leaves its connection to others and goes on after what it has seen', async () => {
  const tab = createTab({ hidden: false });
  await soon();
  tab.send(11);
  await soon();
  tab.show(false);
  assert.equal(tab.closed, 1);
  tab.show(true);
  assert.deepEqual(tab.opened, [10, 11]);
  assert.deepEqual(tab.seen.slice(0, 2), ['hello', 'order']);
});

test('one of the hidden tabs listens for all', () => {
  const tab = createTab({ hidden: true });
  assert.deepEqual(tab.opened, []);
  tab.grant();
  assert.deepEqual(tab.opened, [10]);
  tab.show(true);
  tab.show(false);
  assert.equal(tab.closed, 0);
});

test('a tab in a call goes on listening when it is hidden', () => {
  const tab = createTab({ hidden: false });
  tab.keep(true);
  tab.show(false);
  assert.equal(tab.closed, 0);
  tab.keep(false);
  assert.equal(tab.closed, 1);
});
