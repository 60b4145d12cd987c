// SPDX-License-Identifier: GPL-3.0-or-later
// The four digits of who has some.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

#include <string.h>

#define DOT "●"

void pin_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *notice = phrase_notice(sheet);
  struct page *page = sheet->page;
  bool paused = sheet->model->navigation.notice == NOTICE_PIN_PAUSED;
  sheet_begin(sheet, "pin", BODY_KEYPAD, tr(lang, "Your four digits, please"),
              notice ? notice : tr(lang, "Please touch your four digits. Nobody else can see them."));
  sheet_item(sheet, "guide", notice ? notice : tr(lang, "Forgotten? The desk will help you."),
             sheet_do(INTENT_NONE, 0, NULL));
  if (notice)
    page->items[0].look = LOOK_WARNING;
  for (size_t i = 0; i < strlen(sheet->model->person.keypad.digits); i++)
    strcat(page->entry, DOT); // four of three bytes each fit
  page->entry_room = PIN_DIGITS;
  page->digit = paused ? sheet_do(INTENT_NONE, 0, NULL) : sheet_do(INTENT_DIGIT, 0, NULL);
}
