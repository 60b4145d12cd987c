// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of pictures, each named for what it shows.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { shrink } from '../../support/display.js';

export class Album {
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }
  // A kiosk's screen, once it stands still; in a call it never does.
  async screen(display, name, { moves = false } = {}) {
    await (moves ? display.snapshot(this.#file(name)) : display.picture(this.#file(name)));
  }
  // A page in a browser.
  async page(page, name) {
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const file = this.#file(name);
    await page.screenshot({ path: file });
    await shrink(file);
  }
  #file(name) {
    console.log(`${name}.png`);
    return join(this.folder, `${name}.png`);
  }
}
