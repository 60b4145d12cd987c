// SPDX-License-Identifier: GPL-3.0-or-later
// The family page in a telephone's browser against a scripted server, with the elder's side in another browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { textsBelow } from '../support/contrast.js';
import { FakeCalls, MEMBER, RESIDENT, TOKEN } from '../support/fake_calls.js';
import { openPhone } from '../support/phone.js';
import { Processes } from '../support/processes.js';
import { until } from '../support/wait.js';

const processes = new Processes();
let fake, phone, page, elder;

before(async () => {
  fake = await new FakeCalls().start();
  processes.also(() => fake.close());
  phone = await openPhone(processes);
  page = await phone.open(`${fake.url}/family#${TOKEN}`);
  await page.waitForSelector('.card h1');
  elder = await (await openPhone(processes, { look: {} })).open(`${fake.url}/elder`);
  await elder.waitForFunction(() => window.elder);
  await until('both streams', () => fake.streams.size === 2);
});
after(() => processes.close());
afterEach(async () => {
  await elder.evaluate(() => window.elder.hangUp());
  await page.waitForSelector('.call-view:is([data-state=talking], [data-state=ringing])', { state: 'detached' });
  const close = page.getByRole('button', { name: '返回' });
  if (await close.count()) await close.click();
});

const seen = (state) => page.waitForSelector(`.call-view[data-state=${state}]`);
const press = (name) => page.getByRole('button', { name, exact: true }).click();
const elderCalls = (media) =>
  elder.evaluate(([id, kind]) => window.elder.place({ kind: 'family', id }, kind), [MEMBER.id, media]);
const elderIs = (state) => elder.waitForFunction((name) => window.elder.state().name === name, state);
const pictures = () => page.evaluate(() => [...document.querySelectorAll('.call-tile.pictured')].length);

test('the token leaves the address at once, and the elder is shown', async () => {
  assert.equal(page.url(), `${fake.url}/family`);
  assert.equal(await page.textContent('.card h1'), RESIDENT.name);
  assert.equal(await page.textContent('.reach'), '现在可以接通');
});

test('whether the elder can be reached is told as it changes', async () => {
  fake.tellAll('reach', { resident: { id: RESIDENT.id, reachable: false } });
  await page.getByText('现在不在终端旁边').waitFor();
  fake.tellAll('reach', { resident: { id: RESIDENT.id, reachable: true } });
  await page.getByText('现在可以接通').waitFor();
});

test('the last place was taken before she joined: she hears of it at once, not after half a minute', async () => {
  const refusal = { error: { code: 'settled', sentence: '' } };
  await page.route('**/api/v1/calls?*', (route) => {
    const { call_id, media, purpose } = route.request().postDataJSON();
    const busy = { call_id, media, purpose, state: 'over', reason: 'busy', members: [] };
    return route.fulfill({ json: { ...busy, joinable: crypto.randomUUID() } });
  });
  await page.route('**/signals?*', (route) => route.fulfill({ status: 409, json: refusal }));
  await press('视频通话');
  await press('加入他们的通话');
  await page.getByText('没有接通').waitFor();
  await page.unrouteAll();
});

test('the elder calls: it rings, is answered, both see and hear each other, the elder hangs up', async () => {
  await elderCalls('video');
  await seen('ringing');
  assert.ok((await page.evaluate(() => window.tones)) > 0, 'it is heard');
  assert.deepEqual(await page.evaluate(() => window.trembled), [400, 200, 400, 200, 400]);
  await press('接听');
  await seen('talking');
  await until('the picture', pictures);
  await elderIs('talking');
  await elder.evaluate(() => window.elder.hangUp());
  await seen('over');
  await page.getByText('通话结束').waitFor();
});

test('the daughter calls: the ringing tone, then sound and picture; she hangs up', async () => {
  await press('视频通话');
  await page.getByText('那边已经响铃').waitFor();
  await elder.evaluate(() => window.elder.accept('video'));
  await seen('talking');
  await until('the picture', pictures);
  await press('挂断');
  await elderIs('over');
});

test('declining ends it on both sides, and nothing is left to be read', async () => {
  await elderCalls('audio');
  await seen('ringing');
  await press('拒绝');
  await elderIs('over');
  assert.equal(await elder.evaluate(() => window.elder.state().reason), 'declined');
  await page.waitForSelector('.call-view', { state: 'detached' });
});

test('mute and camera are told to the elder and work on what is sent', async () => {
  await elderCalls('video');
  await press('接听');
  await seen('talking');
  await press('静音');
  await press('关闭镜头');
  const told = () => elder.evaluate(() => window.elder.state().others[0]?.told);
  await until('what is told', async () => (await told())?.microphone === false && (await told()).camera === false);
  await page.getByRole('button', { name: '打开镜头' }).waitFor();
  assert.equal(await page.isVisible('.call-own'), false);
});

