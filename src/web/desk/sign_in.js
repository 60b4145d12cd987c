// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, at the start and again when a session has ended; then it stands over the page and all that was typed stays,
// unless another signs in.
import { h } from '../shared/dom.js';
import { LANGUAGES } from '../shared/words.js';
import { faultLine, onSubmit } from './dialog.js';
import { textField } from './field.js';

// Tells the browser's other tabs, which share the session, that somebody has signed in.
const KEPT_AS = 'anban.signed_in';

export function createSignIn(desk) {
  let waiting = null;
  let settle = () => {}; // what waits for somebody to sign in

  window.addEventListener('storage', async ({ key }) => {
    const session = key === KEPT_AS && (await desk.requests.session().catch(() => null));
    if (session) entered(session.staff);
  });

  // The event stream, and all that is open and typed, are of the one who was here before: another begins with a fresh
  // page. The price is that its sound has to be allowed again.
  function entered(staff) {
    if (desk.staff && desk.staff.id !== staff.id) return location.reload();
    desk.staff = staff;
    settle();
  }

  function again() {
    waiting ??= ask().finally(() => (waiting = null));
    return waiting;
  }

  function ask() {
    return new Promise((resolve) => {
      const dialog = h('dialog', {
        class: desk.staff ? 'sign-in' : 'sign-in first',
        'aria-label': desk.t('sign_in.title'),
      });
      // Nobody leaves this dialog without signing in.
      dialog.addEventListener('cancel', (event) => event.preventDefault());
      const draw = () => dialog.replaceChildren(...content(draw));
      draw();
      settle = () => {
        dialog.close();
        resolve();
      };
      desk.dialogs.present(dialog);
    });
  }

  function content(draw) {
    const fault = faultLine();
    const key = h('button', { class: 'key main wide', type: 'submit' }, desk.t('sign_in.enter'));
    const form = h(
      'form',
      {},
      textField(desk.t('sign_in.name'), {
        name: 'name',
        value: desk.staff?.name ?? '',
        required: true,
        autocomplete: 'username',
        autofocus: !desk.staff,
      }),
      textField(desk.t('sign_in.password'), {
        name: 'password',
        type: 'password',
        required: true,
        autocomplete: 'current-password',
        autofocus: Boolean(desk.staff),
      }),
      fault.node,
      key,
    );
    onSubmit(desk, form, key, fault, async () => {
      const { staff } = await desk.requests.signIn(form.elements.name.value, form.elements.password.value);
      desk.sound.allow();
      localStorage.setItem(KEPT_AS, String(Date.now()));
      entered(staff);
    });
    const heading = desk.staff ? desk.t('sign_in.again') : desk.t('sign_in.welcome');
    return [
      h('img', { src: '/desk/icon.svg', alt: '', class: 'emblem' }),
      h('h1', {}, desk.t('product')),
      h('p', {}, heading),
      form,
      languageKeys(draw),
    ];
  }

  function languageKeys(draw) {
    const choose = (language) => {
      desk.chooseLanguage(language);
      draw();
    };
    const keys = Object.entries(LANGUAGES).map(([language, name]) =>
      h(
        'button',
        { type: 'button', class: 'link', lang: language.replace('_', '-'), onclick: () => choose(language) },
        name,
      ),
    );
    return h('p', { class: 'languages' }, keys);
  }

  // The server can't be reached before anybody is signed in: says so and waits for the key.
  function unreachable(fault) {
    return desk.dialogs.open(desk.t('product'), (close) =>
      h(
        'form',
        { method: 'dialog' },
        h('p', {}, desk.faultText(fault)),
        h(
          'div',
          { class: 'keys' },
          h('button', { class: 'key main', type: 'submit', onclick: () => close() }, desk.t('try_again')),
        ),
      ),
    );
  }
  return { again, unreachable };
}
