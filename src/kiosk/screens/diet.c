// SPDX-License-Identifier: GPL-3.0-or-later
// The dish in hand does not suit the person's diet: what stands against it, and the choice is theirs.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

void diet_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct dish *dish = snapshot_dish(sheet->model->snapshot, sheet->model->navigation.item_in_hand);
  char conflict[PAGE_TEXT], text[PAGE_TEXT];
  phrase_conflict(lang, dish ? offer_conflict(sheet->model, dish) : (struct diet){0}, conflict, sizeof conflict);
  SHEET_FILL(sheet, text, tr(lang, "{dish}: {conflict}."), "dish", dish ? dish->name : "", "conflict", conflict, NULL);
  sheet_begin(sheet, "diet", BODY_WORDS, tr(lang, "Please be careful"), tr(lang, "One moment, please be careful."));
  SHEET_SET(sheet, sheet->page->icon, "warning");
  sheet_paragraph(sheet, text)->look = LOOK_WARNING;
  sheet_paragraph(sheet, tr(lang, "That does not go with what is noted about your diet. Do you want it all the same?"));
  struct page_item *yes =
      sheet_key(sheet, "accept_diet", tr(lang, "Yes, all the same"), sheet_do(INTENT_ACCEPT_DIET, 0, NULL));
  SHEET_SET(sheet, yes->icon, "warning");
  struct page_item *no = sheet_key(sheet, "other_dish", tr(lang, "No, another dish"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, no->icon, "back");
  no->look = LOOK_MAIN;
}
