// SPDX-License-Identifier: GPL-3.0-or-later
// A device that calls and is called over the server's own routes, without screen, sound or picture: a kiosk, or the
// telephone of somebody of the family.
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { ask } from './account.js';
import { HUNG_MS } from './wait.js';

export class Caller {
  // `headers`: who it is; `events`: the path of its stream; `me`: its party.
  constructor(headers, events, me) {
    Object.assign(this, { headers, events, me, device: randomUUID(), heard: [], waiting: [], seq: 0 });
  }

  // Follows the events; resolves at hello.
  async follow(url) {
    this.url = url;
    const path = `${this.events}?device=${this.device}`;
    this.stream = await new Promise((resolve, reject) => {
      get(new URL(path, url), { headers: this.headers }, resolve).on('error', reject);
    });
    let text = '';
    this.stream.on('error', () => {}); // the server was killed
    this.stream.on('data', (part) => {
      const whole = (text + part).split('\n\n');
      text = whole.pop();
      whole.forEach((one) => this.take(one));
    });
    await this.hears('hello');
  }

  take(text) {
    const event = /^event: (.*)$/m.exec(text)?.[1];
    if (!event) return;
    const data = JSON.parse(/^data: (.*)$/m.exec(text)[1]);
    if (event === 'call') this.seq = data.seq;
    this.heard.push({ event, data, at: performance.now() });
    this.waiting.forEach((look) => look());
  }

  // The next event of that kind, and signal, that was not taken yet.
  hears(event, kind) {
    const fits = (one) => one.event === event && (!kind || one.data.kind === kind);
    return new Promise((resolve, reject) => {
      const give = () => {
        const at = this.heard.findIndex(fits);
        if (at < 0) return;
        clearTimeout(late);
        this.waiting = this.waiting.filter((one) => one !== give);
        resolve(this.heard.splice(at, 1)[0]);
      };
      const late = setTimeout(() => reject(new Error(`${event} ${kind ?? ''} was not heard`)), HUNG_MS);
      this.waiting.push(give);
      give();
    });
  }

  post(path, body) {
    return ask(this.url, { method: 'POST', path, body: { device: this.device, ...body }, headers: this.headers });
  }

  place(call_id, to, more = {}) {
    const call = { call_id, from: this.me, to, media: 'video', purpose: 'talk', ...more };
    return this.post('/api/v1/calls', call);
  }

  say(call_id, kind, more = {}) {
    return this.post(`/api/v1/calls/${call_id}/signals`, { kind, ...more });
  }
}
