// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/dish_item.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/screens/phrase.h"

struct page_item *dish_item_plain(struct sheet *sheet, const struct dish *dish)
{
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "dish.%s", dish->id);
  struct page_item *item = sheet_item(sheet, name, dish->name, sheet_do(INTENT_NONE, 0, NULL));
  sheet_picture(sheet, item, dish->picture, "meal");
  return item;
}

static void set_note(struct sheet *sheet, struct page_item *item, const struct dish *dish)
{
  struct diet conflict = offer_conflict(sheet->model, dish);
  char words[PAGE_TEXT];
  if (offer_suits(sheet->model, dish)) {
    phrase_marks(sheet->lang, dish->diet.marks, item->note, sizeof item->note);
    return;
  }
  phrase_conflict(sheet->lang, conflict, words, sizeof words);
  SHEET_FILL(sheet, item->note,
             conflict.allergens ? tr(sheet->lang, "Your allergy: {conflict}") : tr(sheet->lang, "Careful: {conflict}"),
             "conflict", words, NULL);
  item->look = LOOK_WARNING;
}

static void set_spoken(struct sheet *sheet, struct page_item *item, const struct dish *dish, int fen)
{
  const struct lang *lang = sheet->lang;
  char price[PAGE_TEXT], offer[SENTENCE];
  money_spoken(lang, fen, price, sizeof price);
  const char *pattern = dish->contents[0] ? tr_as(lang, "spoken", "{dish}, {price}: {contents}.")
                                          : tr_as(lang, "spoken", "{dish}, {price}.");
  SHEET_FILL(sheet, offer, pattern, "dish", dish->name, "price", price, "contents", dish->contents, NULL);
  SHEET_SET(sheet, item->spoken, offer);
  // No more than the title of the page that asks about it: why, is not for the ears of a hall.
  if (!offer_suits(sheet->model, dish))
    SHEET_FILL(sheet, item->spoken, tr_as(lang, "spoken", "{offer} Please be careful with this one."), "offer", offer,
               NULL);
}

static int price_of(const struct sheet *sheet, const struct dish *dish)
{
  const struct resident *person = model_person(sheet->model);
  return person ? dish_price_for(dish, person) : dish->price_fen;
}

void dish_item_price_of_all(struct sheet *sheet, struct page_item *item, const struct dish *dish)
{
  int fen = price_of(sheet, dish) * basket_count_of(sheet->model, dish->id);
  money_shown(sheet->lang, fen, item->value, sizeof item->value);
}

struct page_item *dish_item_full(struct sheet *sheet, const struct dish *dish, struct action action)
{
  int fen = price_of(sheet, dish);
  int count = basket_count_of(sheet->model, dish->id);
  struct page_item *item = dish_item_plain(sheet, dish);
  item->action = action;
  item->enabled = action.kind != INTENT_NONE;
  SHEET_SET(sheet, item->detail, dish->contents);
  set_note(sheet, item, dish);
  money_shown(sheet->lang, fen, item->value, sizeof item->value);
  set_spoken(sheet, item, dish, fen);
  if (count > 0) {
    char number[16];
    FORMAT_TEXT(number, "%d", count);
    SHEET_FILL(sheet, item->label, tr(sheet->lang, "{dish} x {count}"), "dish", dish->name, "count", number, NULL);
    if (item->look == LOOK_PLAIN)
      item->look = LOOK_CHOSEN;
  }
  return item;
}
