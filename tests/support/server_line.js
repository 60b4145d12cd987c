// SPDX-License-Identifier: GPL-3.0-or-later
// A line to the server that can be cut: what is open ends, and what comes meanwhile is refused.
import { connect, createServer } from 'node:net';

// Gives back {url, cut(), mend()}; `url` is the address to use in the place of the server's.
export async function startServerLine(processes, serverUrl) {
  const open = new Set();
  let isCut = false;
  const front = createServer((here) => {
    if (isCut) return void here.destroy();
    const there = connect(Number(new URL(serverUrl).port), '127.0.0.1');
    join(open, here, there);
    join(open, there, here);
  });
  await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve));
  const end = () => open.forEach((socket) => socket.destroy());
  processes.also(() => (front.close(), end()));
  return {
    url: `http://127.0.0.1:${front.address().port}`,
    cut: () => ((isCut = true), end()),
    mend: () => (isCut = false),
  };
}

function join(open, from, to) {
  open.add(from);
  from.pipe(to);
  from.on('error', () => {}); // told by close too
  from.on('close', () => (open.delete(from), to.destroy()));
}
