// SPDX-License-Identifier: GPL-3.0-or-later
// A call for help leaves the server: by a signed webhook, and by mail that is never in the clear; what came of it is a
// step of the call, and stands at the desk.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ask, newKiosk, signIn } from '../support/account.js';
import { Processes } from '../support/processes.js';
import { HookReceiver, MailServer, subjectOf } from '../support/receivers.js';
import { JI } from '../support/residents.js';
import { Server } from '../support/server.js';
import { until } from '../support/wait.js';

const LI = { name: '网格员老李', address: 'li@anban.example' };
const processes = new Processes();
const hook = new HookReceiver();
const mail = new MailServer(processes);
let server, admin, kiosk, ji;

function configFor(mailServer) {
  const config = processes.path('server.conf');
  writeFileSync(
    config,
    `[outbound]\nwebhook = ${hook.url}\nwebhook_secret = whsec_${hook.secret}\nprivate_addresses = yes\n` +
      `ca_file = ${mail.certificate}\n[mail]\nserver = ${mailServer}\nfrom = desk@anban.example\nto = test@anban.example\n`,
  );
  return ['--config', config];
}

before(async () => {
  await Promise.all([hook.start(), mail.start()]);
  server = await new Server(processes, { args: configFor(mail.url) }).start();
  admin = await signIn(server.url, server.admin);
  kiosk = await newKiosk(server.url, admin, 'a kiosk');
  const { json } = await admin.ask({ path: '/api/v1/residents' });
  ji = json.residents.find(({ name }) => name === JI.name);
});
after(() => {
  hook.stop();
  mail.stop();
  return processes.close();
});

async function told(...addresses) {
  const rule = { from_minute: 0, to_minute: 0, after_s: 0, target: 'person', contact: 0, name: LI.name };
  const rules = addresses.map((address) => ({ ...rule, address }));
  const body = { resident_id: ji.id, rules };
  assert.equal((await admin.ask({ method: 'PUT', path: '/api/v1/help_rules', body })).status, 204);
}
async function press() {
  const help_id = randomUUID();
  const body = { id: randomUUID(), kind: 'help.raise', made_at: Date.now(), body: { help_id, resident_id: ji.id } };
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  assert.equal((await ask(server.url, { method: 'POST', path: '/api/v1/messages', body, headers })).status, 200);
  return help_id;
}
const close = (id) =>
  admin.ask({ method: 'POST', path: `/api/v1/help/${id}/close`, body: { ending: 'helped' } });
async function stepsOf(id) {
  const { json } = await admin.ask({ path: `/api/v1/help/${id}` });
  return json.steps.map(({ kind, way, who }) => [kind, way, who].filter(Boolean).join(' '));
}
async function wayOf(name) {
  const { json } = await admin.ask({ path: '/api/v1/ways' });
  return json.ways.find(({ way }) => way === name);
}

test('each way is proven after a start, and the desk sees it', async () => {
  await until('the tests', () => hook.heard.length > 0 && mail.mails.length > 0);
  assert.equal(hook.heard[0].what, 'test');
  assert.match(mail.mails[0], /To: <test@anban.example>/);
  for (const way of ['webhook', 'mail']) await until(`that ${way} works`, async () => (await wayOf(way)).sent_at > 0);
});

test('a press is told by both, signed and under TLS, and each is a step', async () => {
  await told(LI.address);
  const id = await press();
  const isThis = ({ help }) => help?.help_id === id;
  await until('both messages', () => hook.heard.filter(isThis).length === 2 && mail.mails.length === 2);
  const heard = hook.heard.filter(isThis);
  assert.deepEqual(heard.map(({ what }) => what).sort(), ['help.raise', 'help.tell']);
  assert.ok(heard.every(({ isSigned }) => isSigned));
  assert.equal(heard.find(({ what }) => what === 'help.tell').to.name, LI.name);
  assert.match(mail.mails[1], /To: <li@anban.example>/);
  assert.match(subjectOf(mail.mails[1]), new RegExp(`呼救.*${JI.name}`));
  await until('the steps', async () => (await stepsOf(id)).filter((step) => step.startsWith('sent')).length === 3);
  const steps = await stepsOf(id);
  for (const step of [`sent mail ${LI.name}`, `sent webhook ${LI.name}`, 'sent webhook']) assert.ok(steps.includes(step), step);
  await close(id);
});

test('what a receiver refuses is told as failed, and comes again with the same id until it is taken', async () => {
  await told();
  hook.status = 500;
  const id = await press();
  await until('the failure', async () => (await stepsOf(id)).includes('failed webhook'));
  assert.match((await wayOf('webhook')).error, /500/);
  hook.status = 204;
  await until('that it is sent', async () => (await stepsOf(id)).includes('sent webhook'));
  const ids = hook.heard.filter(({ help }) => help?.help_id === id).map((one) => one.id);
  assert.ok(ids.length > 1);
  assert.equal(new Set(ids).size, 1);
  await close(id);
});

test('a mail server that offers no TLS hears nothing but the greeting', async () => {
  const open = await new MailServer(processes, { knowsTls: false }).start();
  await server.process.kill();
  server.args = configFor(open.url);
  await server.start();
  admin = await signIn(server.url, server.admin);
  await told(LI.address);
  const id = await press();
  await until('the failure', async () => (await stepsOf(id)).includes(`failed mail ${LI.name}`));
  assert.equal(open.mails.length, 0);
  assert.ok(!open.said.some((line) => /^(MAIL|RCPT|DATA|AUTH)/i.test(line)), open.said.join(' | '));
  assert.ok((await wayOf('mail')).waiting > 0);
  open.stop();
});
