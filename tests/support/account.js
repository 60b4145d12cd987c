// SPDX-License-Identifier: GPL-3.0-or-later
// Being let in without a kiosk or a browser: staff by password, a kiosk by its key, as docs/openapi.yaml tells.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { request } from 'node:http';

// One request; `from` is the loopback address it comes from (the server counts strangers by address). Returns the
// status, the headers, the body's text and, when it is JSON, its value.
export function ask(url, { method = 'GET', path, headers = {}, body, from } = {}) {
  const text = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const json = text === undefined ? {} : { 'Content-Type': 'application/json' };
  const options = { method, headers: { ...json, ...headers }, localAddress: from };
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve(read(answer, Buffer.concat(parts).toString())));
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

function read(answer, text) {
  const isJson = answer.headers['content-type']?.startsWith('application/json');
  return { status: answer.statusCode, headers: answer.headers, text, json: isJson ? JSON.parse(text) : null };
}

async function wanted(status, asking) {
  const answer = await asking;
  if (answer.status !== status) throw new Error(`${status} was expected, not ${answer.status}: ${answer.text}`);
  return answer;
}

// A signed-in member of staff: asks as the desk page does.
export async function signIn(url, { name, password }) {
  const body = { name, password };
  const answer = await wanted(
    200,
    ask(url, { method: 'POST', path: '/api/v1/session', body, headers: { Origin: url } }),
  );
  const cookie = answer.headers['set-cookie'][0].split(';')[0];
  const headers = { Cookie: cookie, Origin: url };
  return { headers, ask: (options) => ask(url, { ...options, headers: { ...headers, ...options.headers } }) };
}

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

// A kiosk's key and what it signs.
export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const text = publicKey.export({ format: 'jwk' }).x;
  return { publicKey: text, sign: (message) => base64url(sign(null, Buffer.from(message), privateKey)) };
}

export function enrol(url, serial, key, from) {
  const made_at = Date.now();
  const signature = key.sign(`anban-enrol\n${serial}\n${key.publicKey}\n${made_at}`);
  const body = { serial, public_key: key.publicKey, version: '0', made_at, signature };
  return ask(url, { method: 'POST', path: '/api/v1/kiosk/enrol', body, from });
}

export async function token(url, kioskId, key, from) {
  const asking = ask(url, { method: 'POST', path: '/api/v1/kiosk/challenge', body: { kiosk_id: kioskId }, from });
  const { nonce } = (await wanted(200, asking)).json;
  const body = { kiosk_id: kioskId, nonce, signature: key.sign(`anban-token\n${kioskId}\n${nonce}`) };
  return (await wanted(200, ask(url, { method: 'POST', path: '/api/v1/kiosk/token', body, from }))).json.token;
}

// A kiosk from its key to its token, approved by this member of staff.
export async function newKiosk(url, staff, serial, from) {
  const key = newKey();
  const enrolled = (await wanted(202, enrol(url, serial, key, from))).json;
  const approval = { code: enrolled.code, name: serial, place: '' };
  const path = `/api/v1/kiosks/${enrolled.kiosk_id}/approve`;
  await wanted(204, staff.ask({ method: 'POST', path, body: approval }));
  return { id: enrolled.kiosk_id, key, token: await token(url, enrolled.kiosk_id, key, from) };
}

// The day at the site of the demonstration, so many days from now.
export function today(days = 0) {
  return new Date(Date.now() + 8 * 3600000 + days * 86400000).toISOString().slice(0, 10);
}

// A message that orders these dishes, one of each.
export function orderMessage(resident, { date, meal, delivery = 'eat_in', place = '', dishes, confirmed = false }) {
  const made_at = Date.now();
  const items = dishes.map((dish_id) => ({ dish_id, name: '', count: 1, price_fen: 0 }));
  const wish = {
    id: randomUUID(),
    resident_id: resident,
    date,
    meal,
    delivery,
    place,
    items,
    diet_confirmed: confirmed,
  };
  const unset = { status: 'requested', number: 0, total_fen: 0, reason: '' };
  return { id: randomUUID(), kind: 'order.place', made_at, body: { ...wish, made_at, ...unset } };
}
