// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer at a TCP port: keeps the picture of each slip it has cut, and can be without paper.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';

const STATUS = 0x12;
const [PAPER_STOP, PAPER_END, OFFLINE] = [0x20, 0x60, 0x08];

export class ReceiptPrinter {
  slips = []; // PBM, in the order they were cut
  hasPaper = true;
  #waiting = [];

  async start(processes) {
    this.server = createServer((socket) => this.#serve(socket));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    processes.also(() => this.server.close());
    return this;
  }
  get device() {
    return `tcp:127.0.0.1:${this.server.address().port}`;
  }

  // The n-th slip, from 0, once it is cut.
  slip(n) {
    if (this.slips[n]) return Promise.resolve(this.slips[n]);
    return new Promise((resolve) => this.#waiting.push({ n, resolve }));
  }

  #serve(socket) {
    let unread = Buffer.alloc(0);
    const paper = { pitch: 0, rows: [] };
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      unread = Buffer.concat([unread, bytes]);
      for (let used; (used = this.#command(unread, paper, socket)) > 0;) unread = unread.subarray(used);
    });
  }

  // How many bytes the first command has; 0: it is not whole yet.
  #command(bytes, paper, socket) {
    if (bytes.length < 2) return 0;
    const [first, second, third] = bytes;
    if (first === 0x1b && second === 0x40) return (paper.rows = []), 2;
    if (bytes.length < 3) return 0;
    if (first === 0x10 && second === 0x04) return socket.write(Buffer.from([this.#status(third)])), 3;
    if (first === 0x1b && second === 0x64) return 3;
    if (first === 0x1d && second === 0x56) return bytes.length < 4 ? 0 : (this.#cut(paper), 4);
    if (first === 0x1d && second === 0x76) return this.#raster(bytes, paper);
    throw new Error(`no printer knows ${bytes.subarray(0, 4).toString('hex')}`);
  }
  #status(what) {
    if (this.hasPaper) return STATUS;
    return STATUS | ({ 1: OFFLINE, 2: PAPER_STOP, 4: PAPER_END }[what] ?? 0);
  }
  #raster(bytes, paper) {
    if (bytes.length < 8) return 0;
    const [pitch, rows] = [bytes.readUInt16LE(4), bytes.readUInt16LE(6)];
    const size = 8 + pitch * rows;
    if (bytes.length < size) return 0;
    paper.pitch = pitch;
    if (this.hasPaper) paper.rows.push(Buffer.from(bytes.subarray(8, size)));
    return size;
  }
  #cut({ pitch, rows }) {
    if (!this.hasPaper) return;
    const dots = Buffer.concat(rows);
    this.slips.push(Buffer.concat([Buffer.from(`P4\n${pitch * 8} ${dots.length / pitch}\n`), dots]));
    this.#waiting = this.#waiting.filter(({ n, resolve }) => !this.slips[n] || resolve(this.slips[n]));
  }
}

// What a scanner reads off a slip.
export function scanned(slip) {
  const png = execFileSync('convert', ['pbm:-', '-bordercolor', 'white', '-border', '40', 'png:-'], { input: slip });
  return execFileSync('zbarimg', ['-q', '--raw', 'png:-'], { input: png, stdio: ['pipe', 'pipe', 'ignore'] }).toString().trim();
}
