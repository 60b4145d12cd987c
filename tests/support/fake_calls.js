// SPDX-License-Identifier: GPL-3.0-or-later
// The family page's files and a server for them that does what the test says: sessions, streams, and calls whose signals
// are handed on as docs/openapi.yaml tells, with nothing kept on any disk.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('../../src/web', import.meta.url));
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png' };
const POLICY =
  "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export const RESIDENT = { id: randomUUID(), name: '𠮷玉兰', portrait: '' };
export const MEMBER = { id: randomUUID(), name: '周慧', relation: '女儿', portrait: '' };
export const TOKEN = 'a-good-token-of-the-daughter';

export class FakeCalls {
  streams = new Map(); // device → {party, response}
  calls = new Map();
  ended = new Set();
  posts = []; // [method, path, body] of every request that changes something
  messages = [];
  log = [];
  isDown = false;
  reachable = true;

  async start() {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }
  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  async answer(request, response) {
    const parts = [];
    for await (const part of request) parts.push(part);
    const url = new URL(request.url, this.url);
    if (this.isDown && url.pathname.startsWith('/api/')) return response.destroy();
    if (url.pathname === '/elder') return this.elder(response);
    if (!url.pathname.startsWith('/api/')) return this.file(url.pathname, response);
    const bytes = Buffer.concat(parts);
    const body = request.headers['content-type'] === 'application/json' ? JSON.parse(bytes) : bytes;
    if (request.method !== 'GET') this.posts.push([request.method, url.pathname, body]);
    const [answer, status = 200] = this.route(request, url, body, response) ?? [{ error: { code: 'not_found' } }, 404];
    if (answer === 'stream') return undefined;
    return response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  }

  file(path, response) {
    const file = `${WEB}${path === '/family' ? '/family/index.html' : path}`;
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[file.split('.').at(-1)] ?? 'application/json';
    return response
      .writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': POLICY })
      .end(readFileSync(file));
  }

