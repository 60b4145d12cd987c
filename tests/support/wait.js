// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a condition, however slow the machine is, with a sentence for when it never comes. Nothing is measured
// here: latencies are ./bench's.

// Until what has not come is taken for something that never will.
export const HUNG_MS = 120000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Resolves with the first truthy value of `look` (which may be async); `tell` says what stood there instead.
export async function until(what, look, tell = () => '') {
  const deadline = performance.now() + HUNG_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`After ${HUNG_MS / 1000} s still waiting for ${what}. ${await tell()}`);
    await pause(10);
  }
}
