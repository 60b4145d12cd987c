// SPDX-License-Identifier: GPL-3.0-or-later
// The family of a resident who may call by video: each with their personal link, and whether they are answered by
// themselves. Each change is saved at once, unlike the file around it.
import { fill, h } from '../shared/dom.js';
import { pictureOf } from '../shared/picture_of.js';
import { editThing } from './editing.js';
import { checkField, textField } from './field.js';
import { showLink } from './personal_link.js';
import { pictureField } from './picture.js';

export function familyField(desk, resident) {
  const list = h('div', { class: 'stack' });
  const add = h('button', { class: 'key small', type: 'button', onclick: () => edit(null) }, desk.t('family.add'));
  if (!resident) return fieldset(desk, h('p', { class: 'hint' }, desk.t('family.after_saving')));

  async function reload() {
    try {
      const { members } = await desk.requests.get(membersOf(resident));
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
    await editMember(desk, resident, member);
    reload();
  }
  reload();
  return fieldset(desk, list, add);
}

const fieldset = (desk, ...contents) => h('fieldset', {}, h('legend', {}, desk.t('family.title')), contents);

const NEW = { name: '', relation: '', portrait: '', auto_answer: false };
const NAMES = {
  name: 'contacts.name',
  relation: 'contacts.relation',
  portrait: 'residents.portrait',
  auto_answer: 'family.answers_itself',
};
const membersOf = (resident) => `/api/v1/family/members?resident_id=${resident.id}`;

function editMember(desk, resident, member) {
  const id = member?.id ?? desk.newId();
  return editThing(desk, {
    thing: member,
    empty: NEW,
    title: member ? desk.t('family.edit', { name: member.name }) : desk.t('family.add'),
    names: NAMES,
    path: () => `/api/v1/family/members/${id}`,
    newest: async () => (await desk.requests.get(membersOf(resident))).members.find((one) => one.id === id),
    form: (one, close) => memberForm(desk, close, resident, one, member),
  });
}

function memberForm(desk, close, resident, one, member) {
  const portrait = pictureField(desk, desk.t('residents.portrait'), one.portrait, one.name);
  const read = ({ elements }) => ({
    resident_id: resident.id,
    name: elements.name.value.trim(),
    relation: elements.relation.value.trim(),
    portrait: portrait.hash(),
    auto_answer: elements.auto_answer.checked,
  });
  const fields = [
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
  ];
  return { fields, read, extra: member ? removeKey(desk, close, one) : null };
}

function removeKey(desk, close, member) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('family.remove', { name: member.name }),
      desk.t('family.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/family/members/${member.id}`, member.revision),
    );
    if (isSure) close(true);
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('family.remove_key'));
}
