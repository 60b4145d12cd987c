// SPDX-License-Identifier: GPL-3.0-or-later
// A message that places an order, as Fastify checks it before the handler runs.
const id = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const item = {
  type: 'object',
  required: ['dish_id', 'count'],
  properties: { dish_id: id, count: { type: 'integer', minimum: 1, maximum: 9 } },
};

export const messageSchema = {
  type: 'object',
  required: ['id', 'kind', 'made_at', 'body'],
  properties: {
    id,
    kind: { const: 'order.place' },
    made_at: { type: 'integer' },
    body: {
      type: 'object',
      required: ['id', 'resident_id', 'date', 'meal', 'delivery', 'items', 'made_at'],
      properties: {
        id,
        resident_id: id,
        date: { type: 'string', format: 'date' },
        meal: { enum: ['breakfast', 'lunch', 'supper'] },
        delivery: { enum: ['eat_in', 'pick_up', 'deliver'] },
        place: { type: 'string', maxLength: 31 },
        items: { type: 'array', minItems: 1, maxItems: 12, items: item },
        diet_confirmed: { type: 'boolean' },
        made_at: { type: 'integer' },
      },
    },
  },
};
