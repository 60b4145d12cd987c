// SPDX-License-Identifier: GPL-3.0-or-later
// A loudspeaker that can be listened to: PulseAudio with a null sink, and ALSA's default pointed at it.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { until } from './wait.js';

const run = promisify(execFile);

export async function startSound(processes) {
  const folder = processes.path('sound');
  mkdirSync(folder, { mode: 0o700 });
  const socket = `${folder}/pulse.sock`;
  writeFileSync(
    `${folder}/start.pa`,
    `.fail
load-module module-native-protocol-unix auth-anonymous=1 socket=${socket}
load-module module-null-sink sink_name=speaker rate=48000 channels=2
set-default-sink speaker
`,
  );
  writeFileSync(`${folder}/asound.conf`, 'pcm.!default { type pulse }\nctl.!default { type pulse }\n');
  const home = { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: `${folder}/run` };
  const args = ['-n', '-F', `${folder}/start.pa`, '--daemonize=no', '--exit-idle-time=-1', '--disable-shm'];
  processes.start('PulseAudio', 'pulseaudio', [...args, '--use-pid-file=no'], {
    env: { ...process.env, ...home, PULSE_STATE_PATH: `${folder}/state`, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  });
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    ALSA_CONFIG_PATH: `/usr/share/alsa/alsa.conf:${folder}/asound.conf`,
  };
  const answers = () =>
    run('pactl', ['info'], { env: { ...process.env, ...env } }).then(
      () => true,
      () => false,
    );
  await until('PulseAudio to answer', 10000, () => existsSync(socket) && answers());
  return { env, listen: () => listen(processes, { ...process.env, ...env }) };
}

// Starts to record what the loudspeaker plays; loudest() is the highest sample since the last call, 0 to 32767.
function listen(processes, env) {
  const args = [
    '--device=speaker.monitor',
    '--format=s16le',
    '--rate=16000',
    '--channels=1',
    '--raw',
    '--latency-msec=20',
  ];
  const recorder = processes.start('parecord', 'parecord', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let loudest = 0;
  recorder.child.stdout.removeAllListeners('data');
  recorder.child.stdout.on('data', (bytes) => {
    for (let i = 0; i + 1 < bytes.length; i += 2) loudest = Math.max(loudest, Math.abs(bytes.readInt16LE(i)));
  });
  return {
    loudest() {
      const heard = loudest;
      loudest = 0;
      return heard;
    },
  };
}
