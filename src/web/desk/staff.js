// SPDX-License-Identifier: GPL-3.0-or-later
// Who may sign in at the desk, and as what.
import { fill, h } from '../shared/dom.js';
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
    const title = one ? desk.t('staff.edit', { name: one.display_name }) : desk.t('staff.add');
    if (await desk.dialogs.open(title, (close) => editor(desk, close, one))) area.reload();
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

function editor(desk, close, one) {
  const id = one?.id ?? desk.newId();
  const submit = async (_, form) => {
    const { name, display_name, role, password } = form.elements;
    const written = { id, name: name.value.trim(), display_name: display_name.value.trim(), role: role.value };
    if (password.value) written.password = password.value;
    await desk.requests.put(`/api/v1/staff/${id}`, written);
    close(true);
    desk.dialogs.notice(desk.t('saved'));
  };
  const isMe = id === desk.staff.id;
  return desk.dialogs.form(
    close,
    { save: desk.t('save'), submit, extra: one && !isMe ? removeKey(desk, close, one) : null },
    textField(desk.t('staff.display_name'), {
      name: 'display_name',
      value: one?.display_name ?? '',
      required: true,
      'data-bytes': 63,
      hint: desk.t('staff.display_name_hint'),
    }),
    textField(desk.t('staff.name'), {
      name: 'name',
      value: one?.name ?? '',
      required: true,
      'data-bytes': 63,
      autocomplete: 'off',
    }),
    choiceField(
      desk.t('staff.role'),
      ROLES.map((code) => [code, desk.t(`role.${code}`)]),
      { name: 'role', value: one?.role ?? 'desk', hint: desk.t('staff.role_hint') },
    ),
    textField(desk.t('sign_in.password'), {
      name: 'password',
      type: 'password',
      autocomplete: 'new-password',
      minlength: SHORTEST_PASSWORD,
      required: !one,
      hint: desk.t(one ? 'staff.password_kept' : 'staff.password_hint', { count: SHORTEST_PASSWORD }),
    }),
  );
}

function removeKey(desk, close, one) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('staff.remove', { name: one.display_name }),
      desk.t('staff.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/staff/${one.id}`),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('staff.remove_key'));
}
