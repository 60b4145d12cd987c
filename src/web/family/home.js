// SPDX-License-Identifier: GPL-3.0-or-later
// The elder's card: who it is, whether they can be reached now, the keys to call, and what there was before.
import { fill, h, keepFocus } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { pictureOf } from '../shared/picture_of.js';
import { LANGUAGES } from '../shared/words.js';
import { createInstall } from './install.js';
import { createMessages } from './messages.js';
import { createHistory } from './history.js';

export function createHome(page) {
  const line = h('p', { class: 'line', role: 'status', hidden: true });
  const card = h('section', { class: 'card' });
  const sound = h('div', { class: 'invitation' });
  const messages = createMessages(page);
  const history = createHistory(page);
  const install = createInstall(page);
  let isReachable = Boolean(page.session.resident.reachable);
  page.ringtone.onChange(drawSound);

  function draw() {
    line.textContent = page.t('family.line_down');
    document.title = page.t('family.title', { name: page.session.resident.name });
    fill(
      page.place,
      bar(),
      line,
      history.missed,
      card,
      messages.recorder,
      sound,
      install.node,
      messages.node,
      history.node,
    );
    drawCard();
    drawSound();
    install.draw();
    messages.draw();
    history.draw();
  }

  function bar() {
    const other = Object.keys(LANGUAGES).find((language) => language !== page.words.language);
    return h(
      'header',
      { class: 'bar' },
      h('img', { src: '/desk/icon.svg', alt: '' }),
      h('span', {}, page.t('family.hello', { name: page.session.member.name })),
      h(
        'button',
        { class: 'link', type: 'button', lang: other.replace('_', '-'), onclick: () => page.chooseLanguage(other) },
        LANGUAGES[other],
      ),
    );
  }

  function drawCard() {
    const { name, portrait } = page.session.resident;
    const reach = h(
      'p',
      { class: `reach ${isReachable ? 'here' : 'away'}`, role: 'status' },
      page.t(isReachable ? 'family.reachable' : 'family.unreachable'),
    );
    const hint = isReachable ? null : h('p', { class: 'hint' }, page.t('family.unreachable_hint', { name }));
    keepFocus(card, () => fill(card, pictureOf(portrait, name), h('h1', {}, name), reach, hint, callKeys()));
  }
  function callKeys() {
    const call = (kind) => () => page.callScreen.place(kind);
    return h(
      'div',
      { class: 'call-choices' },
      bigKey('main', 'video', page.t('family.call_video'), call('video')),
      bigKey('', 'phone', page.t('family.call_audio'), call('audio')),
      bigKey('', 'message', page.t('family.message'), () => messages.record()),
    );
  }
  function bigKey(kind, drawing, words, onclick) {
    return h('button', { class: `key big ${kind}`, type: 'button', onclick }, icon(drawing), h('span', {}, words));
  }

  // A browser sounds only after it was touched once.
  function drawSound() {
    const isAllowed = page.ringtone.isAllowed();
    const { name } = page.session.resident;
    const allow = h(
      'button',
      { class: 'key main', type: 'button', onclick: () => page.ringtone.allow() },
      page.t('family.sound_on'),
    );
    sound.classList.toggle('done', isAllowed);
    if (isAllowed) fill(sound, h('p', {}, page.t('family.sound_on_done')));
    else fill(sound, h('p', {}, page.t('family.sound_off', { name })), allow);
  }

  function takeEvent(kind, data) {
    if (kind === 'reach' && data.resident) {
      isReachable = data.resident.reachable;
      drawCard();
    }
    if (kind === 'call.log') history.reload();
    if (kind === 'voice.message') messages.reload();
  }
  return {
    draw,
    takeEvent,
    showLine: (isUp) => (line.hidden = isUp),
    record: () => messages.record(),
    reload() {
      messages.reload();
      history.reload();
    },
  };
}
