// SPDX-License-Identifier: GPL-3.0-or-later
// All orders of a day, the newest first, with what became of each; one can be taken back, in kind words.
import { fill, h } from '../shared/dom.js';
import { nextServed } from '../shared/days.js';
import { createLiveArea } from './live_area.js';
import { dateOfQuery, dayChoice } from './meal_choice.js';
import { table } from './table.js';

export const orders = { name: 'orders', roles: ['desk', 'admin', 'kitchen'], show };

const COLUMNS = ['number', 'made', 'person', 'meal', 'dishes', 'delivery', 'total', 'status'];

function show(desk, place, query) {
  const date = dateOfQuery(query, nextServed(desk.site, desk.now()).date);
  const choose = (chosen) => (location.hash = `orders?date=${chosen}`);
  const area = createLiveArea(desk, async () => {
    const [answer, residents] = await Promise.all([
      desk.requests.get(`/api/v1/orders?from=${date}&to=${date}`),
      desk.catalogue.residents(),
    ]);
    const people = new Map(residents.map((one) => [one.id, one]));
    const found = answer.orders.filter((order) => matches(people.get(order.resident_id), search.value.trim()));
    if (found.length === 0)
      return h('p', { class: 'empty' }, desk.t(answer.orders.length ? 'orders.none_found' : 'orders.empty'));
    return list(
      desk,
      found.sort((one, other) => other.made_at - one.made_at),
      people,
    );
  });
  const words = desk.t('orders.search');
  const search = h('input', { type: 'search', placeholder: words, 'aria-label': words, oninput: area.reload });
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('view.orders'))),
    h('div', { class: 'tools' }, dayChoice(desk, date, choose), search),
    area.node,
  );
  area.reload();
  return {
    leave: area.leave,
    takeEvent: (kind, data) =>
      (kind === 'catalogue.changed' || (kind === 'order' && data.date === date)) && area.reload(),
  };
}

function matches(resident, wanted) {
  return wanted === '' || (resident !== undefined && `${resident.name} ${resident.room}`.includes(wanted));
}

function list(desk, orders, people) {
  const columns = [...COLUMNS.map((name) => [name, desk.t(`orders.${name}`)]), ['end', desk.t('orders.decline')]];
  const rows = orders.map((order) => row(desk, order, people.get(order.resident_id)));
  return table(columns, rows, { rowClass: (n) => orders[n].status });
}

function row(desk, order, resident) {
  const name = resident?.name ?? desk.t('orders.left');
  return [
    order.number ? String(order.number) : '',
    desk.words.dayAndClock(order.made_at, desk.site.utc_offset_min),
    [h('strong', {}, name), ' ', h('span', { class: 'room' }, resident?.room)],
    desk.t(`meal.${order.meal}`),
    order.items.map((item) => h('div', {}, item.name, item.count > 1 ? h('b', {}, ` ×${item.count}`) : null)),
    [desk.t(`delivery.${order.delivery}`), order.place ? h('div', { class: 'place' }, order.place) : null],
    desk.words.money(order.total_fen),
    [
      h('span', { class: `mark ${order.status === 'accepted' ? '' : 'plain'}` }, desk.t(`status.${order.status}`)),
      order.reason ? h('div', { class: 'small' }, desk.t(`reason.${order.reason}`)) : null,
    ],
    order.status === 'accepted' ? declineKey(desk, order, name) : null,
  ];
}

function declineKey(desk, order, name) {
  const press = () =>
    desk.dialogs.open(desk.t('orders.decline_title', { name, number: order.number }), (close) =>
      desk.dialogs.form(
        close,
        {
          save: desk.t('orders.decline'),
          submit: async () => {
            await desk.requests.post(`/api/v1/orders/${order.id}/decline`);
            close(true);
            desk.dialogs.notice(desk.t('orders.declined', { name }));
          },
        },
        h('p', {}, desk.t('orders.elder_hears', { name })),
        h('blockquote', {}, desk.t('orders.heard', { name: desk.staff.display_name })),
      ),
    );
  return h('button', { class: 'key small', type: 'button', onclick: press }, desk.t('orders.decline'));
}
