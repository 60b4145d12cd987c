// SPDX-License-Identifier: GPL-3.0-or-later
// The personal link: /family#TOKEN. The token leaves the address bar at once, so that it is neither seen nor shared with a
// picture of the screen; the session's cookie stays. An installed page on an iPhone has cookies of its own, so the link
// can also be pasted.
import { fill, h } from '../shared/dom.js';

const TOKEN = /^[A-Za-z0-9_-]{16,128}$/;

// The token of a link, or of the token alone; null when it is none.
export function tokenOf(text) {
  const token = text.trim().split('#').at(-1);
  return TOKEN.test(token) ? token : null;
}

export function takeTokenFromAddress() {
  const token = location.hash ? tokenOf(location.hash) : null;
  if (location.hash) history.replaceState(null, '', location.pathname);
  return token;
}

// Who is here, by the link or by the session; asks for the link until somebody is. Never fails.
export async function beginSession(page) {
  let token = takeTokenFromAddress();
  for (;;) {
    try {
      if (token) await page.requests.familySignIn(token);
      return await page.requests.familySession();
    } catch (fault) {
      if (fault.status >= 400 && fault.status < 500 && fault.status !== 429)
        token = await askForLink(page, Boolean(token));
      else await askToRetry(page, fault);
    }
  }
}

// Stands in the place of all; `isEnded`: a link was there, but it is no longer good.
export function askForLink(page, isEnded) {
  const { t } = page.words;
  return new Promise((resolve) => {
    const fault = h('p', { class: 'fault', role: 'alert', hidden: true });
    const field = h('input', { type: 'text', name: 'link', required: true, autocomplete: 'off', inputmode: 'url' });
    const send = (event) => {
      event.preventDefault();
      const token = tokenOf(field.value);
      fault.hidden = Boolean(token);
      fault.textContent = t('link.not_one');
      if (token) resolve(token);
    };
    const form = h(
      'form',
      { onsubmit: send },
      h('label', { class: 'field' }, h('span', { class: 'label' }, t('link.paste')), field),
      fault,
      h('button', { class: 'key main wide', type: 'submit' }, t('link.open')),
    );
    const title = h('h1', {}, t(isEnded ? 'link.ended' : 'link.title'));
    fill(page.place, welcome(title, h('p', {}, t('link.how')), form));
  });
}

function askToRetry(page, fault) {
  const { t } = page.words;
  return new Promise((resolve) => {
    const again = h('button', { class: 'key main wide', type: 'button', onclick: resolve }, t('link.try_again'));
    fill(page.place, welcome(h('p', { role: 'alert' }, page.faultText(fault)), again));
  });
}

const welcome = (...contents) =>
  h('div', { class: 'welcome' }, h('img', { src: '/desk/icon.svg', alt: '', class: 'emblem' }), contents);
