// SPDX-License-Identifier: GPL-3.0-or-later
// The dishes of one meal.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/screens/basket_keys.h"
#include "kiosk/screens/dish_item.h"
#include "kiosk/screens/phrase.h"

static void basket_key(struct sheet *sheet)
{
  char sum[PAGE_TEXT];
  bool chosen = basket_portions(sheet->model) > 0;
  struct action see = sheet_do(INTENT_OPEN, SCREEN_BASKET, NULL);
  basket_sum(sheet, sum, sizeof sum, false);
  struct page_item *key = sheet_key(sheet, "basket", chosen ? sum : tr(sheet->lang, "Nothing chosen yet"), see);
  key->enabled = chosen;
  if (chosen)
    basket_sum(sheet, key->spoken, sizeof key->spoken, true);
  SHEET_SET(sheet, key->icon, "order");
}

// After a touch only what changed is said, not the whole list again.
static bool say_last_touch(struct sheet *sheet)
{
  char sum[SENTENCE];
  if (!basket_say_in_hand(sheet) && sheet->model->navigation.notice != NOTICE_TAKEN_OUT)
    return false;
  if (basket_portions(sheet->model) > 0) {
    basket_sum(sheet, sum, sizeof sum, true);
    sheet_say(sheet, sum);
  }
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
  const struct order *order = &sheet->model->ordering.draft.order;
  const struct dish *list[MOST_MENU_DISHES];
  char title[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, title, sizeof title);
  sheet_begin_noticed(sheet, "dishes", BODY_ROWS, title, "");
  int count = offer_dishes(sheet->model, order->date, order->meal, list);
  for (int i = 0; i < count; i++)
    dish_item_full(sheet, list[i], sheet_do(INTENT_CHOOSE_DISH, 0, list[i]->id));
  basket_key(sheet);
  basket_go_key(sheet);
  if (!say_last_touch(sheet))
    say_list(sheet, title);
}
