// SPDX-License-Identifier: GPL-3.0-or-later
// What the community is, fetched once and kept until the server says that it changed.

export function createCatalogue(requests) {
  const kept = new Map();

  function once(path, take) {
    if (!kept.has(path)) {
      const answer = requests.get(path).then(take);
      answer.catch(() => kept.delete(path));
      kept.set(path, answer);
    }
    return kept.get(path);
  }
  return {
    site: () => once('/api/v1/site', (site) => site),
    residents: () => once('/api/v1/residents', (answer) => answer.residents),
    dishes: () => once('/api/v1/dishes', (answer) => answer.dishes),
    kiosks: () => requests.get('/api/v1/kiosks').then((answer) => answer.kiosks),
    menus: (from, to) => once(`/api/v1/menus?from=${from}&to=${to}`, (answer) => answer.menus),
    forget: () => kept.clear(),
  };
}
