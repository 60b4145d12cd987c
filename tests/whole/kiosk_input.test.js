// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong around the kiosk is told in a sentence; the kiosk stays on the screen and loses nothing.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplay } from '../support/display.js';
import { node, takesTouches } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { CHEN, JI } from '../support/residents.js';
import { BUILD, SOURCE, Server } from '../support/server.js';

const processes = new Processes();
const binary = join(BUILD, 'anban-kiosk');
let server, display;

before(async () => {
  server = await new Server(processes).start();
  display = await startDisplay(processes);
});
after(() => processes.close());

const aKiosk = (options) => new Kiosk(processes, display, server.url, options);

test('without a display it ends with one sentence', async () => {
  const { DISPLAY, WAYLAND_DISPLAY, SDL_VIDEODRIVER, ...env } = process.env;
  const kiosk = processes.start('anban-kiosk', binary, ['--data', processes.path('none')], { env });
  assert.equal((await kiosk.ended).code, 1);
  assert.match(kiosk.output, /^There is no display to show the kiosk on: .*$/m);
});

test('without a font it stays, with icons and its voice, and says what to install', async () => {
  const fonts = processes.path('no-fonts.conf');
  writeFileSync(fonts, '<?xml version="1.0"?><fontconfig></fontconfig>');
  const kiosk = await aKiosk({ env: { FONTCONFIG_FILE: fonts } }).start();
  await kiosk.process.says(/The font Noto Sans CJK SC is missing.*install the Debian package fonts-noto-cjk/);
  assert.equal((await kiosk.process.stop()).code, 0, kiosk.process.output);
});

test('a damaged configuration is named; the rest of it is in force', async () => {
  const file = processes.path('kiosk.conf');
  writeFileSync(file, '[screen]\ndeaf_ms = soon\n[look]\nlocale = en\n');
  const kiosk = await aKiosk({ args: ['--config', file] }).start();
  assert.match(kiosk.process.output, /kiosk\.conf.*deaf_ms = soon: a whole number from 0 to 2000/);
  await kiosk.elder.seesThat('English', (tree) => tree.locale === 'en');
  assert.equal((await kiosk.process.stop()).code, 0);
});

test('a damaged file of the kiosk stands aside under a dated name', async () => {
  const kiosk = await aKiosk().start();
  await kiosk.process.stop();
  const file = join(kiosk.folder, 'kiosk.db');
  writeFileSync(file, readFileSync(file).fill(0xa5, 0, 4096));
  await kiosk.start();
  assert.match(kiosk.process.output, /was damaged .*now stands aside as .*kiosk-damaged-\d{4}-\d\d-\d\d-\d{6}\.db/);
  assert.equal(readdirSync(kiosk.folder).filter((name) => /^kiosk-damaged-.*\.db$/.test(name)).length, 1);
  await kiosk.process.stop();
});

test('a file of the kiosk that was cut short stands aside too', async () => {
  const kiosk = await aKiosk().start();
  await kiosk.process.stop();
  const file = join(kiosk.folder, 'kiosk.db');
  truncateSync(file, statSync(file).size - 4096);
  await kiosk.start();
  assert.match(kiosk.process.output, /stands aside/);
  await kiosk.process.stop();
});

test('with a damaged key it has a new one, and staff are asked', async () => {
  const folder = processes.path('other-key');
  const kiosk = await aKiosk({ folder, args: ['--serial', 'other-key'] });
  kiosk.launch();
  await kiosk.elder.sees('setup');
  await kiosk.process.stop();
  truncateSync(join(folder, 'kiosk.key'), 7);
  kiosk.launch();
  await kiosk.process.says(/kiosk\.key is damaged: it has 7 bytes, not 64; it now stands aside as/);
  await kiosk.elder.sees('setup');
  assert.equal((await kiosk.process.stop()).code, 0);
  rmSync(folder, { recursive: true });
});

// Three millimetres above the key's lower edge, then twenty lower, where the next page has its yes-key.
test('a trembling finger that chooses how it comes does not order it', async () => {
  const kiosk = await aKiosk().start();
  const { elder } = kiosk;
  await elder.signsIn(JI);
  await elder.opensTomorrowsLunch();
  await elder.tapsNode(await elder.findsDish());
  await elder.taps('chosen');
  for (const seconds of [0.1, 0.2, 0.3, 0.45]) {
    const tree = await elder.seesThat('how', (one) => one.screen === 'how' && takesTouches(one));
    const [x, y, width, height] = node(tree, 'how.eat_in').px;
    const mm = tree.px_per_mm;
    await display.tapTwice(Math.round(x + width / 2), Math.round(y + height - 3 * mm), { seconds, lower: Math.round(20 * mm) });
    await elder.taps('other_way');
  }
  await kiosk.process.stop();
});

// A limit on the size of files stands for a full disk: nothing can be written any more.
test('a full disk: the person is told that it is not noted, and can order once there is room', async () => {
  const kiosk = await aKiosk().start();
  await kiosk.process.stop();
  kiosk.wrap = ['sh', '-c', 'trap "" XFSZ; ulimit -f 8; exec "$@"', 'sh'];
  await kiosk.start();
  const { elder } = kiosk;
  await elder.signsIn(CHEN);
  await elder.opensTomorrowsLunch();
  await elder.orders();
  await elder.seesThat('that it is not noted', (tree) => tree.screen === 'done' && !node(tree, 'changed_mind'));
  await kiosk.process.says(/kiosk\.db: .*disk I\/O error/);
  await kiosk.process.stop();
  kiosk.wrap = [];
  await kiosk.start();
  await elder.signsIn(CHEN);
  await elder.opensTomorrowsLunch();
  await elder.orders();
  await elder.seesThat('the number', (tree) => tree.screen === 'done' && node(tree, 'number'));
  await kiosk.process.stop();
});

// The scripted server is an hour ahead: as if the kiosk's clock were an hour behind.
test('a clock that is wrong shows the time of the server', async () => {
  const files = ['scripted_server', 'snapshot.json'].map((name, i) => join(SOURCE, `tests/${i ? 'samples' : 'support'}`, name));
  const ahead = processes.start('scripted_server', files[0], [files[1]], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [, port] = await ahead.says(/port (\d+)/);
  const folder = processes.path('behind');
  const kiosk = await new Kiosk(processes, display, `http://127.0.0.1:${port}`, { folder }).start();
  const expected = () => new Date(Date.now() + 9 * 3600000).toISOString().slice(11, 16).replace(/^0/, '');
  await kiosk.elder.seesThat('the time of the server', (tree) => node(tree, 'clock')?.text.startsWith(expected()));
  assert.equal((await kiosk.process.stop()).code, 0);
});

test('a command line that is not understood is refused by name', async () => {
  const kiosk = processes.start('anban-kiosk', binary, ['--fast']);
  assert.equal((await kiosk.ended).code, 2);
  assert.match(kiosk.output, /--fast is not understood/);
});

// Its key can't be kept either, so that it is a stranger after each start.
test('a data folder that cannot be made: it is on the screen all the same, and says why nothing is kept', async () => {
  const kiosk = aKiosk({ args: ['--data', '/proc/nowhere', '--serial', 'no-folder'] });
  kiosk.launch();
  await kiosk.elder.sees('setup');
  assert.match(kiosk.process.output, /the folder \/proc\/nowhere.* can't be made/);
  assert.equal((await kiosk.process.stop()).code, 0);
});
