// SPDX-License-Identifier: GPL-3.0-or-later
// The processes of one test and the folder they live in: all are ended and the folder is removed by close().
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HUNG_MS, until } from './wait.js';


class Process {
  constructor(name, command, args, options) {
    this.name = name;
    this.output = '';
    this.child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [this.child.stdout, this.child.stderr, ...this.child.stdio.slice(3)])
      stream?.on('data', (bytes) => (this.output += bytes));
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => resolve((this.end = { code, signal })));
      this.child.on('error', (error) => resolve((this.end = { error })));
    });
  }

  get alive() {
    return !this.end;
  }

  // The match of `pattern` in what the process has written since `from`.
  says(pattern, from = 0) {
    const look = () => pattern.exec(this.output.slice(from)) ?? (this.end && ['', undefined]);
    return until(`${this.name} to write ${pattern}`, look, () => this.output).then((match) => {
      if (match[0] === '') throw new Error(`${this.name} ended (${JSON.stringify(this.end)}): ${this.output}`);
      return match;
    });
  }

  // Without a chance to say goodbye.
  async kill() {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  // As Ctrl-C or an init system would; returns how it ended.
  async stop(signal = 'SIGTERM') {
    if (this.alive) this.child.kill(signal);
    const late = setTimeout(() => {
      this.late = true;
      this.child.kill('SIGKILL');
    }, HUNG_MS);
    await this.ended;
    clearTimeout(late);
    if (this.late) throw new Error(`${this.name} did not stop in ${HUNG_MS / 1000} s: ${this.output}`);
    return this.end;
  }
}

export class Processes {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'anban-'));
    this.started = [];
    this.ends = [];
  }

  start(name, command, args = [], options = {}) {
    const process = new Process(name, command, args, options);
    this.started.push(process);
    return process;
  }

  path(name) {
    return join(this.folder, name);
  }

  // Something else that ends with these, before them.
  also(end) {
    this.ends.push(end);
  }

  async close() {
    for (const end of this.ends.reverse()) await end();
    for (const process of this.started.reverse()) if (process.alive) await process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
