// SPDX-License-Identifier: GPL-3.0-or-later
// Everything read aloud before it is ordered.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/screens/dish_item.h"
#include "kiosk/screens/phrase.h"

// Name and price only, so that much of it is to be seen at once; what speaks against a dish stays.
static void dish_rows(struct sheet *sheet)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  for (int i = 0; i < order->item_count; i++) {
    const struct dish *dish = snapshot_dish(sheet->model->snapshot, order->items[i].dish_id);
    if (!dish)
      continue;
    struct page_item *row = dish_item_full(sheet, dish, sheet_do(INTENT_NONE, 0, NULL));
    dish_item_price_of_all(sheet, row, dish);
    row->detail[0] = '\0';
    if (row->look == LOOK_WARNING)
      continue;
    row->note[0] = '\0';
    row->look = LOOK_PLAIN; // all are chosen
  }
}

static void place_row(struct sheet *sheet)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  char place[PAGE_TEXT], served[PAGE_TEXT];
  phrase_place(sheet, order, place, sizeof place, false);
  struct page_item *row = sheet_item(sheet, "place", place, sheet_do(INTENT_NONE, 0, NULL));
  phrase_served(sheet, order->meal, served, sizeof served, false);
  SHEET_FILL(sheet, row->detail, tr(sheet->lang, "From {time}"), "time", served, NULL);
  SHEET_SET(sheet, row->icon, phrase_delivery_icon(order->delivery));
  phrase_when_where(sheet, order, row->spoken, sizeof row->spoken, true);
}

static void read_aloud(struct sheet *sheet, const char *meal)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  char dishes[PAGE_SPOKEN], price[PAGE_TEXT], place[SENTENCE], text[PAGE_SPOKEN];
  phrase_dishes(sheet, order, dishes, sizeof dishes, true);
  money_spoken(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  phrase_when_where(sheet, order, place, sizeof place, true);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "I read it to you. {meal}: {dishes}. Together {price}."), "meal",
             meal, "dishes", dishes, "price", price, NULL);
  sheet_say(sheet, text);
  sheet_say(sheet, place);
  sheet_say(sheet, tr(sheet->lang, "If that is right, touch 'Yes, order it'."));
}

static void keys(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct page_item *dishes =
      sheet_key(sheet, "other_dishes", tr(lang, "Other dishes"), sheet_do(INTENT_OPEN, SCREEN_DISHES, NULL));
  SHEET_SET(sheet, dishes->icon, "change");
  struct page_item *how =
      sheet_key(sheet, "other_way", tr(lang, "Other way to get it"), sheet_do(INTENT_OPEN, SCREEN_HOW, NULL));
  SHEET_SET(sheet, how->icon, phrase_delivery_icon(sheet->model->ordering.draft.order.delivery));
  struct page_item *yes = sheet_key(sheet, "confirm", tr(lang, "Yes, order it"), sheet_do(INTENT_CONFIRM, 0, NULL));
  SHEET_SET(sheet, yes->icon, "check");
  yes->look = LOOK_MAIN;
  yes->after_all = true;
}

void confirm_draw(struct sheet *sheet)
{
  const struct order *order = &sheet->model->ordering.draft.order;
  char meal[PAGE_TEXT], price[PAGE_TEXT], title[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, meal, sizeof meal);
  money_shown(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  SHEET_FILL(sheet, title, tr(sheet->lang, "{meal}, together {price}: is this right?"), "meal", meal, "price", price,
             NULL);
  sheet_begin(sheet, "confirm", BODY_ROWS, title, "");
  dish_rows(sheet);
  place_row(sheet);
  read_aloud(sheet, meal);
  keys(sheet);
}
