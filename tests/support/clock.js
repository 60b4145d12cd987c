// SPDX-License-Identifier: GPL-3.0-or-later
// Another time of day for one program (libfaketime). Only the wall clock: what waits, waits as ever.
import { existsSync, readdirSync } from 'node:fs';

const LIBRARY = readdirSync('/usr/lib')
  .map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`)
  .find(existsSync);

// The environment of a program whose clock is ahead by so many seconds.
export function ahead(seconds) {
  if (!LIBRARY) throw new Error('libfaketime is missing: ./packages tour');
  const offset = `${seconds < 0 ? '' : '+'}${Math.round(seconds)}s`;
  return {
    LD_PRELOAD: LIBRARY,
    FAKETIME: offset,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    ASAN_OPTIONS: 'verify_asan_link_order=0',
  };
}
