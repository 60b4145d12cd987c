// SPDX-License-Identifier: GPL-3.0-or-later
// Residents who rang the desk in vain: a line over every view until somebody of the desk has talked with them, or has
// put it away at this browser.
import { fill, h } from '../shared/dom.js';

const PUT_AWAY = 'anban.desk.missed';
const MOST_PUT_AWAY = 50;

export function createMissed(desk) {
  const node = h('section', { class: 'missed-calls', role: 'status' });
  let missed = [];
  let residents = [];
  document.body.append(node);

  const putAway = () => JSON.parse(localStorage.getItem(PUT_AWAY) ?? '[]');

  async function refresh() {
    if (!desk.may('desk', 'admin')) return;
    const answer = await desk.requests.get('/api/v1/call_log/missed').catch(() => null);
    if (!answer) return;
    missed = answer.calls;
    if (missed.length) residents = await desk.catalogue.residents().catch(() => residents);
    draw();
  }

  function draw() {
    const away = putAway();
    fill(
      node,
      missed.filter((one) => !away.includes(one.call_id)).map(row),
    );
  }

  function row(one) {
    const resident = residents.find(({ id }) => id === one.resident_id);
    const name = resident?.name ?? '…';
    const when = desk.words.clock(one.made_at, desk.site.utc_offset_min);
    return h(
      'p',
      {},
      h('strong', {}, name),
      h('span', {}, resident?.room),
      h('span', {}, desk.t('missed.rang', { when })),
      desk.reach.hasResident(one.resident_id) ? callKey(resident, one.resident_id) : null,
      key(desk.t('missed.put_away'), desk.t('missed.put_away_of', { name }), () => close(one)),
    );
  }
  function callKey(resident, id) {
    const { name = '', portrait = '' } = resident ?? {};
    const place = () => desk.calling.place({ kind: 'resident', id }, { name, portrait });
    return key(desk.t('missed.call'), desk.t('residents.call', { name }), place);
  }
  const key = (words, whole, press) =>
    h('button', { class: 'key small', type: 'button', 'aria-label': whole, onclick: press }, words);

  function close({ call_id }) {
    localStorage.setItem(PUT_AWAY, JSON.stringify([call_id, ...putAway()].slice(0, MOST_PUT_AWAY)));
    draw();
  }
  return { refresh, draw };
}
