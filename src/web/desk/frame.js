// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around every view: name, ways to the views, language, who is signed in, and the state of the line.
// The view is named by the address after '#': #kitchen?date=2026-11-22&meal=lunch
import { fill, h, keepFocus } from '../shared/dom.js';
import { LANGUAGES } from '../shared/words.js';

export function createFrame(desk, views) {
  const bar = h('header', { class: 'bar' });
  const line = h('p', { class: 'line', role: 'status', hidden: true });
  const place = h('main', { id: 'main', tabindex: '-1' });
  let shown = null;
  let isDrawn = false;
  document.body.append(bar, line, place);
  window.addEventListener('hashchange', () => isDrawn && show());

  const mine = () => views.filter((view) => desk.may(...view.roles));

  function show() {
    const [name, query] = location.hash.slice(1).split('?');
    const view = mine().find((one) => one.name === name) ?? mine()[0];
    shown?.leave?.();
    bar.querySelector('.ways').classList.remove('open');
    bar.querySelector('[aria-current]')?.removeAttribute('aria-current');
    bar.querySelector(`.ways a[href="#${view.name}"]`).setAttribute('aria-current', 'page');
    document.title = `${desk.t(`view.${view.name}`)} · ${desk.site.name}`;
    keepFocus(place, () => (shown = view.show(desk, place, new URLSearchParams(query))));
  }

  function ways() {
    const list = h('nav', { class: 'ways', 'aria-label': desk.t('frame.views') });
    for (const view of mine()) list.append(h('a', { href: `#${view.name}` }, desk.t(`view.${view.name}`)));
    return list;
  }

  function draw() {
    if (!desk.staff) return;
    isDrawn = true;
    const list = ways();
    const menu = h(
      'button',
      { class: 'key menu', type: 'button', onclick: () => list.classList.toggle('open') },
      desk.t('frame.menu'),
    );
    fill(
      bar,
      h('p', { class: 'name' }, h('img', { src: '/desk/icon.svg', alt: '' }), h('span', {}, desk.site.name)),
      menu,
      list,
      h('div', { class: 'who' }, languageKey(), h('span', {}, desk.staff.display_name), leaveKey()),
    );
    line.textContent = desk.t('frame.line_down');
    show();
  }

  function languageKey() {
    const other = Object.keys(LANGUAGES).find((language) => language !== desk.words.language);
    const choose = () => desk.chooseLanguage(other);
    return h(
      'button',
      { class: 'link', type: 'button', lang: other.replace('_', '-'), onclick: choose },
      LANGUAGES[other],
    );
  }

  function leaveKey() {
    const leave = async () => {
      await desk.requests.remove('/api/v1/session');
      location.reload();
    };
    return h('button', { class: 'link', type: 'button', onclick: leave }, desk.t('sign_in.leave'));
  }

  return {
    draw,
    showLine: (isUp) => (line.hidden = isUp),
    takeEvent: (kind, data) => shown?.takeEvent?.(kind, data),
  };
}
