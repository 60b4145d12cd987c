// SPDX-License-Identifier: GPL-3.0-or-later
// The dish in hand holds what the person is allergic to, and they want it still: asked a second time. The keys stand
// the other way round than on the page before, so that the same touch twice takes the dish away.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

void allergy_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct dish *dish = snapshot_dish(sheet->model->snapshot, sheet->model->navigation.item_in_hand);
  char text[PAGE_TEXT] = "";
  sheet_begin(sheet, "allergy", BODY_WORDS, tr(lang, "Are you quite sure?"), NULL);
  SHEET_SET(sheet, sheet->page->icon, "warning");
  if (dish)
    phrase_allergy(sheet, dish, text, sizeof text);
  sheet_paragraph(sheet, text)->look = LOOK_WARNING;
  sheet_paragraph(sheet, tr(lang, "Order it only if your doctor allows it."));
  struct page_item *no =
      sheet_key(sheet, "other_dish", tr(lang, "No, another dish"), sheet_do(INTENT_OPEN, SCREEN_DISHES, NULL));
  SHEET_SET(sheet, no->icon, "back");
  no->look = LOOK_MAIN;
  struct page_item *yes =
      sheet_key(sheet, "accept_allergy", tr(lang, "I may eat this"), sheet_do(INTENT_ACCEPT_DIET, 0, NULL));
  SHEET_SET(sheet, yes->icon, "warning");
  yes->after_all = true;
}
