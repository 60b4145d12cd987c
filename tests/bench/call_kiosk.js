// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk in calls with a telephone's Chromium, for what such calls cost: both have the same film before the camera.
import { execFileSync } from 'node:child_process';
import { signIn } from '../support/account.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { JI } from '../support/residents.js';
import { until } from '../support/wait.js';
import { openBrowser } from './call_browser.js';

const DEAF_MS = 1000; // a face is deaf so long after the touch before
const BARS = ['videotestsrc', 'pattern=smpte75', 'horizontal-speed=4', 'num-buffers=60'];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// The kiosk's test:bars, for a browser's camera.
export function filmBars(path, { width, height }) {
  const shape = `video/x-raw,format=I420,width=${width},height=${height},framerate=30/1`;
  execFileSync('gst-launch-1.0', ['-q', ...BARS, '!', shape, '!', 'y4menc', '!', 'filesink', `location=${path}`]);
  return path;
}

// Runs in the page: answers as soon as it rings; resolves when that is done, in ms since 1970.
function answerAtOnce() {
  return new Promise((resolve) => {
    const look = () => {
      const key = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '接听');
      if (!key) return requestAnimationFrame(look);
      key.click();
      resolve(Date.now());
    };
    look();
  });
}

const filmOf = (tree) => tree.nodes.find((one) => one.film && one.name !== 'video.self');

export class KioskCalls {
  async start(processes, display, server, { film, ...size }) {
    const own = { camera: 'test:bars', microphone: 'test:440', loudspeaker: 'none', ...size };
    const args = Object.entries(own).flatMap(([key, value]) => ['--set', `call.${key}=${value}`]);
    Object.assign(this, { display, kiosk: new Kiosk(processes, display, server.url, { args }) });
    await this.kiosk.start();
    this.elder = this.kiosk.elder;
    const admin = await signIn(server.url, server.admin);
    const ji = (await admin.ask({ path: '/api/v1/residents' })).json.residents.find((one) => one.name === JI.name);
    const path = `/api/v1/family/members?resident_id=${ji.id}`;
    [this.member] = (await admin.ask({ path })).json.members;
    const link = await admin.ask({ method: 'POST', path: `/api/v1/family/members/${this.member.id}/link`, body: {} });
    this.phone = await openBrowser(processes, film);
    this.page = await this.phone.context.newPage();
    await this.page.goto(link.json.url);
    await this.elder.signsIn(JI);
    await this.page.getByText('现在可以接通').waitFor();
    await this.elder.taps('tile.family');
    return this;
  }
  get pid() {
    return this.kiosk.process.child.pid;
  }
  get otherPid() {
    return this.phone.pid;
  }

  // The finger on the face; she answers at once; her picture stands there. In ms from the one to the next.
  async call() {
    const name = `member.${this.member.id}`;
    const [x, y, width, height] = node(await this.elder.seesThat(name, (one) => node(one, name)?.enabled), name).px;
    const answering = this.page.evaluate(answerAtOnce);
    await pause(DEAF_MS);
    const tapped = Date.now();
    await this.display.tap(Math.round(x + width / 2), Math.round(y + height / 2));
    await this.sees(filmOf);
    const seen = Date.now();
    const answered = await answering;
    return { ring: answered - tapped, connect: seen - answered, all: seen - tapped };
  }

  // With what the kiosk itself says, should her picture not come.
  sees(fits) {
    return this.elder.seesThat('her picture', fits).catch((error) => {
      const { end, output } = this.kiosk.process;
      throw new Error(`${error.message}\nThe kiosk's end: ${JSON.stringify(end)}\n${output.slice(-2000)}`);
    });
  }

  async hangUp() {
    await this.elder.taps('hang_up');
    await this.elder.taps('good');
    await this.page.getByRole('button', { name: '返回', exact: true }).click();
    await this.elder.sees('family');
  }

  // Until something in her picture moves.
  async moves() {
    const [x, y, width, height] = filmOf(await this.sees(filmOf)).px;
    const pixels = this.display.pixels();
    const colours = (_, n) => pixels.colour(x + ((width * n) >> 6), y + ((height * (n & 7)) >> 3));
    const look = () => Array.from({ length: 64 }, colours).join();
    const frozen = look();
    await until('a picture that moves', () => look() !== frozen);
    pixels.close();
  }
}
