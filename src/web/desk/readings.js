// SPDX-License-Identifier: GPL-3.0-or-later
// How words are read here: names, dishes, streets that the dictionary can't know. What is written here is heard at once
// on every kiosk.
import { fill, h } from '../shared/dom.js';
import { editThing } from './editing.js';
import { choiceField, textField } from './field.js';
import { keepAs } from './keep_as.js';
import { createLiveArea } from './live_area.js';
import { localeChoices } from './locales.js';
import { createPlayer } from './player.js';
import { table } from './table.js';

export const readings = { name: 'readings', roles: ['desk', 'admin'], show };

const path = (word) => `/api/v1/readings/${encodeURIComponent(word)}`;

function show(desk, place) {
  const player = createPlayer();
  const trial = trialOf(desk, player);
  const state = { all: [] };
  const area = createLiveArea(desk, async () => {
    state.all = (await desk.requests.get('/api/v1/readings')).readings;
    if (state.all.length === 0) return h('p', { class: 'empty' }, desk.t('readings.empty'));
    return list(desk, state.all, trial, area.reload);
  });
  const add = () => editReading(desk, null, trial).then(area.reload);
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h1', {}, desk.t('view.readings')), h('p', { class: 'sub' }, desk.t('readings.what'))),
      h('button', { class: 'key main', type: 'button', onclick: add }, desk.t('readings.add')),
    ),
    trial.node,
    area.node,
    h(
      'div',
      { class: 'tools' },
      h('a', { class: 'key', href: '#imports?what=readings' }, desk.t('readings.import')),
      h(
        'button',
        { class: 'key', type: 'button', onclick: () => keepAs(desk.t('readings.file'), csvOf(desk, state.all)) },
        desk.t('readings.export'),
      ),
    ),
  );
  area.reload();
  const leave = () => {
    player.stop();
    area.leave();
  };
  return { leave, takeEvent: (kind) => kind === 'catalogue.changed' && area.reload() };
}

// A sentence, a way of speaking, and a key to hear it. hear(text, reading): with a reading that is not kept yet.
function trialOf(desk, player) {
  const told = h('p', { class: 'why', role: 'status' });
  const text = textField(desk.t('readings.try'), { name: 'try', value: desk.t('readings.try_text'), 'data-bytes': 255 });
  const locale = choiceField(desk.t('readings.locale'), localeChoices(desk), { name: 'locale', value: 'zh_CN' });

  async function hear(words, reading) {
    told.textContent = '';
    const wish = { text: words, locale: locale.querySelector('select').value };
    if (reading) wish.reading = reading;
    return player.play(await desk.requests.postForBytes('/api/v1/hear', wish));
  }
  const press = (words) => hear(words).catch((fault) => (told.textContent = desk.faultText(fault)));
  const key = h(
    'button',
    { class: 'key', type: 'button', onclick: () => press(text.querySelector('input').value) },
    desk.t('readings.hear'),
  );
  return { node: h('div', { class: 'trial' }, h('div', { class: 'tools' }, text, locale, key), told), hear, press };
}

function list(desk, all, trial, reload) {
  const columns = ['word', 'pinyin', 'end'].map((name) => [name, desk.t(`readings.${name}`)]);
  const small = (words, label, onclick) =>
    h('button', { class: 'key small', type: 'button', 'aria-label': label, onclick }, words);
  const rows = all.map((reading) => [
    h('strong', {}, reading.word),
    reading.pinyin,
    [
      small(desk.t('readings.hear'), desk.t('readings.hear_one', reading), () => trial.press(reading.word)),
      ' ',
      small(desk.t('edit'), desk.t('readings.edit', reading), () => editReading(desk, reading, trial).then(reload)),
    ],
  ]);
  return table(columns, rows, { className: 'readings' });
}

function editReading(desk, reading, trial) {
  return editThing(desk, {
    thing: reading,
    empty: { word: '', pinyin: '' },
    title: reading ? desk.t('readings.edit', reading) : desk.t('readings.add'),
    names: { pinyin: 'readings.pinyin' },
    path: ({ word }) => path(word),
    newest: async () => (await desk.requests.get('/api/v1/readings')).readings.find(({ word }) => word === reading.word),
    form: (one, close) => content(desk, close, one, reading, trial),
  });
}

function content(desk, close, one, reading, trial) {
  const read = (form) => ({
    word: form.elements.word.value.trim(),
    pinyin: form.elements.pinyin.value.trim(),
  });
  const told = h('p', { class: 'why', role: 'status' });
  const hear = async ({ target }) => {
    told.textContent = '';
    const tried = read(target.form);
    await trial.hear(tried.word, tried).catch((fault) => (told.textContent = desk.faultText(fault)));
  };
  const fields = [
    textField(desk.t('readings.word'), {
      name: 'word',
      value: one.word,
      readonly: Boolean(reading),
      required: true,
      autofocus: !reading,
      'data-bytes': 63,
      hint: desk.t('readings.word_hint'),
    }),
    textField(desk.t('readings.pinyin'), {
      name: 'pinyin',
      value: one.pinyin,
      required: true,
      autocomplete: 'off',
      'data-bytes': 191,
      hint: desk.t('readings.pinyin_hint'),
    }),
    h('button', { class: 'key', type: 'button', onclick: hear }, desk.t('readings.hear')),
    told,
  ];
  return { fields, read, extra: reading ? removeKey(desk, close, one) : null };
}

function removeKey(desk, close, reading) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('readings.remove', reading),
      desk.t('readings.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(path(reading.word), reading.revision),
    );
    if (isSure) close();
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('remove'));
}

// As the import takes it.
function csvOf(desk, all) {
  const head = [desk.t('readings.word'), desk.t('readings.pinyin')];
  const rows = all.map(({ word, pinyin }) => [word, pinyin]);
  return `\ufeff${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
