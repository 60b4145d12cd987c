// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/orders.h"

#include "base/memory.h"
#include "server/api/days.h"
#include "server/api/handlers.h"
#include "server/model/kitchen.h"

void get_orders(struct request *request)
{
  struct days days;
  if (days_of(request, &days))
    answer_list(request, "orders", orders_list(request->db, days.from, days.to));
}

static enum outcome decline(struct db *db, struct change *change, struct fault *fault)
{
  struct order order;
  enum outcome outcome = order_decline(db, change->subject, &change->actor, change->now, &order, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, order_write(&order));
  return outcome;
}

void post_order_decline(struct request *request)
{
  change_submit(change_new(request, decline, memory_text(request->parameters[0])));
}

void get_kitchen(struct request *request)
{
  char date[CLOCK_DATE_SIZE];
  const char *code = http_request_query(request->http, "meal");
  enum meal meal = code ? meal_of(code) : MEALS;
  if (!day_of(request, "date", date))
    return;
  if (meal == MEALS) {
    answer_fault(&request->reply, 400, "wrong", "meal: breakfast, lunch or supper is expected");
    return;
  }
  answer_data(request, kitchen_list(request->db, date, meal));
}
