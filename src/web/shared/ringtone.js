// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard before a call: a small melody where it rings (and the telephone trembles), the ringing tone for who waits.
// A browser stays silent until the page was touched once, so isAllowed() tells and allow() is called from a click.

const BELL = { notes: [659, 784, 988, 784, 988], seconds: 0.22, loudness: 0.4, everyMs: 3000 };
const RINGBACK = { notes: [450], seconds: 1, loudness: 0.12, everyMs: 5000 };
const TREMBLE = [400, 200, 400, 200, 400];

export function createRingtone(context = new AudioContext()) {
  const silent = context.createMediaStreamDestination();
  let playing = null;
  let repeating = 0;

  function note(frequency, at, { seconds, loudness }) {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + seconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }
  function sound() {
    if (playing === BELL) navigator.vibrate?.(TREMBLE);
    if (context.state !== 'running') return;
    playing.notes.forEach((frequency, n) => note(frequency, context.currentTime + n * playing.seconds, playing));
  }
  function play(tone) {
    if (playing === tone) return;
    stop();
    playing = tone;
    sound();
    repeating = setInterval(sound, tone.everyMs);
  }
  function stop() {
    if (playing === BELL) navigator.vibrate?.(0);
    playing = null;
    clearInterval(repeating);
  }
  return {
    isAllowed: () => context.state === 'running',
    allow: () => context.resume(),
    onChange: (listener) => context.addEventListener('statechange', listener),
    ring: () => play(BELL),
    ringBack: () => play(RINGBACK),
    stop,
    // A track of sound in which nothing is to be heard.
    silence: () => silent.stream.getAudioTracks()[0],
  };
}
