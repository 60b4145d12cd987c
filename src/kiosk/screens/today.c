// SPDX-License-Identifier: GPL-3.0-or-later
// The person's orders and bookings, from today on, the next first.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/screens/order_item.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/visit_item.h"

static void order_row(struct sheet *sheet, const struct order_view *view)
{
  char name[ITEM_NAME], label[PAGE_TEXT], dishes[PAGE_TEXT];
  FORMAT_TEXT(name, "order.%s", view->order.id);
  phrase_day_meal(sheet, view->order.date, view->order.meal, label, sizeof label);
  struct page_item *row = sheet_item(sheet, name, label, sheet_do(INTENT_SHOW_ORDER, 0, view->order.id));
  phrase_dishes_short(sheet, &view->order, row->detail, sizeof row->detail, false);
  SHEET_SET(sheet, row->note, order_stage_words(sheet->lang, view->stage));
  SHEET_SET(sheet, row->icon, phrase_meal_icon(view->order.meal));
  row->look = order_stage_look(view->stage);
  phrase_dishes_short(sheet, &view->order, dishes, sizeof dishes, true);
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{meal}: {dishes}. {state}."), "meal", label, "dishes",
             dishes, "state", row->note, NULL);
}

static anban_ms served_at(const struct sheet *sheet, const struct order_view *view)
{
  return meal_served(&sheet->model->snapshot->site, view->order.date, view->order.meal);
}

void today_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order_view orders[MOST_SHOWN_ORDERS];
  struct booking_view visits[MOST_SHOWN_BOOKINGS];
  int order_count = orders_of(sheet->model, sheet->model->person.id, orders);
  int visit_count = bookings_of(sheet->model, sheet->model->person.id, visits);
  bool has_some = order_count + visit_count > 0;
  sheet_begin(sheet, "today", has_some ? BODY_ROWS : BODY_WORDS, tr(lang, "What is ahead"),
              has_some ? tr(lang, "This is what you have ahead. Touch one to change it or take it back.") : "");
  for (int o = 0, v = 0; o < order_count || v < visit_count;) {
    if (v == visit_count || (o < order_count && served_at(sheet, &orders[o]) <= visits[v].booking.at))
      order_row(sheet, &orders[o++]);
    else
      visit_row(sheet, &visits[v++]);
  }
  if (has_some) {
    sheet_say_items(sheet);
    return;
  }
  SHEET_SET(sheet, sheet->page->icon, "meal");
  sheet_paragraph(sheet, tr(lang, "You have nothing ahead yet."));
  struct page_item *key = sheet_key(sheet, "meals", tr(lang, "Order meals"), sheet_do(INTENT_OPEN, SCREEN_DAY, NULL));
  SHEET_SET(sheet, key->icon, "meal");
  key->look = LOOK_MAIN;
}
