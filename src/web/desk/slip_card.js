// SPDX-License-Identifier: GPL-3.0-or-later
// What came of one slip: in words, with what to do about it.
import { h } from '../shared/dom.js';

const GOOD = ['entered', 'known'];

// dishes: of the site, for the names; word: what was typed, '' when it was scanned.
export function slipCard(desk, verdict, { dishes, word }) {
  const { answer } = verdict;
  const isRefused = answer && !answer.accepted;
  const isGood = GOOD.includes(verdict.verdict) && !isRefused;
  return h(
    'li',
    { class: isGood ? `slip ${verdict.verdict}` : 'slip wrong' },
    h('p', { class: 'verdict' }, headline(desk, verdict, isRefused)),
    verdict.number ? h('p', { class: 'number' }, desk.t('slips.number', { number: verdict.number })) : null,
    about(desk, verdict, dishes),
    GOOD.includes(verdict.verdict) ? entry(desk, verdict) : h('p', {}, desk.t(`slips.do.${verdict.verdict}`)),
    verdict.verdict === 'not_here' ? byHand(desk, word) : null,
  );
}

function headline(desk, verdict, isRefused) {
  if (isRefused && verdict.verdict === 'entered') return desk.t('slips.refused');
  return desk.t(`slips.is.${verdict.verdict}`);
}

// What the server has made of it, or what the slip says where it has made nothing.
function about(desk, { answer, message, resident }, dishes) {
  const order = answer?.order ?? message?.body;
  const who = resident && h('p', { class: 'who' }, h('strong', {}, resident.name), ' ', resident.room);
  if (!order?.items) return who;
  const names = order.items.map(
    (item) =>
      `${item.name || dishes.find((dish) => dish.id === item.dish_id)?.name || '?'}${item.count > 1 ? ` ×${item.count}` : ''}`,
  );
  const when = `${desk.words.shortDay(order.date)} · ${desk.t(`meal.${order.meal}`)} · ${desk.t(`delivery.${order.delivery}`)}`;
  return [who, h('p', {}, when), h('p', { class: 'dishes' }, names.join('、'))];
}

function entry(desk, { answer, entered_at, entered_by, verdict }) {
  const when = desk.words.dayAndClock(entered_at, desk.site.utc_offset_min);
  const how = entered_by ? desk.t('slips.by_staff', { when, name: entered_by }) : desk.t('slips.by_kiosk', { when });
  return [
    verdict === 'known' ? h('p', { class: 'quiet' }, how) : null,
    answer && !answer.accepted ? h('p', {}, refusal(desk, answer.reason)) : null,
    answer?.order?.number ? h('p', {}, desk.t('slips.order_number', { number: answer.order.number })) : null,
  ];
}

function refusal(desk, reason) {
  const key = `refusal.${reason}`;
  return desk.t(desk.words.has(key) ? key : 'refusal.other');
}

function byHand(desk, word) {
  return h('a', { class: 'key', href: `#order_for?slip=${word}` }, desk.t('slips.by_hand'));
}
