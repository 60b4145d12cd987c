// SPDX-License-Identifier: GPL-3.0-or-later
// A real anban-kiosk on a virtual display.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Elder } from './elder.js';
import { BUILD, SERIAL, SOURCE } from './server.js';

export class Kiosk {
  // `sound`: from startSound, or nothing for a kiosk without a sound card.
  constructor(processes, display, url, { folder = processes.path('kiosk'), sound, args = [], env = {} } = {}) {
    Object.assign(this, { processes, display, url, folder, args });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.door = processes.path('inspect.sock');
    // ALSA's plugin for PulseAudio leaves memory behind when it is unloaded, where no suppression can name it any more;
    // leaks are looked for by the tests without sound.
    const leaks = sound ? { ASAN_OPTIONS: 'detect_leaks=0' } : {};
    this.env = { ...display.env, ...sound?.env, ...leaks, ANBAN_INSPECT: this.door, ...env };
    this.elder = new Elder(display, this.door);
  }

  launch() {
    const { width, height } = this.display;
    const own = ['--data', this.folder, '--server', this.url, '--serial', SERIAL, '--size', `${width}x${height}`];
    const files = ['--assets', join(SOURCE, 'assets'), '--locales', join(BUILD, 'locales')];
    const [command, ...args] = [join(BUILD, 'anban-kiosk'), ...own, ...files, ...this.args];
    this.process = this.processes.start('anban-kiosk', command, args, { env: this.env });
    return this.process;
  }

  // Until it rests, waiting for a touch.
  async start(screen = 'rest') {
    this.launch();
    await this.elder.sees(screen, 30000);
    return this;
  }
}
