// SPDX-License-Identifier: GPL-3.0-or-later
// One booking: what it is, what became of it so far, and what can be done next.
import { cameToNothing, minutesLate } from '../shared/bookings.js';
import { h } from '../shared/dom.js';
import { assignForm } from './booking_assign.js';
import { choiceField } from './field.js';

const WHY = ['by_staff', 'no_helper', 'closed', 'ill'];
// What staff may do next, as the server's table has it.
const NEXT = {
  requested: ['accept', 'decline', 'cancel'],
  accepted: ['accept', 'on_the_way', 'begin', 'miss', 'decline', 'cancel'],
  on_the_way: ['begin', 'miss', 'decline'],
  begun: ['done'],
};
const STEP = { on_the_way: 'on_the_way', begin: 'begun', done: 'done' };

export function openBooking(desk, data, booking) {
  const resident = data.people.get(booking.resident_id);
  const name = resident?.name ?? desk.t('orders.left');
  return desk.dialogs.open(
    desk.t('booking.title', { name, service: booking.name }),
    (close) => content(desk, close, data, booking, resident),
    'broad',
  );
}

function content(desk, close, data, booking, resident) {
  return h(
    'div',
    { class: 'stack' },
    about(desk, booking, resident),
    h('ol', { class: 'booking-steps' }, booking.steps.map((step) => stepLine(desk, step))),
    booking.photo ? h('img', { class: 'photo', src: `/api/v1/media/${booking.photo}`, alt: desk.t('booking.photo') }) : null,
    keys(desk, close, data, booking, resident),
  );
}

function about(desk, booking, resident) {
  const { utc_offset_min } = desk.site;
  const late = minutesLate(booking);
  const line = (words) => (words ? h('p', {}, words) : null);
  return h(
    'div',
    {},
    line(`${desk.words.dayAndClock(booking.at, utc_offset_min)} · ${desk.t('booking.minutes', { minutes: booking.minutes })}`),
    line([resident?.room, resident?.phone].filter(Boolean).join(' · ')),
    line(booking.asked_by && desk.t('bookings.asked_by', { name: booking.asked_by })),
    line(booking.note && desk.t('booking.note', { note: booking.note })),
    line(booking.helper && desk.t('booking.comes', { name: booking.helper })),
    line(late > 0 && desk.t('booking.was_late', { minutes: late })),
    line(cameToNothing(booking) && booking.reason && desk.t(`booking.why.${booking.reason}`)),
    line(booking.face && desk.t(`booking.face.${booking.face}`)),
  );
}

function stepLine(desk, { status, at, who }) {
  const when = desk.words.dayAndClock(at, desk.site.utc_offset_min);
  return h('li', {}, h('span', { class: 'when' }, when), ' ', desk.t(`booking.${status}`), who ? ` · ${who}` : '');
}

function keys(desk, close, data, booking, resident) {
  const step = async (body) => {
    await desk.requests.post(`/api/v1/bookings/${booking.id}/steps`, body);
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  const press = {
    accept: () => assign(desk, booking, resident, step),
    decline: () => askWhy(desk, booking, WHY, 'declined', step),
    miss: () => askWhy(desk, booking, ['nobody_there'], 'missed', step),
    cancel: () => confirmCancel(desk, step),
  };
  const key = (what) => {
    const words = what === 'accept' && booking.status !== 'requested' ? 'booking.do.move' : `booking.do.${what}`;
    const onclick = press[what] ?? (() => step({ to: STEP[what] }).catch((fault) => desk.dialogs.notice(desk.faultText(fault))));
    return h('button', { class: `key ${what === NEXT[booking.status][0] ? 'main' : ''}`, type: 'button', onclick }, desk.t(words));
  };
  return h(
    'div',
    { class: 'keys' },
    callKey(desk, resident),
    (NEXT[booking.status] ?? []).map(key),
    h('button', { class: 'key', type: 'button', onclick: () => close() }, desk.t('ok')),
  );
}

// Only who is in front of a kiosk now can be rung up from here; the telephone's number stands above.
function callKey(desk, resident) {
  if (!resident || !desk.reach.hasResident(resident.id)) return null;
  const { id, name, portrait } = resident;
  const onclick = () => desk.calling.place({ kind: 'resident', id }, { name, portrait });
  return h('button', { class: 'key apart', type: 'button', onclick }, desk.t('residents.call', { name }));
}

function assign(desk, booking, resident, step) {
  return desk.dialogs.open(
    desk.t('booking.assign', { service: booking.name }),
    (close) =>
      assignForm(desk, close, booking, async (body) => {
        await step({ to: 'accepted', ...body });
        close(true);
      }),
    'broad',
  );
}

function askWhy(desk, booking, reasons, to, step) {
  return desk.dialogs.open(desk.t(`booking.${to}_title`), (close) => {
    const submit = async (_, form) => {
      await step({ to, reason: form.elements.reason.value });
      close(true);
    };
    const choices = reasons.map((code) => [code, desk.t(`booking.why.${code}`)]);
    return desk.dialogs.form(
      close,
      { save: desk.t(to === 'missed' ? 'booking.do.miss' : 'booking.do.decline'), submit },
      choiceField(desk.t('booking.reason'), choices, { name: 'reason', value: reasons[0], hint: desk.t('booking.elder_hears') }),
    );
  });
}

function confirmCancel(desk, step) {
  return desk.dialogs.confirm(desk.t('booking.cancel_title'), desk.t('booking.cancel_sure'), desk.t('booking.do.cancel'), () =>
    step({ to: 'cancelled' }),
  );
}
