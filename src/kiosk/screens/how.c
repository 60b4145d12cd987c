// SPDX-License-Identifier: GPL-3.0-or-later
// How the meal comes to the person.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/screens/phrase.h"

static void way(struct sheet *sheet, enum delivery delivery)
{
  const struct resident *person = model_person(sheet->model);
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "how.%s", delivery_code(delivery));
  struct page_item *item = sheet_item(sheet, name, phrase_delivery(sheet->lang, delivery),
                                      sheet_do(INTENT_CHOOSE_DELIVERY, (int)delivery, NULL));
  SHEET_SET(sheet, item->icon, phrase_delivery_icon(delivery));
  if (sheet->model->ordering.draft.order.delivery == delivery)
    item->look = LOOK_MAIN;
  if (delivery != DELIVERY_DELIVER)
    return;
  SHEET_SET(sheet, item->detail, person ? person->room : "");
  if (offer_delivers(sheet->model)) {
    phrase_place(sheet, &(struct order){.delivery = DELIVERY_DELIVER}, item->spoken, sizeof item->spoken, true);
    return;
  }
  item->action = sheet_do(INTENT_NONE, 0, NULL);
  item->enabled = false;
  SHEET_SET(sheet, item->note, tr(sheet->lang, "The desk has not noted your room yet"));
}

void how_draw(struct sheet *sheet)
{
  sheet_begin(sheet, "how", BODY_TILES, tr(sheet->lang, "How would you like your meal?"), NULL);
  enum delivery usual = sheet->model->ordering.draft.order.delivery;
  way(sheet, usual); // first: not every panel has room for all on one page
  for (enum delivery delivery = 0; delivery < DELIVERIES; delivery++)
    if (delivery != usual)
      way(sheet, delivery);
  sheet_say_items(sheet);
}
