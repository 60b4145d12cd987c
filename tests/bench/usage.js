// SPDX-License-Identifier: GPL-3.0-or-later
// What a program and all that it started use, from /proc.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100; // per second, as getconf CLK_TCK says on Linux

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

function tree(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      stat: read(`/proc/${name}/stat`)
        .replace(/^.*\) /s, '')
        .split(' '),
    }));
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, stat } of all) if (family.has(Number(stat[1]))) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

// Memory as the machine feels it: pages that are shared count in parts.
export function pssMegabytes(root) {
  const kilobytes = ({ pid }) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return tree(root).reduce((sum, process) => sum + kilobytes(process), 0) / 1024;
}

export function cpuSeconds(root) {
  return tree(root).reduce((sum, { stat }) => sum + Number(stat[11] ?? 0) + Number(stat[12] ?? 0), 0) / TICKS;
}
