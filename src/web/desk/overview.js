// SPDX-License-Identifier: GPL-3.0-or-later
// 一屏查看: for who answers for the services. Per week and kind how late, what came to nothing and what elders say; each
// figure opens the bookings behind it; all of it as a file for a spreadsheet.
import { minutesLate } from '../shared/bookings.js';
import { addDays, dateAt } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { csv, ledger, loads } from '../shared/ledger.js';
import { choiceField } from './field.js';
import { createLiveArea } from './live_area.js';
import { table } from './table.js';

export const overview = { name: 'overview', roles: ['desk', 'admin'], show };

const WEEKS = ['4', '12', '52'];
const FIGURES = ['all', 'median', 'late', 'declined', 'missed', 'cancelled', 'waiting', 'faces'];

function show(desk, place, query) {
  const weeks = WEEKS.includes(query.get('weeks')) ? query.get('weeks') : WEEKS[0];
  let lines = [];
  const area = createLiveArea(desk, async () => {
    const today = dateAt(desk.now(), desk.site.utc_offset_min);
    const from = addDays(today, -7 * Number(weeks) + 1);
    const [{ bookings }, residents] = await Promise.all([
      desk.requests.get(`/api/v1/bookings?from=${from}&to=${today}`),
      desk.catalogue.residents(),
    ]);
    const people = new Map(residents.map((one) => [one.id, one]));
    lines = ledger(bookings, desk.site.utc_offset_min);
    if (lines.length === 0) return h('p', { class: 'empty' }, desk.t('overview.empty'));
    return [figures(desk, lines, people), load(desk, loads(bookings))];
  });
  const choose = (event) => (location.hash = `overview?weeks=${event.target.value}`);
  const key = (words, onclick) => h('button', { class: 'key', type: 'button', onclick }, words);
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('h1', {}, desk.t('view.overview')),
      h(
        'div',
        { class: 'keys' },
        key(desk.t('print'), () => window.print()),
        key(desk.t('overview.csv'), () => save(desk, lines)),
      ),
    ),
    h(
      'div',
      { class: 'tools' },
      choiceField(
        desk.t('overview.weeks'),
        WEEKS.map((count) => [count, desk.t('overview.last', { count })]),
        { value: weeks, onchange: choose },
      ),
    ),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => kind === 'booking' && area.reload() };
}

function figures(desk, lines, people) {
  const columns = ['week', 'kind', ...FIGURES].map((name) => [name, desk.t(`overview.${name}`)]);
  const rows = lines.map((line) => [
    desk.words.shortDay(line.week),
    h('strong', {}, line.name),
    ...FIGURES.map((name) => figure(desk, line, name, people)),
  ]);
  return table(columns, rows, { className: 'figures' });
}

// What the figure says, and which bookings it counts; null: none to be shown.
function figure(desk, line, name, people) {
  if (name === 'faces') return faces(desk, line.faces);
  const counted = name === 'median' ? line.begun : line[name];
  if (counted.length === 0) return h('span', { class: 'quiet' }, '–');
  const words = {
    median: () => desk.t('overview.minutes', { minutes: line.median }),
    late: () => desk.t('overview.share', { count: counted.length, percent: share(line) }),
  };
  const text = words[name]?.() ?? String(counted.length);
  const title = `${line.name} · ${desk.t(`overview.${name}`)}`;
  const onclick = () => desk.dialogs.open(title, (close) => behind(desk, close, counted, people), 'broad');
  return h('button', { class: 'link', type: 'button', 'aria-label': `${title} ${text}`, onclick }, text);
}

const share = ({ late, begun }) => Math.round((100 * late.length) / begun.length);

function faces(desk, said) {
  if (!said) return h('span', { class: 'quiet' }, '–');
  const total = said.good + said.so_so + said.not_good;
  const x = (count) => (100 * count) / total;
  const bar = (className, from, width) => svg('rect', { class: className, x: from, y: 0, width, height: 10 });
  const words = desk.t('overview.said', said);
  return h(
    'div',
    {},
    svg('svg', { class: 'faces', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
      bar('good', 0, x(said.good)),
      bar('so-so', x(said.good), x(said.so_so)),
      bar('not-good', x(said.good + said.so_so), x(said.not_good)),
    ]),
    h('div', { class: 'small' }, words),
  );
}

function svg(tag, attributes, children = []) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

function behind(desk, close, bookings, people) {
  const rows = bookings.map((one) => {
    const late = minutesLate(one);
    return [
      desk.words.dayAndClock(one.at, desk.site.utc_offset_min),
      people.get(one.resident_id)?.name ?? desk.t('orders.left'),
      one.helper,
      desk.t(`booking.${one.status}`),
      late === null ? '' : desk.t('overview.minutes', { minutes: late }),
    ];
  });
  const columns = ['when', 'person', 'helper', 'state', 'late_by'].map((name) => [name, desk.t(`overview.${name}`)]);
  return h(
    'div',
    { class: 'stack' },
    h('div', { class: 'wide' }, table(columns, rows)),
    h(
      'div',
      { class: 'keys' },
      h('button', { class: 'key main', type: 'button', onclick: () => close() }, desk.t('ok')),
    ),
  );
}

function load(desk, helpers) {
  if (helpers.length === 0) return null;
  const most = helpers[0][1];
  return h(
    'section',
    {},
    h('h2', {}, desk.t('overview.load')),
    h(
      'ul',
      { class: 'loads' },
      helpers.map(([name, count]) =>
        h(
          'li',
          {},
          h('span', {}, name),
          svg('svg', { class: 'bar-line', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
            svg('rect', { class: 'good', x: 0, y: 0, width: (100 * count) / most, height: 10 }),
          ]),
          h('span', {}, String(count)),
        ),
      ),
    ),
  );
}

function save(desk, lines) {
  const head = ['week', 'kind', 'all', 'begun', 'median', 'late', 'declined', 'missed', 'cancelled', 'waiting'];
  const rows = lines.map((line) => [
    line.week,
    line.name,
    line.all.length,
    line.begun.length,
    line.median ?? '',
    ...['late', 'declined', 'missed', 'cancelled', 'waiting'].map((name) => line[name].length),
  ]);
  const text = csv([head.map((name) => desk.t(`overview.${name}`)), ...rows]);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  h('a', { href: url, download: `anban-${lines[0]?.week ?? 'empty'}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
