// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody's orders as the kiosk knows them: what the server said, and over it what is still on its way.
#pragma once

#include "kiosk/model/model.h"

#define MOST_SHOWN_ORDERS 24

enum order_stage {
  STAGE_WAITING,   // noted here, the kitchen does not have it yet
  STAGE_ACCEPTED,  // the kitchen has it
  STAGE_CHANGING,  // the kitchen has it as it was, the change is on its way
  STAGE_LEAVING,   // the wish to cancel it is on its way
  STAGE_CANCELLED, //
  STAGE_DECLINED,  // order.reason says why
};

struct order_view {
  struct order order;
  enum order_stage stage;
};

// The person's orders from today on, the next meal first. At most MOST_SHOWN_ORDERS.
int orders_of(const struct model *model, const char *resident_id, struct order_view *list);
// One of them; false when there is none.
bool orders_find(const struct model *model, const char *order_id, struct order_view *out);
// Whether the person signed in has an order for that meal that stands; it is copied when `out` is not NULL.
bool orders_open_for(const struct model *model, const char *date, enum meal meal, struct order_view *out);
// Whether it stands and can still be changed or cancelled.
bool orders_can_change(const struct model *model, const struct order_view *view);
// The newest order of the person for that meal that was not cancelled or declined; NULL: none is known.
const struct order *orders_last(const struct model *model, const char *resident_id, enum meal meal);

// The following change the model.
// The snapshot's orders, with those of earlier days and those that came to nothing kept for two weeks.
void orders_from_snapshot(struct model *model, struct requests *out);
void orders_put(struct model *model, const struct order *order);

// Its rows in wish_kinds.c and record_areas.c.
struct wish_kind;
struct record_area;
extern const struct wish_kind order_place_wish, order_change_wish, order_cancel_wish;
extern const struct record_area order_area;
