// SPDX-License-Identifier: GPL-3.0-or-later
// What `cmake --install` puts in place: programs that find what they need there, and what systemd runs them by. The
// tree is installed under DESTDIR; a mount of its own, seen by the program alone, lays it over the prefix.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { startDisplay } from '../support/display.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { BUILD } from '../support/server.js';

const run = promisify(execFile);
const processes = new Processes();
const root = processes.path('root');
const prefix = /^CMAKE_INSTALL_PREFIX:PATH=(.*)$/m.exec(readFileSync(join(BUILD, 'CMakeCache.txt'), 'utf8'))[1];
const LAY_OVER = 'mount --bind "$0" "$1" && shift && exec "$@"';
const inPlace = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', LAY_OVER, join(root, prefix), prefix];
const installed = (path) => join(prefix, path);
const there = (path) => existsSync(join(root, prefix, path));
const missing = (command, ...args) => spawnSync(command, args).status !== 0;
const noMount = missing('unshare', '--user', '--map-root-user', '--mount', 'true') && 'no mounts of its own here';
const noSystemd = missing('systemd-analyze', '--version') && 'systemd-analyze is not installed';

before(() => run('cmake', ['--install', BUILD], { env: { ...process.env, DESTDIR: root }, maxBuffer: 1 << 24 }));
after(() => processes.close());

async function inside(...command) {
  const [first, ...rest] = [...inPlace, ...command];
  return run(first, rest);
}

test('programs, units, users and folders stand where they are looked for', () => {
  for (const name of ['anban-server', 'anban-kiosk']) {
    assert.ok(there(`bin/${name}`));
    assert.ok(there(`lib/systemd/system/${name}.service`));
    assert.ok(there(`lib/sysusers.d/${name}.conf`));
    assert.ok(there(`lib/tmpfiles.d/${name}.conf`));
  }
  for (const path of ['bin/anban-say', 'share/anban/web/desk', 'share/anban/icons', 'share/doc/anban/operate.md'])
    assert.ok(there(path), path);
});

test('systemd takes the units', { skip: noMount || noSystemd }, async () => {
  for (const name of ['anban-server', 'anban-kiosk']) {
    const unit = installed(`lib/systemd/system/${name}.service`);
    const { stderr } = await inside('systemd-analyze', 'verify', '--man=no', unit);
    assert.doesNotMatch(stderr, new RegExp(name));
  }
});

test('the units leave the programs no more than they need', { skip: noSystemd }, async () => {
  // In tenths, 0 to 100, by systemd's own list; the kiosk needs its devices and memory that its drivers execute.
  for (const [name, most] of [['anban-server', 20], ['anban-kiosk', 25]]) {
    const unit = join(root, prefix, `lib/systemd/system/${name}.service`);
    await run('systemd-analyze', ['security', '--offline=yes', '--no-pager', `--threshold=${most}`, unit]);
  }
});

test('each program gets its user', { skip: noSystemd }, async () => {
  const files = ['anban-server', 'anban-kiosk'].map((name) => join(root, prefix, `lib/sysusers.d/${name}.conf`));
  mkdirSync(join(root, 'etc'), { recursive: true });
  await run('systemd-sysusers', [`--root=${root}`, ...files]);
  const users = readFileSync(join(root, 'etc/passwd'), 'utf8');
  assert.match(users, /^anban-server:.*:\/var\/lib\/anban:/m);
  assert.match(users, /^anban-kiosk:.*:\/var\/lib\/anban-kiosk:/m);
  assert.match(readFileSync(join(root, 'etc/group'), 'utf8'), /^audio:.*:anban-kiosk$/m);
});

const notRoot = process.getuid() !== 0 && 'only root gives folders to others';

test('each program gets its configuration, for itself to read', { skip: notRoot || noSystemd }, async () => {
  const files = ['anban-server', 'anban-kiosk'].map((name) => join(root, prefix, `lib/tmpfiles.d/${name}.conf`));
  await run('systemd-tmpfiles', ['--create', `--root=${root}`, ...files]);
  for (const name of ['server', 'kiosk']) {
    const path = join(root, `etc/anban/${name}.conf`);
    assert.match(readFileSync(path, 'utf8'), /^#.*\n$/);
    assert.equal(statSync(path).mode & 0o777, 0o640);
  }
  assert.equal(statSync(join(root, 'var/backups/anban')).mode & 0o777, 0o700);
});

test('the installed server has its pages', { skip: noMount }, async () => {
  const asked = ['--data', processes.path('data'), '--port', '0'];
  const [command, ...args] = [...inPlace, installed('bin/anban-server'), ...asked];
  const server = processes.start('anban-server', command, args);
  const [, url] = await server.says(/ready (http:\/\/\S+)/);
  for (const page of ['/desk', '/family', '/shared/dom.js']) assert.equal((await fetch(url + page)).status, 200, page);
  assert.equal((await server.stop()).code, 0, server.output);
});

test('the installed voice has its dialects', { skip: noMount }, async () => {
  const sound = processes.path('said.wav');
  const { stderr } = await inside(installed('bin/anban-say'), '--locale', 'zh_CN@sichuan', '--output', sound, '您好');
  assert.equal(stderr, '');
  assert.ok(readFileSync(sound).length > 1000);
});

test('the installed kiosk has its drawings, its sentences and its voice', { skip: noMount }, async () => {
  const display = await startDisplay(processes);
  const kiosk = new Kiosk(processes, display, '', { program: installed('bin/anban-kiosk'), files: [], wrap: inPlace });
  kiosk.launch();
  const tree = await kiosk.elder.seesThat('a page', (one) => one.nodes.length > 0);
  assert.match(tree.nodes.map((node) => node.text).join(''), /请/);
  assert.doesNotMatch(kiosk.process.output, /icon|voice|missing/);
  assert.equal((await kiosk.process.stop()).code, 0, kiosk.process.output);
});
