// SPDX-License-Identifier: GPL-3.0-or-later
// Voice messages: the elder's to listen to, and one's own to record while nobody answers.
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { createRecorder, MOST_SECONDS } from './recorder.js';

const FEW = 5;

export function createMessages(page) {
  const node = h('section', { class: 'messages' });
  const place = h('section', { class: 'recorder', hidden: true });
  let list = [];
  let recording = null;

  async function reload() {
    const answer = await page.requests.get('/api/v1/voice_messages').catch(() => null);
    if (answer) list = answer.messages;
    draw();
  }

  function draw() {
    node.hidden = list.length === 0;
    fill(node, h('h2', {}, page.t('family.messages')), h('ul', {}, list.slice(0, FEW).map(row)));
  }
  function row(one) {
    const { name } = page.session.resident;
    const isFromElder = one.from.kind === 'resident';
    const state = isFromElder
      ? one.heard_at
        ? null
        : 'message.new'
      : one.heard_at
        ? 'message.heard'
        : 'message.not_heard';
    const player = h('audio', { controls: true, preload: 'none', src: `/api/v1/voice_messages/${one.id}?as=family` });
    if (isFromElder && !one.heard_at) player.addEventListener('ended', () => markHeard(one), { once: true });
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'told' },
        h('span', {}, page.t(isFromElder ? 'message.from' : 'message.to', { name })),
        state ? h('span', { class: `mark ${isFromElder ? 'warning' : 'plain'}` }, page.t(state)) : null,
        h('time', {}, page.words.ago(one.made_at, page.now())),
      ),
      player,
    );
  }
  async function markHeard(one) {
    await page.requests.post(`/api/v1/voice_messages/${one.id}/heard`, {}).catch(() => {});
    one.heard_at = page.now();
    draw();
  }

  async function record() {
    if (recording) return;
    place.hidden = false;
    place.scrollIntoView({ block: 'center' });
    try {
      recording = await createRecorder(navigator.mediaDevices, drawRecording, send);
      drawRecording();
    } catch {
      said(page.t('media.microphone_denied'));
    }
  }
  function drawRecording() {
    if (!recording) return;
    const { name } = page.session.resident;
    const left = Math.max(0, MOST_SECONDS - recording.seconds());
    fill(
      place,
      h('h2', {}, icon('microphone'), page.t('message.record', { name })),
      h('p', { role: 'status' }, page.t('message.recording')),
      h('progress', { max: MOST_SECONDS, value: recording.seconds() }),
      h('p', { class: 'quiet' }, page.t('message.left', { seconds: left })),
      keys([page.t('message.drop'), () => drop(), ''], [page.t('message.stop'), () => recording.stop(), 'main']),
    );
  }
  function drop() {
    recording.drop();
    recording = null;
    place.hidden = true;
  }

  // What was said is kept until it has arrived or is dropped.
  async function send(bytes, type, seconds, id = page.newId()) {
    recording = null;
    said(page.t('message.sending'));
    const { resident } = page.session;
    const to = `to_kind=resident&to_id=${resident.id}&resident_id=${resident.id}`;
    const query = `${to}&message_id=${id}&seconds=${seconds}`;
    try {
      await page.requests.upload(`/api/v1/voice_messages?${query}`, bytes, type);
      said(page.t('message.sent', { name: resident.name }), [page.t('ok'), () => (place.hidden = true), 'main']);
      reload();
    } catch (fault) {
      const again = [page.t('message.send_again'), () => send(bytes, type, seconds, id), 'main'];
      said(page.faultText(fault), [page.t('message.drop'), () => (place.hidden = true), ''], again);
    }
  }
  function said(words, ...more) {
    fill(place, h('p', { role: 'status' }, words), more.length ? keys(...more) : null);
  }
  const keys = (...all) =>
    h(
      'div',
      { class: 'keys' },
      all.map(([words, onclick, kind]) => h('button', { class: `key ${kind}`, type: 'button', onclick }, words)),
    );
  return { node, recorder: place, draw, reload, record };
}
