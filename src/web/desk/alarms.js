// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help: those that are open, how soon they were taken against what is expected, and the record of some days,
// to be printed and given to others.
import { fill, h } from '../shared/dom.js';
import { addDays, dateAt } from '../shared/days.js';
import { serviceLevels, secondsUntilTaken } from '../shared/service_levels.js';
import { waysList } from './help_ways.js';
import { showHelp } from './help_card.js';
import { isOpen, stepList } from './help_steps.js';
import { createLiveArea } from './live_area.js';
import { table } from './table.js';

export const alarms = { name: 'alarms', roles: ['desk', 'admin'], show };

const DAYS_BACK = 30;
const COLUMNS = ['when', 'who', 'where', 'taken', 'ending', 'steps'];

function show(desk, place, query) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const from = query.get('from') ?? addDays(today, -DAYS_BACK);
  const to = query.get('to') ?? today;
  let only = null;
  const area = createLiveArea(desk, async () => {
    const [answer, ways] = await Promise.all([
      desk.requests.get(`/api/v1/help_log?from=${from}&to=${to}`),
      desk.requests.get('/api/v1/ways'),
      desk.help.people.learn(),
    ]);
    const levels = serviceLevels(answer.help, desk.now());
    const chosen = only === null ? answer.help : levels[only].missed;
    return [
      desk.help.list().filter(isOpen).map(desk.help.row),
      h('div', { class: 'levels' }, levels.map((level, n) => levelKey(desk, level, only === n, () => choose(n)))),
      waysList(desk, ways.ways),
      only === null ? null : h('p', { class: 'quiet' }, desk.t('alarms.only', { seconds: levels[only].seconds })),
      chosen.length ? log(desk, [...chosen].reverse()) : h('p', { class: 'empty' }, desk.t('alarms.empty')),
    ];
  });
  function choose(n) {
    only = only === n ? null : n;
    area.reload();
  }
  const day = (name, value) =>
    h('input', { type: 'date', value, max: today, 'aria-label': desk.t(`alarms.${name}`), onchange: turn, name });
  function turn() {
    const value = (name) => place.querySelector(`input[name=${name}]`).value;
    location.hash = `alarms?from=${value('from')}&to=${value('to')}`;
  }
  const print = () => window.print();
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('view.alarms'))),
    h(
      'div',
      { class: 'tools' },
      day('from', from),
      day('to', to),
      h('button', { class: 'key', type: 'button', onclick: print }, desk.t('alarms.print')),
      h('a', { class: 'key', href: `/api/v1/help_log/csv?from=${from}&to=${to}` }, desk.t('alarms.csv')),
      h('button', { class: 'key', type: 'button', onclick: () => askDrill(desk) }, desk.t('alarms.drill')),
    ),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => ['help', 'catalogue.changed'].includes(kind) && area.reload() };
}

function levelKey(desk, { seconds, wanted, counted, met, percent, isKept }, isChosen, press) {
  const figure = percent === null ? '–' : `${percent.toFixed(1)}%`;
  const words = desk.t('alarms.level', { seconds, wanted });
  return h(
    'button',
    { class: `service-level ${isKept ? '' : 'missed'}`, type: 'button', 'aria-pressed': String(isChosen), onclick: press },
    h('strong', {}, figure),
    h('span', {}, words),
    h('span', { class: 'small' }, desk.t('alarms.counted', { met, counted })),
  );
}

function log(desk, calls) {
  const columns = [...COLUMNS.map((name) => [name, desk.t(`alarms.${name}`)]), ['end', desk.t('help.more_of')]];
  return table(columns, calls.map((call) => row(desk, call)), { rowClass: (n) => (calls[n].drill ? 'drill' : '') });
}

function row(desk, call) {
  const { people } = desk.help;
  const seconds = secondsUntilTaken(call);
  return [
    desk.words.dayAndClock(call.raised_at, desk.site.utc_offset_min),
    [
      h('strong', {}, people.nameOf(call)),
      ' ',
      h('span', { class: 'room' }, people.residentOf(call)?.room),
      call.drill ? h('div', {}, h('span', { class: 'mark warning' }, desk.t('help.drill'))) : null,
    ],
    people.placeOf(call),
    seconds === null ? '–' : desk.t('alarms.seconds', { seconds: Math.round(seconds), name: takerOf(call) }),
    endingOf(desk, call),
    stepList(desk, call),
    [
      h('button', { class: 'key small', type: 'button', onclick: () => showHelp(desk, call, people) }, desk.t('help.more_of')),
      h('a', { class: 'key small', href: `/api/v1/help/${call.help_id}/cap`, download: '' }, 'CAP'),
    ],
  ];
}

const takerOf = ({ steps = [] }) => steps.find(({ kind }) => kind === 'taken')?.who ?? '';

function endingOf(desk, { state, ending }) {
  if (state === 'closed' && ending) return desk.t(`help.ending.${ending}`);
  return desk.t(`alarms.state.${state}`);
}

// A practice takes every way that a real call takes, so whoever begins one says at which kiosk.
async function askDrill(desk) {
  const kiosks = (await desk.catalogue.kiosks()).filter(({ state }) => state === 'approved');
  const key = ({ id, name, place }, close) => {
    const press = async () => {
      await desk.requests.post(`/api/v1/kiosks/${id}/drill`);
      close(true);
    };
    return h('button', { class: 'key', type: 'button', onclick: press }, [name, place].filter(Boolean).join(' '));
  };
  return desk.dialogs.open(desk.t('alarms.drill_title'), (close) =>
    h(
      'div',
      { class: 'stack' },
      h('p', {}, desk.t('alarms.drill_words')),
      kiosks.map((kiosk) => key(kiosk, close)),
      h('button', { class: 'key main', type: 'button', onclick: () => close() }, desk.t('cancel')),
    ),
  );
}
