// SPDX-License-Identifier: GPL-3.0-or-later
// Thanks for the word. Who was not content can speak with the desk at once.
#include "kiosk/screens/each.h"

#include "kiosk/screens/visit_item.h"
#include "protocol/call.h"

static void desk_key(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_paragraph(sheet, tr(lang, "I am sorry. If you like, tell the desk what was not good."));
  struct page_item *desk = sheet_key(sheet, "desk", tr(lang, "Talk with the desk"), sheet_do(INTENT_CALL, 0, DESK_ID));
  SHEET_SET(sheet, desk->icon, "desk");
}

void thanks_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct booking_view view = {0};
  bookings_find(sheet->model, sheet->model->visiting.booking_in_hand, &view);
  bool content = view.booking.face != FACE_NOT_GOOD;
  sheet_begin(sheet, "thanks", BODY_WORDS, tr(lang, "Thank you for telling us"), NULL);
  SHEET_SET(sheet, sheet->page->icon, content ? "happy" : "voice");
  if (content)
    sheet_paragraph(sheet, tr(lang, "We tell it to those who were with you."));
  else
    desk_key(sheet);
  struct page_item *good = sheet_key(sheet, "good", tr(lang, "Good"), sheet_do(INTENT_HOME, 0, NULL));
  SHEET_SET(sheet, good->icon, "check");
  good->look = LOOK_MAIN;
}
