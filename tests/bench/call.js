// SPDX-License-Identifier: GPL-3.0-or-later
// What a call costs and how long one waits for it: the kiosk with a telephone's Chromium, and Chromium with Chromium.
import { chromium } from 'playwright-core';
import { signIn } from '../support/account.js';
import { QUIET } from '../support/desk.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { FAKE_DEVICES } from '../support/phone.js';
import { JI } from '../support/residents.js';
import { until } from '../support/wait.js';
import { cpuSeconds, pssMegabytes } from './usage.js';

const CALLS = 10;
const SECONDS = 15; // of talking that are measured
const SETTLE_MS = 4000; // the encoders have found their rate
const AWAY_MS = 12000; // a line that is cut so long is missed, and the connection made anew
const WAIT_MS = 60000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function at(numbers, share) {
  const place = Math.min(numbers.length - 1, Math.floor(numbers.length * share));
  return numbers.toSorted((a, b) => a - b)[place];
}

async function openBrowser(processes) {
  const args = [...QUIET, ...FAKE_DEVICES, '--allow-loopback-in-peer-connection'];
  const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args });
  processes.also(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  return { pid: server.process().pid, context: await browser.newContext({ locale: 'zh-CN' }) };
}

async function usage(pid) {
  await pause(SETTLE_MS);
  const before = cpuSeconds(pid);
  await pause(SECONDS * 1000);
  return { percent: ((cpuSeconds(pid) - before) / SECONDS) * 100, megabytes: pssMegabytes(pid) };
}

// As a cut line: everything of the other side stands still, and nothing is lost on this machine.
async function cut(pid, act) {
  process.kill(-pid, 'SIGSTOP');
  await pause(AWAY_MS);
  process.kill(-pid, 'SIGCONT');
  const began = performance.now();
  await act();
  return performance.now() - began;
}

const filmOf = (tree) => tree.nodes.find((one) => one.film && one.name !== 'video.self');

class Room {
  async start(processes, display, server, size) {
    const own = { camera: 'test:bars', microphone: 'test:440', loudspeaker: 'none', ...size };
    const args = Object.entries(own).flatMap(([key, value]) => ['--set', `call.${key}=${value}`]);
    Object.assign(this, { display, kiosk: new Kiosk(processes, display, server.url, { args }) });
    await this.kiosk.start();
    this.elder = this.kiosk.elder;
    const admin = await signIn(server.url, server.admin);
    const ji = (await admin.ask({ path: '/api/v1/residents' })).json.residents.find((one) => one.name === JI.name);
    const path = `/api/v1/family/members?resident_id=${ji.id}`;
    [this.member] = (await admin.ask({ path })).json.members;
    const link = await admin.ask({ method: 'POST', path: `/api/v1/family/members/${this.member.id}/link`, body: {} });
    this.phone = await openBrowser(processes);
    this.page = await this.phone.context.newPage();
    await this.page.goto(link.json.url);
    await this.elder.signsIn(JI);
    await this.page.getByText('现在可以接通').waitFor();
    await this.elder.taps('tile.family');
    return this;
  }

  // From the finger on the face until the daughter's picture stands there; she answers at once.
  async call() {
    const name = `member.${this.member.id}`;
    const tree = await this.elder.seesThat(name, (one) => node(one, name)?.enabled);
    const [x, y, width, height] = node(tree, name).px;
    await pause(1000);
    const began = performance.now();
    await this.display.tap(Math.round(x + width / 2), Math.round(y + height / 2));
    await this.page.getByRole('button', { name: '接听', exact: true }).click();
    await this.elder.seesThat('her picture', filmOf, WAIT_MS);
    return performance.now() - began;
  }

  async hangUp() {
    await this.elder.taps('hang_up');
    await this.elder.taps('good');
    await this.page.getByRole('button', { name: '返回', exact: true }).click();
    await this.elder.sees('family', WAIT_MS);
  }

