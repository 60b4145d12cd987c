// SPDX-License-Identifier: GPL-3.0-or-later
// A real anban-kiosk on a virtual display.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Elder } from './elder.js';
import { BUILD, SERIAL, SOURCE } from './server.js';

const BUILT = join(BUILD, 'anban-kiosk');
const LOCALES = ['--locales', join(BUILD, 'locales')];
const FILES = ['--assets', join(SOURCE, 'assets'), ...LOCALES, '--voices', join(BUILD, 'voices')];

export class Kiosk {
  // `wrap`: a command that runs the kiosk. `sound`: from startSound, or nothing for a kiosk without a sound card.
  // `program` and `files`: an installed one, which knows its folders.
  constructor(
    processes,
    display,
    url,
    { folder = processes.path('kiosk'), sound, args = [], wrap = [], env = {}, program = BUILT, files = FILES } = {},
  ) {
    Object.assign(this, { processes, display, url, folder, args, wrap, program, files });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.door = processes.path('inspect.sock');
    // ALSA's plugin for PulseAudio leaves memory behind when it is unloaded, where no suppression can name it any more;
    // leaks are looked for where there is no sound.
    const ears = sound?.env ?? silence(processes);
    const leaks = sound
      ? { ASAN_OPTIONS: 'detect_leaks=0' }
      : { LSAN_OPTIONS: `suppressions=${join(SOURCE, 'tests/lsan.supp')}:print_suppressions=0` };
    this.env = { ...display.env, ...ears, ...leaks, ANBAN_INSPECT: this.door, ...env };
    this.elder = new Elder(display, this.door);
  }

  launch() {
    const { width, height } = this.display;
    const own = ['--data', this.folder, '--server', this.url, '--serial', SERIAL, '--size', `${width}x${height}`];
    const [command, ...args] = [...this.wrap, this.program, ...own, ...this.files, ...this.args];
    this.process = this.processes.start('anban-kiosk', command, args, { env: this.env });
    return this.process;
  }

  // Until it stands on the display, resting, waiting for a touch.
  async start(screen = 'rest') {
    this.launch();
    const told = (error) => {
      throw new Error(`${error.message}\n${this.process.output}`);
    };
    await this.elder.sees(screen).catch(told);
    return this;
  }
}

// A loudspeaker that nobody hears.
function silence(processes) {
  const path = processes.path('silence.conf');
  writeFileSync(path, 'pcm.!default { type null }\nctl.!default { type null }\n');
  return { ALSA_CONFIG_PATH: path };
}
