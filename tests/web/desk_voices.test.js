// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody lends a voice on the desk page: consent, line by line into a microphone, files from elsewhere, and takes it
// back; and a name is read as it should be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hearing } from '../support/desk.js';
import { DeskPage } from '../support/desk_page.js';
import { RATE, speech, writeSpeech } from '../support/speaker.js';
import { wavOf } from '../../src/web/desk/wav.js';

const desk = new DeskPage();
const dialog = () => desk.page.locator('dialog');
const toSay = () => desk.page.locator('.to-say').innerText();
const voices = async () => (await desk.get('/api/v1/voices')).voices;
let voice;

before(async () => {
  await desk.start((processes) => hearing(writeSpeech(processes.path('speech.wav'))));
});
after(() => desk.close());

async function script() {
  return (await desk.get(`/api/v1/voices/${voice.id}/script`)).lines;
}

test('a speaker is written down with what they agreed to', async () => {
  await desk.go('voices');
  await desk.page.getByText('还没有人录过声音').waitFor();
  await desk.key('请一位说话人').click();
  await dialog().getByLabel('怎么称呼').fill('李奶奶');
  assert.match(await dialog().getByLabel('说话人同意的话').inputValue(), /随时收回/);
  await dialog().getByRole('button', { name: '保存' }).click();
  assert.equal(await dialog().count(), 1, 'nothing is saved without the consent');
  await dialog().getByLabel('说话人听过，本人同意').check();
  await dialog().getByRole('button', { name: '保存' }).click();
  await desk.page.getByRole('heading', { name: '李奶奶 的声音' }).waitFor();
  [voice] = await voices();
  assert.deepEqual([voice.speaker, voice.locale, voice.in_use], ['李奶奶', 'zh_CN', false]);
  assert.match(voice.consent.words, /我愿意让闸弄口社区助老中心/);
});

// Opens the microphone when it isn't.
async function beginToSpeak() {
  const open = desk.page.locator('.speak', { hasText: '打开话筒' });
  if (await open.count()) await open.click();
  await desk.page.locator('.speak', { hasText: /开始说|再说一遍/ }).click();
  await desk.page.locator('.speak.stop').waitFor();
}
async function speak(ms = 2200) {
  await beginToSpeak();
  await desk.page.waitForTimeout(ms); // so long somebody speaks
  await desk.page.locator('.speak.stop').click();
}

test('a line is said into the microphone, checked, and heard', async () => {
  await desk.page.getByRole('button', { name: '服务台收到了，请您别走开，马上有人来' }).click();
  await speak();
  await desk.page.getByText('录好了。').waitFor();
  const line = (await script()).find((one) => one.text.startsWith('服务台收到了，请您'));
  assert.ok(line.clip.ms > 1000 && line.clip.ms <= line.most_ms, `${line.clip.ms} ms`);
  const level = await desk.page.locator('.level').getAttribute('aria-valuenow');
  assert.ok(Number(level) > -100, level);
  await desk.key('听一听').click();
});

test('the next line that is missing comes next; what was said is marked', async () => {
  const before = await toSay();
  await desk.key('下一句').click();
  assert.notEqual(await toSay(), before);
  await desk.page.getByLabel(/^全部 \d+$/).check();
  await desk.page.locator('.script-lines .said').waitFor();
});

test('a line that takes too short or too long is told kindly, and is not taken', async () => {
  const lines = await script();
  const path = (line) => `/api/v1/voices/${voice.id}/clips/${line.id}`;
  const headers = { 'Content-Type': 'audio/wav' };
  const body = Buffer.from(wavOf([speech({ seconds: 0.3 })], RATE));
  const long = lines.find((line) => line.text.length > 15);
  const answer = await desk.admin.ask({ method: 'PUT', path: path(long), headers, body });
  assert.deepEqual([answer.status, answer.json.error.code], [422, 'sound_short']);
  const chosen = { name: `${long.id}.wav`, mimeType: 'audio/wav', buffer: body };
  await desk.page.getByText('已经在别处录好了？').click();
  await desk.page.locator('.import input[type=file]').setInputFiles([chosen, { ...chosen, name: 'what.wav' }]);
  await dialog().getByText('好像没有说完整').waitFor();
  await dialog().getByText('文件名不是清单里的编号').waitFor();
  await dialog().getByRole('button', { name: '知道了' }).click();
});

test('files from elsewhere are taken by their names', async () => {
  const lines = await script();
  const files = lines
    .filter((line) => line.often && !line.clip)
    .slice(0, 2)
    .map((line, n) => ({
      name: `${line.id}.wav`,
      mimeType: 'audio/wav',
      buffer: Buffer.from(wavOf([speech({ seconds: Math.min(1.2, line.most_ms / 2000), hz: 180 + 40 * n })], RATE)),
    }));
  await desk.page.locator('.import input[type=file]').setInputFiles(files);
  await dialog().getByText('2 个文件里，2 个已收下').waitFor();
  await dialog().getByRole('button', { name: '知道了' }).click();
  assert.equal((await script()).filter((line) => line.clip).length, 3);
});

