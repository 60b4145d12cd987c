// SPDX-License-Identifier: GPL-3.0-or-later
// Breakfast, lunch or supper of the day in hand.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/screens/phrase.h"

static void say_reason(struct sheet *sheet, struct page_item *item)
{
  SHEET_FILL(sheet, item->spoken, tr_as(sheet->lang, "spoken", "{meal}: {reason}."), "meal", item->label, "reason",
             item->note, NULL);
}

static void open_meal(struct sheet *sheet, struct page_item *item, enum meal meal)
{
  const char *date = sheet->model->ordering.day_in_hand;
  char hours[PAGE_TEXT], cutoff[PAGE_TEXT];
  phrase_hours(sheet, meal, hours, sizeof hours);
  SHEET_SET(sheet, item->detail, hours);
  item->action = sheet_do(INTENT_CHOOSE_MEAL, (int)meal, NULL);
  item->enabled = true;
  if (orders_open_for(sheet->model, date, meal, NULL)) {
    SHEET_SET(sheet, item->note, tr(sheet->lang, "You have ordered already"));
    item->look = LOOK_DONE;
    say_reason(sheet, item);
    return;
  }
  phrase_cutoff(sheet, meal, cutoff, sizeof cutoff, false);
  SHEET_FILL(sheet, item->note, tr(sheet->lang, "Order before {time}"), "time", cutoff, NULL);
  phrase_cutoff(sheet, meal, cutoff, sizeof cutoff, true);
  SHEET_FILL(sheet, item->spoken, tr_as(sheet->lang, "spoken", "{meal}, please order before {time}."), "meal",
             item->label, "time", cutoff, NULL);
}

static void meal_item(struct sheet *sheet, enum meal meal, enum meal_state state)
{
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "meal.%s", meal_code(meal));
  struct page_item *item = sheet_item(sheet, name, phrase_meal(sheet->lang, meal), sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, item->icon, phrase_meal_icon(meal));
  if (state == MEAL_OPEN) {
    open_meal(sheet, item, meal);
    return;
  }
  SHEET_SET(sheet, item->note,
            state == MEAL_PASSED ? tr(sheet->lang, "The time to order is over") : tr(sheet->lang, "Not offered"));
  say_reason(sheet, item);
}

void meal_draw(struct sheet *sheet)
{
  char day[PAGE_TEXT], title[PAGE_TEXT];
  phrase_day(sheet, sheet->model->ordering.day_in_hand, day, sizeof day);
  SHEET_FILL(sheet, title, tr(sheet->lang, "Which meal {day}?"), "day", day, NULL);
  sheet_begin_noticed(sheet, "meal", BODY_TILES, title, NULL);
  for (enum meal meal = 0; meal < MEALS; meal++)
    meal_item(sheet, meal, offer_meal(sheet->model, sheet->model->ordering.day_in_hand, meal));
  sheet_say_items(sheet);
}
