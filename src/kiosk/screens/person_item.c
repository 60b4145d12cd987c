// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/person_item.h"

#include "base/text.h"

struct page_item *person_item(struct sheet *sheet, const struct resident *resident)
{
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "person.%s", resident->id);
  struct page_item *item = sheet_item(sheet, name, resident->name, sheet_do(INTENT_CHOOSE_PERSON, 0, resident->id));
  SHEET_SET(sheet, item->detail, resident->room);
  SHEET_SET(sheet, item->spoken, resident->name);
  sheet_picture(sheet, item, resident->portrait, "person");
  return item;
}
