// SPDX-License-Identifier: GPL-3.0-or-later
// Really take the booking back?
#include "kiosk/screens/each.h"

#include "kiosk/screens/visit_item.h"

void take_back_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct booking_view view = {0};
  char title[PAGE_TEXT];
  bookings_find(sheet->model, sheet->model->visiting.booking_in_hand, &view);
  SHEET_FILL(sheet, title, tr(lang, "Really take {service} back?"), "service", view.booking.name, NULL);
  sheet_begin(sheet, "take_back", BODY_WORDS, title, NULL);
  SHEET_SET(sheet, sheet->page->icon, "cancel");
  visit_when(sheet, &view.booking);
  struct page_item *yes =
      sheet_key(sheet, "cancel", tr(lang, "Yes, take it back"), sheet_do(INTENT_CANCEL_BOOKING, 0, view.booking.id));
  SHEET_SET(sheet, yes->icon, "cancel");
  struct page_item *no = sheet_key(sheet, "keep", tr(lang, "No, keep it"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, no->icon, "check");
  no->look = LOOK_MAIN;
}
