// SPDX-License-Identifier: GPL-3.0-or-later
// This device's own microphone and camera. What is missing is told as a text key ("media.no_camera") and the call goes
// on without: sound before picture.

const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
const REASONS = { NotAllowedError: 'denied', NotReadableError: 'busy', AbortError: 'busy' };

// devices: navigator.mediaDevices, undefined where the address is not encrypted. silence() → a track that is sent where
// there is no microphone: without a packet the others would take us for gone. onChange() after every change.
export function createLocalMedia({ devices, silence, onChange }) {
  const media = { devices, onChange, tracks: { audio: null, video: null }, problems: {}, facing: 'user', round: 0 };
  media.on = { audio: true, video: true };
  let work = Promise.resolve();
  const inTurn = (step) => (work = work.then(step));
  return {
    tracks: () => ({ ...media.tracks, audio: media.tracks.audio ?? silence() }),
    problems: () => Object.values(media.problems).filter(Boolean),
    isOn: (kind) => media.on[kind],
    has: (kind) => media.tracks[kind] !== null,
    // Telephones have one camera in front and one behind; at a desk there is nothing to turn.
    mayTurn: () => globalThis.matchMedia?.('(pointer: coarse)').matches ?? false,
    mirrors: () => media.facing === 'user',
    // Opens what the call needs and is not open yet; never fails.
    open: (kinds) => inTurn(() => openAll(media, kinds)),
    setOn: (kind, isOn) => setOn(media, kind, isOn),
    turnCamera: () => inTurn(() => turnCamera(media)),
    close: () => close(media),
  };
}

// Both are asked for at once, so that the person is asked once; only when that fails, one after the other.
async function openAll(media, kinds) {
  if (!media.devices?.getUserMedia) return told(media, 'audio', 'media.insecure');
  const wanted = kinds.filter((kind) => !media.tracks[kind]);
  if (wanted.length === 0) return undefined;
  const { round } = media;
  const both = await ask(media, wanted).catch(() => null);
  if (both) return keep(media, both, round);
  for (const kind of wanted) {
    try {
      keep(media, await ask(media, [kind]), round);
    } catch (fault) {
      told(media, kind, problemOf(kind, fault));
    }
  }
  return undefined;
}

function ask(media, kinds) {
  return media.devices.getUserMedia({
    audio: kinds.includes('audio') && SOUND,
    video: kinds.includes('video') && { ...PICTURE, facingMode: media.facing },
  });
}

function problemOf(kind, fault) {
  const device = kind === 'audio' ? 'microphone' : 'camera';
  const reason = REASONS[fault.name];
  return reason ? `media.${device}_${reason}` : `media.no_${device}`;
}

// What comes after the call has ended is put away at once.
function keep(media, stream, round) {
  for (const track of stream.getTracks()) {
    if (round !== media.round) track.stop();
    else take(media, track);
  }
  media.onChange();
}

function take(media, track) {
  media.tracks[track.kind] = track;
  media.problems[track.kind] = null;
  track.enabled = media.on[track.kind];
  track.addEventListener('ended', () => {
    if (media.tracks[track.kind] !== track) return;
    media.tracks[track.kind] = null;
    told(media, track.kind, track.kind === 'audio' ? 'media.microphone_gone' : 'media.camera_gone');
  });
}

function told(media, kind, problem) {
  media.problems[kind] = problem;
  media.onChange();
}

function setOn(media, kind, isOn) {
  media.on[kind] = isOn;
  if (media.tracks[kind]) media.tracks[kind].enabled = isOn;
  media.onChange();
}

// Telephones give one camera at a time, so the one before is let go first.
async function turnCamera(media) {
  const before = media.tracks.video;
  media.facing = media.facing === 'user' ? 'environment' : 'user';
  media.tracks.video = null;
  before?.stop();
  await openAll(media, ['video']);
}

function close(media) {
  media.round += 1; // what is still being opened is not wanted any more
  const tracks = Object.values(media.tracks);
  Object.assign(media, { tracks: { audio: null, video: null }, problems: {}, facing: 'user' });
  media.on = { audio: true, video: true };
  tracks.forEach((track) => track?.stop());
}
