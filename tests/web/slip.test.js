// SPDX-License-Identifier: GPL-3.0-or-later
// The slip that the kiosk's test writes, read without its code: what is on paper stays what it is.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const sample = JSON.parse(readFileSync(new URL('../samples/slip-order-place.json', import.meta.url)));
const PREFIX = '20260001';
const CONTEXT = Buffer.from('anban-slip-1\n');
const BYTES_OF = { 3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6, 17: 7 };

function bytesOf(digits) {
  const bytes = [];
  for (let at = 0; at < digits.length; at += 17) {
    const group = digits.slice(at, at + 17);
    const hex = BigInt(group).toString(16).padStart(BYTES_OF[group.length] * 2, '0');
    bytes.push(Buffer.from(hex, 'hex'));
  }
  return Buffer.concat(bytes);
}

const uuidAt = (bytes, at) =>
  bytes.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

test('the sample slip says what its message says', () => {
  assert.equal(sample.text.slice(0, 8), PREFIX);
  const bytes = bytesOf(sample.text.slice(8));
  const { message } = sample;
  assert.equal(bytes[0], 1);
  assert.equal(bytes.readUInt16BE(10), sample.number);
  assert.equal(uuidAt(bytes, 12), message.id);
  assert.equal(bytes.readUIntBE(28, 6), message.made_at);
  assert.equal(uuidAt(bytes, 34), message.body.id);
  assert.equal(uuidAt(bytes, 50), message.body.resident_id);
  assert.equal(bytes.readUInt16BE(66), Date.parse(message.body.date) / 86400000);
  const placed = bytes[71];
  assert.equal(bytes.toString('utf8', 72, 72 + placed), message.body.place);
  assert.equal(uuidAt(bytes, 73 + placed), message.body.items[0].dish_id);
});

test('the sample slip is signed by the sample key, under its own words', () => {
  const bytes = bytesOf(sample.text.slice(8));
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: sample.public_key }, format: 'jwk' });
  const record = bytes.subarray(0, -64);
  assert.ok(verify(null, Buffer.concat([CONTEXT, record]), key, bytes.subarray(-64)));
  assert.ok(!verify(null, record, key, bytes.subarray(-64)));
});
