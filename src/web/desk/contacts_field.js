// SPDX-License-Identifier: GPL-3.0-or-later
// The people to call for somebody: up to six, each a name, what they are to the person, and a telephone.
import { h } from '../shared/dom.js';
import { textField } from './field.js';

const MOST = 6;

export function contactsField(desk, contacts) {
  const rows = h('div', { class: 'stack' });
  const add = h(
    'button',
    {
      class: 'key small',
      type: 'button',
      onclick: () => append({ name: '', relation: '', phone: '' }).querySelector('input').focus(),
    },
    desk.t('contacts.add'),
  );

  function append(contact) {
    const remove = h(
      'button',
      { class: 'key small', type: 'button', 'aria-label': desk.t('contacts.remove'), onclick: () => drop(row) },
      '×',
    );
    const row = h(
      'div',
      { class: 'contact' },
      textField(desk.t('contacts.name'), {
        name: 'contact_name',
        value: contact.name,
        required: true,
        'data-bytes': 63,
      }),
      textField(desk.t('contacts.relation'), { name: 'contact_relation', value: contact.relation, 'data-bytes': 63 }),
      textField(desk.t('contacts.phone'), { name: 'contact_phone', value: contact.phone, type: 'tel', maxlength: 23 }),
      remove,
    );
    rows.append(row);
    count();
    return row;
  }
  function drop(row) {
    row.remove();
    count();
  }
  function count() {
    add.hidden = rows.children.length >= MOST;
  }
  contacts.forEach(append);
  const value = (row, name) => row.querySelector(`[name="contact_${name}"]`).value.trim();
  return {
    node: h('fieldset', {}, h('legend', {}, desk.t('contacts')), rows, add),
    read: () =>
      Array.from(rows.children, (row) => ({
        name: value(row, 'name'),
        relation: value(row, 'relation'),
        phone: value(row, 'phone'),
      })),
  };
}
