// SPDX-License-Identifier: GPL-3.0-or-later
// A call for help as its steps, each with its time, and the words for them.
import { h } from '../shared/dom.js';

export const isOpen = ({ state }) => state === 'raised' || state === 'acknowledged';

// The newest thing that a person of the desk has done, or null.
export function newestByPerson({ steps = [] }) {
  return steps.findLast(({ kind }) => ['taken', 'coming', 'there'].includes(kind)) ?? null;
}

export const mustDecide = (call) => call.state === 'raised' && (call.steps ?? []).some(({ kind }) => kind === 'decide');

function wayOf(desk, way) {
  const key = `help.way.${way}`;
  return desk.words.has(key) ? desk.t(key) : way;
}

export function stepWords(desk, { kind, way, who }) {
  const values = { name: who, way: wayOf(desk, way) };
  if (kind === 'received') return desk.t(way === 'desk' ? 'help.step.received_page' : 'help.step.received', values);
  if (who === '' && ['sent', 'failed'].includes(kind)) return desk.t(`help.step.${kind}_all`, values);
  if (kind === 'failed' && way === '') return desk.t('help.step.failed_no_way', values);
  return desk.t(`help.step.${kind}`, values);
}

export function stepList(desk, { steps = [] }) {
  const row = (step) =>
    h(
      'li',
      { class: step.kind },
      h('time', {}, desk.words.clockToSecond(step.at, desk.site.utc_offset_min)),
      h('span', {}, stepWords(desk, step)),
    );
  return h('ol', { class: 'steps' }, steps.map(row));
}

// Who is told next, when nobody takes it.
export function nextWords(desk, { next_at: at = 0, next_who: name = '' }) {
  if (!at) return null;
  const when = desk.words.clockToSecond(at, desk.site.utc_offset_min);
  return desk.t(name ? 'help.next' : 'help.next_decide', { name, when });
}
