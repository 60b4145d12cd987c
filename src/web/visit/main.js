// SPDX-License-Identifier: GPL-3.0-or-later
// The page of who comes: their visits of one day, opened by a link, no account. What is tapped is kept on the telephone
// at once and sent when there is a line, so that a stairwell without signal stops nobody.
import { h } from '../shared/dom.js';
import { createLanguage } from '../shared/language.js';
import { createRequests } from '../shared/requests.js';
import { createDay } from './day.js';
import { openKept } from './kept.js';
import { createOutbox } from './outbox.js';
import { TEXTS } from './texts.js';

const AGAIN_MS = 10000;
const LOOK_MS = 60000; // for what the desk has changed meanwhile

async function start() {
  const language = createLanguage(TEXTS);
  const page = { words: language.wordsOf(language.chosen()), place: h('main', { id: 'main' }), isEnded: null };
  page.t = (key, values) => page.words.t(key, values);
  document.body.append(page.place);
  page.requests = createRequests({
    fetch: (address, options) => window.fetch(address, options),
    onExpired: () => end(page, 'visit.ended'),
    language: () => document.documentElement.lang,
  });
  page.kept = await openKept();
  page.outbox = createOutbox({
    kept: page.kept,
    requests: page.requests,
    onSent: () => refresh(page),
    onAway: () => page.day.showLine(false),
    onRefused: (fault) => page.day.say(page.t('visit.refused', { sentence: fault.message })),
  });
  page.day = createDay(page);
  page.chooseLanguage = (chosen) => {
    language.keep(chosen);
    page.words = language.wordsOf(chosen);
    page.day.draw();
  };
  window.addEventListener('hashchange', () => location.reload());
  window.addEventListener('online', () => send(page));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send(page));
  await comeIn(page);
  await refresh(page);
  setInterval(() => page.outbox.send(), AGAIN_MS);
  setInterval(() => refresh(page), LOOK_MS);
}

async function send(page) {
  await page.outbox.send();
  await refresh(page);
}

// Nothing more comes of this link; what was tapped and not sent stays here.
function end(page, why) {
  page.isEnded = why;
  page.day.draw();
  return new Promise(() => {});
}

// The token leaves the address bar at once and is kept until the server has answered: the answer may be lost.
async function comeIn(page) {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, '', location.pathname);
    await page.kept.put('link', token);
    await page.kept.remove('day');
  }
  const link = await page.kept.get('link');
  if (!link) return;
  try {
    await page.requests.visitSession(link, await deviceOf(page.kept));
    await page.kept.remove('link');
  } catch (fault) {
    if (fault.status === 401) await page.kept.remove('link');
    if (fault.status === 401) end(page, fault.code === 'taken' ? 'visit.taken' : 'visit.ended');
    else setTimeout(() => comeIn(page).then(() => refresh(page)), AGAIN_MS);
  }
}

// A secret of this telephone, by which the server knows that it is the one that was first.
async function deviceOf(kept) {
  const known = await kept.get('device');
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  await kept.put('device', made);
  return made;
}

// The day as the server has it; without a line, as it was kept.
async function refresh(page) {
  if (page.isEnded) return;
  try {
    const day = await page.requests.get('/api/v1/visit/day');
    await page.kept.put('day', { ...day, clockAheadMs: day.now - Date.now() });
    page.day.showLine(true);
  } catch {
    page.day.showLine(false);
  }
  page.day.take(await page.kept.get('day'), await page.outbox.waiting());
}

start();