  // The elder's side: an empty page with the module beside this file.
  elder(response) {
    const module = fileURLToPath(new URL('elder_page.js', import.meta.url));
    const page = `<!doctype html><script>window.residentId='${RESIDENT.id}'</script><script type="module">`;
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`${page}${readFileSync(module)}</script>`);
  }

  route(request, url, body, response) {
    const { pathname, searchParams } = url;
    const route = `${request.method} ${pathname}`;
    if (route === 'POST /api/v1/family/session') return this.signIn(body, response);
    if (!/anban_family=1/.test(request.headers.cookie ?? '') && searchParams.get('as') === 'family')
      return [{ error: { code: 'no_session', sentence: '' } }, 401];
    if (route === 'GET /api/v1/family/session') return [this.session()];
    if (pathname.endsWith('/events')) return this.stream(searchParams, pathname, response);
    if (route === 'GET /api/v1/calls/ice') return [{ ice_servers: [], relay_only: false }];
    if (route === 'GET /api/v1/call_log') return [{ calls: this.log }];
    if (route === 'GET /api/v1/voice_messages') return [{ messages: this.messages }];
    if (route === 'POST /api/v1/voice_messages') return [{ id: searchParams.get('message_id') }];
    const heard = /^POST \/api\/v1\/voice_messages\/([^/]+)\/heard$/.exec(route);
    if (heard) return this.hear(heard[1]);
    if (route === 'GET /api/v1/calls') return [this.live(searchParams)];
    if (route === 'POST /api/v1/calls') return this.place(body);
    const signal = /^POST \/api\/v1\/calls\/([^/]+)\/signals$/.exec(route);
    return signal ? this.signal(signal[1], body) : undefined;
  }

  signIn({ token }, response) {
    if (token !== TOKEN) return [{ error: { code: 'no_link', sentence: '' } }, 401];
    response.setHeader('Set-Cookie', 'anban_family=1; Path=/; HttpOnly; SameSite=Strict');
    return [this.session()];
  }
  session() {
    return { member: MEMBER, resident: { ...RESIDENT, reachable: this.reachable }, event: 1, utc_offset_min: 480 };
  }

  hear(id) {
    this.messages.find((one) => one.id === id).heard_at = Date.now();
    return [{}];
  }

  stream(query, path, response) {
    const device = query.get('device');
    const isKiosk = path.includes('/kiosk/');
    const party = isKiosk
      ? { kind: 'resident', id: RESIDENT.id }
      : { kind: 'family', id: query.get('member') ?? MEMBER.id };
    this.streams.set(device, { party, response });
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.on('close', () => this.streams.get(device)?.response === response && this.streams.delete(device));
    this.tell(device, 'hello', { now: Date.now() });
    return ['stream'];
  }
  tell(device, kind, data) {
    this.streams.get(device)?.response.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
  }
  tellAll(kind, data) {
    for (const device of this.streams.keys()) this.tell(device, kind, data);
  }
  cutStreams() {
    for (const { response } of this.streams.values()) response.destroy();
    this.streams.clear();
  }
  // As a server that was started anew.
  forget() {
    this.calls.clear();
    this.cutStreams();
  }

  devicesOf({ kind, id }) {
    return [...this.streams]
      .filter(([, one]) => one.party.kind === kind && one.party.id === id)
      .map(([device]) => device);
  }

  place({ call_id, device, from, to, media, purpose, resume, members, seq = 0 }) {
    if (this.ended.has(call_id)) return [{ error: { code: 'settled', sentence: '' } }, 409];
    const known = this.calls.get(call_id);
    if (known) return [known.call];
    const member = (party, own) => ({ party, name: nameOf(party), relation: '', device: own, state: 'ringing' });
    const call = { call_id, resident_id: RESIDENT.id, kiosk_id: '', media, purpose, state: 'ringing', reason: '' };
    Object.assign(call, { made_at: Date.now(), answered_at: 0, over_at: 0, caller: from });
    call.members = members ?? [member(from, device), member(to, '')];
    if (resume) call.state = 'talking';
    const devices = this.devicesOf(to);
    if (!resume && devices.length === 0) return [{ ...call, state: 'over', reason: 'unreachable' }];
    const one = { call, signals: [], seq: resume ? seq + 1000 : 0 };
    this.calls.set(call_id, one);
    if (!resume) this.add(one, { kind: 'ring', from, device, data: {}, call }, devices);
    return [call];
  }

  add(one, signal, devices) {
    const whole = { call_id: one.call.call_id, seq: ++one.seq, to_device: '', ...signal };
    one.signals.push(whole);
    for (const device of devices) this.tell(device, 'call', structuredClone(whole));
  }

  signal(id, { device, kind, to_device = '', data = {} }) {
    const one = this.calls.get(id);
    if (!one) return [{ error: { code: 'not_found', sentence: '' } }, 404];
    const { call } = one;
    const from = this.streams.get(device)?.party;
    const all = call.members.flatMap(({ party }) => this.devicesOf(party)).filter((other) => other !== device);
    if (kind === 'accept' || kind === 'join') this.enter(call, from, device);
    const isEnd = kind === 'decline' || kind === 'bye';
    const changed = isEnd || kind === 'accept' || kind === 'join' ? { call } : {};
    this.add(one, { kind, from, device, to_device, data, ...changed }, to_device ? [to_device] : all);
    if (isEnd) this.end(one, kind === 'decline' ? 'declined' : call.answered_at ? 'hung_up' : 'cancelled');
    return [{ seq: one.seq }];
  }
  enter(call, party, device) {
    Object.assign(call, { state: 'talking', answered_at: call.answered_at || Date.now() });
    const mine = call.members.find((one) => one.party.id === party.id);
    if (mine) mine.device = device;
    else call.members.push({ party, name: nameOf(party), relation: '', device, state: 'talking' });
    for (const member of call.members) if (member.device) member.state = 'talking';
  }
  end(one, reason) {
    Object.assign(one.call, { state: 'over', reason, over_at: Date.now() });
    const all = one.call.members.flatMap(({ party }) => this.devicesOf(party));
    this.add(one, { kind: 'over', device: '', data: { reason }, call: one.call }, all);
    this.calls.delete(one.call.call_id);
    this.ended.add(one.call.call_id);
  }
  live(query) {
    const after = Number(query.get('after'));
    const party = this.streams.get(query.get('device'))?.party;
    const mine = [...this.calls.values()].filter(({ call }) => call.members.some((one) => one.party.id === party?.id));
    return {
      calls: mine.map(({ call, signals }) => ({ call, signals: signals.filter((signal) => signal.seq > after) })),
    };
  }
}

function nameOf({ kind, id }) {
  if (kind === 'resident') return RESIDENT.name;
  return id === MEMBER.id ? MEMBER.name : '周明';
}
