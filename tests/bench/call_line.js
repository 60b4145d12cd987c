// SPDX-License-Identifier: GPL-3.0-or-later
// What picture and sound become on a narrow line, both ways, by way of a TURN server that stands behind it.
import { writeFileSync } from 'node:fs';
import { CallRoom } from '../support/call_room.js';
import { Processes } from '../support/processes.js';
import { SECRET, startTurn } from '../support/turn_server.js';

const KILOBITS = [0, 600, 300, 150, 0]; // 0: as wide as wanted
const SETTLE_MS = 15000;
const MEASURED_MS = 5000;
const RATE = 48000; // samples a second

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Runs in the page before its own code: its connections are kept, for their counts.
function keepConnections() {
  window.connections = [];
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(...args) {
      super(...args);
      window.connections.push(this);
    }
  };
}

// Runs in the page: {inbound-rtp video, inbound-rtp audio, outbound-rtp video}.
async function counts() {
  const found = {};
  for (const one of (await window.connections.at(-1).getStats()).values())
    if (one.type.endsWith('bound-rtp') && !one.type.startsWith('remote')) found[`${one.type} ${one.kind}`] = one;
  return found;
}

const seconds = MEASURED_MS / 1000;
const perSecond = (before, after, name) => (after[name] - before[name]) / seconds;

function tellPicture(from, before, after, [frames, bytes]) {
  const size = `${after.frameWidth} × ${after.frameHeight}`;
  const rate = `${perSecond(before, after, frames).toFixed(0)} a second`;
  const kilobits = `${((perSecond(before, after, bytes) * 8) / 1000).toFixed(0)} kbit/s`;
  console.log(`    ${from.padEnd(24)}${size.padStart(12)}${rate.padStart(14)}${kilobits.padStart(14)}`);
}

async function measure(page, kilobits) {
  await pause(SETTLE_MS);
  const before = await page.evaluate(counts);
  await pause(MEASURED_MS);
  const after = await page.evaluate(counts);
  const madeUp = perSecond(before['inbound-rtp audio'], after['inbound-rtp audio'], 'concealedSamples') / RATE;
  console.log(kilobits ? `${kilobits} kbit/s each way` : 'a line as wide as wanted');
  tellPicture('kiosk to telephone', before['inbound-rtp video'], after['inbound-rtp video'], [
    'framesDecoded',
    'bytesReceived',
  ]);
  tellPicture('telephone to kiosk', before['outbound-rtp video'], after['outbound-rtp video'], [
    'framesEncoded',
    'bytesSent',
  ]);
  console.log(`    of the kiosk's sound ${(madeUp * 100).toFixed(1)} % had to be made up`);
}

export async function measureLine() {
  const turning = new Processes();
  const room = new CallRoom();
  try {
    const { urls, line } = await startTurn(turning);
    const config = turning.path('server.conf');
    writeFileSync(config, `[turn]\nurls = ${urls}\nsecret = ${SECRET}\nrelay_only = yes\n`);
    const settings = { 'call.loopback': 'yes', 'call.width': 640, 'call.height': 480 };
    await room.start({ settings, server: { args: ['--config', config] } });
    const phone = await room.phone(0, { before: (context) => context.addInitScript(keepConnections) });
    await room.elderComes(phone);
    await phone.press('视频通话');
    await room.elder.taps('answer');
    await phone.untilIs('talking');
    for (const kilobits of KILOBITS) {
      line.condition.kilobits = kilobits;
      await measure(phone.page, kilobits);
    }
  } finally {
    await room.close();
    await turning.close();
  }
}
