// SPDX-License-Identifier: GPL-3.0-or-later
// Residents, menus and readings from a CSV file as Excel writes it. The server reads it first without taking it: every bad line is
// shown by number and reason, and nothing is imported unless all is well.
import { fill, h } from '../shared/dom.js';
import { radioField } from './field.js';
import { faultLine } from './dialog.js';
import { table } from './table.js';

export const imports = { name: 'imports', roles: ['desk', 'admin'], show };

const KINDS = ['residents', 'menu', 'readings'];

function show(desk, place, query) {
  const kind = KINDS.find((name) => name === query.get('what')) ?? KINDS[0];
  const preview = h('div', { class: 'sheet', role: 'status' });
  const fault = faultLine();
  const input = h('input', { type: 'file', accept: '.csv,text/csv', onchange: () => check() });

  async function send(file, commit) {
    return desk.requests.upload(`/api/v1/imports/${kind}?commit=${commit}`, file, 'text/csv');
  }
  async function check() {
    const [file] = input.files;
    if (!file) return;
    await told(async () =>
      fill(
        preview,
        previewOf(desk, await send(file, 'no'), () => commit(file)),
      ),
    );
  }
  async function commit(file) {
    await told(async () => {
      const answer = await send(file, 'yes');
      if (!answer.committed)
        return fill(
          preview,
          previewOf(desk, answer, () => commit(file)),
        );
      input.value = '';
      return fill(preview, h('p', { class: 'done' }, desk.t('imports.done', { count: answer.good })));
    });
  }
  async function told(work) {
    fault.show('');
    try {
      await work();
    } catch (cause) {
      fill(preview);
      fault.show(desk.faultText(cause));
    }
  }
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('imports.title'))),
    h(
      'div',
      { class: 'tools' },
      radioField(
        desk.t('imports.what'),
        'what',
        KINDS.map((name) => [name, desk.t(`imports.${name}`)]),
        kind,
        (name) => (location.hash = `imports?what=${name}`),
      ),
    ),
    h('ol', { class: 'steps' }, [
      h(
        'li',
        {},
        h(
          'a',
          { class: 'key', href: `/desk/${kind}.csv`, download: desk.t(`imports.file.${kind}`) },
          desk.t('imports.template'),
        ),
        h('span', {}, desk.t('imports.fill')),
        h('p', { class: 'hint' }, desk.t(`imports.how.${kind}`)),
      ),
      h('li', {}, h('label', { class: 'field' }, h('span', { class: 'label' }, desk.t('imports.choose')), input)),
      h('li', {}, desk.t('imports.look')),
    ]),
    fault.node,
    preview,
  );
  return {};
}

function previewOf(desk, answer, commit) {
  const isGood = answer.bad === 0 && answer.good > 0;
  const words = isGood
    ? desk.t('imports.all_good', { count: answer.good })
    : desk.t('imports.some_bad', { bad: answer.bad, good: answer.good });
  const key = h(
    'button',
    { class: 'key main', type: 'button', disabled: !isGood, onclick: () => press(key, commit) },
    desk.t('imports.take', { count: answer.good }),
  );
  const lines = [...answer.lines].sort((one, other) => one.ok - other.ok || one.line - other.line);
  const columns = ['line', 'state', 'text'].map((name) => [name, desk.t(`imports.${name}`)]);
  const rows = lines.map((line) => [
    String(line.line),
    line.ok ? h('span', { class: 'mark' }, desk.t('imports.good')) : h('span', { class: 'why' }, line.reason),
    [line.text, line.change ? h('div', { class: 'small' }, line.change) : null],
  ]);
  return [
    h(
      'div',
      { class: 'head' },
      h(
        'p',
        { class: isGood ? 'done' : 'fault' },
        words,
        ' ',
        h('span', { class: 'small' }, desk.t('imports.encoding', { encoding: answer.encoding })),
      ),
      key,
    ),
    table(columns, rows, { className: 'lines', rowClass: (n) => (lines[n].ok ? '' : 'bad') }),
  ];
}

async function press(key, work) {
  key.disabled = true;
  await work();
}
