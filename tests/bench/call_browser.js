// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium for calls, and two of them in a call with each other.
import { chromium } from 'playwright-core';
import { QUIET } from '../support/desk.js';
import { FAKE_DEVICES } from '../support/phone.js';

// `film`: a y4m file before its camera.
export async function openBrowser(processes, film) {
  const camera = `--use-file-for-fake-video-capture=${film}`;
  const args = [...QUIET, ...FAKE_DEVICES, camera, '--allow-loopback-in-peer-connection'];
  const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args });
  processes.also(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  return { pid: server.process().pid, context: await browser.newContext({ locale: 'zh-CN' }) };
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

export class BrowserCalls {
  async start(processes, url, { film, ...size }) {
    this.sides = [await openBrowser(processes, film), await openBrowser(processes, film)];
    this.size = { width: size.width, height: size.height, frameRate: 30 };
    this.pages = await Promise.all(this.sides.map(({ context }) => context.newPage()));
    for (const page of this.pages) {
      await page.goto(`${url}/healthz`); // any page of an origin that may use a camera
      await page.evaluate(PEER);
    }
    return this;
  }
  get pid() {
    return this.sides[0].pid;
  }
  get otherPid() {
    return this.sides[1].pid;
  }

  // In ms until the other's picture stands there; nobody rings.
  async call() {
    const [caller, callee] = this.pages;
    const began = performance.now();
    await Promise.all(this.pages.map((page) => page.evaluate((size) => window.begin(size), this.size)));
    const offer = await caller.evaluate(() => window.describe());
    const answer = await callee.evaluate((one) => window.describe('answer', one), offer);
    await caller.evaluate((one) => window.pc.setRemoteDescription(one), answer);
    await caller.evaluate(() => window.seen.then(() => true));
    return { connect: performance.now() - began };
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
