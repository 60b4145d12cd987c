// SPDX-License-Identifier: GPL-3.0-or-later
// A voice is recorded line by line: the sentence large, one key to speak and to stop, and kind words when it has to be
// said once more.
import { fill, h } from '../shared/dom.js';
import { importField } from './clip_import.js';
import { faultLine } from './dialog.js';
import { radioField } from './field.js';
import { createBooth } from './booth.js';
import { SHOWN, lineAfter, linesOf } from './script_walk.js';
import { coverageOf } from './voices.js';

export function showRecording(desk, place, id) {
  const state = { id, voice: null, lines: [], coverage: { all: 0, often: 0 }, shown: 'missing', line: null };
  const parts = { top: h('div'), stage: h('section', { class: 'stage' }), list: h('ol', { class: 'script-lines' }) };
  const fault = faultLine();
  const booth = createBooth(desk, { sent: () => refresh(true) });
  const view = { desk, state, parts, booth, refresh, choose };

  async function refresh(keepsLine) {
    try {
      const [{ voices }, script] = await Promise.all([
        desk.requests.get('/api/v1/voices'),
        desk.requests.get(`/api/v1/voices/${id}/script`),
      ]);
      take(voices, script, keepsLine);
      draw(view);
    } catch (cause) {
      fault.show(desk.faultText(cause));
    }
  }
  function take(voices, script, keepsLine) {
    state.voice = voices.find((voice) => voice.id === id);
    state.lines = script.lines;
    state.coverage = script.coverage;
    const wanted = keepsLine && state.line?.id;
    state.line = state.lines.find((line) => line.id === wanted) ?? linesOf(state.lines, state.shown)[0] ?? state.lines[0];
  }
  function choose(line) {
    if (!line) return;
    state.line = line;
    booth.forget();
    draw(view);
    parts.stage.scrollIntoView({ block: 'nearest' });
  }
  fill(place, parts.top, fault.node, parts.stage, h('div', { class: 'script-tools' }), parts.list);
  refresh(false);
  return { leave: booth.leave };
}

function draw(view) {
  const { desk, state, parts } = view;
  drawTop(view);
  fill(parts.stage, stage(view));
  const lines = linesOf(state.lines, state.shown);
  fill(
    parts.list,
    lines.map((line) => entry(view, line)),
  );
  parts.list.previousElementSibling.replaceChildren(shownField(view), importField(desk, state, () => view.refresh(true)));
}

function drawTop({ desk, state, parts }) {
  fill(
    parts.top,
    h(
      'div',
      { class: 'head' },
      h(
        'div',
        {},
        h('p', {}, h('a', { href: '#voices' }, desk.t('voices.back'))),
        h('h1', {}, desk.t('voices.of', { name: state.voice?.speaker ?? '' })),
      ),
      coverageOf(desk, state.coverage),
    ),
  );
}

function stage(view) {
  const { desk, state, booth, choose } = view;
  const { line } = state;
  if (!line) return h('p', { class: 'empty' }, desk.t('voices.no_script'));
  const go = (steps) => () => choose(lineAfter(state.lines, state.shown, line.id, steps));
  const step = (steps, words, kind) =>
    h(
      'button',
      {
        class: `key ${kind}`,
        type: 'button',
        disabled: !lineAfter(state.lines, state.shown, line.id, steps),
        onclick: go(steps),
      },
      words,
    );
  return [
    h('p', { class: 'quiet' }, about(desk, line)),
    h('p', { class: 'to-say', lang: state.voice.locale.slice(0, 2) }, line.text),
    booth.node(state.voice, line),
    h(
      'div',
      { class: 'keys' },
      step(-1, desk.t('voices.before'), ''),
      step(1, desk.t('voices.next'), line.clip ? 'main large' : ''),
    ),
  ];
}

// What the line is, so that it is said in the right tone.
function about(desk, line) {
  if (line.kind !== 'catalogue') return desk.t(`voices.kind_${line.kind}`);
  return /[{%]/.test(line.context) ? desk.t('voices.piece_of', { sentence: spoken(line.context) }) : desk.t('voices.sentence');
}

const spoken = (sentence) => sentence.replaceAll(/\{\w+\}|%\w/g, '…');

function entry({ state, choose }, line) {
  return h(
    'li',
    { class: line.clip ? 'said' : null },
    h(
      'button',
      { type: 'button', 'aria-current': line === state.line ? 'true' : null, onclick: () => choose(line) },
      line.text,
    ),
  );
}

function shownField({ desk, state, choose, refresh }) {
  const count = (shown) => linesOf(state.lines, shown).length;
  const choices = SHOWN.map((shown) => [shown, desk.t(`voices.shown_${shown}`, { count: count(shown) })]);
  return radioField(desk.t('voices.shown'), 'shown', choices, state.shown, (shown) => {
    state.shown = shown;
    const [first] = linesOf(state.lines, shown);
    if (first) choose(first);
    else refresh(true);
  });
}
