// SPDX-License-Identifier: GPL-3.0-or-later
// The dish in hand is not what the person eats, or holds what they must not have: what stands against it, and the
// choice is theirs. Over an allergy it is asked once more.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

static void not_as_noted(struct sheet *sheet, const struct dish *dish, unsigned marks)
{
  char conflict[PAGE_TEXT], text[PAGE_TEXT];
  phrase_conflict(sheet->lang, (struct diet){.marks = marks}, conflict, sizeof conflict);
  SHEET_FILL(sheet, text, tr(sheet->lang, "{dish}: {conflict}."), "dish", dish->name, "conflict", conflict, NULL);
  sheet_paragraph(sheet, text)->look = LOOK_WARNING;
}

static void keys(struct sheet *sheet, bool is_allergy)
{
  const struct lang *lang = sheet->lang;
  struct page_item *yes =
      sheet_key(sheet, "accept_diet", is_allergy ? tr(lang, "I want it still") : tr(lang, "Yes, all the same"),
                sheet_do(INTENT_ACCEPT_DIET, 0, NULL));
  SHEET_SET(sheet, yes->icon, "warning");
  yes->after_all = true;
  struct page_item *no = sheet_key(sheet, "other_dish", tr(lang, "No, another dish"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, no->icon, "back");
  no->look = LOOK_MAIN;
}

void diet_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct dish *dish = snapshot_dish(sheet->model->snapshot, sheet->model->navigation.item_in_hand);
  struct diet conflict = dish ? offer_conflict(sheet->model, dish) : (struct diet){0};
  char text[PAGE_TEXT];
  sheet_begin(sheet, "diet", BODY_WORDS, tr(lang, "Please be careful"), tr(lang, "One moment, please be careful."));
  SHEET_SET(sheet, sheet->page->icon, "warning");
  if (conflict.allergens) {
    phrase_allergy(sheet, dish, text, sizeof text);
    sheet_paragraph(sheet, text)->look = LOOK_WARNING;
  }
  if (conflict.marks)
    not_as_noted(sheet, dish, conflict.marks);
  sheet_paragraph(sheet, conflict.allergens ? tr(lang, "It can harm you. Please take another dish.")
                                            : tr(lang, "Your meals are noted otherwise. Do you want it all the same?"));
  keys(sheet, conflict.allergens != 0);
}
