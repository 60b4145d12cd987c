// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/basket_keys.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/model/ordering/basket.h"

void basket_sum(struct sheet *sheet, char *out, size_t size, bool spoken)
{
  char count[PAGE_TEXT], price[PAGE_TEXT];
  if (spoken) {
    number_quantity(sheet->lang, basket_portions(sheet->model), count, sizeof count);
    money_spoken(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  } else {
    FORMAT_TEXT(count, "%d", basket_portions(sheet->model));
    money_shown(sheet->lang, basket_total_fen(sheet->model), price, sizeof price);
  }
  const char *pattern = spoken ? tr_as(sheet->lang, "spoken", "Chosen so far: {count}, together {price}.")
                               : tr(sheet->lang, "Chosen: {count}, {price}");
  lang_fill(out, size, pattern, "count", count, "price", price, NULL);
}

bool basket_say_in_hand(struct sheet *sheet)
{
  const struct dish *dish = snapshot_dish(sheet->model->snapshot, sheet->model->navigation.item_in_hand);
  int count = dish ? basket_count_of(sheet->model, dish->id) : 0;
  char number[PAGE_TEXT], text[SENTENCE];
  if (count == 0)
    return false;
  number_quantity(sheet->lang, count, number, sizeof number);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "Noted: {count} of {dish}."), "count", number, "dish",
             dish->name, NULL);
  if (sheet->model->navigation.notice != NOTICE_BASKET_FULL) // the notice has just said no
    sheet_say(sheet, text);
  return true;
}

void basket_go_key(struct sheet *sheet)
{
  enum screen after = sheet->model->ordering.draft.chosen_how ? SCREEN_CONFIRM : SCREEN_HOW;
  struct page_item *go = sheet_key(sheet, "chosen", tr(sheet->lang, "That is all"), sheet_do(INTENT_OPEN, after, NULL));
  SHEET_SET(sheet, go->icon, "check");
  go->look = LOOK_MAIN;
  go->enabled = basket_portions(sheet->model) > 0;
}
