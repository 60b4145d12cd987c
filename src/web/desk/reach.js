// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be called now: the kiosks that are there, and whom each stands for.
import { createNewest } from './newest.js';

export function createReach(requests, onChange) {
  const newest = createNewest();
  let kiosks = new Map();
  return {
    async refresh() {
      const answer = await newest.ask(() => requests.get('/api/v1/reach')).catch(() => null);
      if (answer) kiosks = new Map(answer.kiosks.map((kiosk) => [kiosk.id, kiosk]));
      onChange();
    },
    take({ kiosk }) {
      newest.took();
      kiosks.set(kiosk.id, kiosk);
      onChange();
    },
    hasKiosk: (id) => kiosks.get(id)?.reachable ?? false,
    hasResident: (id) => [...kiosks.values()].some((kiosk) => kiosk.reachable && kiosk.residents.includes(id)),
  };
}
