// SPDX-License-Identifier: GPL-3.0-or-later
// Who may sign in at the desk, and as what.
import { fill, h } from '../shared/dom.js';
import { editThing } from './editing.js';
import { choiceField, textField } from './field.js';
import { createLiveArea } from './live_area.js';
import { table } from './table.js';

export const staff = { name: 'staff', roles: ['admin'], show };

const ROLES = ['desk', 'kitchen', 'admin'];
const SHORTEST_PASSWORD = 10;

function show(desk, place) {
  const area = createLiveArea(desk, async () => {
    const people = (await desk.requests.get('/api/v1/staff')).staff;
    const columns = [
      ...['display_name', 'name', 'role'].map((name) => [name, desk.t(`staff.${name}`)]),
      ['end', desk.t('edit')],
    ];
    const rows = people.map((one) => [
      h('strong', {}, one.display_name),
      one.name,
      desk.t(`role.${one.role}`),
      editKey(one),
    ]);
    return table(columns, rows);
  });
  const edit = async (one) => {
    if (await editAccount(desk, one)) area.reload();
  };
  const editKey = (one) =>
    h(
      'button',
      {
        class: 'key small',
        type: 'button',
        'aria-label': desk.t('staff.edit', { name: one.display_name }),
        onclick: () => edit(one),
      },
      desk.t('edit'),
    );
  const add = h('button', { class: 'key main', type: 'button', onclick: () => edit(null) }, desk.t('staff.add'));
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.staff')), add), area.node);
  area.reload();
  return { leave: area.leave };
}

const NEW = { name: '', display_name: '', role: 'desk' };
const NAMES = { name: 'staff.name', display_name: 'staff.display_name', role: 'staff.role' };

// Whoever works here is told of no changes, so who edits hears of another's when saving.
function editAccount(desk, account) {
  const id = account?.id ?? desk.newId();
  return editThing(desk, {
    thing: account,
    empty: NEW,
    title: account ? desk.t('staff.edit', { name: account.display_name }) : desk.t('staff.add'),
    names: NAMES,
    path: () => `/api/v1/staff/${id}`,
    form: (one, close) => editor(desk, close, id, one, account),
  });
}

function editor(desk, close, id, one, account) {
  const read = ({ elements: { name, display_name, role, password } }) => {
    const written = { id, name: name.value.trim(), display_name: display_name.value.trim(), role: role.value };
    if (password.value) written.password = password.value;
    return written;
  };
  const isMe = id === desk.staff.id;
  const fields = [
    textField(desk.t('staff.display_name'), {
      name: 'display_name',
      value: one.display_name,
      required: true,
      'data-bytes': 63,
      hint: desk.t('staff.display_name_hint'),
    }),
    textField(desk.t('staff.name'), {
      name: 'name',
      value: one.name,
      required: true,
      'data-bytes': 63,
      autocomplete: 'off',
    }),
    choiceField(
      desk.t('staff.role'),
      ROLES.map((code) => [code, desk.t(`role.${code}`)]),
      { name: 'role', value: one.role, hint: desk.t('staff.role_hint') },
    ),
    textField(desk.t('sign_in.password'), {
      name: 'password',
      type: 'password',
      autocomplete: 'new-password',
      minlength: SHORTEST_PASSWORD,
      value: one.password ?? '',
      required: !account,
      hint: desk.t(account ? 'staff.password_kept' : 'staff.password_hint', { count: SHORTEST_PASSWORD }),
    }),
  ];
  return { fields, read, extra: account && !isMe ? removeKey(desk, close, one) : null };
}

function removeKey(desk, close, one) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('staff.remove', { name: one.display_name }),
      desk.t('staff.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/staff/${one.id}`, one.revision),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('staff.remove_key'));
}
