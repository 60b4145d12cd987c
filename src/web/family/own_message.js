// SPDX-License-Identifier: GPL-3.0-or-later
// A message of one's own to the elder: recorded, sent, and kept until it has arrived or is dropped.
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { createRecorder, MOST_SECONDS } from './recorder.js';

// onSent(): a message has arrived.
export function createOwnMessage(page, onSent) {
  const node = h('section', { class: 'recorder', hidden: true });
  let state = 'idle'; // opening (the microphone), recording, sending, failed
  let recorder = null;

  // One message at a time: a second touch opens no second microphone, and what waits to be sent again stays.
  async function record() {
    node.hidden = false;
    node.scrollIntoView({ block: 'center' });
    if (state !== 'idle') return;
    state = 'opening';
    fill(node, heading());
    try {
      recorder = await createRecorder(navigator.mediaDevices, draw, send);
      state = 'recording';
      draw();
    } catch {
      state = 'idle';
      said(page.t('media.microphone_denied'));
    }
  }
  function draw() {
    const left = Math.max(0, MOST_SECONDS - recorder.seconds());
    fill(
      node,
      heading(),
      h('p', { role: 'status' }, page.t('message.recording')),
      h('progress', { max: MOST_SECONDS, value: recorder.seconds() }),
      h('p', { class: 'quiet' }, page.t('message.left', { seconds: left })),
      keys([page.t('message.drop'), drop, ''], [page.t('message.stop'), () => recorder.stop(), 'main']),
    );
  }
  const heading = () =>
    h('h2', {}, icon('microphone'), page.t('message.record', { name: page.session.resident.name }));

  function drop() {
    recorder.drop();
    close();
  }
  function close() {
    state = 'idle';
    node.hidden = true;
  }

  async function send(bytes, type, seconds, id = page.newId()) {
    state = 'sending';
    said(page.t('message.sending'));
    const { resident } = page.session;
    const to = `to_kind=resident&to_id=${resident.id}&resident_id=${resident.id}`;
    const query = `${to}&message_id=${id}&seconds=${seconds}`;
    try {
      await page.requests.upload(`/api/v1/voice_messages?${query}`, bytes, type);
      state = 'idle';
      said(page.t('message.sent', { name: resident.name }), [page.t('ok'), close, 'main']);
      onSent();
    } catch (fault) {
      state = 'failed';
      const again = [page.t('message.send_again'), () => send(bytes, type, seconds, id), 'main'];
      said(page.faultText(fault), [page.t('message.drop'), close, ''], again);
    }
  }
  function said(words, ...more) {
    fill(node, h('p', { role: 'status' }, words), more.length ? keys(...more) : null);
  }
  const keys = (...all) =>
    h(
      'div',
      { class: 'keys' },
      all.map(([words, onclick, kind]) => h('button', { class: `key ${kind}`, type: 'button', onclick }, words)),
    );
  return { node, record };
}
