// SPDX-License-Identifier: GPL-3.0-or-later
// A microphone for recording voices: unchanged samples, for what a browser does to make calls clearer makes a voice
// sound of tin.
import { decibelsOf, peakOf, wavOf } from './wav.js';

const MOST_SECONDS = 30;
const RAW = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

// onLevel(decibels, peak) twenty times a second while it is open. Fails when there is none or it is not allowed.
export async function openMicrophone(onLevel) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: RAW });
  const context = new AudioContext();
  await context.audioWorklet.addModule('/desk/microphone_worklet.js');
  const source = context.createMediaStreamSource(stream);
  const worklet = new AudioWorkletNode(context, 'anban-microphone', { numberOfOutputs: 0 });
  let parts = null;
  source.connect(worklet);
  worklet.port.onmessage = ({ data }) => {
    onLevel(decibelsOf(data), peakOf(data));
    if (parts && parts.length * data.length < MOST_SECONDS * context.sampleRate) parts.push(data);
  };
  await context.resume();

  function begin() {
    parts = [];
  }
  // The bytes of a WAV.
  function end() {
    const heard = parts ?? [];
    parts = null;
    return wavOf(heard, context.sampleRate);
  }
  // How loud the room is, in dB, over so many seconds.
  async function listenToRoom(seconds) {
    parts = [];
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const levels = parts.map(decibelsOf).sort((one, other) => one - other);
    parts = null;
    return levels[Math.floor(levels.length / 2)];
  }
  function close() {
    stream.getTracks().forEach((track) => track.stop());
    context.close();
  }
  return { begin, end, listenToRoom, close };
}
