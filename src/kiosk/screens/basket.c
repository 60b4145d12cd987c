// SPDX-License-Identifier: GPL-3.0-or-later
// What was chosen, and how much of each.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/screens/basket_keys.h"
#include "kiosk/screens/dish_item.h"

static void more_key(struct sheet *sheet)
{
  struct page_item *key =
      sheet_key(sheet, "choose_more", tr(sheet->lang, "Choose more"), sheet_do(INTENT_OPEN, SCREEN_DISHES, NULL));
  SHEET_SET(sheet, key->icon, "meal");
}

static void set_steps(struct sheet *sheet, struct page_item *item, const struct dish *dish)
{
  item->less.action = sheet_do(INTENT_REMOVE_DISH, 0, dish->id);
  item->more.action = sheet_do(INTENT_ADD_DISH, 0, dish->id);
  SHEET_FILL(sheet, item->less.spoken, tr_as(sheet->lang, "spoken", "One less of {dish}"), "dish", dish->name, NULL);
  SHEET_FILL(sheet, item->more.spoken, tr_as(sheet->lang, "spoken", "One more of {dish}"), "dish", dish->name, NULL);
}

static void dish_row(struct sheet *sheet, const struct dish *dish)
{
  struct page_item *row = dish_item_full(sheet, dish, sheet_do(INTENT_NONE, 0, NULL));
  dish_item_price_of_all(sheet, row, dish);
  set_steps(sheet, row, dish);
  row->detail[0] = '\0';
  if (row->look == LOOK_WARNING)
    return;
  row->note[0] = '\0';
  row->look = LOOK_PLAIN; // all are chosen
}

void basket_draw(struct sheet *sheet)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  char sum[SENTENCE];
  sheet_begin_noticed(sheet, "basket", BODY_ROWS, tr(sheet->lang, "How many of each?"), NULL);
  for (int i = 0; i < order->item_count; i++) {
    const struct dish *dish = snapshot_dish(sheet->model->snapshot, order->items[i].dish_id);
    if (dish)
      dish_row(sheet, dish);
  }
  basket_say_in_hand(sheet);
  basket_sum(sheet, sum, sizeof sum, true);
  sheet_say(sheet, sum);
  more_key(sheet);
  basket_go_key(sheet);
}
