// SPDX-License-Identifier: GPL-3.0-or-later
// Orders as wishes: what a message about one means for it.
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/wish_kinds.h"

#include "base/text.h"

static struct record known(const struct model *model, const char *order_id)
{
  struct order_view view = {0};
  if (!orders_find(model, order_id, &view))
    return (struct record){0};
  return (struct record){.kind = RECORD_ORDER, .is.order = view.order};
}

// The message itself has only its id.
static void cancel_about(const struct model *model, const struct message *message, struct record *out)
{
  *out = known(model, message->body.is.order.id);
}

static void place_after(const struct model *model, const struct message *message, const struct answer *answer,
                        struct record *out)
{
  out->is.order.status = answer->accepted ? ORDER_ACCEPTED : ORDER_DECLINED;
  COPY_TEXT(out->is.order.reason, refusal_code(answer->reason));
}

static void change_after(const struct model *model, const struct message *message, const struct answer *answer,
                         struct record *out)
{
  *out = known(model, message->body.is.order.id);
}

static void cancel_after(const struct model *model, const struct message *message, const struct answer *answer,
                         struct record *out)
{
  if (answer->accepted)
    out->is.order.status = ORDER_CANCELLED;
}

static void put(struct model *model, const struct record *record, struct requests *out)
{
  orders_put(model, &record->is.order);
}

static bool taken_back(const struct model *model, const struct record *record, struct wish *news)
{
  const struct order *order = &record->is.order;
  struct order_view before;
  news->kind = MESSAGE_ORDER_PLACE;
  news->reason = REFUSAL_BY_STAFF;
  COPY_TEXT(news->facts.decided_by, order->decided_by);
  return order->status == ORDER_DECLINED && refusal_of(order->reason) == REFUSAL_BY_STAFF &&
         orders_find(model, order->id, &before) && before.order.status != ORDER_DECLINED;
}

const struct wish_kind order_place_wish = {.told = true, .after = place_after};
const struct wish_kind order_change_wish = {.told = true, .after = change_after};
const struct wish_kind order_cancel_wish = {.told = true, .about = cancel_about, .after = cancel_after};
const struct record_area order_area = {.kept = true, .put = put, .taken_back = taken_back};
