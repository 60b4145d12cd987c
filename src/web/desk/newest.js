// SPDX-License-Identifier: GPL-3.0-or-later
// A state that is asked for as a whole and then follows events. An answer may be older than an event that came while it
// was on its way, and would take back what the event told: then it is asked for once more.

export function createNewest() {
  let taken = 0;
  return {
    took: () => (taken += 1),
    async ask(get) {
      for (;;) {
        const before = taken;
        const answer = await get();
        if (taken === before) return answer;
      }
    },
  };
}
