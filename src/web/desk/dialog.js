// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs, short notices, and forms that say what went wrong beside the key that was pressed.
import { h } from '../shared/dom.js';

const NOTICE_MS = 5000;

export function createDialogs(desk) {
  const notices = h('div', { class: 'notices', role: 'status' });
  let changed = () => {};
  document.body.append(notices);

  // Puts a dialog over everything until it is closed.
  function present(dialog) {
    dialog.addEventListener('close', () => {
      changed();
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    changed();
  }

  // Shows content(close) in a dialog; the promise tells what it was closed with, undefined when it was left by Escape.
  function open(title, content, kind = '') {
    return new Promise((resolve) => {
      const dialog = h('dialog', { class: kind, 'aria-label': title });
      let result;
      const close = (value) => {
        result = value;
        dialog.close();
      };
      dialog.append(h('h2', {}, title), content(close));
      dialog.addEventListener('close', () => resolve(result));
      present(dialog);
    });
  }

  // A form whose keys stand at the end; without `close` it is a part of a view. submit(close) may throw a fault, which is shown and keeps everything typed.
  function form(close, { save, submit, extra = null }, ...fields) {
    const fault = faultLine();
    const key = h('button', { class: 'key main', type: 'submit' }, save);
    const cancel = close && h('button', { class: 'key', type: 'button', onclick: () => close() }, desk.t('cancel'));
    const element = h('form', {}, fields, fault.node, h('div', { class: 'keys' }, extra, cancel, key));
    onSubmit(desk, element, key, fault, () => submit(close, element));
    return element;
  }

  // Asks before something is undone for good; work() is done while the question stands, so that a failure is said there.
  function confirm(title, sentence, yes, work) {
    const submit = async (close) => {
      await work();
      close(true);
    };
    return open(title, (close) => form(close, { save: yes, submit }, h('p', {}, sentence)));
  }

  function notice(text) {
    const node = h('p', { class: 'notice' }, text);
    notices.append(node);
    setTimeout(() => node.remove(), NOTICE_MS);
  }
  const onChange = (listener) => (changed = listener);
  return { open, form, confirm, notice, present, onChange };
}

export function faultLine() {
  const node = h('p', { class: 'fault', role: 'alert', hidden: true });
  return {
    node,
    show(text) {
      node.textContent = text;
      node.hidden = text === '';
    },
  };
}

// The server counts bytes of UTF-8 (protocol/limits.h): a Chinese character is three of them.
function watchBytes(desk, form) {
  form.addEventListener('input', ({ target }) => {
    if (!target.dataset.bytes) return;
    const isTooLong = new TextEncoder().encode(target.value.trim()).length > Number(target.dataset.bytes);
    target.setCustomValidity(isTooLong ? desk.t('too_long') : '');
  });
}

// Runs work() when the form is sent, once at a time.
export function onSubmit(desk, form, key, fault, work) {
  watchBytes(desk, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    key.disabled = true;
    fault.show('');
    try {
      await work();
    } catch (cause) {
      fault.show(desk.faultText(cause));
    }
    key.disabled = false;
  });
}
