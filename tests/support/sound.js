// SPDX-License-Identifier: GPL-3.0-or-later
// The virtual loudspeaker and microphone of ./loudspeaker for tests in Node.
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('loudspeaker', import.meta.url));

function environment(folder) {
  const lines = readFileSync(`${folder}/environment`, 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

export async function startSound(processes) {
  const folder = processes.path('sound');
  await run(SCRIPT, ['environment', folder]);
  processes.start('PulseAudio', SCRIPT, ['run', folder]);
  await run(SCRIPT, ['await', folder]);
  const env = environment(folder);
  const all = { ...process.env, ...env };
  return { env, listen: (rate = 16000) => listen(processes, all, rate), say: (file) => say(all, file) };
}

// Plays a file to the microphone; resolves when all of it was heard there.
function say(env, file) {
  const player = spawn('paplay', ['--device=mic', file], { env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    player.on('error', reject);
    player.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`paplay ${file}: ${code}`))));
  });
}

// Starts to record what the loudspeaker plays. loudest(): the highest sample since the last call, 0 to 32767; heard():
// all samples since its last call.
function listen(processes, env, rate) {
  const args = [
    '--device=speaker.monitor',
    '--format=s16le',
    `--rate=${rate}`,
    '--channels=1',
    '--raw',
    '--latency-msec=20',
  ];
  const recorder = processes.start('parecord', 'parecord', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let loudest = 0;
  let parts = [];
  recorder.child.stdout.removeAllListeners('data');
  recorder.child.stdout.on('data', (bytes) => {
    parts.push(bytes);
    for (let i = 0; i + 1 < bytes.length; i += 2) loudest = Math.max(loudest, Math.abs(bytes.readInt16LE(i)));
  });
  return {
    loudest() {
      const heard = loudest;
      loudest = 0;
      return heard;
    },
    heard() {
      const bytes = Buffer.concat(parts);
      parts = [];
      return Int16Array.from({ length: bytes.length >> 1 }, (_, n) => bytes.readInt16LE(2 * n));
    },
  };
}
