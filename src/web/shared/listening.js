// SPDX-License-Identifier: GPL-3.0-or-later
// Which tabs of a browser follow the event stream: those that are seen, and one for all that are not (it rings when
// somebody calls for help). Over HTTP/1.1 a browser has six connections to a server and each stream holds one for good,
// so a seventh tab would wait for ever.
import { followStream } from './stream.js';

// options: as for followStream. `page` is the document, `locks` navigator.locks: whoever holds `name` listens hidden too.
// Gives back keep(isNeeded): a tab in a call listens hidden too.
export function listenWhileSeen(options, { page, locks, name }) {
  let after = options.after;
  let holds = false;
  let isKept = false;
  let end = null;

  function turn() {
    const wanted = holds || isKept || !page.hidden;
    if (wanted && !end) end = followStream({ ...options, after, onEvent: take });
    if (!wanted && end) end = end();
  }
  function take(kind, data, number) {
    after = number;
    options.onEvent(kind, data);
  }
  page.addEventListener('visibilitychange', turn);
  locks.request(name, () => {
    holds = true;
    turn();
    return new Promise(() => {}); // until the tab is closed
  });
  turn();
  return (isNeeded) => {
    isKept = isNeeded;
    turn();
  };
}
