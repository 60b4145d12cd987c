// SPDX-License-Identifier: GPL-3.0-or-later
// In which hours of the day the kiosk answers by itself those of the family whom the resident trusts so.
import { h } from '../shared/dom.js';
import { clockOfMinute, minuteOfClock } from '../shared/days.js';
import { checkField, textField } from './field.js';

const DAY_MINUTES = 1440;
const USUAL = { from: 9 * 60, to: 20 * 60 };

// read() → {auto_answer_from, auto_answer_to}: minutes of the day, both -1 for never; {} when nobody has touched them, so
// that what the person chooses at a kiosk meanwhile stays.
export function answerHoursField(desk, resident) {
  const { auto_answer_from: from = -1, auto_answer_to: to = -1 } = resident;
  const isOn = from >= 0;
  const time = (name, words, minute) =>
    textField(words, { name, type: 'time', value: clockOfMinute(minute), required: true });
  const hours = h(
    'div',
    { class: 'pair', hidden: !isOn },
    time('answer_from', desk.t('family.hours_from'), isOn ? from : USUAL.from),
    time('answer_to', desk.t('family.hours_to'), isOn ? to : USUAL.to),
  );
  const check = checkField(desk.t('family.hours'), { name: 'answers_itself', checked: isOn, onchange: show });
  const node = h('div', { class: 'stack' }, check, hours, h('p', { class: 'hint' }, desk.t('family.hours_hint')));
  const value = (name) => node.querySelector(`[name=${name}]`);

  function show() {
    hours.hidden = !value('answers_itself').checked;
    checkOrder();
  }
  function minutes() {
    const end = minuteOfClock(value('answer_to').value);
    return { from: minuteOfClock(value('answer_from').value), to: end === 0 ? DAY_MINUTES : end };
  }
  function checkOrder() {
    const isWrong = !hours.hidden && minutes().to <= minutes().from;
    value('answer_to').setCustomValidity(isWrong ? desk.t('family.hours_wrong') : '');
  }
  function chosen() {
    return hours.hidden ? { from: -1, to: -1 } : minutes();
  }
  hours.addEventListener('input', checkOrder);
  return {
    node,
    read() {
      const now = chosen();
      return now.from === from && now.to === to ? {} : { auto_answer_from: now.from, auto_answer_to: now.to };
    },
  };
}
