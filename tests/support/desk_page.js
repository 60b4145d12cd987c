// SPDX-License-Identifier: GPL-3.0-or-later
// A desk to try: a real server with the demonstration's community, its administrator, and a browser in front of it.
import { webcrypto } from 'node:crypto';
import { addDays, dateAt } from '../../src/web/shared/days.js';
import { signIn } from './account.js';
import { openBrowser, openDesk } from './desk.js';
import { Processes } from './processes.js';
import { Server } from './server.js';

// Browsers and newer Nodes have it of themselves; Debian 12's has not.
globalThis.crypto ??= webcrypto;

export const TOMORROW = addDays(dateAt(Date.now(), 480), 1);

// Runs in the page before its own code: window.tones counts the tones that it has sounded.
function countTones() {
  const create = AudioContext.prototype.createOscillator;
  window.tones = 0;
  AudioContext.prototype.createOscillator = function createCounted() {
    window.tones += 1;
    return create.call(this);
  };
}

export class DeskPage {
  // What the page complained of: broken code, and what its policy forbade.
  complaints = [];

  // args(processes): of the browser.
  async start(args = () => []) {
    this.processes = new Processes();
    this.server = await new Server(this.processes).start();
    this.admin = await signIn(this.server.url, this.server.admin);
    this.browser = await openBrowser(this.processes, args(this.processes));
    await this.browser.addInitScript(countTones);
    this.page = await openDesk(this.browser, this.server.url, this.server.admin);
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.complaints.push(message.text());
    });
    return this;
  }
  close() {
    return this.processes.close();
  }

  // What the server answers the administrator.
  async get(path) {
    return (await this.admin.ask({ path })).json;
  }
  async residentNamed(name) {
    return (await this.get('/api/v1/residents')).residents.find((one) => one.name === name);
  }

  async go(view) {
    await this.page.evaluate((hash) => (location.hash = hash), view);
    const name = view.split('?')[0];
    await this.page.waitForSelector(`.ways a[href="#${name}"][aria-current]`, { state: 'attached' });
    await this.page.waitForSelector('main:not(:has([aria-busy=true])) h1');
  }
  key(name) {
    return this.page.getByRole('button', { name });
  }
  notice(text) {
    return this.page.locator('.notice', { hasText: text }).first().waitFor();
  }
  // Signs out and in again.
  async signInAs({ name, password }) {
    await this.key('退出').click();
    await this.page.locator('dialog.sign-in input[name=name]').fill(name);
    await this.page.locator('dialog.sign-in input[name=password]').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('.ways a');
  }
}
