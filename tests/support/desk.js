// SPDX-License-Identifier: GPL-3.0-or-later
// Staff in front of the desk page, in Chromium.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { HUNG_MS } from './wait.js';

// Chromium must look for nothing outside, or it waits for it.
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// What a browser hears in place of a microphone: a WAV, over and over.
export const hearing = (path) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${path}`,
  '--autoplay-policy=no-user-gesture-required',
];

export async function openBrowser(processes, args = []) {
  const profile = processes.path('chromium');
  mkdirSync(profile, { recursive: true });
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: [...QUIET, ...args],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    timeout: HUNG_MS,
  });
  browser.setDefaultTimeout(HUNG_MS);
  processes.also(() => browser.close());
  return browser;
}

export async function openDesk(browser, url, { name, password }) {
  const page = await browser.newPage();
  await page.goto(`${url}/desk`);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('dialog.sign-in', { state: 'detached' });
  return page;
}

// The kitchen's list of one meal.
export async function openKitchen(page, date, meal) {
  await page.evaluate((hash) => (location.hash = hash), `kitchen?date=${date}&meal=${meal}`);
  await page.waitForSelector('.totals, .empty');
}

// Resolves when `count` orders of this person stand on the kitchen's list.
export async function untilListed(page, person, count) {
  const isListed = ([name, wanted]) => {
    const rows = [...document.querySelectorAll('table.people tbody tr')];
    return rows.filter((row) => row.textContent.includes(name)).length === wanted;
  };
  await page.waitForFunction(isListed, [person, count], { polling: 20 });
}
