// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/choice.h"

#include "base/text.h"

static struct page_item *put(struct sheet *sheet, const struct choice *choice, const char *label)
{
  struct page_item *item = sheet_item(sheet, choice->name, label, sheet_do(INTENT_SET, (int)choice->step, NULL));
  SHEET_SET(sheet, item->icon, choice->icon);
  return item;
}

void choice_direction(struct sheet *sheet, const struct choice *way, const char *label)
{
  struct page_item *item = put(sheet, way, label);
  item->enabled = setting_can(&sheet->model->person.chosen, way->step);
}

void choice_of(struct sheet *sheet, const struct choice *way, const char *label, bool is)
{
  struct page_item *item = put(sheet, way, label);
  if (is)
    item->look = LOOK_CHOSEN;
}

void choice_ready(struct sheet *sheet)
{
  struct page_item *key = sheet_key(sheet, "good", tr(sheet->lang, "Good"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, key->icon, "check");
  key->look = LOOK_MAIN;
}

void choice_begin(struct sheet *sheet, const char *name, const char *pattern, int step, int steps)
{
  char now[16], all[16], title[PAGE_TEXT];
  FORMAT_TEXT(now, "%d", step);
  FORMAT_TEXT(all, "%d", steps);
  SHEET_FILL(sheet, title, pattern, "step", now, "steps", all, NULL);
  sheet_begin(sheet, name, BODY_TILES, title, "");
}
