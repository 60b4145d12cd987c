// SPDX-License-Identifier: GPL-3.0-or-later
// One person's file: who they are, what they may eat, how they sign in and read, whom to call.
import { h } from '../shared/dom.js';
import { answerHoursField } from './answer_hours.js';
import { callLog } from './call_log.js';
import { contactsField } from './contacts_field.js';
import { dietFields } from './diet_fields.js';
import { familyField } from './family_field.js';
import { editThing } from './editing.js';
import { checkedOf, checkField, choiceField, longField, textField } from './field.js';
import { editCard } from './help_card.js';
import { localeChoices } from './locales.js';
import { pictureField } from './picture.js';

const DELIVERIES = ['eat_in', 'pick_up', 'deliver'];
const TEXT_PERCENTS = [100, 125, 150, 200];
const NEW = {
  name: '',
  room: '',
  portrait: '',
  locale: 'zh_CN',
  card: '',
  has_pin: false,
  diet: { marks: [], allergens: [] },
  subsidy_percent: 0,
  text_percent: 125,
  usual_delivery: 'eat_in',
  phone: '',
  note: '',
  contacts: [],
  consent: { portrait: false, family_calls: false },
};

// What each member is called, for who hears that somebody else has changed it.
const NAMES = {
  name: 'residents.name',
  room: 'residents.room',
  portrait: 'residents.portrait',
  locale: 'residents.locale',
  card: 'residents.card',
  diet: 'residents.diet',
  subsidy_percent: 'residents.subsidy',
  text_percent: 'residents.text_percent',
  usual_delivery: 'residents.delivery',
  phone: 'residents.phone',
  note: 'residents.note',
  contacts: 'contacts',
  consent: 'residents.consent',
};

export function editResident(desk, resident) {
  const id = resident?.id ?? desk.newId();
  return editThing(desk, {
    thing: resident,
    empty: NEW,
    title: resident ? desk.t('residents.edit', { name: resident.name }) : desk.t('residents.add'),
    kind: 'broad',
    names: NAMES,
    path: () => `/api/v1/residents/${id}`,
    newest: async () => (await desk.catalogue.residents()).find((one) => one.id === id),
    form: (one, close) => content(desk, close, id, one, resident),
  });
}

function content(desk, close, id, one, resident) {
  const portrait = pictureField(desk, desk.t('residents.portrait'), one.portrait, one.name);
  const contacts = contactsField(desk, one.contacts);
  const hours = answerHoursField(desk, one);
  const read = (form) => ({
    id,
    ...written(form, one),
    portrait: portrait.hash(),
    contacts: contacts.read(),
    ...hours.read(),
  });
  const fields = [
    h('div', { class: 'columns' }, aboutFields(desk, one, portrait), kioskFields(desk, one)),
    dietFields(desk, desk.t('residents.marks'), desk.t('residents.allergens'), one.diet),
    longField(desk.t('residents.note'), { name: 'note', value: one.note, 'data-bytes': 255 }),
    contacts.node,
    consentFields(desk, one.consent),
    familyField(desk, resident),
    hours.node,
    resident ? cardKey(desk, resident) : null,
    resident ? callLog(desk, resident) : null,
  ];
  return { fields, read, extra: resident ? removeKey(desk, close, one) : null };
}

function aboutFields(desk, one, portrait) {
  return h(
    'div',
    { class: 'stack' },
    portrait.node,
    textField(desk.t('residents.name'), {
      name: 'name',
      value: one.name,
      required: true,
      autofocus: true,
      'data-bytes': 63,
    }),
    textField(desk.t('residents.room'), {
      name: 'room',
      value: one.room,
      'data-bytes': 31,
      hint: desk.t('residents.room_hint'),
    }),
    textField(desk.t('residents.phone'), { name: 'phone', value: one.phone, type: 'tel', maxlength: 23 }),
    textField(desk.t('residents.subsidy'), {
      name: 'subsidy_percent',
      value: one.subsidy_percent,
      type: 'number',
      min: 0,
      max: 100,
      required: true,
    }),
  );
}

function kioskFields(desk, one) {
  const words = (prefix, codes) => codes.map((code) => [code, desk.t(`${prefix}.${code}`)]);
  return h(
    'div',
    { class: 'stack' },
    choiceField(desk.t('residents.locale'), localeChoices(desk), { name: 'locale', value: one.locale }),
    choiceField(desk.t('residents.text_percent'), words('text', TEXT_PERCENTS), {
      name: 'text_percent',
      value: one.text_percent,
    }),
    choiceField(desk.t('residents.delivery'), words('delivery', DELIVERIES), {
      name: 'usual_delivery',
      value: one.usual_delivery,
    }),
    textField(desk.t('residents.card'), {
      name: 'card',
      value: one.card,
      maxlength: 31,
      autocomplete: 'off',
      hint: desk.t('residents.card_hint'),
    }),
    textField(desk.t('residents.pin'), {
      name: 'pin',
      value: one.pin ?? '',
      pattern: '[0-9]{4}',
      inputmode: 'numeric',
      maxlength: 4,
      autocomplete: 'off',
      hint: desk.t(one.has_pin ? 'residents.pin_kept' : 'residents.pin_hint'),
    }),
    one.has_pin ? checkField(desk.t('residents.pin_clear'), { name: 'pin_clear', checked: one.pin === '' }) : null,
  );
}

function consentFields(desk, consent) {
  return h(
    'fieldset',
    {},
    h('legend', {}, desk.t('residents.consent')),
    checkField(desk.t('consent.portrait'), { name: 'consent_portrait', checked: consent.portrait }),
    checkField(desk.t('consent.family_calls'), { name: 'consent_family_calls', checked: consent.family_calls }),
  );
}

// What stands in the form. Without "pin" the PIN stays as it is.
function written(form, one) {
  const fields = form.elements;
  const text = (name) => fields[name].value.trim();
  const values = {
    name: text('name'),
    room: text('room'),
    phone: text('phone'),
    note: text('note'),
    card: text('card'),
    locale: text('locale'),
    usual_delivery: text('usual_delivery'),
    text_percent: Number(text('text_percent')),
    subsidy_percent: Number(text('subsidy_percent')),
    diet: { marks: checkedOf(form, 'marks'), allergens: checkedOf(form, 'allergens') },
    consent: { portrait: fields.consent_portrait.checked, family_calls: fields.consent_family_calls.checked },
  };
  if (text('pin')) values.pin = text('pin');
  else if (one.has_pin && fields.pin_clear.checked) values.pin = '';
  return values;
}

function cardKey(desk, resident) {
  const words = desk.t('card.key');
  return h('button', { class: 'key small', type: 'button', onclick: () => editCard(desk, resident) }, words);
}

function removeKey(desk, close, one) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('residents.remove', { name: one.name }),
      desk.t('residents.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/residents/${one.id}`, one.revision),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('residents.remove_key'));
}
