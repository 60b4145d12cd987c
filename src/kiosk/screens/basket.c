// SPDX-License-Identifier: GPL-3.0-or-later
// What was chosen; a touch takes one away.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/screens/basket_keys.h"
#include "kiosk/screens/dish_item.h"

static void more_key(struct sheet *sheet)
{
  struct page_item *key =
      sheet_key(sheet, "more", tr(sheet->lang, "Choose more"), sheet_do(INTENT_OPEN, SCREEN_DISHES, NULL));
  SHEET_SET(sheet, key->icon, "meal");
}

void basket_draw(struct sheet *sheet)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  char sum[SENTENCE];
  sheet_begin(sheet, "basket", BODY_ROWS, tr(sheet->lang, "Touch a dish to take one away"), NULL);
  for (int i = 0; i < order->item_count; i++) {
    const struct dish *dish = snapshot_dish(sheet->model->snapshot, order->items[i].dish_id);
    if (!dish)
      continue;
    struct page_item *item = dish_item_full(sheet, dish, sheet_do(INTENT_REMOVE_DISH, 0, dish->id));
    char name[ITEM_NAME];
    FORMAT_TEXT(name, "remove.%s", dish->id);
    SHEET_SET(sheet, item->name, name);
    dish_item_price_of_all(sheet, item, dish);
  }
  basket_sum(sheet, sum, sizeof sum, true);
  sheet_say(sheet, sum);
  more_key(sheet);
  basket_go_key(sheet);
}
