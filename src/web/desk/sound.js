// SPDX-License-Identifier: GPL-3.0-or-later
// The call of a help key: two calm, carrying tones made here, repeated while somebody waits. A browser stays silent until
// the page was touched once, so isAllowed() tells and allow() is called from a click.

const TONES_HZ = [880, 660];
const TONE_SECONDS = 0.35;
const REPEAT_MS = 2000;

export function createSound(context) {
  let repeating = 0;

  function tone(frequency, at) {
    const oscillator = context.createOscillator();
    const loudness = context.createGain();
    oscillator.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.5, at + 0.03);
    loudness.gain.linearRampToValueAtTime(0, at + TONE_SECONDS);
    oscillator.connect(loudness).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + TONE_SECONDS);
  }
  function call() {
    if (context.state === 'running')
      TONES_HZ.forEach((frequency, n) => tone(frequency, context.currentTime + n * TONE_SECONDS));
  }
  return {
    isAllowed: () => context.state === 'running',
    allow: () => context.resume(),
    onChange: (listener) => context.addEventListener('statechange', listener),
    ring() {
      if (repeating) return;
      call();
      repeating = setInterval(call, REPEAT_MS);
    },
    stop() {
      clearInterval(repeating);
      repeating = 0;
    },
  };
}
