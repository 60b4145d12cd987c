// SPDX-License-Identifier: GPL-3.0-or-later
// Home: only what exists has a tile.
#include "kiosk/screens/each.h"

#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/visiting/bookings.h"
#include "kiosk/screens/call_words.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/wish_words.h"

#include <string.h>

static const char *greeting(const struct lang *lang, int minute)
{
  int hour = minute / 60;
  if (hour < 5 || hour >= 18)
    return tr(lang, "Good evening, {name}.");
  if (hour < 11)
    return tr(lang, "Good morning, {name}.");
  return hour < 13 ? tr(lang, "Good day, {name}.") : tr(lang, "Good afternoon, {name}.");
}

static struct page_item *tile(struct sheet *sheet, const char *name, const char *label, const char *icon,
                              struct action action)
{
  struct page_item *item = sheet_item(sheet, name, label, action);
  SHEET_SET(sheet, item->icon, icon);
  return item;
}

static void news_tile(struct sheet *sheet)
{
  const struct wish *news = outbox_news(sheet->model);
  if (!news)
    return;
  struct wish_sentences say;
  wish_words[news->kind]->sentences(sheet->lang, &say);
  struct page_item *item =
      tile(sheet, "tile.news", tr(sheet->lang, "Please read"), "warning", sheet_do(INTENT_SHOW_NEWS, 0, NULL));
  SHEET_SET(sheet, item->detail, say.news);
  item->look = LOOK_WARNING;
  sheet_say(sheet, say.news_spoken);
}

static void resume_tile(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct order *order = &sheet->model->ordering.draft.order;
  char meal[PAGE_TEXT], text[SENTENCE];
  if (!basket_waits(sheet->model))
    return;
  struct page_item *item =
      tile(sheet, "tile.resume", tr(lang, "Go on ordering"), "order", sheet_do(INTENT_RESUME, 0, NULL));
  phrase_day_meal(sheet, order->date, order->meal, meal, sizeof meal);
  SHEET_SET(sheet, item->detail, meal);
  item->look = LOOK_MAIN;
  SHEET_FILL(sheet, text, tr(lang, "I have kept what you chose for {meal}. Touch 'Go on ordering'."), "meal", meal,
             NULL);
  sheet_say(sheet, text);
}

// What came from the family while nobody looked: the message before the call.
static void family_news_tile(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct call_record *missed[MOST_RECORDS];
  const char *person = sheet->model->person.id;
  char who[PAGE_TEXT];
  if (family_unheard(sheet->model, person) > 0) {
    tile(sheet, "tile.voices", tr(lang, "A message for you"), "voice", sheet_do(INTENT_OPEN, SCREEN_VOICES, NULL))
        ->look = LOOK_MAIN;
  } else if (family_missed(sheet->model, person, missed) > 0) {
    struct page_item *item = tile(sheet, "tile.missed", tr(lang, "Somebody has called"), "missed",
                                  sheet_do(INTENT_OPEN, SCREEN_CALLS, NULL));
    call_who_of(sheet, missed[0]->party.id, missed[0]->name, who, sizeof who);
    SHEET_SET(sheet, item->detail, who);
    item->look = LOOK_WARNING;
  }
}

static void family_tile(struct sheet *sheet)
{
  const struct family_member *list[MOST_FAMILY];
  if (family_of(sheet->model, sheet->model->person.id, list) > 0)
    tile(sheet, "tile.family", tr(sheet->lang, "Family"), "family", sheet_do(INTENT_OPEN, SCREEN_FAMILY, NULL));
  else
    tile(sheet, "tile.desk", tr(sheet->lang, "Call the desk"), "desk", sheet_do(INTENT_CALL, 0, DESK_ID));
}

static void usual_tile(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order usual;
  bool as_last_time = false;
  char dishes[PAGE_TEXT];
  if (basket_waits(sheet->model) || !offer_usual(sheet->model, &usual, &as_last_time))
    return;
  struct page_item *item =
      tile(sheet, "tile.usual", as_last_time ? tr(lang, "Lunch as last time") : tr(lang, "Today's set lunch"), "lunch",
           sheet_do(INTENT_THE_USUAL, 0, NULL));
  phrase_dishes_short(sheet, &usual, item->detail, sizeof item->detail, false);
  phrase_dishes_short(sheet, &usual, dishes, sizeof dishes, true);
  SHEET_FILL(sheet, item->spoken, tr_as(lang, "spoken", "{meal}: {dishes}."), "meal", item->label, "dishes", dishes,
             NULL);
  item->look = LOOK_MAIN;
}

static void services_tile(struct sheet *sheet)
{
  if (sheet->model->snapshot->service_count > 0)
    tile(sheet, "tile.services", tr(sheet->lang, "Visits and services"), "booking",
         sheet_do(INTENT_OPEN, SCREEN_SERVICES, NULL));
}

// Asked for once it is done; who says nothing is not asked more than that.
static void faces_tile(struct sheet *sheet)
{
  const struct booking *booking = bookings_to_rate(sheet->model);
  if (!booking)
    return;
  struct page_item *item =
      tile(sheet, "tile.faces", tr(sheet->lang, "How was it?"), "happy", sheet_do(INTENT_SHOW_FACES, 0, booking->id));
  SHEET_SET(sheet, item->detail, booking->name);
}

void home_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct resident *person = model_person(sheet->model);
  char hello[PAGE_TEXT];
  SHEET_FILL(sheet, hello, greeting(lang, model_local(sheet->model).minute), "name", person->name, NULL);
  sheet_begin(sheet, "home", BODY_TILES, hello, NULL);
  news_tile(sheet);
  family_news_tile(sheet);
  resume_tile(sheet);
  sheet_say(sheet, tr(lang, "What would you like to do?"));
  usual_tile(sheet);
  tile(sheet, "tile.meals", tr(lang, "Order meals"), "meal", sheet_do(INTENT_OPEN, SCREEN_DAY, NULL));
  services_tile(sheet);
  tile(sheet, "tile.today", tr(lang, "My day"), "today", sheet_do(INTENT_OPEN, SCREEN_TODAY, NULL));
  family_tile(sheet);
  faces_tile(sheet);
  tile(sheet, "tile.settings", tr(lang, "Settings"), "settings", sheet_do(INTENT_OPEN, SCREEN_SETTINGS, NULL));
  sheet_say_items(sheet);
  struct page_item *leave = sheet_key(sheet, "leave", tr(lang, "I am done, goodbye"), sheet_do(INTENT_LEAVE, 0, NULL));
  SHEET_SET(sheet, leave->icon, "leave");
}
