// SPDX-License-Identifier: GPL-3.0-or-later
// A member of the family with Debian's Firefox, by WebDriver BiDi. Its camera sees one colour that changes, its
// microphone hears a tone, and its loudspeaker is one that can be heard: without any, Firefox would not sound at all.
import { mkdirSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { Phone } from './call_phone.js';
import { untilHeard } from './pitch.js';
import { HUNG_MS } from './wait.js';

const PREFERENCES = {
  'intl.accept_languages': 'zh-CN',
  'media.autoplay.default': 0,
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'media.peerconnection.ice.loopback': true,
};
const SMALL = { width: 500, height: 740 }; // no window of Firefox is narrower

// `hertz`: what its microphone hears; `sound`: of startSound.
export async function openFirefox(processes, { hertz, sound }) {
  const userDataDir = processes.path('firefox');
  mkdirSync(userDataDir);
  const browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    timeout: HUNG_MS,
    protocolTimeout: HUNG_MS,
    env: { ...process.env, ...sound.env },
    userDataDir,
    defaultViewport: SMALL,
    extraPrefsFirefox: { ...PREFERENCES, 'media.navigator.audio.fake_frequency': hertz },
  });
  processes.also(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(HUNG_MS);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  return { browser, page, complaints, ears: sound.listen() };
}

export class FirefoxPhone extends Phone {
  press(name) {
    return this.page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
  }
  reads(text) {
    return this.page.waitForSelector(`::-p-text(${text})`);
  }
  untilSounds(hertz) {
    return untilHeard(this.telephone.ears, hertz, 'Firefox’s loudspeaker');
  }
  async closesCall() {
    await this.press('返回');
    await this.page.waitForSelector('.call-view', { hidden: true });
  }
}
