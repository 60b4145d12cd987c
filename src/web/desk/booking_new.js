// SPDX-License-Identifier: GPL-3.0-or-later
// 电话预约: a booking for somebody who rings up or stands at the desk, or for whom a relative asks. Sent as the same
// message that a kiosk sends.
import { fill, h } from '../shared/dom.js';
import { choiceField, longField, textField } from './field.js';
import { residentPicker } from './resident_picker.js';

// The promise tells whether one was made.
export function bookByTelephone(desk) {
  return desk.dialogs.open(desk.t('bookings.add'), (close) => content(desk, close), 'broad');
}

function content(desk, close) {
  const node = h('div', { class: 'stack' }, h('p', { class: 'quiet' }, desk.t('loading')));
  desk.requests
    .get('/api/v1/services')
    .then(({ services }) => fill(node, form(desk, close, services.filter((one) => one.on_offer))))
    .catch((fault) => fill(node, h('p', { class: 'fault' }, desk.faultText(fault))));
  return node;
}

function form(desk, close, services) {
  let resident = null;
  // A repeated press after a lost answer sends the same message, and the server gives it one effect.
  let message = null;
  const times = h('div');
  const picker = residentPicker(desk, (one) => {
    resident = one;
    message = null;
  });
  function drawTimes(id) {
    const { utc_offset_min } = desk.site;
    const choices = services
      .find((one) => one.id === id)
      .free.map((at) => [String(at), desk.words.dayAndClock(at, utc_offset_min)]);
    fill(
      times,
      choices.length
        ? choiceField(desk.t('booking.when'), choices, { name: 'at', value: choices[0][0] })
        : h('p', { class: 'quiet' }, desk.t('booking.no_times')),
    );
  }
  const submit = async (_, element) => {
    if (!resident) throw new Error(desk.t('booking.who_first'));
    message ??= messageOf(desk, resident, element.elements);
    const answer = await desk.requests.post('/api/v1/messages', message);
    message = answer.accepted ? message : null;
    if (!answer.accepted) throw new Error(refusalWords(desk, answer));
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  if (services.length === 0) return h('p', { class: 'empty' }, desk.t('services.none_on_offer'));
  drawTimes(services[0].id);
  const element = desk.dialogs.form(
    close,
    { save: desk.t('bookings.send'), submit },
    picker.node,
    choiceField(
      desk.t('bookings.service'),
      services.map(({ id, name }) => [id, name]),
      { name: 'service', value: services[0].id, onchange: (event) => drawTimes(event.target.value) },
    ),
    times,
    textField(desk.t('booking.asker'), { name: 'asked_by', 'data-bytes': 63, hint: desk.t('booking.asker_hint') }),
    longField(desk.t('booking.note_field'), { name: 'note', value: '', 'data-bytes': 255 }),
  );
  element.addEventListener('input', () => (message = null));
  return element;
}

function messageOf(desk, resident, { service, at, note, asked_by }) {
  const made_at = desk.now();
  return {
    id: desk.newId(),
    kind: 'booking.ask',
    made_at,
    body: {
      id: desk.newId(),
      resident_id: resident.id,
      service_id: service.value,
      at: Number(at?.value ?? 0),
      note: note.value.trim(),
      asked_by: asked_by.value.trim(),
      made_at,
    },
  };
}

function refusalWords(desk, { reason, facts }) {
  const key = `booking.refused.${reason}`;
  const next = (facts?.next ?? []).map((at) => desk.words.dayAndClock(at, desk.site.utc_offset_min));
  const sentence = desk.t(desk.words.has(key) ? key : 'booking.refused.other');
  return next.length ? `${sentence} ${desk.t('booking.next', { times: desk.words.list(next) })}` : sentence;
}
