// SPDX-License-Identifier: GPL-3.0-or-later
// Who called and looked: the calls of one resident, newest first.
import { outcomeWords } from '../shared/call_words.js';
import { h } from '../shared/dom.js';
import { createLiveArea } from './live_area.js';
import { table } from './table.js';

const COLUMNS = ['when', 'who', 'direction', 'media', 'outcome'];

export function callLog(desk, resident) {
  const area = createLiveArea(desk, async () => {
    const { calls } = await desk.requests.get(`/api/v1/call_log?resident_id=${resident.id}`);
    return calls.length ? list(desk, calls) : h('p', { class: 'quiet' }, desk.t('call_log.empty'));
  });
  const details = h('details', { class: 'call-log' }, h('summary', {}, desk.t('call_log.title')), area.node);
  details.addEventListener('toggle', () => details.open && area.reload());
  return details;
}

function list(desk, calls) {
  const columns = COLUMNS.map((name) => [name, desk.t(`call_log.${name}`)]);
  const rows = calls.map((one) => [
    desk.words.dayAndClock(one.made_at, desk.site.utc_offset_min),
    one.name || desk.t('call_log.desk'),
    desk.t(`call_log.${one.direction}`),
    [
      desk.t(`log.${one.media}`),
      one.purpose === 'help' ? h('span', { class: 'mark warning' }, desk.t('log.help')) : null,
    ],
    [
      outcomeWords(desk.t, one, 'to_resident'),
      one.auto_answered ? h('span', { class: 'mark plain' }, desk.t('log.auto')) : null,
    ],
  ]);
  return table(columns, rows);
}
