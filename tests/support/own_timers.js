// SPDX-License-Identifier: GPL-3.0-or-later
// Takes setTimeout and setInterval over until the test `t` ends; the function returned lets time pass. The runner's own
// are another thing in Node 18 than in 20.
const NAMES = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'];

export function ownTimers(t) {
  const real = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));
  const waiting = new Map();
  let now = 0;
  let newest = 0;
  const wait = (work, ms, every) => waiting.set(++newest, { work, at: now + ms, every }) && newest;
  const forget = (number) => waiting.delete(number);
  Object.assign(globalThis, {
    setTimeout: (work, ms) => wait(work, ms, 0),
    setInterval: (work, ms) => wait(work, ms, ms),
    clearTimeout: forget,
    clearInterval: forget,
  });
  t.after(() => Object.assign(globalThis, real));
  const next = () => [...waiting].sort(([, one], [, other]) => one.at - other.at)[0];
  return (ms) => {
    const end = now + ms;
    for (let due = next(); due && due[1].at <= end; due = next()) {
      const [number, timer] = due;
      now = timer.at;
      if (timer.every) timer.at += timer.every;
      else waiting.delete(number);
      timer.work();
    }
    now = end;
  };
}
