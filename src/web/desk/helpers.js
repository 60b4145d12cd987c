// SPDX-License-Identifier: GPL-3.0-or-later
// 上门人员: who comes, what each can do, where each goes; and the link of a day for their telephone.
import { addDays, dateAt } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { checkedOf, checksField, choiceField, textField } from './field.js';
import { createLiveArea } from './live_area.js';
import { table } from './table.js';

export const helpers = { name: 'helpers', roles: ['desk', 'admin'], show };

const LINK_DAYS = 8; // today and the seven after it, as the server gives them

function show(desk, place) {
  const area = createLiveArea(desk, async () => {
    const [{ helpers: people }, { services }] = await Promise.all([
      desk.requests.get('/api/v1/helpers'),
      desk.requests.get('/api/v1/services'),
    ]);
    return list(people, services);
  });
  const edit = async (one, services) => {
    const title = one ? desk.t('helpers.edit', { name: one.name }) : desk.t('helpers.add');
    if (await desk.dialogs.open(title, (close) => editor(desk, close, one, services))) area.reload();
  };
  const add = async () => edit(null, (await desk.requests.get('/api/v1/services')).services);

  function list(people, services) {
    if (people.length === 0) return h('p', { class: 'empty' }, desk.t('helpers.empty'));
    const names = new Map(services.map(({ id, name }) => [id, name]));
    const columns = [
      ...['name', 'phone', 'services', 'buildings'].map((name) => [name, desk.t(`helpers.${name}`)]),
      ['end', desk.t('edit')],
    ];
    const rows = people.map((one) => [
      h('strong', {}, one.name),
      one.phone,
      desk.words.list(one.services.map((id) => names.get(id)).filter(Boolean)),
      one.buildings.length ? desk.words.list(one.buildings) : desk.t('helpers.everywhere'),
      [key(desk.t('helpers.link'), () => giveLink(desk, one)), ' ', key(desk.t('edit'), () => edit(one, services))],
    ]);
    return table(columns, rows);
  }
  const key = (words, onclick) => h('button', { class: 'key small', type: 'button', onclick }, words);
  const addKey = h('button', { class: 'key main', type: 'button', onclick: add }, desk.t('helpers.add'));
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.helpers')), addKey), area.node);
  area.reload();
  return { leave: area.leave };
}

function editor(desk, close, one, services) {
  const id = one?.id ?? desk.newId();
  const submit = async (_, form) => {
    const { name, phone, buildings } = form.elements;
    const split = buildings.value.split(/[,，、]/).map((part) => part.trim());
    await desk.requests.put(`/api/v1/helpers/${id}`, {
      id,
      name: name.value.trim(),
      phone: phone.value.trim(),
      services: checkedOf(form, 'service'),
      buildings: split.filter(Boolean),
    });
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  return desk.dialogs.form(
    close,
    { save: desk.t('save'), submit, extra: one ? removeKey(desk, close, one) : null },
    textField(desk.t('helpers.name'), {
      name: 'name',
      value: one?.name ?? '',
      required: true,
      'data-bytes': 63,
      hint: desk.t('helpers.name_hint'),
    }),
    textField(desk.t('helpers.phone'), { name: 'phone', value: one?.phone ?? '', type: 'tel', maxlength: 23 }),
    checksField(
      desk.t('helpers.services'),
      'service',
      services.map((service) => [service.id, service.name]),
      one?.services ?? [],
    ),
    textField(desk.t('helpers.buildings'), {
      name: 'buildings',
      value: (one?.buildings ?? []).join('、'),
      hint: desk.t('helpers.buildings_hint'),
    }),
  );
}

function removeKey(desk, close, one) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('helpers.remove', { name: one.name }),
      desk.t('helpers.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/helpers/${one.id}`),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('helpers.remove_key'));
}

// The link of a day: shown once as a QR code and an address. Another one ends the one before.
function giveLink(desk, helper) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const days = Array.from({ length: LINK_DAYS }, (_, n) => addDays(today, n));
  return desk.dialogs.open(desk.t('helpers.link_of', { name: helper.name }), (close) => {
    const sheet = h('div', { class: 'stack' });
    const submit = async (_, form) => {
      const link = await desk.requests.post(`/api/v1/helpers/${helper.id}/link`, { date: form.elements.date.value });
      fill(sheet, linkSheet(desk, helper, form.elements.date.value, link));
    };
    return desk.dialogs.form(
      close,
      { save: desk.t('helpers.link_make'), submit },
      h('p', {}, desk.t('helpers.link_what')),
      choiceField(
        desk.t('booking.date'),
        days.map((date) => [date, `${desk.words.nearDay(date, today)} · ${desk.words.shortDay(date)}`]),
        { name: 'date', value: today },
      ),
      sheet,
    );
  });
}

function linkSheet(desk, helper, date, { url, svg }) {
  const picture = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    desk.dialogs.notice(desk.t('family.link_copied'));
  };
  return h(
    'section',
    { class: 'link-sheet' },
    h('h3', {}, `${helper.name} · ${desk.words.longDay(date)}`),
    h('img', { src: picture, alt: desk.t('family.link_code') }),
    h('p', { class: 'address' }, url),
    h('p', { class: 'hint' }, desk.t('helpers.link_secret')),
    navigator.clipboard
      ? h('button', { class: 'key', type: 'button', onclick: copy }, desk.t('family.link_copy'))
      : null,
  );
}
