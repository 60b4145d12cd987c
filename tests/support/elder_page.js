// SPDX-License-Identifier: GPL-3.0-or-later
// The elder's side of a call in a browser: the page's own modules with the kiosk's part in the call machine, for tests of the
// family page without a kiosk. window.elder is what a test presses.
import { createCalls } from '/shared/calls.js';
import { createCallMachine } from '/shared/call_machine.js';
import { createLocalMedia } from '/shared/local_media.js';
import { createRequests } from '/shared/requests.js';
import { createRingtone } from '/shared/ringtone.js';
import { followStream } from '/shared/stream.js';

const device = crypto.randomUUID();
let connection = null;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const { silence } = createRingtone();
const media = createLocalMedia({ devices: navigator.mediaDevices, silence, onChange: () => calls.mediaChanged() });
// With the token of a kiosk when there is one.
const fetchHere = (address, options = {}) => {
  const own = window.token ? { Authorization: `Bearer ${window.token}` } : {};
  return fetch(address, { ...options, headers: { ...options.headers, ...own } });
};
const requests = createRequests({ fetch: fetchHere, onExpired: wait, language: () => 'zh-CN' });
const calls = createCalls({
  device,
  machine: createCallMachine(device, true),
  me: () => ({ kind: 'resident', id: window.residentId }),
  requests,
  media,
  connect: (configuration) => (connection = new RTCPeerConnection(configuration)),
  newId: () => crypto.randomUUID(),
  now: () => performance.now(),
  wait,
  onChange() {},
  beacon() {},
});
window.elder = calls;
// As a kiosk without power: nothing more is sent, and nobody is told.
window.dropMedia = () => connection.close();
// A kiosk says for whom it answers before anything else.
async function begin() {
  if (window.token) await requests.put('/api/v1/kiosk/people', { device, residents: [window.residentId] });
  await calls.resume();
  window.isThere = true;
}
followStream({
  url: (after) => `/api/v1/kiosk/events?after=${after}&device=${device}`,
  after: 1,
  fetch: fetchHere,
  wait,
  onEvent(kind, data) {
    if (kind === 'hello') begin();
    if (kind === 'call') calls.takeEvent(data);
  },
  onLine: (isUp) => isUp || calls.away(),
  onReset: async () => 1,
  onExpired: wait,
});
