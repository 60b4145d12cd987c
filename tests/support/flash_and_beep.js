// SPDX-License-Identifier: GPL-3.0-or-later
// Flashes of light, each with a beep at the same moment, before a camera and a microphone; and how far apart the two are
// where they arrive.
import { createSocket } from 'node:dgram';

const EVERY_MS = 1000;
const LASTS_MS = 200;
const FRAME_MS = 1000 / 30;
const CHUNK_MS = 10;
const HERTZ = 1000;
const RATE = 48000;
const SIZE = { width: 160, height: 120 }; // a grey picture of it fits a datagram
const LOUD = 2000;
const QUIET_MS = 300; // a beep is new after that much quiet

const isOn = (ms) => ms % EVERY_MS < LASTS_MS;

// Settings of a kiosk that sees and hears what startFlashes sends. GStreamer stamps what comes with its arrival, as it
// does for devices: sources of GStreamer's own each begin their time when they are opened.
export function flashSettings({ picture, sound }) {
  const { width, height } = SIZE;
  const source = (port) => `gst:udpsrc address=127.0.0.1 port=${port} do-timestamp=true caps=`;
  return {
    'call.camera': `${source(picture)}video/x-raw,format=GRAY8,width=${width},height=${height},framerate=30/1`,
    'call.microphone': `${source(sound)}audio/x-raw,format=S16LE,rate=${RATE},channels=1,layout=interleaved`,
  };
}

// Sends until the processes end; gives back the ports.
export async function startFlashes(processes) {
  const ports = { picture: await freePort(), sound: await freePort() };
  const socket = createSocket('udp4');
  const grey = (level) => Buffer.alloc(SIZE.width * SIZE.height, level);
  const [dark, bright] = [grey(20), grey(230)];
  const begin = performance.now();
  let [frames, chunks] = [0, 0];
  const send = setInterval(() => {
    const now = performance.now() - begin;
    for (; chunks * CHUNK_MS <= now; chunks++) socket.send(chunk(chunks * CHUNK_MS), ports.sound, '127.0.0.1');
    const due = Math.floor(now / FRAME_MS + 0.01);
    if (due < frames) return;
    frames = due + 1;
    socket.send(isOn(Math.round(due * FRAME_MS)) ? bright : dark, ports.picture, '127.0.0.1');
  }, 2);
  processes.also(() => {
    clearInterval(send);
    socket.close();
  });
  return ports;
}

function chunk(ms) {
  const samples = new Int16Array((RATE * CHUNK_MS) / 1000);
  if (isOn(ms)) samples.forEach((_, n) => (samples[n] = 12000 * Math.sin((2 * Math.PI * HERTZ * n) / RATE)));
  return Buffer.from(samples.buffer);
}

async function freePort() {
  const socket = createSocket('udp4');
  await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

// Runs in a page before its own code: its camera flashes, and its microphone beeps with it.
export function flashInPage([everyMs, lastsMs, hertz]) {
  navigator.mediaDevices.getUserMedia = async ({ audio, video }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const paper = canvas.getContext('2d');
    const ears = new AudioContext();
    const tone = new OscillatorNode(ears, { frequency: hertz });
    const gain = new GainNode(ears, { gain: 0 });
    const out = new MediaStreamAudioDestinationNode(ears);
    tone.connect(gain).connect(out);
    tone.start();
    let wasOn = false;
    setInterval(() => {
      const isOn = performance.now() % everyMs < lastsMs;
      if (isOn !== wasOn) gain.gain.setValueAtTime(isOn ? 0.4 : 0, ears.currentTime);
      wasOn = isOn;
      paper.fillStyle = isOn ? '#eee' : '#111';
      paper.fillRect(0, 0, 320, 240);
    }, 33);
    const tracks = [...(video ? canvas.captureStream(30).getTracks() : []), ...(audio ? out.stream.getTracks() : [])];
    return new MediaStream(tracks);
  };
}
export const FLASH_IN_PAGE = [EVERY_MS, LASTS_MS, HERTZ];

// Runs in a page: the moments, in ms since 1970, in which the elder's side flashes and beeps, for so long.
async function watchInPage([ms, quietMs]) {
  const video = document.querySelector('.call-tile[data-party=resident] video');
  const paper = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
  const [flashes, beeps] = [[], []];
  let wasBright = true;
  const look = (_, { expectedDisplayTime }) => {
    paper.drawImage(video, 0, 0, 8, 8);
    const isBright = paper.getImageData(4, 4, 1, 1).data[1] > 128;
    if (isBright && !wasBright) flashes.push(performance.timeOrigin + expectedDisplayTime);
    wasBright = isBright;
    video.requestVideoFrameCallback(look);
  };
  const ears = new AudioContext();
  const code = `registerProcessor('beeps', class extends AudioWorkletProcessor {
    process([[samples]]) {
      if (samples?.some((one) => Math.abs(one) > 0.05)) {
        if (Date.now() - (this.loudAt ?? 0) > ${quietMs}) this.port.postMessage(Date.now());
        this.loudAt = Date.now();
      }
      return true;
    }
  });`;
  await ears.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const hearing = new AudioWorkletNode(ears, 'beeps');
  hearing.port.onmessage = ({ data }) => beeps.push(data);
  const sound = ears.createMediaStreamSource(new MediaStream(video.srcObject.getAudioTracks()));
  sound.connect(hearing).connect(ears.destination);
  video.requestVideoFrameCallback(look);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await ears.close();
  return { flashes, beeps: beeps.slice(1) };
}
export const watchOnPhone = (page, ms) => page.evaluate(watchInPage, [ms, QUIET_MS]);

// The same at the kiosk: on its display, and from its loudspeaker.
export async function watchAtKiosk({ elder, display, sound }, ms) {
  const rate = 48000;
  const ears = sound.listen(rate);
  const film = (tree) => tree.nodes.find((one) => one.film && one.name !== 'video.self');
  const [x, y, width, height] = film(await elder.seesThat('a film', film)).px;
  const pixels = display.pixels();
  const [flashes, beeps] = [[], []];
  let [wasBright, loudAt] = [true, 0];
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 3))) {
    const now = Date.now();
    const isBright = parseInt(pixels.colour(x + (width >> 1), y + (height >> 1)).slice(3, 5), 16) > 128;
    if (isBright && !wasBright) flashes.push(now);
    wasBright = isBright;
    const heard = ears.heard();
    const loud = heard.findIndex((one) => Math.abs(one) > LOUD);
    if (loud < 0) continue;
    const at = now - ((heard.length - loud) * 1000) / rate;
    if (at - loudAt > QUIET_MS) beeps.push(at);
    loudAt = now;
  }
  pixels.close();
  return { flashes, beeps: beeps.slice(1) };
}

// How much later the beeps are than their flashes, in ms, in order.
export function skews({ flashes, beeps }) {
  const nearest = (flash) => beeps.reduce((best, one) => (Math.abs(one - flash) < Math.abs(best - flash) ? one : best));
  const all = beeps.length ? flashes.map((flash) => nearest(flash) - flash) : [];
  return all.filter((one) => Math.abs(one) < EVERY_MS / 2).sort((a, b) => a - b);
}
