// SPDX-License-Identifier: GPL-3.0-or-later
// Two things about the text that describes a connection (SDP, RFC 8866).

// VP8 first, since every browser and the kiosk speak it, then H.264 for what has it in hardware, then the rest.
export function inOrder(codecs) {
  const rank = (codec) => ['video/vp8', 'video/h264'].indexOf(codec.mimeType.toLowerCase());
  const place = (codec) => (rank(codec) < 0 ? 2 : rank(codec));
  return [...codecs].sort((one, other) => place(one) - place(other));
}

// In an answer, a medium that was refused (Firefox has no H.264 at first) carries nothing of the transport, and the
// kiosk's GStreamer then refuses the whole answer; so it is given what another medium of the same bundle carries.
export function withTransportEverywhere(sdp) {
  const [session, ...media] = sdp.split(/(?=^m=)/m);
  const transport = media.map(transportLines).find((lines) => lines.length >= 3);
  if (!transport) return sdp;
  const whole = media.map((text) => (transportLines(text).length > 0 ? text : `${text}${transport.join('')}`));
  return [session, ...whole].join('');
}

function transportLines(medium) {
  return medium.match(/^a=(?:ice-ufrag|ice-pwd|fingerprint|setup):.*\r?\n/gm) ?? [];
}
