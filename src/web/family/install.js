// SPDX-License-Identifier: GPL-3.0-or-later
// An invitation to put the page on the home screen, where the browser can do it and until it was declined.
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

const DECLINED_AS = 'anban.family.install_declined';
const isInstalled = () => matchMedia('(display-mode: standalone)').matches || navigator.standalone === true;
// Only Safari on an iPhone or iPad knows navigator.standalone; it can install, but does not offer it to a page.
const isApple = () => navigator.standalone === false;

export function createInstall(page) {
  const node = h('div', { class: 'invitation', hidden: true });
  let offer = null;
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    draw();
  });
  window.addEventListener('appinstalled', () => {
    offer = null;
    draw();
  });

  function draw() {
    const isDeclined = localStorage.getItem(DECLINED_AS) !== null;
    node.hidden = isInstalled() || isDeclined || !(offer || isApple());
    if (node.hidden) return;
    const later = h('button', { class: 'link', type: 'button', onclick: decline }, page.t('family.install_later'));
    const now = offer
      ? h(
          'button',
          { class: 'key', type: 'button', onclick: () => offer.prompt() },
          icon('install'),
          page.t('family.install'),
        )
      : h('p', {}, page.t('family.install_apple'));
    fill(node, h('p', {}, page.t('family.install_hint')), now, later);
  }
  function decline() {
    localStorage.setItem(DECLINED_AS, 'yes');
    draw();
  }
  return { node, draw };
}
