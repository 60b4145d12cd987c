// SPDX-License-Identifier: GPL-3.0-or-later
// The elder's side of a call in a browser: the page's own modules with the kiosk's part in the course, for tests of the
// family page without a kiosk. window.elder is what a test presses.
import { createCalls } from '/shared/calls.js';
import { createCourse } from '/shared/course.js';
import { createLocalMedia } from '/shared/local_media.js';
import { createRequests } from '/shared/requests.js';
import { createRingtone } from '/shared/ringtone.js';
import { followStream } from '/shared/stream.js';

const device = crypto.randomUUID();
let connection = null;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const { silence } = createRingtone();
const media = createLocalMedia({ devices: navigator.mediaDevices, silence, onChange: () => calls.mediaChanged() });
const requests = createRequests({ fetch: (...all) => fetch(...all), onExpired: wait, language: () => 'zh-CN' });
const calls = createCalls({
  device,
  course: createCourse(device, true),
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
followStream({
  url: (after) => `/api/v1/kiosk/events?after=${after}&device=${device}`,
  after: 1,
  fetch: (...all) => fetch(...all),
  wait,
  onEvent(kind, data) {
    if (kind === 'hello') calls.resume();
    if (kind === 'call') calls.takeEvent(data);
  },
  onLine: (isUp) => isUp || calls.away(),
  onReset: async () => 1,
  onExpired: wait,
});
