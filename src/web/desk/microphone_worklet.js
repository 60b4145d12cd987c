// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on the browser's audio thread: hands on what the microphone hears, a twentieth of a second at a time, as it came.
const PART_SECONDS = 0.05;

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.part = new Float32Array(Math.round(sampleRate * PART_SECONDS));
    this.filled = 0;
  }

  process([[heard]]) {
    for (const sample of heard ?? []) {
      this.part[this.filled++] = sample;
      if (this.filled === this.part.length) {
        this.port.postMessage(this.part);
        this.filled = 0;
      }
    }
    return true;
  }
}

registerProcessor('anban-microphone', Microphone);
