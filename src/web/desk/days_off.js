// SPDX-License-Identifier: GPL-3.0-or-later
// Holidays, and weekend days that are worked instead (调休). They come as a list once a year, so a list can be pasted:
// a date a line, with the weekday whose hours count behind it where it is worked.
import { addDays, isDate, weekday } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { longField } from './field.js';
import { createLiveArea } from './live_area.js';

export function daysOff(desk) {
  const area = createLiveArea(desk, async () => {
    const { days_off: days } = await desk.requests.get('/api/v1/days_off');
    return h(
      'section',
      {},
      h('h2', {}, desk.t('days_off.title')),
      days.length ? h('ul', { class: 'days-off' }, days.map(row)) : h('p', { class: 'quiet' }, desk.t('days_off.empty')),
      h('button', { class: 'key', type: 'button', onclick: add }, desk.t('days_off.add')),
    );
  });
  function row({ date, closed, as_weekday }) {
    const what = closed ? desk.t('days_off.closed') : desk.t('days_off.worked', { weekday: desk.t(`weekday.${as_weekday}`) });
    const drop = () =>
      desk.requests
        .remove(`/api/v1/days_off/${date}`)
        .then(area.reload)
        .catch((fault) => desk.dialogs.notice(desk.faultText(fault)));
    return h(
      'li',
      {},
      `${date} ${desk.t(`weekday.${weekday(date)}`)} · ${what} `,
      h('button', { class: 'link', type: 'button', onclick: drop, 'aria-label': desk.t('days_off.drop', { date }) }, desk.t('remove')),
    );
  }
  async function add() {
    const done = await desk.dialogs.open(desk.t('days_off.add'), (close) =>
      desk.dialogs.form(
        close,
        {
          save: desk.t('save'),
          submit: async (_, form) => {
            for (const { date, ...day } of readDays(desk, form.elements.list.value))
              await desk.requests.put(`/api/v1/days_off/${date}`, day);
            close(true);
          },
        },
        longField(desk.t('days_off.list'), { name: 'list', rows: 8, value: '', required: true, hint: desk.t('days_off.hint') }),
      ),
    );
    if (done) area.reload();
  }
  return area;
}

// "2027-02-06", "2027-02-06 ~ 2027-02-12" or "2027-02-14 3" (worked as a Wednesday), a line each.
export function readDays(desk, text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [, from, to, as] = /^(\S+?)(?:\s*[~～]\s*(\S+))?(?:\s+([0-6]))?$/.exec(line) ?? [];
      if (!from || !isDate(from) || (to && !isDate(to))) throw new Error(desk.t('days_off.wrong', { line }));
      return datesFrom(from, to ?? from).map((date) => ({ date, closed: !as, as_weekday: Number(as ?? 0) }));
    });
}

function datesFrom(from, to) {
  const dates = [];
  for (let date = from; date <= to && dates.length < 60; date = addDays(date, 1)) dates.push(date);
  return dates;
}
