// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about meals.
#include "server/model/message_kinds.h"
#include "server/model/orders.h"

#define SENDERS (SENDER(ACTOR_KIOSK) | SENDER(ACTOR_STAFF))

static void tell(struct answer *answer, enum refusal reason, const struct order *order)
{
  answer->reason = reason;
  if (order->id[0])
    answer->record = (struct record){.kind = RECORD_ORDER, .is.order = *order};
}

static void place(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                  struct answer *answer)
{
  struct order order = {0};
  tell(answer, order_place(db, &message->body.is.order, now, &order, &answer->facts), &order);
}

static void change(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                   struct answer *answer)
{
  struct order order = {0};
  tell(answer, order_change(db, &message->body.is.order, now, &order, &answer->facts), &order);
}

static void cancel(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                   struct answer *answer)
{
  struct order order = {0};
  const char *id = message->body.is.order.id;
  tell(answer, order_cancel(db, id, message->made_at, now, &order, &answer->facts), &order);
}

const struct message_handler order_place_handler = {SENDERS, place};
const struct message_handler order_change_handler = {SENDERS, change};
const struct message_handler order_cancel_handler = {SENDERS, cancel};
