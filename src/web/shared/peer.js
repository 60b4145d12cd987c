// SPDX-License-Identifier: GPL-3.0-or-later
// The media with one other device of a call. One side makes the offers and the other answers; a fresh offer replaces the
// connection on both sides, since the kiosk's GStreamer has no ICE restart. What happens is told, when to begin afresh
// is the call machine's to decide.
import { inOrder, withTransportEverywhere } from './sdp.js';

const LOOK_MS = 1000;
const SILENT_MS = 3000;

// options:
//   media        'video' or 'audio', for offers
//   connect()    → a new RTCPeerConnection
//   tracks()     → {audio, video}: what is sent now, null for what is not there
//   tell(kind, data)  offer, answer, candidate (with what the other device needs); connected, silent, back, failed
//   onStream(stream)  what comes from the other device
//   ready        a promise: nothing is begun before it (the own camera, so that the first picture is in the first answer)
//   now()        milliseconds that only grow
export function createPeer(options) {
  const peer = { ...options, connection: null, early: [], packets: 0, heardAt: 0, hears: 'nothing', isOver: false };
  let work = Promise.resolve(options.ready);
  // One step after the other. What fails belongs mostly to a connection that was replaced; otherwise nothing is heard
  // and the call machine begins afresh.
  const inTurn = (step) => (work = work.then(() => peer.isOver || step()).catch(() => {}));
  const looking = setInterval(() => inTurn(() => watch(peer)), LOOK_MS);
  return {
    give: (kind, data) => inTurn(() => takers[kind](peer, data)),
    offer: () => inTurn(() => offer(peer)),
    // What is sent from now on; no new offer is needed.
    send: (kind, track) => inTurn(() => replaceTrack(peer, kind, track)),
    stats: async () => (await peer.connection?.getStats()) ?? new Map(),
    close() {
      clearInterval(looking);
      peer.isOver = true;
      peer.connection?.close();
    },
  };
}

const takers = {
  async offer(peer, { sdp }) {
    begin(peer);
    const { connection } = peer;
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await Promise.all(connection.getTransceivers().map((one) => attach(peer, one)));
    await connection.setLocalDescription(await connection.createAnswer());
    peer.tell('answer', { sdp: withTransportEverywhere(connection.localDescription.sdp) });
    await addEarly(peer);
  },
  async answer(peer, { sdp }) {
    await peer.connection.setRemoteDescription({ type: 'answer', sdp });
    await addEarly(peer);
  },
  async candidate(peer, data) {
    if (peer.connection?.remoteDescription) await addCandidate(peer, data);
    else peer.early.push(data);
  },
};

// A new connection in the place of the one before.
function begin(peer) {
  peer.connection?.close();
  const connection = peer.connect();
  Object.assign(peer, { connection, packets: 0 });
  const stream = new MediaStream();
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate && connection === peer.connection) peer.tell('candidate', partsOf(candidate));
  });
  // All tracks of a connection are one stream, so that sound and picture are shown together in time.
  connection.addEventListener('track', ({ track }) => {
    stream.addTrack(track);
    if (connection === peer.connection) peer.onStream(stream);
    track.addEventListener('unmute', () => connection === peer.connection && hear(peer)); // its first packet
  });
  connection.addEventListener('connectionstatechange', () => {
    if (connection === peer.connection && connection.connectionState === 'failed') peer.tell('failed');
  });
}

const partsOf = ({ candidate, sdpMid, sdpMLineIndex }) => ({ candidate, sdpMid, sdpMLineIndex });

async function offer(peer) {
  begin(peer);
  peer.early = [];
  const { connection } = peer;
  for (const kind of peer.media === 'video' ? ['audio', 'video'] : ['audio']) {
    const one = connection.addTransceiver(kind, { direction: 'sendrecv' });
    if (kind === 'video') preferCodecs(one);
    await one.sender.replaceTrack(peer.tracks()[kind]);
  }
  await connection.setLocalDescription(await connection.createOffer());
  peer.tell('offer', { sdp: connection.localDescription.sdp });
}

function preferCodecs(transceiver) {
  const codecs = globalThis.RTCRtpReceiver?.getCapabilities?.('video')?.codecs;
  if (codecs) transceiver.setCodecPreferences?.(inOrder(codecs));
}

const kindOf = (transceiver) => transceiver.receiver.track.kind;

function attach(peer, transceiver) {
  transceiver.direction = 'sendrecv';
  return transceiver.sender.replaceTrack(peer.tracks()[kindOf(transceiver)]);
}

async function replaceTrack(peer, kind, track) {
  const all = peer.connection?.getTransceivers().filter((one) => kindOf(one) === kind) ?? [];
  await Promise.all(all.map((one) => one.sender.replaceTrack(track)));
}

async function addEarly(peer) {
  for (const data of peer.early.splice(0)) await addCandidate(peer, data);
}

// One that can't be used is no matter while others are.
async function addCandidate(peer, data) {
  await peer.connection.addIceCandidate(data).catch(() => {});
}

// The other side's sound comes in fifty packets a second even when nobody speaks, so a count that stands still is a
// broken way. Browsers tell of it only after 5 to 15 seconds, and of a kiosk without power never.
async function watch(peer) {
  if (!peer.connection) return;
  const packets = await packetsOf(peer.connection);
  if (packets > peer.packets) hear(peer);
  peer.packets = packets;
  if (peer.hears !== 'sound' || peer.now() - peer.heardAt < SILENT_MS) return;
  peer.hears = 'silence';
  peer.tell('silent');
}

async function packetsOf(connection) {
  let packets = 0;
  for (const one of (await connection.getStats()).values())
    if (one.type === 'inbound-rtp') packets += one.packetsReceived;
  return packets;
}

function hear(peer) {
  const before = peer.hears;
  peer.heardAt = peer.now();
  peer.hears = 'sound';
  if (before === 'nothing') peer.tell('connected');
  if (before === 'silence') peer.tell('back');
}
