// SPDX-License-Identifier: GPL-3.0-or-later
// The dishes of one meal, and the basket.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/model/basket.h"
#include "kiosk/screens/dish_item.h"
#include "kiosk/screens/phrase.h"

// "2 份，24元"
static void sum_up(struct sheet *sheet, char *out, size_t size, bool spoken)
{
  char count[PAGE_TEXT], price[PAGE_TEXT];
  if (spoken) {
    number_quantity(sheet->lang, basket_portions(sheet->model), count, sizeof count);
    money_spoken(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  } else {
    FORMAT_TEXT(count, "%d", basket_portions(sheet->model));
    money_shown(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  }
  const char *pattern = spoken ? tr_as(sheet->lang, "spoken", "Chosen so far: {count}, together {price}.")
                               : tr(sheet->lang, "Chosen: {count}, {price}");
  lang_fill(out, size, pattern, "count", count, "price", price, NULL);
}

static void basket_key(struct sheet *sheet)
{
  char sum[PAGE_TEXT];
  bool chosen = basket_portions(sheet->model) > 0;
  struct action see = sheet_do(INTENT_OPEN, SCREEN_BASKET, NULL);
  sum_up(sheet, sum, sizeof sum, false);
  struct page_item *key = sheet_key(sheet, "basket", chosen ? sum : tr(sheet->lang, "Nothing chosen yet"), see);
  key->enabled = chosen;
  SHEET_SET(sheet, key->icon, "order");
}

static void more_key(struct sheet *sheet)
{
  struct page_item *key =
      sheet_key(sheet, "more", tr(sheet->lang, "Choose more"), sheet_do(INTENT_OPEN, SCREEN_DISHES, NULL));
  SHEET_SET(sheet, key->icon, "meal");
}

static void go_key(struct sheet *sheet)
{
  enum screen after = sheet->model->draft.chosen_how ? SCREEN_CONFIRM : SCREEN_HOW;
  struct page_item *go = sheet_key(sheet, "chosen", tr(sheet->lang, "That is all"), sheet_do(INTENT_OPEN, after, NULL));
  SHEET_SET(sheet, go->icon, "check");
  go->look = LOOK_MAIN;
  go->enabled = basket_portions(sheet->model) > 0;
}

// After a touch only what changed is said, not the whole list again.
static bool say_last_touch(struct sheet *sheet)
{
  const struct dish *dish = snapshot_dish(sheet->model->snapshot, sheet->model->dish_in_hand);
  int count = dish ? basket_count_of(sheet->model, dish->id) : 0;
  char number[PAGE_TEXT], text[SENTENCE];
  if (count == 0)
    return false;
  number_quantity(sheet->lang, count, number, sizeof number);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "Noted: {count} of {dish}."), "count", number, "dish",
             dish->name, NULL);
  sheet_say(sheet, text);
  sum_up(sheet, text, sizeof text, true);
  sheet_say(sheet, text);
  sheet_say(sheet, tr(sheet->lang, "Touch another dish, or touch 'That is all'."));
  return true;
}

static void say_list(struct sheet *sheet, const char *title)
{
  char text[SENTENCE];
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "What would you like for {meal}?"), "meal", title, NULL);
  sheet_say(sheet, text);
  sheet_say_items(sheet);
}

void dishes_draw(struct sheet *sheet)
{
  const struct order *order = &sheet->model->draft.order;
  const struct dish *list[MOST_MENU_DISHES];
  char title[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, title, sizeof title);
  sheet_begin_noticed(sheet, "dishes", BODY_ROWS, title, "");
  int count = offer_dishes(sheet->model, order->date, order->meal, list);
  for (int i = 0; i < count; i++)
    dish_item_full(sheet, list[i], sheet_do(INTENT_CHOOSE_DISH, 0, list[i]->id));
  basket_key(sheet);
  go_key(sheet);
  if (!say_last_touch(sheet))
    say_list(sheet, title);
}

void basket_draw(struct sheet *sheet)
{
  const struct order *order = &sheet->model->draft.order;
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
  sum_up(sheet, sum, sizeof sum, true);
  sheet_say(sheet, sum);
  more_key(sheet);
  go_key(sheet);
}
