// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's inspection door: what is on the screen, as the kiosk says it itself.
import { createConnection } from 'node:net';
import { until } from './wait.js';

// The tree of the page shown now; null while nobody opens.
export function look(path) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = createConnection(path);
    socket.on('data', (bytes) => (text += bytes));
    socket.on('error', () => resolve(null));
    socket.on('end', () => {
      try {
        resolve(text ? JSON.parse(text) : null);
      } catch (error) {
        reject(new Error(`The inspection door says what is no JSON: ${error.message}`));
      }
    });
  });
}

export function node(tree, name) {
  return tree?.nodes.find((one) => one.name === name);
}

// Whether no key is deaf any more: `ready_at` is in ms of the clock that hrtime reads.
export function takesTouches(tree) {
  return Number(process.hrtime.bigint() / 1000000n) >= tree.ready_at;
}

// What stands on the screen in one line, for the message of a test that waited in vain.
export function summary(tree) {
  if (!tree) return 'The door is closed.';
  const told = tree.nodes.map(({ name, text, key, enabled }) => {
    if (!key && text) return `${name} “${text.replaceAll('\n', ' ')}”`;
    return enabled ? name : `(${name})`;
  });
  return `The screen is "${tree.screen}" with: ${told.join(' ')}`;
}

// The first tree for which `fits` holds.
export function untilSeen(path, what, fits) {
  let tree = null;
  const check = async () => ((tree = await look(path)) && fits(tree) ? tree : null);
  return until(what, check, () => summary(tree));
}
