// SPDX-License-Identifier: GPL-3.0-or-later
// What a helper must know of one call: its steps, whom to telephone, and what is to be said to 120, to be read aloud.
import { h } from '../shared/dom.js';
import { longField, textField } from './field.js';
import { mustDecide, nextWords, stepList } from './help_steps.js';

const FIELDS = ['address', 'illness', 'medicine', 'door_code', 'other'];
const LIMITS = { address: 255, illness: 255, medicine: 255, door_code: 31, other: 255 };
const cardOf = (desk, id) => desk.requests.get(`/api/v1/residents/${id}/help_card`);

export async function showHelp(desk, call, people) {
  const resident = people.residentOf(call);
  const card = resident ? await cardOf(desk, resident.id).catch(() => null) : null;
  const title = desk.t(call.drill ? 'help.drill_of' : 'help.of', { name: people.nameOf(call) });
  const content = (close) => [
    call.drill ? h('p', { class: 'drill' }, desk.t('help.drill_words')) : null,
    mustDecide(call) ? h('p', { class: 'decide' }, desk.t('help.decide')) : null,
    h('p', {}, desk.t('help.where', { place: people.placeOf(call) })),
    stepList(desk, call),
    h('p', {}, nextWords(desk, call)),
    resident ? telephones(desk, resident) : null,
    sayTo120(desk, call, people, card),
    h('div', { class: 'keys' }, h('button', { class: 'key main', type: 'button', onclick: () => close() }, desk.t('help.shut'))),
  ];
  return desk.dialogs.open(title, (close) => h('div', { class: 'help-sheet' }, content(close)), 'broad');
}

function telephones(desk, { phone, contacts }) {
  const row = (name, number) => h('li', {}, h('span', {}, name), ' ', h('strong', {}, number));
  const rows = [
    phone ? row(desk.t('help.own_phone'), phone) : null,
    contacts.map((one) => row([one.name, one.relation].filter(Boolean).join(' '), one.phone)),
  ];
  return h('section', {}, h('h3', {}, desk.t('help.telephones')), h('ul', {}, rows));
}

// Nothing of this dials: who reads it has the telephone in their hand.
function sayTo120(desk, call, people, card) {
  const resident = people.residentOf(call);
  const age = card?.born_year ? new Date(desk.now()).getFullYear() - card.born_year : 0;
  const where = card?.address || [desk.site.name, resident?.room, people.placeOf(call)].filter(Boolean).join(' ');
  const lines = [
    ['who', [people.nameOf(call), age ? desk.t('card.age', { age }) : ''].filter(Boolean).join(' ')],
    ['where', where],
    ...['illness', 'medicine', 'door_code', 'other'].map((name) => [name, card?.[name] ?? '']),
    ['note', resident?.note ?? ''],
    ['back', desk.site.phone],
  ];
  const row = ([name, words]) => (words ? [h('dt', {}, desk.t(`card.${name}`)), h('dd', {}, words)] : null);
  return h(
    'section',
    { class: 'say-to-120' },
    h('h3', {}, desk.t('card.say')),
    h('p', { class: 'hint' }, desk.t('card.nobody_dials')),
    h('dl', {}, lines.map(row)),
  );
}

export async function editCard(desk, resident) {
  const card = await cardOf(desk, resident.id);
  const submit = async (close, form) => {
    const written = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));
    const born_year = Number(form.elements.born_year.value || 0);
    await desk.requests.put(`/api/v1/residents/${resident.id}/help_card`, { ...written, born_year });
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  const born = { name: 'born_year', type: 'number', min: 1900, max: 2200, value: card.born_year || '' };
  const field = (name) =>
    longField(desk.t(`card.${name === 'address' ? 'where' : name}`), {
      name,
      value: card[name],
      'data-bytes': LIMITS[name],
    });
  return desk.dialogs.open(desk.t('card.edit', { name: resident.name }), (close) =>
    desk.dialogs.form(
      close,
      { save: desk.t('save'), submit },
      h('p', { class: 'hint' }, desk.t('card.hint')),
      textField(desk.t('card.born_year'), born),
      FIELDS.map(field),
    ),
  );
}
