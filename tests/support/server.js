// SPDX-License-Identifier: GPL-3.0-or-later
// A real anban-server with the demonstration community, on a free port of this machine.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SOURCE = fileURLToPath(new URL('../..', import.meta.url));
export const BUILD = process.env.ANBAN_BUILD ?? join(SOURCE, 'build/debug');
export const SERIAL = 'test-kiosk';

export class Server {
  // `port` 0: any free one, kept over restarts. `wrap`: a command that runs the server.
  constructor(
    processes,
    { folder = processes.path('server'), port = 0, args = [], wrap = [], env = process.env } = {},
  ) {
    Object.assign(this, { processes, folder, port, args, wrap, env });
    mkdirSync(folder, { recursive: true });
  }

  launch() {
    const own = ['--data', this.folder, '--port', String(this.port), '--web', join(SOURCE, 'src/web')];
    own.push('--script', join(BUILD, 'script'), '--say', join(BUILD, 'anban-say'), '--voices', join(BUILD, 'voices'));
    own.push('--picture', join(BUILD, 'anban-picture'));
    const demo = ['--demo', '--pictures', join(BUILD, 'assets'), '--approve-serial', SERIAL];
    const [command, ...args] = [...this.wrap, join(BUILD, 'anban-server'), ...own, ...demo, ...this.args];
    this.process = this.processes.start('anban-server', command, args, { env: this.env });
    return this.process;
  }

  async start() {
    const [, url, port] = await this.launch().says(/ready (http:\/\/[^\s:]+:(\d+))/);
    this.port = Number(port);
    this.url = url;
    return this;
  }

  get admin() {
    return { name: 'admin', password: readFileSync(join(this.folder, 'first-password'), 'utf8').trim() };
  }
}
