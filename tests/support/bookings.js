// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers and bookings of a running server, made as staff make them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

export async function addHelper(staff, { name, services = [], buildings = [] }) {
  const helper = { id: randomUUID(), name, phone: '13800000000', services, buildings };
  const answer = await staff.ask({ method: 'PUT', path: `/api/v1/helpers/${helper.id}`, body: helper });
  assert.equal(answer.status, 204, answer.text);
  return helper;
}

export async function servicesOf(staff) {
  return (await staff.ask({ path: '/api/v1/services' })).json.services;
}

// A booking at one of the times that are free, as a kiosk or staff ask for it.
export async function askFor(staff, { resident, service, at = service.free[0], note = '', asked_by = '' }) {
  const made_at = Date.now();
  const body = { id: randomUUID(), resident_id: resident.id, service_id: service.id, at, note, asked_by, made_at };
  const message = { id: randomUUID(), kind: 'booking.ask', made_at, body };
  const answer = await staff.ask({ method: 'POST', path: '/api/v1/messages', body: message });
  assert.equal(answer.json?.accepted, true, answer.text);
  return answer.json.booking;
}

export async function takeStep(staff, booking, body) {
  const answer = await staff.ask({ method: 'POST', path: `/api/v1/bookings/${booking.id}/steps`, body });
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

export async function bookingNow(staff, { id, at }) {
  const date = new Date(at + 8 * 3600000).toISOString().slice(0, 10);
  const { bookings } = (await staff.ask({ path: `/api/v1/bookings?from=${date}&to=${date}` })).json;
  return bookings.find((one) => one.id === id);
}
