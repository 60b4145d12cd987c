// SPDX-License-Identifier: GPL-3.0-or-later
// How a booking stands, in English: the desk and helpers say it alike. The same keys stand in texts_bookings_zh_CN.js.
export const bookings_en = {
  'booking.requested': 'Waiting for an answer',
  'booking.accepted': 'Arranged',
  'booking.on_the_way': 'On the way',
  'booking.begun': 'Begun',
  'booking.done': 'Done',
  'booking.confirmed': 'Confirmed by the resident',
  'booking.cancelled': 'Cancelled',
  'booking.declined': 'Not possible',
  'booking.missed': 'Nobody was there',
  'booking.note': 'Note: {note}',
};
