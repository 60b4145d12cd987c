// SPDX-License-Identifier: GPL-3.0-or-later
// One kind of service: what elders read and hear of it, how long it takes, where, for how many at once, and when.
import { clockOfMinute, minuteOfClock } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { checkField, choiceField, longField, textField } from './field.js';

const PLACES = ['home', 'centre', 'telephone'];
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const CODES = ['medical', 'safety', 'urgent', 'clean', 'bath', 'chat', 'travel', 'leisure', 'learn', 'shop', 'errand', 'legal'];
const NEW = {
  code: 'chat',
  name: '',
  about: '',
  price: '',
  minutes: 60,
  place: 'home',
  private: false,
  cancel_minutes: 120,
  free: [],
  capacity: 1,
  lead_minutes: 120,
  on_offer: true,
  hours: [],
};

export function editService(desk, service) {
  const id = service?.id ?? desk.newId();
  const title = service ? desk.t('services.edit', { name: service.name }) : desk.t('services.add');
  return desk.dialogs.open(title, (close) => content(desk, close, id, service), 'broad');
}

function content(desk, close, id, service) {
  const one = service ?? NEW;
  const hours = hoursField(desk, one.hours);
  const words = (name, extra = {}) =>
    textField(desk.t(`services.${name}`), { name, value: one[name], 'data-bytes': 255, ...extra });
  const number = (name, least, most) =>
    textField(desk.t(`services.${name}`), { name, type: 'number', value: one[name], min: least, max: most, required: true });
  const submit = async (_, form) => {
    await desk.requests.put(`/api/v1/services/${id}`, { id, ...read(form), hours: hours.read() });
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  return desk.dialogs.form(
    close,
    { save: desk.t('save'), submit, extra: service ? removeKey(desk, close, service) : null },
    h(
      'div',
      { class: 'pair' },
      words('name', { required: true, 'data-bytes': 63 }),
      choiceField(
        desk.t('services.code'),
        CODES.map((code) => [code, desk.t(`services.kind.${code}`)]),
        { name: 'code', value: one.code, hint: desk.t('services.code_hint') },
      ),
    ),
    longField(desk.t('services.about'), { name: 'about', value: one.about, 'data-bytes': 255, hint: desk.t('services.about_hint') }),
    words('price', { hint: desk.t('services.price_hint') }),
    h(
      'div',
      { class: 'pair' },
      number('minutes', 1, 600),
      choiceField(
        desk.t('services.place'),
        PLACES.map((code) => [code, desk.t(`services.place.${code}`)]),
        { name: 'place', value: one.place },
      ),
      number('capacity', 1, 200),
      number('lead_minutes', 0, 43200),
      number('cancel_minutes', 0, 43200),
    ),
    hours.node,
    checkField(desk.t('services.private_field'), { name: 'private', checked: one.private }),
    checkField(desk.t('services.on_offer'), { name: 'on_offer', checked: one.on_offer }),
  );
}

function read({ elements }) {
  const text = (name) => elements[name].value.trim();
  const number = (name) => Number(elements[name].value);
  return {
    code: text('code'),
    name: text('name'),
    about: text('about'),
    price: text('price'),
    minutes: number('minutes'),
    place: text('place'),
    private: elements.private.checked,
    cancel_minutes: number('cancel_minutes'),
    free: [],
    capacity: number('capacity'),
    lead_minutes: number('lead_minutes'),
    on_offer: elements.on_offer.checked,
  };
}

// A line for each stretch of hours.
function hoursField(desk, hours) {
  const lines = h('div', { class: 'stack' });
  const add = (one) => lines.append(line(desk, one));
  hours.forEach(add);
  const key = h(
    'button',
    { class: 'key small', type: 'button', onclick: () => add({ weekday: 1, from: 540, to: 660 }) },
    desk.t('services.hours_add'),
  );
  const read = () =>
    [...lines.children].map((node) => ({
      weekday: Number(node.querySelector('select').value),
      from: minuteOfClock(node.querySelector('.from').value),
      to: minuteOfClock(node.querySelector('.to').value),
    }));
  return { node: h('fieldset', {}, h('legend', {}, desk.t('services.hours')), lines, key), read };
}

function line(desk, { weekday, from, to }) {
  const days = h(
    'select',
    { 'aria-label': desk.t('services.weekday') },
    WEEK.map((day) => h('option', { value: String(day), selected: day === weekday }, desk.t(`weekday.${day}`))),
  );
  const time = (kind, words, minute) =>
    h('input', { type: 'time', class: kind, value: clockOfMinute(minute), required: true, 'aria-label': words });
  const node = h('div', { class: 'hours-line' });
  const drop = h(
    'button',
    { class: 'key small', type: 'button', onclick: () => node.remove() },
    desk.t('services.hours_drop'),
  );
  return fill(node, days, time('from', desk.t('site.from'), from), time('to', desk.t('site.to'), to), drop);
}

function removeKey(desk, close, service) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('services.remove', { name: service.name }),
      desk.t('services.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/services/${service.id}`),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('services.remove_key'));
}
