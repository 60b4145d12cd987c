// SPDX-License-Identifier: GPL-3.0-or-later
// The pixels of a virtual display as they stand at this moment: Xvfb keeps them in a file (-fbdir), so looking costs
// the programs that draw nothing.
import { closeSync, openSync, readSync } from 'node:fs';

const HEAD_WORDS = 25; // of an XWD header, in big endian

export class Framebuffer {
  constructor(path) {
    this.file = openSync(path, 'r');
    const head = Buffer.alloc(HEAD_WORDS * 4);
    readSync(this.file, head, 0, head.length, 0);
    const word = (index) => head.readUInt32BE(index * 4);
    this.width = word(4);
    this.height = word(5);
    this.line = word(12);
    this.begin = word(0) + word(19) * 12; // header, then the colour map
  }

  // "#rrggbb" at a place.
  colour(x, y) {
    const bytes = Buffer.alloc(4);
    readSync(this.file, bytes, 0, 4, this.begin + y * this.line + x * 4);
    return '#' + bytes.readUInt32LE(0).toString(16).padStart(8, '0').slice(2);
  }

  // All pixels of the rows from `y` on, to be compared with another look.
  rows(y = 0, count = this.height) {
    const bytes = Buffer.alloc(this.line * count);
    readSync(this.file, bytes, 0, bytes.length, this.begin + y * this.line);
    return bytes;
  }

  close() {
    closeSync(this.file);
  }
}
