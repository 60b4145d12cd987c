// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a view that is fetched and drawn again when something changed: bursts become one, nothing overtakes, and a
// failure is said in its place while what stood there stays.
import { fill, h, keepFocus } from '../shared/dom.js';
import { faultLine } from './dialog.js';

// load() gives a promise of the contents.
export function createLiveArea(desk, load) {
  const fault = faultLine();
  const contents = h('div', { class: 'sheet' });
  let isRunning = false;
  let isStale = false;
  let isLeft = false;

  async function reload() {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    contents.ariaBusy = 'true';
    while (isStale && !isLeft) {
      isStale = false;
      await draw();
    }
    contents.ariaBusy = 'false';
    isRunning = false;
  }
  async function draw() {
    try {
      const drawn = await load();
      if (!isLeft) keepFocus(contents, () => fill(contents, drawn));
      fault.show('');
    } catch (cause) {
      fault.show(desk.faultText(cause));
    }
  }
  return { node: h('div', {}, fault.node, contents), reload, leave: () => (isLeft = true) };
}
