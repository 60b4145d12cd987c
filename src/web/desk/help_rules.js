// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told, and when, while nobody takes a call for help; and who is on call.
import { fill, h } from '../shared/dom.js';
import { clockOfMinute, minuteOfClock } from '../shared/days.js';
import { faultLine, onSubmit } from './dialog.js';
import { choiceField, textField } from './field.js';

export const helpRules = { name: 'help_rules', roles: ['desk', 'admin'], show };

const TARGETS = ['on_call', 'contact', 'person', 'decide'];
const MOST_RULES = 24;
const MOST_ON_CALL = 40;
const MOST_CONTACTS = 6;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];
const NEW_RULE = { from_minute: 0, to_minute: 0, after_s: 60, target: 'person', contact: 0, name: '', address: '' };
const NEW_ON_CALL = { name: '', address: '', weekdays: 127, from_minute: 0, to_minute: 0 };

function show(desk, place, query) {
  const resident = query.get('resident') ?? '';
  const body = h('div', { class: 'sheet' });
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.help_rules'))), body);
  draw(desk, body, resident).catch((cause) => fill(body, h('p', { class: 'fault' }, desk.faultText(cause))));
  return {};
}

async function draw(desk, body, resident) {
  const [residents, rules, rota] = await Promise.all([
    desk.catalogue.residents(),
    desk.requests.get(`/api/v1/help_rules?resident_id=${resident}`),
    desk.requests.get('/api/v1/on_call'),
  ]);
  const choices = [['', desk.t('rules.site')], ...residents.map(({ id, name, room }) => [id, `${name} ${room}`])];
  const choose = ({ target }) => (location.hash = `help_rules?resident=${target.value}`);
  fill(
    body,
    h('p', {}, desk.t('rules.what')),
    choiceField(desk.t('rules.whose'), choices, { name: 'resident', value: resident, onchange: choose }),
    rulesForm(desk, rules, resident),
    rotaForm(desk, rota.on_call),
  );
}

const value = (row, name) => row.querySelector(`[name=${name}]`).value.trim();
const hoursOf = (row) => ({ from_minute: minuteOfClock(value(row, 'from')), to_minute: minuteOfClock(value(row, 'to')) });
const hourFields = (desk, { from_minute: from, to_minute: to }) => [
  textField(desk.t('rules.from'), { name: 'from', type: 'time', value: clockOfMinute(from), required: true }),
  textField(desk.t('rules.to'), { name: 'to', type: 'time', value: clockOfMinute(to), required: true }),
];

// A form of rows that can be added and taken away; save(rows) → promise.
function listForm(desk, { title, hint, items, most, add, row, save }) {
  const rows = h('div', { class: 'stack' });
  const fault = faultLine();
  const more = h('button', { class: 'key small', type: 'button', onclick: () => append(add) }, desk.t('rules.add'));
  const key = h('button', { class: 'key main', type: 'submit' }, desk.t('save'));
  function count() {
    more.hidden = rows.children.length >= most;
  }
  function append(item) {
    const node = h('div', { class: 'rule' }, row(item));
    const drop = () => {
      node.remove();
      count();
    };
    node.append(
      h('button', { class: 'key small', type: 'button', 'aria-label': desk.t('rules.remove'), onclick: drop }, '×'),
    );
    rows.append(node);
    count();
  }
  items.forEach(append);
  const form = h(
    'form',
    { class: 'page-form' },
    h('fieldset', {}, h('legend', {}, title), h('p', { class: 'hint' }, hint), rows, more),
    fault.node,
    h('div', { class: 'keys' }, key),
  );
  onSubmit(desk, form, key, fault, async () => {
    await save([...rows.children]);
    desk.dialogs.notice(desk.t('saved'));
  });
  return form;
}

function rulesForm(desk, { rules, preset }, resident) {
  const hint = resident ? 'rules.hint_resident' : preset ? 'rules.hint_preset' : 'rules.hint';
  const contacts = [...Array(MOST_CONTACTS).keys()].map((n) => [n, desk.t('rules.contact_n', { number: n + 1 })]);
  const row = (rule) => [
    textField(desk.t('rules.after'), { name: 'after', type: 'number', min: 0, max: 3600, value: rule.after_s, required: true }),
    choiceField(desk.t('rules.target'), TARGETS.map((code) => [code, desk.t(`rules.target.${code}`)]), {
      name: 'target',
      value: rule.target,
    }),
    choiceField(desk.t('rules.contact'), contacts, { name: 'contact', value: rule.contact }),
    textField(desk.t('rules.name'), { name: 'name', value: rule.name, 'data-bytes': 63 }),
    textField(desk.t('rules.address'), { name: 'address', value: rule.address, 'data-bytes': 127 }),
    hourFields(desk, rule),
  ];
  const read = (node) => ({
    ...hoursOf(node),
    after_s: Number(value(node, 'after')),
    target: value(node, 'target'),
    contact: Number(value(node, 'contact')),
    name: value(node, 'name'),
    address: value(node, 'address'),
  });
  const save = (nodes) => desk.requests.put('/api/v1/help_rules', { resident_id: resident, rules: nodes.map(read) });
  const title = desk.t('rules.title');
  return listForm(desk, { title, hint: desk.t(hint), items: rules, most: MOST_RULES, add: NEW_RULE, row, save });
}

function rotaForm(desk, people) {
  const row = (person) => [
    textField(desk.t('rules.name'), { name: 'name', value: person.name, required: true, 'data-bytes': 63 }),
    textField(desk.t('rules.address'), { name: 'address', value: person.address, required: true, 'data-bytes': 127 }),
    h('div', { class: 'weekdays' }, WEEKDAYS.map((day) => dayBox(desk, day, person.weekdays))),
    hourFields(desk, person),
  ];
  const days = (node) => [...node.querySelectorAll('[name=weekday]:checked')].reduce((all, box) => all + 2 ** box.value, 0);
  const read = (node) => ({
    ...hoursOf(node),
    name: value(node, 'name'),
    address: value(node, 'address'),
    weekdays: days(node),
  });
  const save = (nodes) => desk.requests.put('/api/v1/on_call', { on_call: nodes.map(read) });
  const words = { title: desk.t('rules.on_call'), hint: desk.t('rules.on_call_hint') };
  return listForm(desk, { ...words, items: people, most: MOST_ON_CALL, add: NEW_ON_CALL, row, save });
}

function dayBox(desk, day, chosen) {
  const box = h('input', { type: 'checkbox', name: 'weekday', value: day, checked: Math.floor(chosen / 2 ** day) % 2 === 1 });
  return h('label', {}, box, desk.t(`weekday.${day}`));
}
