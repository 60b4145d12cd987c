// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes, and when: helpers in the order in which they fit, each with the reasons why.
import { clockOfMinute, dateAt, minuteAt, minuteOfClock, MINUTE_MS } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { textField } from './field.js';

// send({helper_id, helper, at})
export function assignForm(desk, close, booking, send) {
  const { utc_offset_min } = desk.site;
  const list = h('fieldset', { class: 'suggestions' });
  let suggested = [];

  const time = () => {
    const { date, clock } = form.elements;
    return Date.parse(date.value) + (minuteOfClock(clock.value) - utc_offset_min) * MINUTE_MS;
  };
  async function suggest() {
    const path = `/api/v1/bookings/${booking.id}/helpers?at=${time()}`;
    try {
      suggested = (await desk.requests.get(path)).helpers;
      fill(list, h('legend', {}, desk.t('booking.who')), suggested.length ? suggested.map(choice) : none());
    } catch (fault) {
      fill(list, h('p', { class: 'fault' }, desk.faultText(fault)));
    }
  }
  const none = () => h('p', { class: 'quiet' }, desk.t('booking.no_helpers'));
  function choice(helper, place) {
    return h(
      'label',
      { class: 'check' },
      h('input', { type: 'radio', name: 'helper', value: helper.id, required: true, checked: place === 0 && helper.free }),
      h('strong', {}, helper.name),
      reasons(desk, helper),
    );
  }
  const field = (name, words, type, value) =>
    textField(words, { name, type, value, required: true, onchange: suggest });
  const form = desk.dialogs.form(
    close,
    {
      save: desk.t('booking.do.accept'),
      submit: async () => {
        const helper = suggested.find(({ id }) => id === form.elements.helper.value);
        await send({ helper_id: helper.id, helper: helper.name, at: time() });
      },
    },
    h(
      'div',
      { class: 'pair' },
      field('date', desk.t('booking.date'), 'date', dateAt(booking.at, utc_offset_min)),
      field('clock', desk.t('booking.clock'), 'time', clockOfMinute(minuteAt(booking.at, utc_offset_min))),
    ),
    list,
  );
  suggest();
  return form;
}

// Why this one is where it stands.
function reasons(desk, { can, near, free, visits }) {
  const mark = (is, yes, no) => h('span', { class: `mark ${is ? '' : 'warning'}` }, desk.t(is ? yes : no));
  return h(
    'span',
    { class: 'marks' },
    mark(free, 'helper.free', 'helper.busy'),
    mark(can, 'helper.can', 'helper.cannot'),
    mark(near, 'helper.near', 'helper.far'),
    h('span', { class: 'mark plain' }, desk.t('helper.visits', { count: visits })),
  );
}
