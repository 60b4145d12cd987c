// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the family page together: who is here, the elder's card, the calls and the event stream.
import { createCalls } from '../shared/calls.js';
import { h } from '../shared/dom.js';
import { createLanguage } from '../shared/language.js';
import { createLocalMedia } from '../shared/local_media.js';
import { createRequests } from '../shared/requests.js';
import { createRingtone } from '../shared/ringtone.js';
import { followStream } from '../shared/stream.js';
import { uuid7 } from '../shared/uuid.js';
import { createCallScreen } from './call_screen.js';
import { createHome } from './home.js';
import { askForLink, beginSession } from './personal_link.js';
import { TEXTS } from './texts.js';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// A browser may hold a session of staff too; here it is the family's that counts.
const asFamily = (address) => `${address}${address.includes('?') ? '&' : '?'}as=family`;
const fetchHere = (address, options) => window.fetch(asFamily(address), options);

function createPage() {
  const language = createLanguage(TEXTS);
  const page = { words: language.wordsOf(language.chosen()), clockAheadMs: 0, place: h('main', { id: 'main' }) };
  page.t = (key, values) => page.words.t(key, values);
  page.now = () => Date.now() + page.clockAheadMs;
  page.newId = () => uuid7(page.now());
  page.wait = wait;
  page.faultText = (fault) =>
    page.words.has(`fault.${fault.code}`)
      ? page.t(`fault.${fault.code}`)
      : page.t('fault.other', { sentence: fault.message });
  page.requests = createRequests({
    fetch: fetchHere,
    onExpired: () => askForLink(page, true).then((token) => openLink(token)),
    language: () => document.documentElement.lang,
  });
  page.chooseLanguage = (chosen) => {
    language.keep(chosen);
    page.words = language.wordsOf(chosen);
    page.home.draw();
  };
  document.body.append(page.place);
  return page;
}

// As if it had been followed.
function openLink(token) {
  location.hash = token;
  return new Promise(() => {});
}

function addCalls(page) {
  page.device = page.newId();
  page.ringtone = createRingtone();
  page.media = createLocalMedia({
    devices: navigator.mediaDevices,
    silence: page.ringtone.silence,
    onChange: () => page.calls.mediaChanged(),
  });
  page.calls = createCalls({
    device: page.device,
    me: () => ({ kind: 'family', id: page.session.member.id }),
    requests: page.requests,
    media: page.media,
    connect: (configuration) => new RTCPeerConnection(configuration),
    newId: page.newId,
    now: () => performance.now(),
    wait,
    onChange: () => page.callScreen.draw(),
    beacon: (path, body) =>
      navigator.sendBeacon(asFamily(path), new Blob([JSON.stringify(body)], { type: 'application/json' })),
  });
  page.home = createHome(page);
  page.callScreen = createCallScreen(page);
  window.addEventListener('pagehide', () => page.calls.leave());
  // A page that a browser had put away whole is not in its call any more.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

// A link that is followed where the page stands already is for the page to notice: it begins anew with it.
async function start() {
  window.addEventListener('hashchange', () => location.reload());
  const page = createPage();
  page.session = await beginSession(page);
  addCalls(page);
  page.home.draw();
  page.home.reload();
  followStream(streamOptions(page));
}

function streamOptions(page) {
  return {
    url: (after) => `/api/v1/family/events?after=${after}&device=${page.device}`,
    after: page.session.event,
    fetch: fetchHere,
    wait,
    onEvent: (kind, data) => takeEvent(page, kind, data),
    onLine(isUp) {
      page.home.showLine(isUp);
      if (!isUp) page.calls.away();
    },
    onExpired: () => askForLink(page, true).then((token) => openLink(token)),
    onReset: async () => {
      page.session = await page.requests.familySession();
      page.home.reload();
      return page.session.event;
    },
  };
}

function takeEvent(page, kind, data) {
  if (kind === 'hello') {
    page.clockAheadMs = data.now - Date.now();
    page.calls.resume();
  }
  if (kind === 'call') page.calls.takeEvent(data);
  else page.home.takeEvent(kind, data);
}

start();
