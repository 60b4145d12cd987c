// SPDX-License-Identifier: GPL-3.0-or-later
// The screen stays on while somebody talks.

// locks: navigator.wakeLock, where there is one. Gives back stayAwake(isOn), which may be told the same any number of
// times: what is kept is the promise of a lock, so that a burst asks for one. Browsers take a lock back when the page is
// hidden; then, and when one was refused, the next time asks again.
export function createAwake(locks) {
  let wanted = null;

  function ask() {
    const own = locks.request('screen').catch(() => null);
    const forget = () => own === wanted && (wanted = null);
    own.then((lock) => (lock ? lock.addEventListener('release', forget) : forget()));
    return own;
  }
  return function stayAwake(isOn) {
    if (isOn && locks) wanted ??= ask();
    if (isOn) return;
    wanted?.then((lock) => lock?.release());
    wanted = null;
  };
}
