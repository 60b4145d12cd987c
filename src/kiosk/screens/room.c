// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a room, where there are too many people for tiles.
#include "kiosk/screens/each.h"

#include "kiosk/screens/phrase.h"

void room_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *notice = phrase_notice(sheet);
  struct page *page = sheet->page;
  sheet_begin(sheet, "room", BODY_KEYPAD, tr(lang, "What is the number of your room?"),
              notice ? notice : tr(lang, "What is the number of your room? Touch the digits, then 'Find me'."));
  sheet_item(sheet, "guide", notice ? notice : tr(lang, "Touch the digits, then 'Find me'."),
             sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, page->entry, sheet->model->person.keypad.digits);
  page->entry_room = ROOM_DIGITS;
  page->digit = sheet_do(INTENT_DIGIT, 0, NULL);
  struct page_item *key = sheet_key(sheet, "find", tr(lang, "Find me"), sheet_do(INTENT_FIND_ROOM, 0, NULL));
  key->look = LOOK_MAIN;
  key->enabled = page->entry[0] != '\0';
}
