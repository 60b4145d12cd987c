// SPDX-License-Identifier: GPL-3.0-or-later
// One of the person's bookings.
#include "kiosk/screens/each.h"

#include "kiosk/screens/booking_words.h"
#include "kiosk/screens/visit_item.h"

static void keys(struct sheet *sheet, const struct booking_view *view)
{
  const struct lang *lang = sheet->lang;
  const char *id = view->booking.id;
  if (view->stage == VISIT_DONE && view->booking.face == FACE_NONE) {
    struct page_item *faces = sheet_key(sheet, "faces", tr(lang, "Say how it was"), sheet_do(INTENT_SHOW_FACES, 0, id));
    SHEET_SET(sheet, faces->icon, "happy");
    faces->look = LOOK_MAIN;
  }
  if (!bookings_can_cancel(sheet->model, view))
    return;
  struct page_item *cancel =
      sheet_key(sheet, "cancel", tr(lang, "Take it back"), sheet_do(INTENT_CANCEL_BOOKING, 0, id));
  SHEET_SET(sheet, cancel->icon, "cancel");
}

void booking_draw(struct sheet *sheet)
{
  struct booking_view view;
  if (!bookings_find(sheet->model, sheet->model->visiting.booking_in_hand, &view)) {
    sheet_begin(sheet, "booking", BODY_WORDS, tr(sheet->lang, "That is not there any more"), NULL);
    return;
  }
  sheet_begin(sheet, "booking", BODY_WORDS, view.booking.name, NULL);
  SHEET_SET(sheet, sheet->page->icon, "booking");
  visit_when(sheet, &view.booking);
  sheet_paragraph(sheet, visit_stage_words(sheet->lang, view.stage))->look = visit_stage_look(view.stage);
  visit_helper(sheet, &view);
  if (view.stage == VISIT_DECLINED)
    booking_refusal(sheet, &view.booking);
  keys(sheet, &view);
}
