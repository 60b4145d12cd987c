// SPDX-License-Identifier: GPL-3.0-or-later
// What a member of the family does and sees in a call, on the page in a browser.
import { barsSeen, codeSeen, lookAt, pictureIn } from './code_picture.js';
import { strongest } from './pitch.js';
import { HUNG_MS, until } from './wait.js';

const [COLUMNS, ROWS] = [140, 30]; // enough to tell the bars apart

export class Phone {
  constructor(page, telephone, member) {
    Object.assign(this, { page, telephone, member });
  }
  press(name) {
    return this.page.getByRole('button', { name, exact: true }).click();
  }
  untilIs(state) {
    return this.page.waitForSelector(`.call-view[data-state=${state}]`, { timeout: HUNG_MS });
  }
  // Without a word to anybody: its page is killed.
  async dies() {
    const control = await this.telephone.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    control.send('Page.crash').catch(() => {});
    await crashed;
  }
  async closesCall() {
    await this.press('返回');
    await this.page.waitForSelector('.call-view', { state: 'detached' });
  }

  // Until a screenshot shows the kiosk's bars.
  untilShowsKiosk() {
    return until('the kiosk’s bars on the telephone', async () => {
      const box = await (await this.page.$('.call-tile[data-party=resident].pictured'))?.boundingBox();
      if (!box) return false;
      return barsSeen(lookAt(await this.page.screenshot(), pictureIn([box.x, box.y, box.width, box.height])));
    });
  }
  // The others' pictures by their numbers, in order; then "bars" for the kiosk's, -1 for what is none of these.
  async pictures() {
    const all = await this.page.evaluate(readPictures, [COLUMNS, ROWS]);
    return all.map((pixels) => numberOf((x, y) => pixels[Math.floor(y * ROWS)][Math.floor(x * COLUMNS)])).sort();
  }
  tiles() {
    return this.page.locator('.call-tile.pictured').count();
  }

  // Until what comes from the kiosk sounds so.
  async untilSounds(hertz) {
    let heard = 0;
    const isSo = async () => Math.abs((heard = strongest(await this.page.evaluate(listen), 48000, 20)) - hertz) <= 20;
    await until(`${hertz} Hz from the telephone`, isSo, () => `There are ${heard} Hz.`);
  }
}

// Runs in the page: the newest samples of what the elder's side sends, at 48 kHz.
async function listen() {
  const { srcObject } = document.querySelector('.call-tile[data-party=resident] video');
  window.ear ??= new AudioContext({ sampleRate: 48000 });
  const analyser = new AnalyserNode(window.ear, { fftSize: 16384 });
  const source = window.ear.createMediaStreamSource(new MediaStream(srcObject.getAudioTracks()));
  source.connect(analyser);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  source.disconnect();
  return [...samples];
}

const numberOf = (look) => (barsSeen(look) ? 'bars' : codeSeen(look));

// Runs in the page: each picture of the others as rows of colours.
function readPictures([columns, rows]) {
  const canvas = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true });
  return [...document.querySelectorAll('.call-tile.pictured video')].map((video) => {
    canvas.drawImage(video, 0, 0, columns, rows);
    const { data } = canvas.getImageData(0, 0, columns, rows);
    const colour = (at) => [...data.slice(at * 4, at * 4 + 3)];
    return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (__, x) => colour(y * columns + x)));
  });
}
