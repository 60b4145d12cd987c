// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone of the family, in Chromium: a small screen that is touched, and a camera and microphone that are not real.
import { chromium } from 'playwright-core';
import { QUIET } from './desk.js';
import { HUNG_MS } from './wait.js';

export const FAKE_DEVICES = [
  '--use-fake-device-for-media-stream=fps=30',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];
const SMALL = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

// Runs in the page before its own code: window.tones counts the tones that it has sounded, window.trembled is how it
// trembled last.
function watchRinging() {
  const create = AudioContext.prototype.createOscillator;
  window.tones = 0;
  AudioContext.prototype.createOscillator = function createCounted() {
    window.tones += 1;
    return create.call(this);
  };
  navigator.vibrate = (pattern) => {
    if (pattern) window.trembled = pattern;
    return true;
  };
}

// `args`: more for Chromium. open(address) → a page; `complaints`: broken code, and what its policy forbade.
export async function openPhone(processes, { args = [], look = SMALL } = {}) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...FAKE_DEVICES, ...args],
    timeout: HUNG_MS,
  });
  processes.also(() => browser.close());
  const context = await browser.newContext({ ...look, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(HUNG_MS);
  await context.addInitScript(watchRinging);
  const complaints = [];
  const open = async (address) => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(address);
    return page;
  };
  return { browser, context, open, complaints };
}
