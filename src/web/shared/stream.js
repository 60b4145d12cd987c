// SPDX-License-Identifier: GPL-3.0-or-later
// Follows an event stream for as long as the page lives: resumes after the last number it has seen, waits longer after
// each failure, and takes silence for a broken line (the server sends a comment every 15 s, which EventSource would hide).
// Connected is only what is of the right type and begins as our server does: a proxy's page with status 200 is a line
// that doesn't work, and is asked again ever more slowly.
import { createEventReader } from './sse.js';

const SILENCE_MS = 45000;
const QUIET_MS = 1000;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 10000;

// options: url(after) → address; after: number to start from; onEvent(kind, data, number to
// resume after); onLine(isUp);
// onReset() → promise of the number to start again from; onExpired() → promise, settled once somebody is signed in again;
// fetch, wait(ms) → promise. Gives back a function that ends it.
export function followStream(options) {
  const ending = new AbortController();
  run({ ...options, ending: ending.signal, failures: 0, retryMs: FIRST_WAIT_MS });
  return () => void ending.abort();
}

async function run(state) {
  while (!state.ending.aborted) {
    await connectOnce(state).catch(() => {});
    if (state.ending.aborted) return;
    const wait = Math.min(state.retryMs * 2 ** state.failures, LONGEST_WAIT_MS);
    // A short first break is kept quiet: mostly the line is back at the next try.
    if (state.failures > 0 || wait > QUIET_MS) state.onLine(false);
    state.failures += 1;
    state.retryMs = FIRST_WAIT_MS; // what the server asked for holds once
    await state.wait(wait);
  }
}

async function connectOnce(state) {
  const connection = new AbortController();
  const end = () => connection.abort();
  state.ending.addEventListener('abort', end);
  let watchdog = setTimeout(end, SILENCE_MS);
  try {
    const response = await state.fetch(state.url(state.after), {
      headers: { Accept: 'text/event-stream' },
      cache: 'no-store',
      signal: connection.signal,
    });
    if (response.status === 401 && response.headers.get('Anban-Server')) return await state.onExpired();
    if (!response.ok) throw new Error(`stream: status ${response.status}`);
    const type = response.headers.get('Content-Type') ?? '';
    if (!type.startsWith('text/event-stream')) throw new Error(`stream: ${type}`);
    await readBody(response.body, state, () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(end, SILENCE_MS);
    });
  } finally {
    clearTimeout(watchdog);
    state.ending.removeEventListener('abort', end);
    end();
  }
}

// Our server greets, or says that it must be begun anew; whoever says anything else first is another.
function greet(event, state) {
  if (event.kind !== 'hello' && event.kind !== 'reset') throw new Error(`stream: begins with ${event.kind}`);
  state.failures = 0;
  state.onLine(true);
}

async function readBody(body, state, alive) {
  const events = [];
  let greeted = false;
  const text = createEventReader(
    (event) => events.push(event),
    (ms) => (state.retryMs = ms),
  );
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    alive();
    text.take(decoder.decode(value, { stream: true }));
    for (const event of events.splice(0)) {
      if (!greeted) greet(event, state);
      greeted = true;
      if (event.kind === 'reset') {
        state.after = await state.onReset();
        return;
      }
      if (event.id) state.after = Number(event.id);
      state.onEvent(event.kind, JSON.parse(event.data), state.after);
    }
  }
}
