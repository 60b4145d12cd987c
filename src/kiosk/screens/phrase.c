// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/phrase.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/lang/when.h"

#define WORDS 128

const char *phrase_meal(const struct lang *lang, enum meal meal)
{
  switch (meal) {
  case MEAL_BREAKFAST:
    return tr(lang, "breakfast");
  case MEAL_LUNCH:
    return tr(lang, "lunch");
  case MEAL_SUPPER:
  case MEALS:
    break;
  }
  return tr(lang, "supper");
}

const char *phrase_meal_icon(enum meal meal)
{
  return meal == MEAL_BREAKFAST ? "breakfast" : meal == MEAL_LUNCH ? "lunch" : "supper";
}

void phrase_day(const struct sheet *sheet, const char *date, char *out, size_t size)
{
  switch (offer_days_from_today(sheet->model, date)) {
  case 0:
    text_copy(out, size, tr(sheet->lang, "today"));
    return;
  case 1:
    text_copy(out, size, tr(sheet->lang, "tomorrow"));
    return;
  case 2:
    text_copy(out, size, tr(sheet->lang, "the day after tomorrow"));
    return;
  default:
    when_weekday(sheet->lang, date, out, size);
  }
}

void phrase_day_meal(const struct sheet *sheet, const char *date, enum meal meal, char *out, size_t size)
{
  char day[WORDS];
  phrase_day(sheet, date, day, sizeof day);
  lang_fill(out, size, tr(sheet->lang, "{meal} {day}"), "day", day, "meal", phrase_meal(sheet->lang, meal), NULL);
}

static const struct meal_hours *hours_of(const struct sheet *sheet, enum meal meal)
{
  static const struct meal_hours none = {0};
  return sheet->model->snapshot ? &sheet->model->snapshot->site.hours[meal] : &none;
}

void phrase_hours(const struct sheet *sheet, enum meal meal, char *out, size_t size)
{
  const struct meal_hours *hours = hours_of(sheet, meal);
  char from[WORDS], to[WORDS];
  when_clock(hours->from_minute, from, sizeof from);
  when_clock(hours->to_minute, to, sizeof to);
  lang_fill(out, size, tr(sheet->lang, "{from} to {to}"), "from", from, "to", to, NULL);
}

static void time_of_day(const struct sheet *sheet, int minute, char *out, size_t size, bool spoken)
{
  if (spoken)
    when_time_spoken(sheet->lang, minute, out, size);
  else
    when_time_shown(sheet->lang, minute, out, size);
}

void phrase_served(const struct sheet *sheet, enum meal meal, char *out, size_t size, bool spoken)
{
  time_of_day(sheet, hours_of(sheet, meal)->from_minute, out, size, spoken);
}

void phrase_cutoff(const struct sheet *sheet, enum meal meal, char *out, size_t size, bool spoken)
{
  int minute = hours_of(sheet, meal)->cutoff_minute;
  char clock[WORDS];
  if (minute >= 0) {
    time_of_day(sheet, minute, out, size, spoken);
    return;
  }
  time_of_day(sheet, minute + 24 * 60, clock, sizeof clock, spoken);
  lang_fill(out, size, tr(sheet->lang, "{time} the day before"), "time", clock, NULL);
}

const char *phrase_item_name(const struct sheet *sheet, const struct order_item *item)
{
  const struct dish *dish = sheet->model->snapshot ? snapshot_dish(sheet->model->snapshot, item->dish_id) : NULL;
  return item->name[0] ? item->name : dish ? dish->name : tr(sheet->lang, "a dish");
}

void phrase_dish(const struct sheet *sheet, const struct order_item *item, char *out, size_t size, bool spoken)
{
  char count[WORDS];
  if (!spoken && item->count == 1) {
    text_copy(out, size, phrase_item_name(sheet, item));
    return;
  }
  if (spoken)
    number_quantity(sheet->lang, item->count, count, sizeof count);
  else
    FORMAT_TEXT(count, "%d", item->count);
  const char *pattern =
      spoken ? tr_as(sheet->lang, "spoken", "{count} of {dish}") : tr(sheet->lang, "{dish} x {count}");
  lang_fill(out, size, pattern, "dish", phrase_item_name(sheet, item), "count", count, NULL);
}

