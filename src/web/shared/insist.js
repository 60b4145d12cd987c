// SPDX-License-Identifier: GPL-3.0-or-later
// A request that is made until the server has taken or refused it.
import { passes } from './signals.js';

const RETRY_MS = 1000;

// ask() → promise; wait(ms) → promise. Goes on while isWanted() and the server cannot answer now. Returns why it
// refuses; null: it has taken it, or it is not wanted any more.
export async function insist(ask, wait, isWanted = () => true) {
  while (isWanted()) {
    const fault = await ask().then(
      () => null,
      (why) => why,
    );
    if (fault && fault.status === undefined) throw fault;
    if (!fault || !passes(fault)) return fault;
    await wait(RETRY_MS);
  }
  return null;
}
