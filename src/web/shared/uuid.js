// SPDX-License-Identifier: GPL-3.0-or-later
// UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids sort by the time they were made.

export function uuid7(wallMs, random = crypto.getRandomValues(new Uint8Array(16))) {
  const bytes = Uint8Array.from(random);
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(wallMs / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
