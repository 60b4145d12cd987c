// SPDX-License-Identifier: GPL-3.0-or-later
// A room to call in: a real server, a real kiosk whose camera and microphone are test sources, a loudspeaker that can be
// heard, and telephones of the family, each with a picture and a tone of its own.
import { randomUUID } from 'node:crypto';
import { signIn } from './account.js';
import { Phone } from './call_phone.js';
import { codeSeen, lookOnDisplay, pictureIn, writeFilm } from './code_picture.js';
import { startDisplay } from './display.js';
import { node } from './door.js';
import { Kiosk } from './kiosk.js';
import { openPhone } from './phone.js';
import { untilHeard, writeBeeps } from './pitch.js';
import { Processes } from './processes.js';
import { JI } from './residents.js';
import { Server } from './server.js';
import { startSound } from './sound.js';
import { until } from './wait.js';

export const KIOSK_HERTZ = 440;
export const PHONE_HERTZ = [620, 880, 1040, 1300, 1500];

export class CallRoom {
  processes = new Processes();

  // `settings`: of the kiosk, over those of the test; `server`: options of Server; `between(url)` → the address by which
  // the kiosk reaches it.
  async start({ settings = {}, server = {}, between = (url) => url } = {}) {
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
    await this.learnMembers();
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
    const page = await telephone.open(await this.linkOf(member));
    await page.waitForSelector('.card h1');
    return new Phone(page, telephone, member);
  }

  async learnMembers() {
    this.members = (await this.admin.ask({ path: `/api/v1/family/members?resident_id=${this.ji.id}` })).json.members;
  }
  // One more of the family.
  async addMember(name, relation) {
    const member = { id: randomUUID(), resident_id: this.ji.id, name, relation, portrait: '', auto_answer: false };
    await this.admin.ask({ method: 'PUT', path: `/api/v1/family/members/${member.id}`, body: member });
    await this.learnMembers();
  }
  async linkOf(member) {
    const path = `/api/v1/family/members/${member.id}/link`;
    return (await this.admin.ask({ method: 'POST', path, body: {} })).json.url;
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
    return this.lookAtPictures(codeSeen);
  }
  // What `see(look)` says of each picture of the others on the kiosk's screen.
  async lookAtPictures(see) {
    const tree = await this.elder.seesThat('a page', () => true);
    const films = tree.nodes.filter((one) => one.name.startsWith('video.') && one.name !== 'video.self' && one.film);
    const pixels = this.display.pixels();
    const seen = films.map((one) => see(lookOnDisplay(pixels, pictureIn(one.px))));
    pixels.close();
    return seen;
  }
  untilKioskShows(...numbers) {
    let seen = [];
    const isSo = async () => (seen = (await this.picturesOnKiosk()).sort()).join() === numbers.join();
    return until(`the pictures ${numbers} on the kiosk`, isSo, () => `There are: ${seen}`);
  }
  untilKioskSounds(hertz) {
    return untilHeard(this.ears, hertz, 'the kiosk’s loudspeaker');
  }
  untilKioskIs(screen) {
    return this.elder.sees(screen);
  }
  async keyOf(name) {
    return node(await this.elder.seesThat(`the key ${name}`, (tree) => node(tree, name)), name);
  }
}

function codeFilm(path, n) {
  writeFilm(`${path}.y4m`, n);
  return `${path}.y4m`;
}
