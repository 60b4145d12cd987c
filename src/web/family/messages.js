// SPDX-License-Identifier: GPL-3.0-or-later
// Voice messages: the elder's to listen to, one's own, and whether they were heard.
import { fill, h } from '../shared/dom.js';
import { createOwnMessage } from './own_message.js';

const FEW = 5;

export function createMessages(page) {
  const node = h('section', { class: 'messages' });
  const own = createOwnMessage(page, reload);
  let list = [];

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

  return { node, recorder: own.node, draw, reload, record: own.record };
}
