// SPDX-License-Identifier: GPL-3.0-or-later
// Really cancel it?
#include "kiosk/screens/each.h"

#include "kiosk/screens/order_item.h"
#include "kiosk/screens/phrase.h"

void cancel_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order_view view = {0};
  char meal[PAGE_TEXT], text[PAGE_TEXT];
  orders_find(sheet->model, sheet->model->ordering.order_in_hand, &view);
  phrase_day_meal(sheet, view.order.date, view.order.meal, meal, sizeof meal);
  SHEET_FILL(sheet, text, tr(lang, "Really cancel {meal}?"), "meal", meal, NULL);
  sheet_begin(sheet, "cancel", BODY_WORDS, text, NULL);
  SHEET_SET(sheet, sheet->page->icon, "cancel");
  order_dishes(sheet, &view.order);
  struct page_item *yes = sheet_key(sheet, "cancel", tr(lang, "Yes, cancel it"),
                                    sheet_do(INTENT_CANCEL_ORDER, 0, sheet->model->ordering.order_in_hand));
  SHEET_SET(sheet, yes->icon, "cancel");
  yes->after_all = true;
  struct page_item *no = sheet_key(sheet, "keep", tr(lang, "No, keep it"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, no->icon, "check");
  no->look = LOOK_MAIN;
}
