// SPDX-License-Identifier: GPL-3.0-or-later
// A room to call in: a real server, a real kiosk whose camera and microphone are test sources, a loudspeaker that can be
// heard, and telephones of the family, each with a picture and a tone of its own.
import { signIn } from './account.js';
import { lookAt, lookOnDisplay, barsSeen, codeSeen, writeFilm } from './code_picture.js';
import { startDisplay } from './display.js';
import { node } from './door.js';
import { Kiosk } from './kiosk.js';
import { openPhone } from './phone.js';
import { strongest, writeBeeps } from './pitch.js';
import { Processes } from './processes.js';
import { JI } from './residents.js';
import { Server } from './server.js';
import { startSound } from './sound.js';
import { until } from './wait.js';

const EAR_RATE = 16000;
export const KIOSK_HERTZ = 440;
export const PHONE_HERTZ = [620, 880, 1040, 1300];
export const CONNECT_MS = 30000; // on a machine that has much else to do

export class CallRoom {
  // `settings`: of the kiosk, over those of the test; `server`: options of Server; `between(url)` → the address by which
  // the kiosk reaches it.
  async start({ settings = {}, server = {}, between = (url) => url } = {}) {
    this.processes = new Processes();
    this.server = await new Server(this.processes, server).start();
    this.admin = await signIn(this.server.url, this.server.admin);
    this.display = await startDisplay(this.processes);
    this.sound = await startSound(this.processes);
    this.ears = this.sound.listen();
    const small = { 'call.width': 320, 'call.height': 240 }; // so that a busy machine keeps up
    const sources = { 'call.camera': 'test:bars', 'call.microphone': `test:${KIOSK_HERTZ}` };
    const own = { ...small, ...sources, ...settings };
    const args = Object.entries(own).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    const url = await between(this.server.url);
    this.kiosk = await new Kiosk(this.processes, this.display, url, { sound: this.sound, args }).start();
    this.elder = this.kiosk.elder;
    const { residents } = (await this.admin.ask({ path: '/api/v1/residents' })).json;
    this.ji = residents.find((one) => one.name === JI.name);
    this.members = (await this.admin.ask({ path: `/api/v1/family/members?resident_id=${this.ji.id}` })).json.members;
    return this;
  }
  close() {
    return this.processes.close();
  }

  // The telephone of the n-th member of the family, with the page open. `filmed(path, n, member)` writes what its camera
  // sees and returns the file, named for its format. `before(context)`: what is done before the page is opened; `look`:
  // of openPhone.
  async phone(n = 0, { filmed = codeFilm, before, look } = {}) {
    const member = this.members[n];
    const beeps = this.processes.path(`beeps-${n}.wav`);
    const film = await filmed(this.processes.path(`film-${n}`), n, member);
    writeBeeps(beeps, PHONE_HERTZ[n]);
    const args = [`--use-file-for-fake-video-capture=${film}`, `--use-file-for-fake-audio-capture=${beeps}`];
    const telephone = await openPhone(this.processes, { args: [...args, '--allow-loopback-in-peer-connection'], look });
    await before?.(telephone.context);
    const path = `/api/v1/family/members/${member.id}/link`;
    const { url } = (await this.admin.ask({ method: 'POST', path, body: {} })).json;
    const page = await telephone.open(url);
    await page.waitForSelector('.card h1');
    return new Phone(page, telephone, member);
  }

  // The elder stands in front of the kiosk, and every telephone shows it.
  async elderComes(...phones) {
    await this.elder.signsIn(JI);
    for (const phone of phones) await phone.page.getByText('现在可以接通').waitFor();
  }
  async elderCalls(member) {
    await this.elder.taps('tile.family');
    await this.elder.taps(`member.${member.id}`);
  }

  // The pictures that stand on the kiosk's screen now, by their numbers; -1 for one that is none.
  async picturesOnKiosk() {
    const tree = await this.elder.seesThat('a page', () => true);
    const films = tree.nodes.filter((one) => one.name.startsWith('video.') && one.name !== 'video.self' && one.film);
    const pixels = this.display.pixels();
    const seen = films.map((one) => codeSeen(lookOnDisplay(pixels, pictureIn(one.px))));
    pixels.close();
    return seen;
  }
  untilKioskShows(...numbers) {
    let seen = [];
    const isSo = async () => (seen = (await this.picturesOnKiosk()).sort()).join() === numbers.join();
    return until(`the pictures ${numbers} on the kiosk`, CONNECT_MS, isSo, () => `There are: ${seen}`);
  }
  untilKioskSounds(hertz) {
    let heard = 0;
    let newest = [];
    const isSo = () => {
      newest = [...newest, ...this.ears.heard()].slice(-EAR_RATE);
      return newest.length === EAR_RATE && Math.abs((heard = strongest(newest, EAR_RATE, 20)) - hertz) <= 20;
    };
    return until(`${hertz} Hz from the kiosk's loudspeaker`, CONNECT_MS, isSo, () => `There are ${heard} Hz.`);
  }
  untilKioskIs(screen, ms = CONNECT_MS) {
    return this.elder.sees(screen, ms);
  }
  async keyOf(name) {
    return node(await this.elder.seesThat(`the key ${name}`, (tree) => node(tree, name)), name);
  }
}

function codeFilm(path, n) {
  writeFilm(`${path}.y4m`, n);
  return `${path}.y4m`;
}

// A picture of 4 : 3 as large as it goes into a box.
function pictureIn([x, y, width, height]) {
  const [across, down] = [Math.min(width, (height * 4) / 3), Math.min(height, (width * 3) / 4)];
  return [x + (width - across) / 2, y + (height - down) / 2, across, down];
}

class Phone {
  constructor(page, telephone, member) {
    Object.assign(this, { page, telephone, member });
  }
  press(name) {
    return this.page.getByRole('button', { name, exact: true }).click();
  }
  untilIs(state, ms = CONNECT_MS) {
    return this.page.waitForSelector(`.call-view[data-state=${state}]`, { timeout: ms });
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
    return until('the kiosk’s bars on the telephone', CONNECT_MS, async () => {
      const box = await this.page.locator('.call-tile[data-party=resident].pictured').boundingBox();
      if (!box) return false;
      return barsSeen(lookAt(await this.page.screenshot(), pictureIn([box.x, box.y, box.width, box.height])));
    });
  }
  tiles() {
    return this.page.locator('.call-tile.pictured').count();
  }

  // Until what comes from the kiosk sounds so.
  async untilSounds(hertz) {
    let heard = 0;
    const isSo = async () => Math.abs((heard = strongest(await this.page.evaluate(listen), 48000, 20)) - hertz) <= 20;
    await until(`${hertz} Hz from the telephone`, CONNECT_MS, isSo, () => `There are ${heard} Hz.`);
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
