// SPDX-License-Identifier: GPL-3.0-or-later
// The resting screen: what an elder sees from across the room.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/when.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/screens/call_words.h"
#include "kiosk/screens/dish_item.h"
#include "kiosk/screens/phrase.h"

#define SHOWN_DISHES 6

static void clock_face(struct sheet *sheet, const struct local_time *local)
{
  char clock[16], day[PAGE_TEXT], weekday[PAGE_TEXT];
  when_clock(local->minute, clock, sizeof clock);
  when_day(sheet->lang, local->date, day, sizeof day);
  when_weekday(sheet->lang, local->date, weekday, sizeof weekday);
  struct page_item *item = sheet_item(sheet, "clock", clock, sheet_do(INTENT_BEGIN, 0, NULL));
  SHEET_FILL(sheet, item->detail, tr(sheet->lang, "{weekday}, {day}"), "day", day, "weekday", weekday, NULL);
  when_lunar(sheet->lang, local->date, item->note, sizeof item->note);
  when_time_spoken(sheet->lang, local->minute, item->spoken, sizeof item->spoken);
}

// The next meal of today that somebody can still order, else the next that is eaten.
static enum meal meal_of_interest(const struct sheet *sheet, const struct local_time *local)
{
  for (enum meal meal = 0; meal < MEALS; meal++) {
    if (offer_meal(sheet->model, local->date, meal) == MEAL_OPEN)
      return meal;
  }
  for (enum meal meal = 0; meal < MEALS; meal++) {
    bool ahead = local->minute < sheet->model->snapshot->site.hours[meal].to_minute;
    if (ahead && offer_meal(sheet->model, local->date, meal) == MEAL_PASSED)
      return meal;
  }
  return MEALS;
}

static void dishes_of(struct sheet *sheet, const char *date, enum meal meal)
{
  const struct dish *list[MOST_MENU_DISHES];
  int count = offer_dishes(sheet->model, date, meal, list);
  phrase_day_meal(sheet, date, meal, sheet->page->caption, sizeof sheet->page->caption);
  for (int i = 0; i < count && i < SHOWN_DISHES; i++)
    dish_item_plain(sheet, list[i]);
}

// At a bedside it is seen from across the room that somebody has called; who and when is said.
static bool has_missed(const struct sheet *sheet, char *said, size_t size)
{
  const struct model *model = sheet->model;
  const struct call_record *list[MOST_RECORDS];
  char who[PAGE_TEXT], when[PAGE_TEXT];
  int people = model->settings.kind == KIOSK_BEDSIDE ? model->phone.people_count : 0, i = 0;
  while (i < people && family_missed(model, model->phone.people[i], list) == 0)
    i++;
  if (i >= people)
    return false;
  call_who_of(sheet, list[0]->party.id, list[0]->name, who, sizeof who);
  call_when(sheet, list[0]->made_at, when, sizeof when, true);
  lang_fill(said, size, tr_as(sheet->lang, "spoken", "{who} has called, {when}. Touch the screen to begin."), "who",
            who, "when", when, NULL);
  return true;
}

void rest_draw(struct sheet *sheet)
{
  struct local_time local = model_local(sheet->model);
  char said[SENTENCE];
  bool missed = has_missed(sheet, said, sizeof said);
  sheet_begin(sheet, "rest", BODY_REST,
              missed ? tr(sheet->lang, "Your family has called") : tr(sheet->lang, "Touch to begin"),
              missed ? said : tr_as(sheet->lang, "spoken", "Touch the screen to begin."));
  clock_face(sheet, &local);
  enum meal meal = meal_of_interest(sheet, &local);
  if (meal != MEALS)
    dishes_of(sheet, local.date, meal);
}
