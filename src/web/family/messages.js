// SPDX-License-Identifier: GPL-3.0-or-later
// Voice messages: the elder's to listen to, one's own, and whether they were heard.
import { fill, h } from '../shared/dom.js';
import { insist } from '../shared/insist.js';
import { createOwnMessage } from './own_message.js';

const FEW = 5;

const isFromElder = ({ from }) => from.kind === 'resident';

export function createMessages(page) {
  const node = h('section', { class: 'messages' });
  const own = createOwnMessage(page, reload);
  let list = [];
  let players = new Map(); // by the message: one that plays goes on when the list is drawn anew

  async function reload() {
    const answer = await page.requests.get('/api/v1/voice_messages').catch(() => null);
    if (answer) list = answer.messages;
    draw();
  }

  function draw() {
    const shown = list.slice(0, FEW);
    players = new Map(shown.map((one) => [one.id, players.get(one.id) ?? playerOf(one)]));
    node.hidden = list.length === 0;
    fill(node, h('h2', {}, page.t('family.messages')), h('ul', {}, shown.map(row)));
  }
  function playerOf(one) {
    const player = h('audio', { controls: true, preload: 'none', src: `/api/v1/voice_messages/${one.id}?as=family` });
    // One that has failed would never play again.
    player.addEventListener('error', () => players.delete(one.id) && draw(), { once: true });
    if (isFromElder(one) && !one.heard_at) player.addEventListener('ended', () => markHeard(one), { once: true });
    return player;
  }
  function row(one) {
    const { name } = page.session.resident;
    const isTheirs = isFromElder(one);
    const state = isTheirs
      ? one.heard_at
        ? null
        : 'message.new'
      : one.heard_at
        ? 'message.heard'
        : 'message.not_heard';
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'told' },
        h('span', {}, page.t(isTheirs ? 'message.from' : 'message.to', { name })),
        state ? h('span', { class: `mark ${isTheirs ? 'warning' : 'plain'}` }, page.t(state)) : null,
        h('time', {}, page.words.ago(one.made_at, page.now())),
      ),
      players.get(one.id),
    );
  }
  // Told until the server has taken or refused it, for the elder's kiosk says whether it was heard.
  async function markHeard(one) {
    await insist(() => page.requests.post(`/api/v1/voice_messages/${one.id}/heard`, {}), page.wait);
    reload();
  }

  return { node, recorder: own.node, draw, reload, record: own.record };
}
