// SPDX-License-Identifier: GPL-3.0-or-later
// How it was: three faces. Who says nothing has said nothing.
#include "kiosk/screens/each.h"

#include "kiosk/screens/visit_item.h"

static void face(struct sheet *sheet, enum booking_face which, const char *name, const char *label, const char *icon)
{
  struct page_item *item = sheet_item(sheet, name, label, sheet_do(INTENT_RATE, (int)which, NULL));
  SHEET_SET(sheet, item->icon, icon);
}

void faces_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct booking_view view = {0};
  char title[PAGE_TEXT];
  bookings_find(sheet->model, sheet->model->visiting.booking_in_hand, &view);
  SHEET_FILL(sheet, title, tr(lang, "{service}: how was it?"), "service", view.booking.name, NULL);
  sheet_begin(sheet, "faces", BODY_TILES, title, NULL);
  face(sheet, FACE_GOOD, "face.good", tr(lang, "It was good"), "happy");
  face(sheet, FACE_SO_SO, "face.so_so", tr(lang, "It was so-so"), "so_so");
  face(sheet, FACE_NOT_GOOD, "face.not_good", tr(lang, "It was not good"), "unhappy");
  sheet_say_items(sheet);
}
