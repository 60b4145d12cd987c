// SPDX-License-Identifier: GPL-3.0-or-later
// The community itself: its name and telephone, and until when each meal is ordered and when it is served.
import { fill, h } from '../shared/dom.js';
import { clockOfMinute, MEALS, minuteOfClock } from '../shared/days.js';
import { createEditing } from './editing.js';
import { choiceField, textField } from './field.js';

export const site = { name: 'site', roles: ['admin'], show };

const DAY_MINUTES = 1440;

function show(desk, place) {
  const editing = createEditing(desk, {
    thing: desk.site,
    names: { name: 'site.name', phone: 'site.phone', hours: 'site.hours' },
    path: () => '/api/v1/site',
    newest: () => desk.requests.get('/api/v1/site'),
    form: (one) => ({ fields: fieldsOf(desk, one), read: (form) => read(form, one) }),
  });
  editing.classList.add('page-form');
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.site'))), editing);
  return {};
}

function fieldsOf(desk, { name, phone, hours }) {
  return [
    textField(desk.t('site.name'), { name: 'name', value: name, required: true, 'data-bytes': 63 }),
    textField(desk.t('site.phone'), {
      name: 'phone',
      value: phone,
      type: 'tel',
      maxlength: 23,
      hint: desk.t('site.phone_hint'),
    }),
    MEALS.map((meal) => hoursFields(desk, meal, hours[meal])),
  ];
}

function hoursFields(desk, meal, hours) {
  const time = (name, words, minute) =>
    textField(words, { name: `${meal}_${name}`, type: 'time', value: clockOfMinute(minute), required: true });
  const days = [
    ['0', desk.t('site.same_day')],
    ['1', desk.t('site.day_before')],
  ];
  return h(
    'fieldset',
    { class: 'hours' },
    h('legend', {}, desk.t(`meal.${meal}`)),
    choiceField(desk.t('site.cutoff_day'), days, { name: `${meal}_day`, value: hours.cutoff_minute < 0 ? '1' : '0' }),
    time('cutoff', desk.t('site.cutoff'), hours.cutoff_minute),
    time('from', desk.t('site.from'), hours.from_minute),
    time('to', desk.t('site.to'), hours.to_minute),
  );
}

function read(form, before) {
  const minute = (meal, name) => minuteOfClock(form.elements[`${meal}_${name}`].value);
  const hours = {};
  for (const meal of MEALS) {
    const daysBefore = Number(form.elements[`${meal}_day`].value);
    hours[meal] = {
      cutoff_minute: minute(meal, 'cutoff') - daysBefore * DAY_MINUTES,
      from_minute: minute(meal, 'from'),
      to_minute: minute(meal, 'to'),
    };
  }
  const { utc_offset_min } = before;
  return { utc_offset_min, name: form.elements.name.value.trim(), phone: form.elements.phone.value.trim(), hours };
}
