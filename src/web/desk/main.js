// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the desk page together: who is signed in, what the community is, the frame, the views and the event stream.
import { h } from '../shared/dom.js';
import { createLanguage } from '../shared/language.js';
import { listenWhileSeen } from '../shared/listening.js';
import { createRequests } from '../shared/requests.js';
import { createRingtone } from '../shared/ringtone.js';
import { uuid7 } from '../shared/uuid.js';
import { createCalling } from './calling.js';
import { createCatalogue } from './catalogue.js';
import { createDialogs } from './dialog.js';
import { createFrame } from './frame.js';
import { createHelp } from './help.js';
import { createMissed } from './missed.js';
import { createReach } from './reach.js';
import { createSignIn } from './sign_in.js';
import { createSound } from './sound.js';
import { TEXTS } from './texts.js';
import { VIEWS } from './views.js';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const fetchHere = (address, options) => window.fetch(address, options);

function createDesk() {
  const language = createLanguage(TEXTS);
  const desk = { words: language.wordsOf(language.chosen()), staff: null, site: null, clockAheadMs: 0 };
  desk.t = (key, values) => desk.words.t(key, values);
  desk.now = () => Date.now() + desk.clockAheadMs;
  desk.newId = () => uuid7(desk.now());
  desk.may = (...roles) => roles.includes(desk.staff.role);
  desk.faultText = (fault) => faultText(desk.words, fault);
  desk.dialogs = createDialogs(desk);
  desk.signIn = createSignIn(desk);
  desk.requests = createRequests({
    fetch: fetchHere,
    onExpired: () => desk.signIn.again(),
    language: () => document.documentElement.lang,
  });
  desk.catalogue = createCatalogue(desk.requests);
  const context = new AudioContext();
  desk.sound = createSound(context);
  desk.ringtone = createRingtone(context);
  desk.calling = createCalling(desk);
  desk.reach = createReach(desk.requests, () => desk.reachChanged());
  desk.help = createHelp(desk);
  desk.missed = createMissed(desk);
  desk.frame = createFrame(desk, VIEWS);
  const open = new Map();
  // hear() is called at each change of the catalogue as long as the node stands in the page.
  desk.whileOpen = (node, hear) => open.set(node, hear);
  desk.tellOpen = () => {
    for (const [node, hear] of open)
      if (node.isConnected) hear();
      else open.delete(node);
  };
  desk.reachChanged = () => {
    desk.help.draw();
    desk.missed.draw();
    desk.frame.takeEvent('reach');
  };
  desk.chooseLanguage = (chosen) => {
    language.keep(chosen);
    desk.words = language.wordsOf(chosen);
    desk.frame.draw();
    desk.help.draw();
    desk.missed.draw();
    desk.calling.redraw();
  };
  return desk;
}

function faultText(words, fault) {
  if (words.has(`fault.${fault.code}`)) return words.t(`fault.${fault.code}`);
  return fault.status ? words.t('fault.other', { sentence: fault.message }) : String(fault.message ?? fault);
}

// Who is signed in, the site, and the number of the newest event they know; asks for the password when nobody is.
async function beginSession(desk) {
  for (;;) {
    try {
      const session = await desk.requests.session();
      desk.site = await desk.catalogue.site();
      desk.staff = session.staff;
      return session;
    } catch (fault) {
      if (fault.status === 401) await desk.signIn.again();
      else await desk.signIn.unreachable(fault);
    }
  }
}

async function start() {
  const desk = createDesk();
  const session = await beginSession(desk);
  desk.frame.draw();
  desk.keepListening = listenWhileSeen(streamOptions(desk, session.event), {
    page: document,
    locks: navigator.locks,
    name: 'anban.desk.stream',
  });
}

function streamOptions(desk, event) {
  return {
    url: (after) => `/api/v1/desk/events?after=${after}&device=${desk.calling.device}`,
    after: event,
    fetch: fetchHere,
    wait,
    onEvent: (kind, data) => takeEvent(desk, kind, data),
    onLine: (isUp) => {
      desk.frame.showLine(isUp);
      if (isUp) desk.help.refresh();
      else desk.calling.away();
    },
    onExpired: () => desk.signIn.again(),
    onReset: async () => {
      const session = await desk.requests.session();
      await takeEvent(desk, 'catalogue.changed', {});
      return session.event;
    },
  };
}

async function takeEvent(desk, kind, data) {
  if (kind === 'hello') takeHello(desk, data);
  if (kind === 'call') return void desk.calling.takeEvent(data);
  if (kind === 'reach') return void desk.reach.take(data);
  if (kind === 'help') desk.help.take(data);
  if (kind === 'booking' && data.status === 'missed' && desk.may('desk', 'admin')) tellMissed(desk, data);
  if (kind === 'call.log') desk.missed.refresh();
  if (kind === 'catalogue.changed') {
    desk.catalogue.forget();
    desk.site = await desk.catalogue.site().catch(() => desk.site);
    desk.tellOpen();
  }
  desk.frame.takeEvent(kind, data);
}

// Somebody stood at a door that stayed shut: whoever is at the desk looks for the person.
async function tellMissed(desk, booking) {
  const residents = await desk.catalogue.residents().catch(() => []);
  const resident = residents.find(({ id }) => id === booking.resident_id);
  const values = { name: resident?.name ?? '', room: resident?.room ?? '', helper: booking.helper };
  desk.dialogs.open(desk.t('bookings.missed_title'), (close) =>
    desk.dialogs.form(
      close,
      { save: desk.t('ok'), submit: () => close(true) },
      h('p', {}, desk.t('bookings.missed_sentence', values)),
      h('p', {}, resident?.phone ?? ''),
    ),
  );
}

function takeHello(desk, { now }) {
  desk.clockAheadMs = now - Date.now();
  if (!desk.may('desk', 'admin')) return;
  desk.calling.resume();
  desk.reach.refresh();
  desk.missed.refresh();
}

start();