  // Until something in her picture moves.
  async moves() {
    const [x, y, width, height] = filmOf(await this.elder.seesThat('her picture', filmOf, WAIT_MS)).px;
    const pixels = this.display.pixels();
    const colours = (_, n) => pixels.colour(x + ((width * n) >> 6), y + ((height * (n & 7)) >> 3));
    const look = () => Array.from({ length: 64 }, colours).join();
    const frozen = look();
    await until('a picture that moves', WAIT_MS, () => look() !== frozen);
    pixels.close();
  }
}

// Runs in a page: a connection with camera and microphone, its description complete with all ways.
const PEER = `
window.begin = async (video) => {
  window.media ??= await navigator.mediaDevices.getUserMedia({ audio: true, video });
  window.pc = new RTCPeerConnection();
  window.seen = new Promise((resolve) => {
    pc.ontrack = ({ track, streams }) => {
      if (track.kind !== 'video') return;
      const player = document.createElement('video');
      Object.assign(player, { srcObject: streams[0], muted: true, autoplay: true, width: 853, height: 640 });
      document.body.replaceChildren(player);
      player.requestVideoFrameCallback(resolve);
    };
  });
  media.getTracks().forEach((track) => pc.addTrack(track, media));
};
window.describe = async (kind, offer) => {
  if (offer) await pc.setRemoteDescription(offer);
  await pc.setLocalDescription();
  if (pc.iceGatheringState !== 'complete')
    await new Promise((resolve) => {
      pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve();
    });
  return pc.localDescription.toJSON();
};
`;

class Pair {
  async start(processes, url, size) {
    this.sides = [await openBrowser(processes), await openBrowser(processes)];
    this.size = { width: size.width, height: size.height, frameRate: 30 };
    this.pages = await Promise.all(this.sides.map(({ context }) => context.newPage()));
    for (const page of this.pages) {
      await page.goto(`${url}/healthz`); // any page of an origin that may use a camera
      await page.evaluate(PEER);
    }
    return this;
  }
  async call() {
    const [caller, callee] = this.pages;
    const began = performance.now();
    await Promise.all(this.pages.map((page) => page.evaluate((size) => window.begin(size), this.size)));
    const offer = await caller.evaluate(() => window.describe());
    const answer = await callee.evaluate((one) => window.describe('answer', one), offer);
    await caller.evaluate((one) => window.pc.setRemoteDescription(one), answer);
    await caller.evaluate(() => window.seen.then(() => true));
    return performance.now() - began;
  }
  hangUp() {
    return Promise.all(this.pages.map((page) => page.evaluate(() => window.pc.close())));
  }
  moves() {
    const nextFrame = () =>
      new Promise((done) => document.querySelector('video').requestVideoFrameCallback(() => done()));
    return this.pages[0].evaluate(nextFrame);
  }
}

// `ours` and `theirs`: { first: [ms], percent, megabytes, back }.
async function measure(talk, pid, otherPid, calls) {
  const first = [];
  for (let n = 0; n < calls; n++) {
    first.push(await talk.call());
    if (n < calls - 1) await talk.hangUp();
  }
  const cost = await usage(pid);
  const back = await cut(otherPid, () => talk.moves());
  return { first, back, ...cost };
}

export const sizes = {
  VGA: { width: 640, height: 480, kilobits: 1000 },
  '720p': { width: 1280, height: 720, kilobits: 2000 },
};

export async function measureKioskCall(processes, display, server, size, calls = CALLS) {
  const room = await new Room().start(processes, display, server, size);
  const result = await measure(room, room.kiosk.process.child.pid, room.phone.pid, calls);
  await room.kiosk.process.stop();
  return result;
}

export async function measureChromiumCall(processes, url, size, calls = CALLS) {
  const pair = await new Pair().start(processes, url, size);
  return measure(pair, pair.sides[0].pid, pair.sides[1].pid, calls);
}

export const p50 = ({ first }) => at(first, 0.5);
export const p95 = ({ first }) => at(first, 0.95);
