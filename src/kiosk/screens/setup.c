// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk the desk has not approved yet: its code, for the staff to compare.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"

void setup_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char digits[SENTENCE], text[SENTENCE];
  sheet_begin(sheet, "setup", BODY_WORDS, tr(lang, "This kiosk is being set up"),
              tr(lang, "This kiosk is being set up. Please be patient, or ask at the desk."));
  SHEET_SET(sheet, sheet->page->icon, "wait");
  if (!sheet->model->code[0]) {
    sheet_paragraph(sheet, tr(lang, "The desk has not let this kiosk in. Staff find it under 'Kiosks' on their page."));
    return;
  }
  struct page_item *code = sheet_item(sheet, "code", sheet->model->code, sheet_do(INTENT_NONE, 0, NULL));
  code->look = LOOK_MAIN;
  number_digits(lang, sheet->model->code, digits, sizeof digits);
  SHEET_SET(sheet, code->spoken, digits);
  SHEET_FILL(sheet, text, tr_as(lang, "spoken", "Its code is {code}."), "code", digits, NULL);
  sheet_say(sheet, text);
  sheet_paragraph(sheet, tr(lang, "Staff: open 'Kiosks' on your page and approve the kiosk with this code."));
}
