// SPDX-License-Identifier: GPL-3.0-or-later
// Who are you: tiles where the people are few, else a card or the room.
#include "kiosk/screens/each.h"

#include "kiosk/model/person/person.h"
#include "kiosk/screens/person_item.h"

static void ways(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_begin_noticed(sheet, "who", BODY_WORDS, tr(lang, "Who are you, please?"), NULL);
  SHEET_SET(sheet, sheet->page->icon, "person");
  if (person_cards(sheet->model))
    sheet_paragraph(sheet, tr(lang, "Hold your card to the reader."));
  sheet_paragraph(sheet, tr(lang, "Or touch the key below and type the number of your room."));
  struct page_item *key =
      sheet_key(sheet, "room", tr(lang, "My room number"), sheet_do(INTENT_OPEN, SCREEN_ROOM, NULL));
  SHEET_SET(sheet, key->icon, "pin");
}

void who_draw(struct sheet *sheet)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  const struct lang *lang = sheet->lang;
  int count = person_tiles(sheet->model, list);
  if (count == 0) {
    ways(sheet);
    return;
  }
  sheet_begin_noticed(sheet, "who", BODY_TILES, tr(lang, "Who are you, please?"),
                      tr(lang, "Hello! Who are you, please? Touch your picture."));
  if (person_cards(sheet->model))
    sheet_say(sheet, tr(lang, "Or hold your card to the reader."));
  for (int i = 0; i < count; i++)
    person_item(sheet, list[i]);
}
