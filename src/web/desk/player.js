// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the bytes of a sound; the newest takes the place of the one before.

export function createPlayer() {
  let context = null;
  let source = null;

  function stop() {
    source?.stop();
    source = null;
  }
  // gainCb: tenths of a decibel. Settled when it is over.
  async function play(bytes, gainCb = 0) {
    context ??= new AudioContext();
    stop();
    const buffer = await context.decodeAudioData(bytes);
    const gain = new GainNode(context, { gain: 10 ** (gainCb / 200) });
    const own = new AudioBufferSourceNode(context, { buffer });
    source = own;
    own.connect(gain).connect(context.destination);
    return new Promise((resolve) => {
      own.onended = resolve;
      own.start();
    });
  }
  return { play, stop };
}
