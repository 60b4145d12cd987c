// SPDX-License-Identifier: GPL-3.0-or-later
// A person who says something to the microphone: another of the synthetic voices than those by which the kiosk knows
// what it hears.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUILD } from './server.js';

const run = promisify(execFile);

export class Talker {
  constructor(processes, sound, { locale = 'zh_CN', variant = '+f5' } = {}) {
    Object.assign(this, { processes, sound, locale, variant, files: new Map() });
  }

  // Takes a breath: what is prepared is said without delay.
  async prepares(text) {
    if (this.files.has(text)) return;
    const file = this.processes.path(`said-${this.files.size}.wav`);
    const who = ['--locale', this.locale, '--variant', this.variant, '--rate', '155'];
    await run(join(BUILD, 'anban-say'), [...who, '--data', join(BUILD, 'voices'), '--output', file, text]);
    this.files.set(text, file);
  }

  async says(text) {
    await this.prepares(text);
    await this.sound.say(this.files.get(text));
  }
}
