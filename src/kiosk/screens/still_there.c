// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing was touched for a while.
#include "kiosk/screens/each.h"

#include "kiosk/model/ordering/basket.h"

void still_there_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "still_there", BODY_WORDS, tr(lang, "Are you still there?"),
              tr(lang, "Are you still there? Touch the screen, then we go on."));
  SHEET_SET(sheet, sheet->page->icon, "person");
  sheet_paragraph(sheet, basket_waits(sheet->model)
                             ? tr(lang, "Otherwise I put your things away in a moment. What you chose is kept for you.")
                             : tr(lang, "Otherwise I put your things away in a moment."));
  struct page_item *leave = sheet_key(sheet, "leave", tr(lang, "I am done, goodbye"), sheet_do(INTENT_LEAVE, 0, NULL));
  SHEET_SET(sheet, leave->icon, "leave");
  struct page_item *stay = sheet_key(sheet, "stay", tr(lang, "I am still here"), sheet_do(INTENT_STAY, 0, NULL));
  SHEET_SET(sheet, stay->icon, "check");
  stay->look = LOOK_MAIN;
  stay->after_all = true;
}
