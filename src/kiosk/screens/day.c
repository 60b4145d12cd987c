// SPDX-License-Identifier: GPL-3.0-or-later
// For which day: those with a menu; a day that is over says so.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/when.h"
#include "kiosk/screens/phrase.h"

static void day_item(struct sheet *sheet, int days, const char *date, bool open)
{
  char name[ITEM_NAME], label[PAGE_TEXT], day[PAGE_TEXT], weekday[PAGE_TEXT];
  FORMAT_TEXT(name, "day.%d", days);
  phrase_day(sheet, date, label, sizeof label);
  when_day(sheet->lang, date, day, sizeof day);
  when_weekday(sheet->lang, date, weekday, sizeof weekday);
  struct page_item *item = sheet_item(sheet, name, label, sheet_do(INTENT_CHOOSE_DAY, days, NULL));
  if (days > 2)
    SHEET_SET(sheet, item->detail, day);
  else
    SHEET_FILL(sheet, item->detail, tr(sheet->lang, "{weekday}, {day}"), "day", day, "weekday", weekday, NULL);
  if (days <= 2)
    SHEET_SET(sheet, item->spoken, label); // the date is for the eye
  if (open)
    return;
  item->action = sheet_do(INTENT_NONE, 0, NULL);
  item->enabled = false;
  SHEET_SET(sheet, item->note, tr(sheet->lang, "The time to order is over"));
  item->spoken[0] = '\0';
}

void day_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_begin_noticed(sheet, "day", BODY_TILES, tr(lang, "For which day?"),
                      tr(lang, "For which day would you like to order?"));
  for (int days = 0; days < MOST_MENU_DAYS; days++) {
    char date[CLOCK_DATE_SIZE];
    offer_date(sheet->model, days, date);
    enum meal_state state = offer_day(sheet->model, date);
    if (state == MEAL_OPEN || (state == MEAL_PASSED && days == 0))
      day_item(sheet, days, date, state == MEAL_OPEN);
  }
  if (sheet->page->item_count == 0) {
    sheet->page->body = BODY_WORDS;
    SHEET_SET(sheet, sheet->page->icon, "meal");
    sheet_paragraph(sheet, tr(lang, "The kitchen has not written a menu yet. Please ask at the desk."));
    return;
  }
  sheet_say_items(sheet);
}
