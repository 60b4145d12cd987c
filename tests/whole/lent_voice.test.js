// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody records a sentence on the desk page, and the elder in front of the kiosk hears it: through the real server, to the
// real kiosk's disk, out of its loudspeaker, without a restart. Taken back, it is gone from there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { signIn } from '../support/account.js';
import { samplesOf, shareHeard } from '../support/alike.js';
import { hearing, openBrowser, openDesk } from '../support/desk.js';
import { startDisplay } from '../support/display.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { BUILD, Server } from '../support/server.js';
import { startSound } from '../support/sound.js';
import { RATE, speech, writeSpeech } from '../support/speaker.js';
import { until } from '../support/wait.js';
import { wavOf } from '../../src/web/desk/wav.js';
import { uuid7 } from '../../src/web/shared/uuid.js';

const HEARD_RATE = 22050; // the kiosk's
const LEAST_HEARD = 0.95;
const run = promisify(execFile);
const processes = new Processes();
globalThis.crypto ??= webcrypto; // Debian 12's Node has it not of itself
const voice = uuid7(Date.now());
let server, admin, kiosk, elder, page, ears, spoken;

before(async () => {
  server = await new Server(processes).start();
  admin = await signIn(server.url, server.admin);
  const sound = await startSound(processes);
  kiosk = await new Kiosk(processes, await startDisplay(processes), server.url, { sound }).start();
  elder = kiosk.elder;
  ears = sound.listen(HEARD_RATE);
  const browser = await openBrowser(processes, hearing(writeSpeech(processes.path('speech.wav'), { quiet: 0.3 })));
  page = await openDesk(browser, server.url, server.admin);
});
after(() => processes.close());

const folder = () => join(kiosk.folder, 'voices', 'zh_CN', voice);
const clipCount = () =>
  existsSync(join(folder(), 'pack.json')) && JSON.parse(readFileSync(join(folder(), 'pack.json'))).clips.length;
const script = async () => (await admin.ask({ path: `/api/v1/voices/${voice}/script` })).json.lines;

// What anban-say makes of the sentence, with the voices of this folder.
async function said(packs) {
  const args = ['--locale', 'zh_CN', '--data', join(BUILD, 'voices'), ...packs, spoken];
  const { stdout } = await run(join(BUILD, 'anban-say'), args, { encoding: 'buffer', maxBuffer: 1 << 26 });
  return samplesOf(stdout);
}

test('a voice is lent, and the sentences of one page are found in its script', async () => {
  const consent = { date: '2026-11-25', words: '我同意。' };
  const body = { id: voice, speaker: '李奶奶', locale: 'zh_CN', licence: '只在本中心使用', consent, in_use: true };
  assert.equal((await admin.ask({ method: 'PUT', path: `/api/v1/voices/${voice}`, body })).status, 204);
  await elder.taps('clock');
  ({ spoken } = await elder.sees('who'));
  const lines = await script();
  for (const piece of spoken.split(/[。！？]/).filter(Boolean))
    assert.ok(
      lines.some((line) => line.text === piece),
      `the script has no line "${piece}"`,
    );
});

test('one is said into the browser, the others come as files', async () => {
  const pieces = spoken.split(/[。！？]/).filter(Boolean);
  const wanted = (await script()).filter((line) => pieces.includes(line.text));
  await page.evaluate((hash) => (location.hash = hash), `voices?id=${voice}`);
  await page.getByRole('button', { name: wanted[0].text, exact: true }).click();
  await page.locator('.speak', { hasText: '打开话筒' }).click();
  await page.locator('.speak', { hasText: '开始说' }).click();
  await page.waitForTimeout(1500); // so long somebody speaks
  await page.locator('.speak.stop').click();
  await page.getByText('录好了。').waitFor();
  for (const [n, line] of wanted.slice(1).entries()) {
    const body = Buffer.from(wavOf([speech({ seconds: 1, hz: 240 + 50 * n })], RATE));
    const path = `/api/v1/voices/${voice}/clips/${line.id}`;
    const answer = await admin.ask({ method: 'PUT', path, headers: { 'Content-Type': 'audio/wav' }, body });
    assert.equal(answer.status, 200, answer.text);
  }
  await until('the clips on the kiosk', () => clipCount() === wanted.length);
});

// Presses "say it again" and records until it is quiet again.
async function hearAgain(seconds) {
  ears.heard();
  await elder.taps('repeat');
  const all = [];
  let first = -1;
  await until('the sentence', () => {
    const before = all.length;
    for (const sample of ears.heard()) all.push(sample);
    if (first < 0) first = all.findIndex((sample, n) => n >= before && Math.abs(sample) > 300);
    return first >= 0 && all.length - first > (seconds + 5) * HEARD_RATE;
  });
  return Int16Array.from(all);
}

test('the kiosk says the page with the lent voice', async () => {
  const wanted = await said(['--packs', join(kiosk.folder, 'voices')]);
  assert.ok(shareHeard(await said([]), wanted) < 0.5, 'the synthesised voice is another one');
  // A machine that is busy may let the loudspeaker run dry: then it is said once more.
  let share = 0;
  for (let tries = 0; tries < 8 && share < LEAST_HEARD; tries++)
    share = shareHeard(await hearAgain(wanted.length / HEARD_RATE), wanted);
  assert.ok(share >= LEAST_HEARD, `${(100 * share).toFixed(0)} % of it was heard`);
});

test('the speaker takes it back: nothing of it is left on the kiosk', async () => {
  assert.equal((await admin.ask({ method: 'DELETE', path: `/api/v1/voices/${voice}` })).status, 204);
  await until('the voice to be gone', () => !existsSync(folder()));
});
