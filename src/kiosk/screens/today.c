// SPDX-License-Identifier: GPL-3.0-or-later
// The person's orders, from today on.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/screens/order_item.h"
#include "kiosk/screens/phrase.h"

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

void today_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order_view list[MOST_SHOWN_ORDERS];
  int count = orders_of(sheet->model, sheet->model->person.id, list);
  sheet_begin(sheet, "today", count > 0 ? BODY_ROWS : BODY_WORDS, tr(lang, "My orders"),
              count > 0 ? tr(lang, "These are your orders. Touch one to change or cancel it.") : "");
  for (int i = 0; i < count; i++)
    order_row(sheet, &list[i]);
  if (count > 0) {
    sheet_say_items(sheet);
    return;
  }
  SHEET_SET(sheet, sheet->page->icon, "meal");
  sheet_paragraph(sheet, tr(lang, "You have not ordered anything yet."));
  struct page_item *key = sheet_key(sheet, "meals", tr(lang, "Order meals"), sheet_do(INTENT_OPEN, SCREEN_DAY, NULL));
  SHEET_SET(sheet, key->icon, "meal");
  key->look = LOOK_MAIN;
}
