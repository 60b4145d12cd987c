// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the community, 一人一档: found by name, room, card or telephone.
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { pictureOf } from '../shared/picture_of.js';
import { dietMarks } from './diet_marks.js';
import { createLiveArea } from './live_area.js';
import { editResident } from './resident_editor.js';
import { table } from './table.js';

export const residents = { name: 'residents', roles: ['desk', 'admin', 'kitchen'], show };

const LOOK = { className: 'pictured' };
const COLUMNS = ['portrait', 'name', 'room', 'diet', 'subsidy', 'delivery', 'sign_in'];
const KITCHEN_COLUMNS = [1, 2, 3, 5]; // of these what the server tells the kitchen

function show(desk, place) {
  const search = h('input', {
    type: 'search',
    placeholder: desk.t('residents.search'),
    'aria-label': desk.t('residents.search'),
    oninput: () => area.reload(),
  });
  const area = createLiveArea(desk, async () => {
    const found = (await desk.catalogue.residents()).filter((one) => residentMatches(one, search.value));
    return list(desk, found);
  });
  const add = desk.may('desk', 'admin')
    ? h(
        'button',
        { class: 'key main', type: 'button', onclick: () => editResident(desk, null) },
        desk.t('residents.add'),
      )
    : null;
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('view.residents')), add),
    h('div', { class: 'tools' }, search),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => ['catalogue.changed', 'reach'].includes(kind) && area.reload() };
}

export function residentMatches(resident, wanted) {
  const text = wanted.trim().toLowerCase();
  return [resident.name, resident.room, resident.card, resident.phone].some((part) =>
    part.toLowerCase().includes(text),
  );
}

function list(desk, found) {
  if (found.length === 0) return h('p', { class: 'empty' }, desk.t('residents.empty'));
  const columns = COLUMNS.map((name) => [name, desk.t(`residents.${name}`)]);
  if (!desk.may('desk', 'admin'))
    return table(
      KITCHEN_COLUMNS.map((n) => columns[n]),
      found.map((one) => KITCHEN_COLUMNS.map((n) => cells(desk, one)[n])),
    );
  const rows = found.map((one) => [...cells(desk, one), [callKey(desk, one), editKey(desk, one)]]);
  return table([...columns, ['end', desk.t('edit')]], rows, LOOK);
}

// Only for who is in front of a kiosk now.
function callKey(desk, { id, name, portrait }) {
  if (!desk.reach.hasResident(id)) return null;
  const call = () => desk.calling.place({ kind: 'resident', id }, { name, portrait });
  const words = desk.t('residents.call', { name });
  return h(
    'button',
    { class: 'key small call', type: 'button', 'aria-label': words, title: words, onclick: call },
    icon('video'),
  );
}

function editKey(desk, one) {
  return h(
    'button',
    {
      class: 'key small',
      type: 'button',
      'aria-label': desk.t('residents.edit', { name: one.name }),
      onclick: () => editResident(desk, one),
    },
    desk.t('edit'),
  );
}

function cells(desk, one) {
  return [
    pictureOf(one.portrait, one.name),
    [h('strong', {}, one.name), one.note ? h('div', { class: 'small' }, one.note) : null],
    one.room,
    dietMarks(desk, one.diet),
    desk.t('residents.percent', { percent: one.subsidy_percent }),
    desk.t(`delivery.${one.usual_delivery}`),
    [
      one.card ? h('span', { class: 'mark plain' }, desk.t('residents.has_card')) : null,
      one.has_pin ? h('span', { class: 'mark plain' }, desk.t('residents.has_pin')) : null,
    ],
  ];
}
