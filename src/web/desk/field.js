// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled fields. Each is a <label> around its control, so a click on the words and a screen reader both find it.
import { h } from '../shared/dom.js';

function labelled(label, control, hint) {
  return h(
    'label',
    { class: 'field' },
    h('span', { class: 'label' }, label),
    control,
    hint ? h('span', { class: 'hint' }, hint) : null,
  );
}

export function textField(label, { hint, ...attributes }) {
  return labelled(label, h('input', { type: 'text', ...attributes }), hint);
}

export function longField(label, { hint, value, ...attributes }) {
  return labelled(label, h('textarea', { rows: 2, value, ...attributes }), hint);
}

// choices: [[value, words], …]
export function choiceField(label, choices, { hint, value, ...attributes }) {
  const options = choices.map(([code, words]) => h('option', { value: code }, words));
  const select = h('select', attributes, options);
  select.value = value;
  return labelled(label, select, hint);
}

export function checkField(label, { ...attributes }) {
  return h('label', { class: 'check' }, h('input', { type: 'checkbox', ...attributes }), h('span', {}, label));
}

// Boxes of one name; what is checked is read by checkedOf(form, name).
export function checksField(legend, name, choices, chosen) {
  const boxes = choices.map(([code, words]) =>
    checkField(words, { name, value: code, checked: chosen.includes(code) }),
  );
  return h('fieldset', {}, h('legend', {}, legend), h('div', { class: 'checks' }, boxes));
}

export function checkedOf(form, name) {
  return Array.from(form.querySelectorAll(`input[name="${name}"]:checked`), (box) => box.value);
}

// A row of keys of which one is chosen.
export function radioField(legend, name, choices, chosen, onchange) {
  const keys = choices.map(([code, words]) =>
    h(
      'label',
      {},
      h('input', { type: 'radio', name, value: code, checked: code === chosen, onchange: () => onchange?.(code) }),
      h('span', {}, words),
    ),
  );
  return h('fieldset', { class: 'radios' }, h('legend', { class: 'unseen' }, legend), keys);
}