void phrase_dishes(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken)
{
  struct buffer list = {0};
  buffer_add_text(&list, "");
  for (int i = 0; i < order->item_count; i++) {
    char dish[WORDS * 2];
    phrase_dish(sheet, &order->items[i], dish, sizeof dish, spoken);
    buffer_add_text(&list, i > 0 ? tr_as(sheet->lang, "between things", ", ") : "");
    buffer_add_text(&list, dish);
  }
  text_copy(out, size, list.bytes);
  buffer_free(&list);
}

void phrase_dishes_short(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken)
{
  char count[WORDS];
  if (order->item_count <= 2) {
    phrase_dishes(sheet, order, out, size, spoken);
    return;
  }
  if (spoken)
    number_quantity(sheet->lang, order->item_count, count, sizeof count);
  else
    FORMAT_TEXT(count, "%d", order->item_count);
  lang_fill(out, size, tr(sheet->lang, "{dish} and others, {count} in all"), "dish",
            phrase_item_name(sheet, &order->items[0]), "count", count, NULL);
}

const char *phrase_delivery(const struct lang *lang, enum delivery delivery)
{
  switch (delivery) {
  case DELIVERY_EAT_IN:
    return tr(lang, "Eat in the dining room");
  case DELIVERY_PICK_UP:
    return tr(lang, "Fetch it myself");
  case DELIVERY_DELIVER:
  case DELIVERIES:
    break;
  }
  return tr(lang, "Bring it to my room");
}

const char *phrase_delivery_icon(enum delivery delivery)
{
  return delivery == DELIVERY_EAT_IN ? "eat_in" : delivery == DELIVERY_PICK_UP ? "pick_up" : "deliver";
}

void phrase_place(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken)
{
  const struct resident *person = model_person(sheet->model);
  const char *room = order->place[0] ? order->place : person ? person->room : "";
  char place[WORDS];
  switch (order->delivery) {
  case DELIVERY_EAT_IN:
    text_copy(out, size, tr(sheet->lang, "eaten in the dining room"));
    return;
  case DELIVERY_PICK_UP:
    text_copy(out, size, tr(sheet->lang, "fetched from the dining room"));
    return;
  case DELIVERY_DELIVER:
  case DELIVERIES:
    break;
  }
  if (spoken)
    number_digits(sheet->lang, room, place, sizeof place);
  else
    COPY_TEXT(place, room);
  lang_fill(out, size, tr(sheet->lang, "brought to {place}"), "place", place, NULL);
}

void phrase_when_where(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken)
{
  char place[WORDS], time[WORDS];
  phrase_place(sheet, order, place, sizeof place, spoken);
  phrase_served(sheet, order->meal, time, sizeof time, spoken);
  lang_fill(out, size, tr(sheet->lang, "From {time}, {place}"), "time", time, "place", place, NULL);
}

const char *phrase_notice(const struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  switch (sheet->model->navigation.notice) {
  case NOTICE_CARD_UNKNOWN:
    return tr(lang, "I don't know this card yet. Please ask at the desk, or try another way.");
  case NOTICE_CARD_UNREAD:
    return tr(lang, "I could not read the card. Please hold it to the reader once more.");
  case NOTICE_ROOM_UNKNOWN:
    return tr(lang, "I find nobody with that room number. Please try once more, no hurry.");
  case NOTICE_PIN_WRONG:
    return tr(lang, "Those were not the right digits. Please try once more, no hurry.");
  case NOTICE_PIN_PAUSED:
    return tr(lang, "That did not work a few times. Please rest a minute and try again, or ask at the desk.");
  case NOTICE_CUTOFF:
    return tr(lang, "The time to order that meal is just over. Please choose another one.");
  case NOTICE_MENU_CHANGED:
    return tr(lang, "The kitchen has changed the menu just now. Please have a look and choose again.");
  case NOTICE_BASKET_FULL:
    return tr(lang, "That is as much as I can write on one order. Please confirm this one first.");
  case NOTICE_TAKEN_OUT:
    return tr(lang, "Not chosen any more");
  case NOTICE_VOICE_LATER:
    return tr(lang, "The message has not arrived here yet, please try again in a while");
  case NOTICE_NONE:
    break;
  }
  return NULL;
}
