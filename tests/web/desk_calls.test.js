// SPDX-License-Identifier: GPL-3.0-or-later
// The desk calls whoever pressed for help, or a resident by request.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { textsBelow } from '../support/contrast.js';
import { ask } from '../support/account.js';
import { FAKE_DEVICES } from '../support/phone.js';
import { DeskPage } from '../support/desk_page.js';
import { openKioskPage } from '../support/kiosk_page.js';
import { JI } from '../support/residents.js';

let desk, ji, elder, kiosk;
before(async () => {
  desk = await new DeskPage().start(() => FAKE_DEVICES);
  ji = await desk.residentNamed(JI.name);
  ({ page: elder, kiosk } = await openKioskPage(desk.processes, desk.server.url, desk.admin, ji));
});
after(() => desk.close());
afterEach(async () => {
  await elder.evaluate(() => window.elder.hangUp());
  await desk.page.waitForSelector('.call-view:is([data-state=talking], [data-state=ringing])', { state: 'detached' });
  const close = desk.key('返回');
  if (await close.count()) await close.click();
});

const seen = (state) => desk.page.waitForSelector(`.call-view[data-state=${state}]`);
const elderIs = (state) => elder.waitForFunction((name) => window.elder.state().name === name, state);
const pictured = () => desk.page.waitForSelector('.call-tile.pictured');

async function pressForHelp() {
  const made_at = Date.now();
  const help = { help_id: randomUUID(), resident_id: ji.id };
  const body = { id: randomUUID(), kind: 'help.raise', made_at, body: help };
  const headers = { Authorization: `Bearer ${kiosk.token}` };
  const answer = await ask(desk.server.url, { method: 'POST', path: '/api/v1/messages', body, headers });
  assert.equal(answer.status, 200, answer.text);
}

test('a resident who is at a kiosk is called by the key beside the name', async () => {
  await desk.go('residents');
  await desk.key(`与 ${JI.name} 视频通话`).click();
  await seen('calling');
  await elderIs('ringing');
  await elder.evaluate(() => window.elder.accept('video'));
  await seen('talking');
  await pictured();
  await desk.key('挂断').click();
  await elderIs('over');
  await desk.page.getByText('通话结束').waitFor();
});

test('nobody has a key who is at no kiosk', async () => {
  assert.equal(await desk.page.getByRole('button', { name: /^与 .* 视频通话$/ }).count(), 1);
});

test('a kiosk is called by the key beside it, whoever stands there', async () => {
  await desk.go('kiosks');
  await desk.key(/^与 .* 视频通话$/).click();
  await seen('calling');
  await elderIs('ringing');
  assert.equal(await elder.evaluate(() => window.elder.state().call.caller.kind), 'staff');
  await desk.key('挂断').click();
  await elderIs('over');
  await desk.go('residents');
});

const DESK = { kind: 'staff', id: '00000000-0000-0000-0000-000000000000' };
const ringDesk = () => elder.evaluate((to) => window.elder.place(to, 'video'), DESK);

test('a resident rings the desk, and who is there answers', async () => {
  await ringDesk();
  await seen('ringing');
  await desk.page.locator('.call-head h1', { hasText: JI.name }).waitFor();
  await desk.key('接听').last().click();
  await seen('talking');
  await elderIs('talking');
  await desk.key('挂断').click();
  await elderIs('over');
});

test('who rang in vain stands over every view until it was seen', async () => {
  await ringDesk();
  await seen('ringing');
  await elder.evaluate(() => window.elder.hangUp());
  const line = desk.page.locator('.missed-calls p', { hasText: JI.name });
  await line.getByText('没有人接').waitFor();
  const { faults } = await desk.page.evaluate(textsBelow, 4.5);
  assert.deepEqual(faults, []);
  await line.getByRole('button', { name: /知道了/ }).click();
  await line.waitFor({ state: 'detached' });
  await desk.page.reload();
  await desk.page.waitForSelector('.ways a');
  assert.equal(await line.count(), 0);
});

test('after a press for help, one key takes it and calls; the band stays above the call', async () => {
  await pressForHelp();
  await desk.key('和长者通话').click();
  await elderIs('ringing');
  assert.equal(await elder.evaluate(() => window.elder.state().call.purpose), 'help');
  await elder.evaluate(() => window.elder.accept('video'));
  await seen('talking');
  const band = desk.page.locator('.help .call', { hasText: '已接手' });
  await band.waitFor();
  const { count, faults } = await desk.page.evaluate(textsBelow, 4.5);
  assert.ok(count > 5);
  assert.deepEqual(faults, []);
  // In one go: the words of the call are written anew each second.
  const room = await desk.page.evaluate(() => {
    const place = (selector) => document.querySelector(selector).getBoundingClientRect();
    return place('.call-head h1').top - place('.help .call').bottom;
  });
  assert.ok(room >= 0, 'the band covers no word of the call');
  await desk.key('已处理完').click();
  await desk.page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await band.waitFor({ state: 'detached' });
  await seen('talking');
});

test('who presses while the page still asks what is open stands in the band, and stays there', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const answerLate = async (route) => {
    const response = await route.fetch();
    await pressForHelp();
    await held;
    await route.fulfill({ response });
  };
  await desk.page.route('**/api/v1/help', answerLate, { times: 1 });
  await desk.page.reload();
  await desk.key('我来处理').waitFor();
  const askedAgain = desk.page.waitForRequest('**/api/v1/help');
  release();
  await askedAgain;
  await desk.key('我来处理').click();
  await desk.key('已处理完').click();
  await desk.page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await desk.page.locator('.help .call').waitFor({ state: 'detached' });
});

test('the call of the help is in the list of who called and looked', async () => {
  await desk.key(`${JI.name} 的档案`).click();
  await desk.page.getByText('谁打来、谁看过').click();
  await desk.page.getByText('求助后通话').waitFor();
  await desk.key('取消').click();
});

test('the page broke none of its own rules on the way', () => assert.deepEqual(desk.complaints, []));
