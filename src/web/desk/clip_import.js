// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings made elsewhere: the list of lines to take along, and the files that come back, each named by its line.
import { h } from '../shared/dom.js';
import { keepAs } from './keep_as.js';
import { csvOf, filesByLine } from './script_walk.js';
import { table } from './table.js';

// state: {id, voice, lines}. taken(): some were.
export function importField(desk, state, taken) {
  const progress = h('p', { role: 'status' });
  const input = h('input', { type: 'file', multiple: true, accept: '.wav,.flac,.ogg,.opus', onchange: () => send() });
  const keepList = () => keepAs(`${state.voice.speaker} ${state.voice.locale}.csv`, csvOf(state.lines));

  async function send() {
    const found = filesByLine([...input.files], state.lines);
    const told = [];
    for (const { file, line } of found) {
      told.push([file.name, line?.text ?? '', await sendOne(desk, state, file, line)]);
      progress.textContent = desk.t('voices.import_so_far', { done: told.length, count: found.length });
    }
    taken();
    desk.dialogs.open(desk.t('voices.import'), (close) => reportDialog(desk, close, told), 'broad');
  }
  return h(
    'details',
    { class: 'import' },
    h('summary', {}, desk.t('voices.import')),
    h('p', {}, desk.t('voices.import_how')),
    h(
      'div',
      { class: 'tools' },
      h('button', { class: 'key', type: 'button', onclick: keepList }, desk.t('voices.list')),
      h('label', { class: 'field' }, h('span', { class: 'label' }, desk.t('voices.files')), input),
    ),
    progress,
  );
}

// Why it was not taken; '' when it was.
async function sendOne(desk, state, file, line) {
  if (!line) return desk.t('voices.import_unknown');
  try {
    await desk.requests.putBytes(`/api/v1/voices/${state.id}/clips/${line.id}`, file, 'application/octet-stream');
    return '';
  } catch (fault) {
    return desk.faultText(fault);
  }
}

function reportDialog(desk, close, told) {
  const good = told.filter(([, , why]) => why === '').length;
  const sorted = [...told].sort((one, other) => (one[2] === '') - (other[2] === ''));
  const columns = ['file', 'text', 'state'].map((name) => [name, desk.t(`voices.import_${name}`)]);
  const rows = sorted.map(([name, text, why]) => [
    name,
    text,
    why ? h('span', { class: 'why' }, why) : h('span', { class: 'mark' }, desk.t('voices.good')),
  ]);
  return h(
    'div',
    { class: 'stack' },
    h('p', {}, desk.t('voices.import_done', { good, count: told.length })),
    table(columns, rows, { className: 'lines', rowClass: (n) => (sorted[n][2] ? 'bad' : '') }),
    h('button', { class: 'key main', type: 'button', onclick: () => close() }, desk.t('voices.close')),
  );
}
