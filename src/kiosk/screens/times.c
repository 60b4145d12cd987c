// SPDX-License-Identifier: GPL-3.0-or-later
// When: the next times that are free, as people say them.
#include "kiosk/screens/each.h"

#include "kiosk/screens/visit_item.h"

static void time_key(struct sheet *sheet, const struct service *service, int index)
{
  anban_ms at = service->free[index];
  char name[ITEM_NAME], label[PAGE_TEXT];
  FORMAT_TEXT(name, "time.%d", index);
  visit_time(sheet, at, label, sizeof label, false);
  struct page_item *item =
      sheet_item(sheet, name, label, sheet_do(INTENT_CHOOSE_TIME, (int)(at / MS_MINUTE), service->id));
  visit_time(sheet, at, item->spoken, sizeof item->spoken, true);
}

static void none_is_free(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet->page->body = BODY_WORDS;
  SHEET_SET(sheet, sheet->page->icon, "booking");
  sheet_paragraph(sheet, tr(lang, "In the coming weeks every time is taken. Please ask at the desk, they will find a "
                                  "way."));
}

static int still_to_come(const struct sheet *sheet, const struct service *service)
{
  int first = 0;
  while (first < service->free_count && service->free[first] <= model_now(sheet->model))
    first++;
  return first;
}

void times_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct service *service = visiting_service(sheet->model);
  char title[PAGE_TEXT];
  if (!service) {
    sheet_begin(sheet, "times", BODY_WORDS, tr(lang, "This is not offered any more"), NULL);
    return;
  }
  SHEET_FILL(sheet, title, tr(lang, "{service}: when would it suit you?"), "service", service->name, NULL);
  sheet_begin(sheet, "times", BODY_TILES, title, NULL);
  if (service->about[0])
    sheet_say(sheet, service->about);
  int first = still_to_come(sheet, service);
  for (int i = first; i < service->free_count; i++)
    time_key(sheet, service, i);
  if (first == service->free_count)
    none_is_free(sheet);
  else
    sheet_say_items(sheet);
}
