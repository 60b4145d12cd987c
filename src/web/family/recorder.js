// SPDX-License-Identifier: GPL-3.0-or-later
// Records what is said into the microphone, for a minute at most.

export const MOST_SECONDS = 60;
const BITS_PER_SECOND = 32000; // a minute is a quarter of a megabyte
// In the order of what the kiosk likes best; Safari before 18.4 has only the last.
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

// onSecond() while it goes on; onDone(bytes, type, seconds) when it was stopped. Fails when there is no microphone.
export async function createRecorder(devices, onSecond, onDone) {
  const stream = await devices.getUserMedia({ audio: true });
  try {
    return record(stream, onSecond, onDone);
  } catch (fault) {
    close(stream);
    throw fault;
  }
}

const close = (stream) => stream.getTracks().forEach((track) => track.stop());

function record(stream, onSecond, onDone) {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const parts = [];
  let isDropped = false;
  let seconds = 0;
  const counting = setInterval(() => {
    seconds += 1;
    onSecond();
    if (seconds >= MOST_SECONDS) stop();
  }, 1000);
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => {
    const type = recorder.mimeType.split(';')[0];
    stop(); // by itself, when the microphone is pulled
    if (!isDropped) onDone(new Blob(parts, { type }), type, Math.max(1, seconds));
  });
  recorder.start();

  function stop() {
    clearInterval(counting);
    if (recorder.state !== 'inactive') recorder.stop();
    close(stream);
  }
  return {
    seconds: () => seconds,
    stop,
    drop() {
      isDropped = true;
      stop();
    },
  };
}
