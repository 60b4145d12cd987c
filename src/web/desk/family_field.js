// SPDX-License-Identifier: GPL-3.0-or-later
// The family of a resident who may call by video: each with their personal link, and whether they are answered by
// themselves. Each change is saved at once, unlike the file around it.
import { fill, h } from '../shared/dom.js';
import { pictureOf } from '../shared/picture_of.js';
import { checkField, textField } from './field.js';
import { showLink } from './personal_link.js';
import { pictureField } from './picture.js';

export function familyField(desk, resident) {
  const list = h('div', { class: 'stack' });
  const add = h('button', { class: 'key small', type: 'button', onclick: () => edit(null) }, desk.t('family.add'));
  if (!resident) return fieldset(desk, h('p', { class: 'hint' }, desk.t('family.after_saving')));

  async function reload() {
    try {
      const { members } = await desk.requests.get(`/api/v1/family/members?resident_id=${resident.id}`);
      fill(list, members.map(row));
    } catch (fault) {
      fill(list, h('p', { class: 'fault' }, desk.faultText(fault)));
    }
  }

  function row(member) {
    const key = (words, onclick) => h('button', { class: 'key small', type: 'button', onclick }, words);
    return h(
      'div',
      { class: 'member' },
      pictureOf(member.portrait, member.name),
      h(
        'div',
        { class: 'about' },
        h('strong', {}, member.name),
        ' ',
        h('span', { class: 'small' }, member.relation),
        h('div', {}, marks(member)),
      ),
      key(desk.t('family.link'), async () => {
        await showLink(desk, member);
        reload();
      }),
      key(desk.t('edit'), () => edit(member)),
    );
  }
  function marks(member) {
    return [
      member.auto_answer ? h('span', { class: 'mark' }, desk.t('family.answers_itself')) : null,
      member.has_link ? null : h('span', { class: 'mark warning' }, desk.t('family.no_link')),
    ];
  }

  async function edit(member) {
    const title = member ? desk.t('family.edit', { name: member.name }) : desk.t('family.add');
    await desk.dialogs.open(title, (close) => memberForm(desk, close, resident, member));
    reload();
  }
  reload();
  return fieldset(desk, list, add);
}

const fieldset = (desk, ...contents) => h('fieldset', {}, h('legend', {}, desk.t('family.title')), contents);

function memberForm(desk, close, resident, member) {
  const one = member ?? { id: desk.newId(), name: '', relation: '', portrait: '', auto_answer: false };
  const portrait = pictureField(desk, desk.t('residents.portrait'), one.portrait, one.name);
  const submit = async (_, { elements }) => {
    await desk.requests.put(`/api/v1/family/members/${one.id}`, {
      resident_id: resident.id,
      name: elements.name.value.trim(),
      relation: elements.relation.value.trim(),
      portrait: portrait.hash(),
      auto_answer: elements.auto_answer.checked,
    });
    close(true);
  };
  return desk.dialogs.form(
    close,
    { save: desk.t('save'), submit, extra: member ? removeKey(desk, close, member) : null },
    textField(desk.t('contacts.name'), {
      name: 'name',
      value: one.name,
      required: true,
      'data-bytes': 63,
      autofocus: true,
    }),
    textField(desk.t('contacts.relation'), {
      name: 'relation',
      value: one.relation,
      'data-bytes': 63,
      hint: desk.t('family.relation_hint'),
    }),
    portrait.node,
    checkField(desk.t('family.auto_answer'), { name: 'auto_answer', checked: one.auto_answer }),
    h('p', { class: 'hint' }, desk.t('family.auto_answer_hint')),
  );
}

function removeKey(desk, close, member) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('family.remove', { name: member.name }),
      desk.t('family.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/family/members/${member.id}`),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('family.remove_key'));
}
