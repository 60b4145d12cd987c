// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the room whose number was typed.
#include "kiosk/screens/each.h"

#include "kiosk/model/person/person.h"
#include "kiosk/screens/person_item.h"

void room_people_draw(struct sheet *sheet)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  int count = person_in_room(sheet->model, list);
  sheet_begin(sheet, "room_people", BODY_TILES, tr(sheet->lang, "Who are you, please?"),
              tr(sheet->lang, "Who are you, please? Touch your picture."));
  for (int i = 0; i < count; i++)
    person_item(sheet, list[i]);
}
