// SPDX-License-Identifier: GPL-3.0-or-later
// 代点: an order for somebody who stands at the desk or rings up. Who, which meal, which dishes, how it is taken; then sent
// as the same message that a kiosk sends.
import { fill, h, keepFocus } from '../shared/dom.js';
import { nextOrderable } from '../shared/days.js';
import { createLiveArea } from './live_area.js';
import { mealChoice, mealOfQuery } from './meal_choice.js';
import { forMeal, forResident, messageOf, newDraft } from './order_draft.js';
import { dishesPart, summaryPart } from './order_parts.js';
import { residentPicker } from './resident_picker.js';

export const orderFor = { name: 'order_for', roles: ['desk', 'admin'], show };

function show(desk, place, query) {
  const slip = query.get('slip'); // the word of one that can't be read: what is ordered here stands for it
  let draft = newDraft(mealOfQuery(query, nextOrderable(desk.site, desk.now())));
  // A repeated press after a lost answer sends the same message, and the server gives it one effect.
  let message = null;
  const meal = h('div');
  const note = (next) => {
    draft = next(draft);
    message = null;
  };
  const change = (next) => {
    note(next);
    draw();
  };
  const area = createLiveArea(desk, async () => {
    if (!draft.resident) return null;
    const dishes = await offered(desk, draft);
    return [dishesPart(desk, draft, dishes, change), summaryPart(desk, draft, dishes, { change, note, send })];
  });
  function draw() {
    keepFocus(meal, () =>
      fill(
        meal,
        mealChoice(desk, draft, (chosen) => change((now) => forMeal(now, chosen))),
      ),
    );
    return area.reload();
  }
  async function send() {
    message ??= messageOf(draft, desk.newId, desk.now());
    const answer = await deliver(desk, message, slip);
    if (!answer.accepted) {
      message = null;
      throw new Error(refusalWords(desk, answer.reason));
    }
    tellDone(desk, draft, answer.order);
    picker.clear();
    change(newDraft);
  }
  const picker = residentPicker(desk, (resident) =>
    change((now) => (resident ? forResident(now, resident) : newDraft(now))),
  );
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h1', {}, desk.t('order_for.title')), h('p', { class: 'sub' }, slip ? desk.t('order_for.of_slip', { word: slip }) : desk.t('order_for.what'))),
    ),
    h('section', { class: 'step-part' }, h('h2', {}, desk.t('order_for.who')), picker.node),
    h('section', { class: 'step-part' }, h('h2', {}, desk.t('order_for.when')), meal),
    area.node,
  );
  draw();
  return { leave: area.leave, takeEvent: (kind) => kind === 'catalogue.changed' && area.reload() };
}

async function deliver(desk, message, slip) {
  if (!slip) return desk.requests.post('/api/v1/messages', message);
  const { verdict, answer } = await desk.requests.post('/api/v1/slips', { text: slip, message });
  if (verdict === 'known') throw new Error(desk.t('slips.is.known'));
  return answer;
}

// A newer server may have a reason that this page has no words for.
function refusalWords(desk, reason) {
  const key = `refusal.${reason}`;
  return desk.t(desk.words.has(key) ? key : 'refusal.other');
}

async function offered(desk, { date, meal }) {
  const [menus, dishes] = await Promise.all([desk.catalogue.menus(date, date), desk.catalogue.dishes()]);
  const menu = menus.find((one) => one.meal === meal);
  return (menu?.dishes ?? []).map((id) => dishes.find((dish) => dish.id === id)).filter(Boolean);
}

function tellDone(desk, draft, order) {
  desk.dialogs.open(desk.t('order_for.done'), (close) =>
    h(
      'form',
      { method: 'dialog', class: 'order-done' },
      h('p', { class: 'code' }, String(order.number)),
      h(
        'p',
        {},
        desk.t('order_for.done_for', {
          name: draft.resident.name,
          meal: desk.t(`meal.${order.meal}`),
          day: desk.words.shortDay(order.date),
          money: desk.words.money(order.total_fen),
        }),
      ),
      h(
        'div',
        { class: 'keys' },
        h('button', { class: 'key main', type: 'submit', onclick: () => close(true) }, desk.t('ok')),
      ),
    ),
  );
}
