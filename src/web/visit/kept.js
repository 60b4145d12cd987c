// SPDX-License-Identifier: GPL-3.0-or-later
// What the telephone keeps, in IndexedDB: single things by name, and a line of what is still to be sent.

const asPromise = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function openKept(name = 'anban.visit') {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('things');
    opening.result.createObjectStore('waiting', { autoIncrement: true });
  };
  const database = await asPromise(opening);
  const store = (kind, mode = 'readonly') => database.transaction(kind, mode).objectStore(kind);
  return {
    get: (thing) => asPromise(store('things').get(thing)),
    put: (thing, value) => asPromise(store('things', 'readwrite').put(value, thing)),
    remove: (thing) => asPromise(store('things', 'readwrite').delete(thing)),
    add: (item) => asPromise(store('waiting', 'readwrite').add(item)),
    done: (key) => asPromise(store('waiting', 'readwrite').delete(key)),
    // In the order in which they were added: [{key, item}]
    async all() {
      const waiting = store('waiting');
      const [keys, items] = await Promise.all([asPromise(waiting.getAllKeys()), asPromise(waiting.getAll())]);
      return keys.map((key, n) => ({ key, item: items[n] }));
    },
  };
}
