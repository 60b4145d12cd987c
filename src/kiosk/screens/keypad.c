// SPDX-License-Identifier: GPL-3.0-or-later
// The two keypads: the room's number and the four digits.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

#include <string.h>

#define DOT "●"

static void guide(struct sheet *sheet, const char *text)
{
  sheet_item(sheet, "guide", text, sheet_do(INTENT_NONE, 0, NULL));
}

void room_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *notice = phrase_notice(sheet);
  struct page *page = sheet->page;
  sheet_begin(sheet, "room", BODY_KEYPAD, tr(lang, "What is the number of your room?"),
              notice ? notice : tr(lang, "What is the number of your room? Touch the digits, then 'Find me'."));
  guide(sheet, notice ? notice : tr(lang, "Touch the digits, then 'Find me'."));
  SHEET_SET(sheet, page->entry, sheet->model->keypad.digits);
  page->entry_room = ROOM_DIGITS;
  page->digit = sheet_do(INTENT_DIGIT, 0, NULL);
  struct page_item *key =
      sheet_key(sheet, "find", tr(lang, "Find me"), sheet_do(INTENT_OPEN, SCREEN_ROOM_PEOPLE, NULL));
  key->look = LOOK_MAIN;
  key->enabled = page->entry[0] != '\0';
}

void pin_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *notice = phrase_notice(sheet);
  struct page *page = sheet->page;
  bool paused = sheet->model->notice == NOTICE_PIN_PAUSED;
  sheet_begin(sheet, "pin", BODY_KEYPAD, tr(lang, "Your four digits, please"),
              notice ? notice : tr(lang, "Please touch your four digits. Nobody else can see them."));
  guide(sheet, notice ? notice : tr(lang, "Forgotten? The desk will help you."));
  if (notice)
    page->items[0].look = LOOK_WARNING;
  for (size_t i = 0; i < strlen(sheet->model->keypad.digits); i++)
    strcat(page->entry, DOT); // four of three bytes each fit
  page->entry_room = PIN_DIGITS;
  page->digit = paused ? sheet_do(INTENT_NONE, 0, NULL) : sheet_do(INTENT_DIGIT, 0, NULL);
}
