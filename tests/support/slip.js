// SPDX-License-Identifier: GPL-3.0-or-later
// A slip as a kiosk with this key would print it, written without the kiosk's code.
import { execFileSync } from 'node:child_process';

const PREFIX = '20260001';
const CONTEXT = 'anban-slip-1\n';
const DIGITS_OF = [0, 3, 5, 8, 10, 13, 15, 17];
const MEALS = ['breakfast', 'lunch', 'supper'];
const DELIVERIES = ['eat_in', 'pick_up', 'deliver'];

const uuid = (text) => Buffer.from(text.replaceAll('-', ''), 'hex');
function number(value, bytes) {
  const whole = Buffer.alloc(8);
  whole.writeBigUInt64BE(BigInt(value));
  return whole.subarray(8 - bytes);
}
// BLAKE2b of 32 bytes, which Node has not.
function hashOf(text) {
  return Buffer.from(execFileSync('b2sum', ['-l', '256'], { input: text }).toString().split(' ')[0], 'hex');
}

function orderBytes({ id, resident_id, date, meal, delivery, place, diet_confirmed, items }) {
  const where = Buffer.from(place);
  return Buffer.concat([
    uuid(id),
    uuid(resident_id),
    number(Date.parse(date) / 86400000, 2),
    Buffer.from([MEALS.indexOf(meal), DELIVERIES.indexOf(delivery), diet_confirmed ? 1 : 0, where.length]),
    where,
    number(items.length, 1),
    ...items.flatMap((item) => [uuid(item.dish_id), number(item.count, 1)]),
  ]);
}

function digitsOf(bytes) {
  let digits = '';
  for (let at = 0; at < bytes.length; at += 7) {
    const group = bytes.subarray(at, at + 7);
    digits += BigInt(`0x${group.toString('hex')}`).toString().padStart(DIGITS_OF[group.length], '0');
  }
  return digits;
}

// key: of newKey(). The text of the code of an order.place.
export function slipOf(message, key, slipNumber = 17) {
  const record = Buffer.concat([
    Buffer.from([1, 1]),
    hashOf(key.publicKey).subarray(0, 8),
    number(slipNumber, 2),
    uuid(message.id),
    number(message.made_at, 6),
    orderBytes(message.body),
  ]);
  const signature = Buffer.from(key.sign(Buffer.concat([Buffer.from(CONTEXT), record])), 'base64url');
  return PREFIX + digitsOf(Buffer.concat([record, signature]));
}

const LETTERS = 'ACDEFHJKLMNPQRTUVWXY34679';
const WEIGHTS = [1, 2, 3, 4, 6, 7, 8];

// What stands under the code.
export function wordOf(messageId) {
  let rest = BigInt(`0x${hashOf(messageId).toString('hex').slice(0, 15)}`);
  let word = '';
  for (let i = 0; i < WEIGHTS.length; i++, rest /= 25n) word += LETTERS[Number(rest % 25n)];
  return word + LETTERS[[...word].reduce((sum, letter, i) => sum + WEIGHTS[i] * LETTERS.indexOf(letter), 0) % 25];
}
