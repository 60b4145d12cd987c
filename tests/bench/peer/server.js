// SPDX-License-Identifier: GPL-3.0-or-later
// The peer that ./bench measures anban-server against: POST /api/v1/messages of the same contract (token, idempotency
// by the message's id, menu and cut-off, number of the day, order and events of both streams in one transaction) with
// the same durability (WAL, synchronous=FULL), built as it would be with Node, Fastify and better-sqlite3.
//   node server.js --db FILE --snapshot FILE --tokens FILE --mode single|group
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import fastify from 'fastify';
import { messageSchema } from './schema.js';

const { values: options } = parseArgs({
  options: {
    db: { type: 'string' },
    snapshot: { type: 'string' },
    tokens: { type: 'string' },
    mode: { type: 'string' },
  },
});

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const db = new Database(options.db);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('wal_autocheckpoint = 4000');
db.exec(`
  CREATE TABLE token (hash TEXT PRIMARY KEY, kiosk_id TEXT NOT NULL) STRICT;
  CREATE TABLE message (id TEXT PRIMARY KEY, hash TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
  CREATE TABLE "order" (id TEXT PRIMARY KEY, resident_id TEXT NOT NULL, date TEXT NOT NULL, meal TEXT NOT NULL,
    status TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX order_date ON "order" (date, meal);
  CREATE TABLE day (date TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
  CREATE TABLE stream (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
  CREATE TABLE event (stream TEXT, number INTEGER, kind TEXT NOT NULL, data TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (stream, number)) STRICT;
  INSERT INTO stream VALUES ('desk', 0), ('kiosks', 0);
`);
const addToken = db.prepare('INSERT INTO token VALUES (?, ?)');
for (const token of readFileSync(options.tokens, 'utf8').trim().split('\n')) addToken.run(sha256(token), 'kiosk');

const find = {
  token: db.prepare('SELECT kiosk_id FROM token WHERE hash = ?'),
  message: db.prepare('SELECT hash, answer FROM message WHERE id = ?'),
};
const keep = {
  message: db.prepare('INSERT INTO message VALUES (?, ?, ?)'),
  order: db.prepare('INSERT INTO "order" VALUES (?, ?, ?, ?, ?, ?, ?)'),
  day: db.prepare(
    'INSERT INTO day VALUES (?, 1) ON CONFLICT (date) DO UPDATE SET number = number + 1 RETURNING number',
  ),
  stream: db.prepare('UPDATE stream SET number = number + 1 WHERE name = ? RETURNING number'),
  event: db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)'),
};

const snapshot = JSON.parse(readFileSync(options.snapshot, 'utf8'));
const residents = new Map(snapshot.residents.map((resident) => [resident.id, resident]));
const dishes = new Map(snapshot.dishes.map((dish) => [dish.id, dish]));
const menus = new Map(snapshot.menus.map((menu) => [`${menu.date} ${menu.meal}`, new Set(menu.dishes)]));

function cutoff(order) {
  const midnight = Date.parse(`${order.date}T00:00:00Z`) - snapshot.site.utc_offset_min * 60000;
  return midnight + snapshot.site.hours[order.meal].cutoff_minute * 60000;
}

function refusal(order) {
  const menu = menus.get(`${order.date} ${order.meal}`);
  if (!residents.has(order.resident_id)) return 'unknown_resident';
  if (!menu || !order.items.every((item) => menu.has(item.dish_id))) return 'not_on_menu';
  return Date.now() > cutoff(order) ? 'cutoff' : '';
}

function accepted(order) {
  const payer = residents.get(order.resident_id);
  const items = order.items.map(({ dish_id, count }) => {
    const dish = dishes.get(dish_id);
    const price_fen = Math.round((dish.price_fen * (100 - payer.subsidy_percent)) / 100);
    return { dish_id, name: dish.name, count, price_fen };
  });
  const total_fen = items.reduce((sum, item) => sum + item.count * item.price_fen, 0);
  return { ...order, items, status: 'accepted', number: keep.day.get(order.date).number, total_fen, reason: '' };
}

function append(stream, data) {
  keep.event.run(stream, keep.stream.get(stream).number, 'order', data, Date.now());
}

// Inside a transaction. The answer to a message, the same for every repeat of it.
function take(message, hash) {
  const before = find.message.get(message.id);
  if (before) return before.hash === hash ? [200, before.answer] : [422, '{"error":{"code":"other_body"}}'];
  const reason = refusal(message.body);
  const order = reason ? null : accepted(message.body);
  if (order) {
    const body = JSON.stringify(order);
    keep.order.run(order.id, order.resident_id, order.date, order.meal, order.status, order.number, body);
    append('desk', body);
    append('kiosks', body);
  }
  const answer = JSON.stringify({ id: message.id, accepted: !reason, reason, ...(order && { order }) });
  keep.message.run(message.id, hash, answer);
  return [200, answer];
}

const single = db.transaction(take);
const group = db.transaction((jobs) => jobs.map((job) => take(job.message, job.hash)));

// Group commit: what has come in during one turn of the event loop is committed together.
let waiting = [];
function commitWaiting() {
  const jobs = waiting;
  waiting = [];
  const answers = group(jobs);
  jobs.forEach((job, index) => job.resolve(answers[index]));
}
function inGroup(message, hash) {
  if (waiting.length === 0) setImmediate(commitWaiting);
  return new Promise((resolve) => waiting.push({ message, hash, resolve }));
}

const app = fastify({ bodyLimit: 65536 });
app.addHook('onRequest', async (request, reply) => {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token || !find.token.get(sha256(token))) return reply.code(401).send({ error: { code: 'unauthorized' } });
});
app.post('/api/v1/messages', { schema: { body: messageSchema } }, async (request, reply) => {
  const hash = sha256(JSON.stringify(request.body));
  const taking = options.mode === 'group' ? inGroup : single;
  const [status, answer] = await taking(request.body, hash);
  return reply.code(status).type('application/json').send(answer);
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
console.log(address);
