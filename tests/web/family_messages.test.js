// SPDX-License-Identifier: GPL-3.0-or-later
// Messages on the family page, in a telephone's browser against a scripted server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FakeCalls, MEMBER, RESIDENT, TOKEN } from '../support/fake_calls.js';
import { openPhone } from '../support/phone.js';
import { Processes } from '../support/processes.js';
import { RATE, speech } from '../support/speaker.js';
import { wavOf } from '../../src/web/desk/wav.js';

const processes = new Processes();
let fake, phone, page;

// Runs in the page before its own code: window.heard are the streams of the microphone, and nobody allows it before
// window.allow() is called.
function holdMicrophone() {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const allowed = new Promise((resolve) => (window.allow = resolve));
  window.heard = [];
  mediaDevices.getUserMedia = async (wanted) => {
    await allowed;
    const stream = await open(wanted);
    window.heard.push(stream);
    return stream;
  };
}

before(async () => {
  fake = await new FakeCalls().start();
  processes.also(() => fake.close());
  phone = await openPhone(processes);
  await phone.context.addInitScript(holdMicrophone);
  page = await phone.open(`${fake.url}/family#${TOKEN}`);
  await page.waitForSelector('.card h1');
});
after(() => processes.close());

const key = (name) => page.getByRole('button', { name, exact: true });
const sent = () => fake.posts.filter(([, path]) => path === '/api/v1/voice_messages').map(([, , bytes]) => bytes);
const openMicrophones = () => page.evaluate(() => window.heard.filter((stream) => stream.active).length);

test('who taps twice is recorded once, and what is dropped is dropped', async () => {
  await key('留言').dblclick();
  await page.evaluate(() => window.allow());
  await page.getByText('正在录音').waitFor();
  assert.equal(await openMicrophones(), 1);
  await key('不留了').click();
  assert.equal(await openMicrophones(), 0);
  assert.deepEqual(sent(), []);
});

test('a message that could not be sent waits, also when the key for a message is pressed again', async () => {
  const refusal = { error: { code: 'busy', sentence: '' } };
  await page.route('**/voice_messages?to_kind=*', (route) => route.fulfill({ status: 503, json: refusal }), { times: 1 });
  await key('留言').click();
  await key('说完了').click();
  await key('再送一次').waitFor();
  await key('留言').click();
  await key('再送一次').click();
  await page.getByText('已经送到').waitFor();
  assert.equal(sent().length, 1);
});

// The elder has left a message of so many seconds.
async function leaveMessage(id, seconds) {
  const body = Buffer.from(wavOf([speech({ seconds, quiet: 0 })], RATE));
  await page.route(`**/voice_messages/${id}?as=family`, (route) => route.fulfill({ body, contentType: 'audio/wav' }));
  const from = { kind: 'resident', id: RESIDENT.id };
  const to = { kind: 'family', id: MEMBER.id };
  fake.messages.unshift({ id, resident_id: RESIDENT.id, from, to, made_at: Date.now(), heard_at: 0, seconds });
  fake.tellAll('voice.message', {});
  await page.locator(`audio[src*="${id}"]`).waitFor();
}
const play = (id) => page.locator(`audio[src*="${id}"]`).evaluate((player) => player.play());

test('a message that plays goes on when another comes', async () => {
  await leaveMessage('first', 20);
  await play('first');
  await leaveMessage('second', 1);
  const player = await page.locator('audio[src*="first"]').elementHandle();
  const at = await player.evaluate(({ currentTime }) => currentTime);
  await page.waitForFunction(([one, before]) => !one.paused && one.currentTime > before + 0.2, [player, at]);
});

test('a message that could not be fetched can be played later', async () => {
  await leaveMessage('fourth', 0.3);
  await page.route('**/voice_messages/fourth?as=family', (route) => route.fulfill({ status: 404 }), { times: 1 });
  const player = await page.locator('audio[src*="fourth"]').elementHandle();
  await player.evaluate((one) => one.play().catch(() => null));
  await page.waitForFunction((one) => !one.isConnected, player);
  await play('fourth');
});

test('that a message was heard is told again when the server could not take it', async () => {
  const refusal = { error: { code: 'busy', sentence: '' } };
  await leaveMessage('third', 0.3);
  await page.route('**/third/heard?*', (route) => route.fulfill({ status: 503, json: refusal }), { times: 1 });
  const row = page.locator('li', { has: page.locator('audio[src*="third"]') });
  await row.getByText('新').waitFor();
  await play('third');
  await row.getByText('新').waitFor({ state: 'detached' });
  assert.ok(fake.messages[0].heard_at > 0);
});

test('the page broke none of its own rules on the way', () => assert.deepEqual(phone.complaints, []));
