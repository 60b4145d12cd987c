// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/order_item.h"

#include "kiosk/screens/phrase.h"

const char *order_stage_words(const struct lang *lang, enum order_stage stage)
{
  switch (stage) {
  case STAGE_ACCEPTED:
    return tr(lang, "The kitchen has it");
  case STAGE_CHANGING:
    return tr(lang, "The change is on its way");
  case STAGE_LEAVING:
    return tr(lang, "Being cancelled");
  case STAGE_CANCELLED:
    return tr(lang, "Cancelled");
  case STAGE_DECLINED:
    return tr(lang, "Could not be ordered");
  case STAGE_WAITING:
    break;
  }
  return tr(lang, "Written down, on its way to the kitchen");
}

enum item_look order_stage_look(enum order_stage stage)
{
  return stage == STAGE_DECLINED ? LOOK_WARNING : stage == STAGE_ACCEPTED ? LOOK_DONE : LOOK_PLAIN;
}

void order_dishes(struct sheet *sheet, const struct order *order)
{
  for (int i = 0; i < order->item_count; i++) {
    char dish[PAGE_TEXT], spoken[PAGE_TEXT];
    phrase_dish(sheet, &order->items[i], dish, sizeof dish, false);
    phrase_dish(sheet, &order->items[i], spoken, sizeof spoken, true);
    sheet_paragraph_as(sheet, dish, spoken);
  }
}
