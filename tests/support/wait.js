// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a condition, with a deadline and a sentence for when it passes.

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Resolves with the first truthy value of `look` (which may be async); `tell` says what stood there instead.
export async function until(what, ms, look, tell = () => '') {
  const deadline = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`After ${ms} ms still waiting for ${what}. ${await tell()}`);
    await pause(10);
  }
}
