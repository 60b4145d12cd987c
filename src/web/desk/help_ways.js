// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of the server: when each was last proven, and what could not be sent by it.
import { h } from '../shared/dom.js';

export function waysList(desk, ways) {
  if (ways.length === 0) return h('p', { class: 'ways-out warning' }, desk.t('ways.none'));
  return h('ul', { class: 'ways-out' }, ways.map((way) => row(desk, way)));
}

function row(desk, { way, sent_at: sent, failed_at: failed, error, waiting, given_up: givenUp }) {
  const isWell = sent > failed;
  const key = `help.way.${way}`;
  const when = (at) => desk.words.dayAndClock(at, desk.site.utc_offset_min);
  return h(
    'li',
    {},
    h('span', { class: `mark ${isWell ? '' : 'warning'}` }, desk.words.has(key) ? desk.t(key) : way),
    h('span', {}, sent ? desk.t('ways.sent', { when: when(sent) }) : desk.t('ways.never')),
    failed && !isWell ? h('span', { class: 'fault' }, desk.t('ways.failed', { when: when(failed), error })) : null,
    waiting ? h('span', {}, desk.t('ways.waiting', { count: waiting })) : null,
    givenUp ? h('span', { class: 'fault' }, desk.t('ways.given_up', { count: givenUp })) : null,
  );
}
