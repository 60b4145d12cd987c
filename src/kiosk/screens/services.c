// SPDX-License-Identifier: GPL-3.0-or-later
// Which service: those on offer, as tiles.
#include "kiosk/screens/each.h"

#include "base/text.h"

static void service_tile(struct sheet *sheet, const struct service *service)
{
  char name[ITEM_NAME], icon[ITEM_NAME];
  FORMAT_TEXT(name, "service.%s", service->code);
  struct page_item *item = sheet_item(sheet, name, service->name, sheet_do(INTENT_CHOOSE_SERVICE, 0, service->id));
  FORMAT_TEXT(icon, "service_%s", service->code);
  SHEET_SET(sheet, item->icon, icon);
}

static void none(struct sheet *sheet)
{
  sheet->page->body = BODY_WORDS;
  SHEET_SET(sheet, sheet->page->icon, "booking");
  sheet_paragraph(sheet, tr(sheet->lang, "Nothing is offered at the moment. Please ask at the desk."));
}

void services_draw(struct sheet *sheet)
{
  const struct snapshot *known = sheet->model->snapshot;
  sheet_begin(sheet, "services", BODY_TILES, tr(sheet->lang, "What may we do for you?"), NULL);
  for (int i = 0; i < known->service_count; i++)
    service_tile(sheet, &known->services[i]);
  if (known->service_count == 0)
    none(sheet);
  else
    sheet_say_items(sheet);
}
