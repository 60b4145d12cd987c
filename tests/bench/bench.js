// SPDX-License-Identifier: GPL-3.0-or-later
// Each figure as a ratio of two programs measured in one run on one machine: see README and ./bench.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { startDisplay } from '../support/display.js';
import { Processes } from '../support/processes.js';
import { Server } from '../support/server.js';
import { measureBrowserCalls, measureKioskCalls, percentile, SIZES } from './call.js';
import { hundredCalls } from './call_hundred.js';
import { measureLine } from './call_line.js';
import { measureSkew } from './call_skew.js';
import { load, prepare, startPeer } from './orders.js';
import { IDLE_SECONDS, measureChromium, measureKiosk } from './screen.js';

const ROUNDS = 3;
const CALLS = 20;
const middle = (results, name) => results.map((one) => one[name]).sort((a, b) => a - b)[ROUNDS >> 1];

const processes = new Processes();
const parts = { screens, orders, call };
const wanted = process.argv.slice(2).filter((name) => name in parts);
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) await parts[name]();
} finally {
  await processes.close();
}

function line(what, ours, theirs, unit, isLessBetter) {
  const ratio = isLessBetter ? theirs / ours : ours / theirs;
  const columns = [ours, theirs].map((figure) => `${figure.toFixed(figure < 10 ? 2 : 0)} ${unit}`.padStart(14));
  console.log(`${what.padEnd(44)}${columns.join('')}${`× ${ratio.toFixed(1)}`.padStart(10)}`);
}

function head(title, ours, theirs) {
  console.log(`\n${title.padEnd(44)}${ours.padStart(14)}${theirs.padStart(14)}${'better'.padStart(10)}`);
}

async function screens() {
  const display = await startDisplay(processes);
  const server = await new Server(processes).start();
  const kiosk = await measureKiosk(processes, display, server.url);
  const chromium = await measureChromium(processes, display, kiosk.trees);
  await server.process.stop();
  head('On the screen, 1280 × 800', 'anban-kiosk', 'Chromium');
  line('start to first picture', kiosk.start, chromium.start, 'ms', true);
  line('memory on the home screen (PSS)', kiosk.megabytes, chromium.megabytes, 'MB', true);
  // Less than a hundredth of a second of work can't be told from none.
  const atLeast = (percent) => Math.max(percent, 1 / IDLE_SECONDS);
  line('idle processor on the home screen', atLeast(kiosk.percent), atLeast(chromium.percent), '%', true);
  line('tap to picture', kiosk.tap, chromium.tap, 'ms', true);
}

async function call() {
  if (process.argv.includes('--hundred')) return hundredCalls();
  console.log(`\nCalls, drawn without a graphics card; the load of this machine before: ${loadavg()[0].toFixed(1)}`);
  for (const size of Object.values(SIZES)) await callsOf(size);
  console.log('\nSound after picture, p50 (p5 to p95)');
  for (const [side, apart] of Object.entries(await measureSkew())) {
    const [middle, first, last] = [50, 5, 95].map((percent) => percentile(apart, percent)?.toFixed(0));
    console.log(`    at the ${side.padEnd(10)}${middle} ms (${first} to ${last}; ${apart.length} flashes)`);
  }
  console.log('\nBy way of a line with little room');
  await measureLine();
}

async function callsOf(size) {
  const kiosk = await measureKioskCalls(size, CALLS);
  const browser = await measureBrowserCalls(size, CALLS);
  head(`A call, ${size.width} × ${size.height} with Chromium`, 'anban-kiosk', 'Chromium');
  for (const percent of [50, 95]) {
    const of = ({ calls }, part) => percentile(calls.map((one) => one[part]), percent);
    line(`answer to first picture, p${percent}`, of(kiosk, 'connect'), of(browser, 'connect'), 'ms', true);
    console.log(`    from the tap on: it rings in ${of(kiosk, 'ring')} ms, first picture in ${of(kiosk, 'all')} ms`);
  }
  line('processor while talking', kiosk.percent, browser.percent, '%', true);
  line('memory while talking (PSS)', kiosk.megabytes, browser.megabytes, 'MB', true);
  line('picture again after 5 s without the other', kiosk.back, browser.back, 'ms', true);
}

async function orders() {
  const server = await new Server(processes, { folder: processes.path('orders') }).start();
  const community = await prepare(server.url, server.admin.password);
  const tokens = processes.path('tokens');
  writeFileSync(tokens, `${community.tokens.join('\n')}\n`);
  const single = await startPeer(processes, community, tokens, 'single');
  const group = await startPeer(processes, community, tokens, 'group');
  head('Orders per second, on the disk when answered', 'anban-server', 'Node');
  // In turns, so that both meet the same disk; the median of each.
  const compare = async (what, url, connections) => {
    const [ours, theirs] = [[], []];
    for (let n = 0; n < ROUNDS; n++) {
      ours.push(await load(server.url, community, tokens, connections));
      theirs.push(await load(url, community, tokens, connections));
    }
    line(what, middle(ours, 'perSecond'), middle(theirs, 'perSecond'), '/s', false);
    line('    99 of 100 are answered within', middle(ours, 'p99_ms'), middle(theirs, 'p99_ms'), 'ms', true);
  };
  await compare('one after the other', single.url, 1);
  await compare('64 at once, each its own commit at the peer', single.url, 64);
  await compare('64 at once, committed together by both', group.url, 64);
}
