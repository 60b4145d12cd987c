// SPDX-License-Identifier: GPL-3.0-or-later
// The personal link of a member of the family: shown once as QR code and address, to be photographed, printed or sent.
// The server keeps only its hash, so it can't be shown again, but be made anew; the one before then ends.
import { fill, h } from '../shared/dom.js';
import { faultLine } from './dialog.js';

export function showLink(desk, member) {
  return desk.dialogs.open(
    desk.t('family.link_of', { name: member.name }),
    (close) => content(desk, close, member),
    'personal-link',
  );
}

function content(desk, close, member) {
  const fault = faultLine();
  const body = h('div', { class: 'stack' });
  const node = h('div', { class: 'stack' }, body, fault.node);
  const path = `/api/v1/family/members/${member.id}/link`;

  async function make() {
    await tried(async () => {
      const link = await desk.requests.post(path, {});
      fill(body, sheet(desk, member, link), keys(desk, close, link));
    });
  }
  async function revoke() {
    await tried(async () => {
      await desk.requests.remove(path);
      close(true);
    });
  }
  async function tried(work) {
    try {
      fault.show('');
      await work();
    } catch (cause) {
      fault.show(desk.faultText(cause));
    }
  }
  const key = (kind, words, onclick) => h('button', { class: `key ${kind}`, type: 'button', onclick }, words);
  fill(
    body,
    h('p', {}, desk.t(member.has_link ? 'family.link_again' : 'family.link_first')),
    h(
      'div',
      { class: 'keys' },
      member.has_link ? key('apart', desk.t('family.link_revoke'), revoke) : null,
      key('', desk.t('cancel'), () => close()),
      key('main', desk.t(member.has_link ? 'family.link_renew' : 'family.link_make'), make),
    ),
  );
  return node;
}

// What is printed and given away: for whom, the code, and what to do with it.
function sheet(desk, member, { url, svg }) {
  const picture = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  return h(
    'section',
    { class: 'link-sheet' },
    h('h3', {}, desk.t('family.link_for', { name: member.name, relation: member.relation })),
    h('img', { src: picture, alt: desk.t('family.link_code') }),
    h('p', {}, desk.t('family.link_how')),
    h('p', { class: 'address' }, url),
    h('p', { class: 'hint' }, desk.t('family.link_secret')),
  );
}

function keys(desk, close, { url }) {
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    desk.dialogs.notice(desk.t('family.link_copied'));
  };
  return h(
    'div',
    { class: 'keys' },
    navigator.clipboard
      ? h('button', { class: 'key', type: 'button', onclick: copy }, desk.t('family.link_copy'))
      : null,
    h('button', { class: 'key', type: 'button', onclick: () => window.print() }, desk.t('print')),
    h('button', { class: 'key main', type: 'button', onclick: () => close(true) }, desk.t('ok')),
  );
}