test('a call that nobody answers offers a message, which is recorded and sent', async () => {
  await press('视频通话');
  await page.getByText('那边已经响铃').waitFor();
  await elder.evaluate(() => window.elder.decline());
  await page.getByText('现在不方便接听').waitFor();
  await press('留一段话');
  await page.getByText('正在录音').waitFor();
  await page.waitForFunction(() => document.querySelector('.recorder progress')?.value >= 1);
  await press('说完了');
  await page.getByText('已经送到').waitFor();
  const [, , bytes] = fake.posts.find(([, path]) => path === '/api/v1/voice_messages');
  assert.equal(bytes.subarray(0, 4).toString('hex'), '1a45dfa3', 'a WebM file');
});

test('the stream breaks in a call: nothing is lost, what was missed is fetched', async () => {
  await elderCalls('video');
  await press('接听');
  await seen('talking');
  fake.cutStreams();
  await until('the streams again', () => fake.streams.size === 2);
  await elder.evaluate(() => window.elder.hangUp());
  await seen('over');
});

test('the server cannot say at first what was missed: it is asked again', async () => {
  let refusals = 0;
  await page.route('**/api/v1/calls?device=*', (route) =>
    refusals++ < 2 ? route.fulfill({ status: 503, json: { error: { code: 'busy', sentence: '' } } }) : route.continue(),
  );
  await elderCalls('audio');
  await seen('ringing');
  await press('接听');
  await seen('talking');
  const before = fake.ended.size;
  refusals = 0;
  await page.route('**/events?*', (route) => route.abort());
  fake.cutStreams();
  await elder.evaluate(() => window.elder.hangUp());
  await until('the goodbye', () => fake.ended.size > before);
  await page.unroute('**/events?*');
  await seen('over');
  assert.equal(refusals, 3);
  await page.unrouteAll();
});

test('it ended while the stream was broken: that is found out', async () => {
  await elderCalls('video');
  await press('接听');
  await seen('talking');
  fake.cutStreams();
  await elder.evaluate(() => window.elder.hangUp());
  await seen('over');
});

test('the server is started anew in a call: the call is told to it again, and goes on', async () => {
  await elderCalls('video');
  await press('接听');
  await seen('talking');
  await elderIs('talking');
  fake.posts.length = 0;
  fake.forget();
  await until('the call again', () => fake.calls.size === 1);
  const [, , body] = fake.posts.find(([, path]) => path === '/api/v1/calls');
  assert.equal(body.resume, true);
  await press('挂断');
  await elderIs('over');
});

test('the elder’s side dies: it is said, and the call is over by itself when it does not come back', async () => {
  await elderCalls('audio');
  await press('接听');
  await seen('talking');
  await elderIs('talking');
  await elder.evaluate(() => window.dropMedia());
  await seen('reconnecting');
  await page.getByText('信号断了').waitFor();
});

test('a call that rings is found by a page that is opened meanwhile', async () => {
  await elderCalls('video');
  await seen('ringing');
  await page.reload();
  await seen('ringing');
});

for (const language of ['zh_CN', 'en'])
  test(`everything is readable on a telephone of 360 px (${language})`, async () => {
    await page.evaluate((chosen) => localStorage.setItem('anban.language', chosen), language);
    await page.reload();
    await page.waitForSelector('.card h1');
    await assertReadable();
    await elderCalls('video');
    await seen('ringing');
    await assertReadable();
    await page.locator('.call-key.go').click();
    await seen('talking');
    await assertReadable();
    await page.evaluate(() => localStorage.setItem('anban.language', 'zh_CN'));
    await page.reload();
    await page.waitForSelector('.card h1');
  });

async function assertReadable() {
  const { count, faults } = await page.evaluate(textsBelow, 4.5);
  assert.ok(count > 4, 'texts were measured');
  assert.deepEqual(faults, []);
  const beside = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.className),
  );
  assert.deepEqual(beside, [], 'nothing is beside the screen');
}

test('a link that has ended says so, and a pasted one opens', async () => {
  const other = await (await openPhone(processes)).open(`${fake.url}/family#an-old-token-that-has-ended`);
  await other.getByText('这个链接已经停用').waitFor();
  await other.fill('input[name=link]', 'nonsense');
  await other.getByRole('button', { name: '打开' }).click();
  await other.getByText('这不像一个家人链接').waitFor();
  await other.fill('input[name=link]', `${fake.url}/family#${TOKEN}`);
  await other.getByRole('button', { name: '打开' }).click();
  await other.waitForSelector('.card h1');
  await other.close();
});

test('the page broke none of its own rules on the way', () => assert.deepEqual(phone.complaints, []));