test('the list of lines can be taken along', async () => {
  await desk.page.getByText('已经在别处录好了？').click();
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.key('下载句子清单').click()]);
  assert.match(download.suggestedFilename(), /李奶奶 zh_CN\.csv/);
});

test('who goes to another line while speaking has said neither', async () => {
  await desk.page.getByRole('button', { name: '服务台收到了，请您别走开，马上有人来' }).click();
  const before = (await script()).filter((line) => line.clip);
  await beginToSpeak();
  await desk.key('下一句').click();
  assert.equal(await desk.page.locator('.speak.stop').count(), 0);
  await desk.page.locator('.speak', { hasText: '开始说' }).waitFor();
  assert.deepEqual((await script()).filter((line) => line.clip), before);
});

test('what the server cannot take now is kept with its line and sent again', async () => {
  const line = desk.page.getByRole('button', { name: '服务台收到了，请您别走开，马上有人来' });
  const refusal = { error: { code: 'busy', sentence: '' } };
  const kept = [];
  await desk.page.route('**/clips/*', (route) => {
    kept.push(route.request().postDataBuffer());
    return kept.length === 1 ? route.fulfill({ status: 503, json: refusal }) : route.continue();
  });
  await line.click();
  await speak();
  await desk.page.getByText('服务器正忙').waitFor();
  await desk.key('下一句').click();
  assert.equal(await desk.key('再送一次').count(), 0);
  await line.click();
  await desk.key('再送一次').click();
  await desk.page.getByText('录好了。').waitFor();
  assert.ok(kept[0].equals(kept[1]));
  assert.equal(await desk.key('再送一次').count(), 0);
  await desk.page.unroute('**/clips/*');
});

test('who leaves before the microphone is open leaves it closed', async () => {
  await desk.go('voices');
  await desk.go(`voices?id=${voice.id}`);
  await desk.page.evaluate(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const allowed = new Promise((resolve) => (window.allow = resolve));
    mediaDevices.getUserMedia = async (wanted) => {
      await allowed;
      delete mediaDevices.getUserMedia;
      return (window.microphone = await open(wanted));
    };
  });
  await desk.page.locator('.speak', { hasText: '打开话筒' }).click();
  await desk.go('voices');
  await desk.page.evaluate(() => window.allow());
  await desk.page.waitForFunction(() => window.microphone?.active === false);
  await desk.go(`voices?id=${voice.id}`);
});

test('a recording is deleted, the voice is put in use, and its speaker takes it back', async () => {
  await desk.page.getByLabel(/^全部 \d+$/).check();
  await desk.page.getByRole('button', { name: '服务台收到了，请您别走开，马上有人来' }).click();
  await desk.key('删掉这一段').click();
  await desk.page.getByText('已删掉。').waitFor();
  await desk.go('voices');
  await desk.page.getByLabel('在终端上用这个声音').check();
  await desk.notice('终端这就换上 李奶奶 的声音');
  assert.equal((await voices())[0].in_use, true);
  await desk.key('收回同意').click();
  await dialog().getByText('2 段录音').waitFor();
  await dialog().getByRole('button', { name: '收回同意' }).click();
  await desk.page.getByText('还没有人录过声音').waitFor();
  assert.deepEqual(await voices(), []);
});

test('a name is written as it is read, tried, kept and removed', async () => {
  await desk.go('readings');
  await desk.key('加一个读音').click();
  await dialog().locator('input[name=word]').fill('乐清');
  await dialog().getByLabel('拼音').fill('yuè');
  await dialog().getByRole('button', { name: '保存' }).click();
  await dialog().getByText('没有成功').waitFor();
  await dialog().getByLabel('拼音').fill('yuè qīng');
  const heard = desk.page.waitForResponse('**/api/v1/hear');
  await dialog().getByRole('button', { name: '听一听' }).click();
  const answer = await heard;
  assert.deepEqual([answer.status(), answer.headers()['content-type']], [200, 'audio/wav']);
  await dialog().getByRole('button', { name: '保存' }).click();
  await desk.page.getByText('yue4 qing1').waitFor();
  await desk.key('修改“乐清”的读音').click();
  await dialog().getByRole('button', { name: '删除' }).first().click();
  await desk.page.locator('dialog').last().getByRole('button', { name: '删除' }).click();
  await desk.page.getByText('还没有写过读音').waitFor();
});

test('readings come from a table and go into one', async () => {
  await desk.go('imports?what=readings');
  const good = '\ufeff词,拼音\r\n单老师,shan4 lao3 shi1\r\n乐清,yue4 qing1\r\n';
  const file = { name: '读音.csv', mimeType: 'text/csv', buffer: Buffer.from(good) };
  await desk.page.locator('input[type=file]').setInputFiles(file);
  await desk.page.getByText('2 行全部正确').waitFor();
  await desk.page.locator('.key.main', { hasText: '导入' }).click();
  await desk.page.locator('.done', { hasText: '已导入' }).waitFor();
  await desk.go('readings');
  await desk.page.getByText('shan4 lao3 shi1').waitFor();
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.key('导出表格').click()]);
  assert.equal(download.suggestedFilename(), '读音.csv');
});

test('the page broke none of its own rules on the way', () => {
  assert.deepEqual(desk.complaints, []);
});
