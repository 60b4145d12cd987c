// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/catalogue.h"

#include "base/text.h"
#include "protocol/json.h"

#include <string.h>

static const char *meal_code_at(int meal)
{
  static const char *const codes[MEALS] = {
      [MEAL_BREAKFAST] = "breakfast",
      [MEAL_LUNCH] = "lunch",
      [MEAL_SUPPER] = "supper",
  };
  return codes[meal];
}

static const char *delivery_code_at(int delivery)
{
  static const char *const codes[DELIVERIES] = {
      [DELIVERY_EAT_IN] = "eat_in",
      [DELIVERY_PICK_UP] = "pick_up",
      [DELIVERY_DELIVER] = "deliver",
  };
  return codes[delivery];
}

static const char *dish_kind_at(int kind)
{
  return kind == DISH_SET ? "set" : "single";
}

const char *dish_kind_code(enum dish_kind kind)
{
  return dish_kind_at((int)kind);
}

const char *meal_code(enum meal meal)
{
  return meal_code_at(meal);
}

const char *delivery_code(enum delivery delivery)
{
  return delivery_code_at(delivery);
}

static int index_of(const char *(*code)(int), int count, const char *text)
{
  int i = 0;
  while (i < count && strcmp(code(i), text) != 0)
    i++;
  return i;
}

enum meal meal_of(const char *code)
{
  return (enum meal)index_of(meal_code_at, MEALS, code);
}

enum delivery delivery_of(const char *code)
{
  return (enum delivery)index_of(delivery_code_at, DELIVERIES, code);
}

bool meal_read(const struct json_at *at, enum meal *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, meal_code_at, MEALS, &index, fault);
  *out = (enum meal)index;
  return ok;
}

bool delivery_read(const struct json_at *at, enum delivery *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, delivery_code_at, DELIVERIES, &index, fault);
  *out = (enum delivery)index;
  return ok;
}

bool date_read(const struct json_at *at, char out[CLOCK_DATE_SIZE], struct fault *fault)
{
  const char *text = json_string_value(at->value);
  if (!text || clock_at(text, 0, 0) < 0)
    return json_fault(at, fault, "a date such as \"2026-11-22\"");
  memcpy(out, text, CLOCK_DATE_SIZE);
  return true;
}

static bool hours_read(const struct json_at *at, struct meal_hours *out, struct fault *fault)
{
  struct json_at cutoff = json_member(at, "cutoff_minute");
  struct json_at from = json_member(at, "from_minute");
  struct json_at to = json_member(at, "to_minute");
  return json_get_object(at, fault) && json_get_int(&cutoff, -1440, 1439, &out->cutoff_minute, fault) &&
         json_get_int(&from, 0, 1439, &out->from_minute, fault) &&
         json_get_int(&to, out->from_minute, 1439, &out->to_minute, fault);
}

static bool all_hours_read(const struct json_at *at, struct meal_hours out[MEALS], struct fault *fault)
{
  bool ok = json_get_object(at, fault);
  for (int meal = 0; ok && meal < MEALS; meal++) {
    struct json_at hours = json_member(at, meal_code_at(meal));
    ok = hours_read(&hours, &out[meal], fault);
  }
  return ok;
}

static bool site_read_at(const struct json_at *at, struct site *out, struct fault *fault)
{
  struct json_at name = json_member(at, "name");
  struct json_at phone = json_member(at, "phone");
  struct json_at offset = json_member(at, "utc_offset_min");
  struct json_at hours = json_member(at, "hours");
  return json_get_object(at, fault) && json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&phone, out->phone, sizeof out->phone, fault) &&
         json_get_int(&offset, -720, 840, &out->utc_offset_min, fault) && all_hours_read(&hours, out->hours, fault);
}

bool site_read(const json_t *json, struct site *out, struct fault *fault)
{
  struct json_at at = json_root("site", json);
  *out = (struct site){0};
  return site_read_at(&at, out, fault);
}

json_t *site_write(const struct site *site)
{
  json_t *hours = json_object();
  for (int meal = 0; meal < MEALS; meal++)
    json_object_set_new(hours, meal_code_at(meal),
                        json_pack("{s:i, s:i, s:i}", "cutoff_minute", site->hours[meal].cutoff_minute, "from_minute",
                                  site->hours[meal].from_minute, "to_minute", site->hours[meal].to_minute));
  return json_pack("{s:s, s:s, s:i, s:o}", "name", site->name, "phone", site->phone, "utc_offset_min",
                   site->utc_offset_min, "hours", hours);
}

static bool read_text_percent(const struct json_at *at, int *out, struct fault *fault)
{
  if (!json_get_int(at, 100, 200, out, fault))
    return false;
  return *out == 100 || *out == 125 || *out == 150 || *out == 200 || json_fault(at, fault, "100, 125, 150 or 200");
}

static bool resident_read_words(const struct json_at *at, struct resident *out, struct fault *fault)
{
  struct json_at id = json_member(at, "id");
  struct json_at name = json_member(at, "name");
  struct json_at room = json_member(at, "room");
  struct json_at portrait = json_member(at, "portrait");
  struct json_at locale = json_member(at, "locale");
  struct json_at card = json_member(at, "card");
  struct json_at pin = json_member(at, "pin");
  return json_get_uuid(&id, out->id, fault) && json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&room, out->room, sizeof out->room, fault) &&
         json_get_hash_or_empty(&portrait, out->portrait, fault) &&
         json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
         json_get_text(&card, out->card, sizeof out->card, fault) &&
         (!pin.value || json_get_text(&pin, out->pin, sizeof out->pin, fault));
}

// Who wrote it may be of before there were calls.
bool answer_hours_read(const struct json_at *from, const struct json_at *to, int *out_from, int *out_to,
                       struct fault *fault)
{
  if (!json_get_int(from, -1, 1439, out_from, fault))
    return false;
  bool never = *out_from < 0;
  return json_get_int(to, never ? -1 : *out_from + 1, never ? -1 : 1440, out_to, fault);
}

static bool read_auto_answer(const struct json_at *at, struct resident *out, struct fault *fault)
{
  struct json_at from = json_member(at, "auto_answer_from");
  struct json_at to = json_member(at, "auto_answer_to");
  out->auto_answer_from = out->auto_answer_to = -1;
  if (!from.value && !to.value)
    return true;
  return answer_hours_read(&from, &to, &out->auto_answer_from, &out->auto_answer_to, fault);
}

bool resident_read(const json_t *json, struct resident *out, struct fault *fault)
{
  struct json_at at = json_root("resident", json);
  return resident_read_at(&at, out, fault);
}

bool resident_read_at(const struct json_at *at, struct resident *out, struct fault *fault)
{
  *out = (struct resident){0};
  struct json_at diet = json_member(at, "diet");
  struct json_at subsidy = json_member(at, "subsidy_percent");
  struct json_at text_percent = json_member(at, "text_percent");
  struct json_at usual = json_member(at, "usual_delivery");
  return json_get_object(at, fault) && resident_read_words(at, out, fault) && diet_read(&diet, &out->diet, fault) &&
         json_get_int(&subsidy, 0, 100, &out->subsidy_percent, fault) &&
         read_text_percent(&text_percent, &out->text_percent, fault) &&
         delivery_read(&usual, &out->usual_delivery, fault) && read_auto_answer(at, out, fault);
}

json_t *resident_write(const struct resident *resident)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:i, s:i, s:s, s:i, s:i}", "id", resident->id, "name",
                   resident->name, "room", resident->room, "portrait", resident->portrait, "locale", resident->locale,
                   "card", resident->card, "pin", resident->pin, "diet", diet_write(resident->diet), "subsidy_percent",
                   resident->subsidy_percent, "text_percent", resident->text_percent, "usual_delivery",
                   delivery_code_at((int)resident->usual_delivery), "auto_answer_from", resident->auto_answer_from,
                   "auto_answer_to", resident->auto_answer_to);
}

bool dish_read(const json_t *json, struct dish *out, struct fault *fault)
{
  struct json_at at = json_root("dish", json);
  return dish_read_at(&at, out, fault);
}

bool dish_read_at(const struct json_at *at, struct dish *out, struct fault *fault)
{
  *out = (struct dish){0};
  struct json_at id = json_member(at, "id");
  struct json_at name = json_member(at, "name");
  struct json_at contents = json_member(at, "contents");
  struct json_at picture = json_member(at, "picture");
  struct json_at kind = json_member(at, "kind");
  struct json_at price = json_member(at, "price_fen");
  struct json_at diet = json_member(at, "diet");
  int kind_index = 0;
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_name(&name, out->name, sizeof out->name, fault) &&
            json_get_text(&contents, out->contents, sizeof out->contents, fault) &&
            json_get_hash_or_empty(&picture, out->picture, fault) &&
            json_get_code(&kind, dish_kind_at, DISH_KINDS, &kind_index, fault) &&
            json_get_int(&price, 0, MOST_PRICE_FEN, &out->price_fen, fault) && diet_read(&diet, &out->diet, fault);
  out->kind = (enum dish_kind)kind_index;
  return ok;
}

json_t *dish_write(const struct dish *dish)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:o}", "id", dish->id, "name", dish->name, "contents",
                   dish->contents, "picture", dish->picture, "kind", dish_kind_code(dish->kind), "price_fen",
                   dish->price_fen, "diet", diet_write(dish->diet));
}

int dish_price_for(const struct dish *dish, const struct resident *resident)
{
  return (dish->price_fen * (100 - resident->subsidy_percent) + 50) / 100;
}

static bool read_menu_dishes(const struct json_at *at, struct menu *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_MENU_DISHES, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at dish = json_item(at, i);
    ok = json_get_uuid(&dish, out->dishes[out->count++], fault);
  }
  return ok;
}

bool menu_read(const json_t *json, struct menu *out, struct fault *fault)
{
  struct json_at at = json_root("menu", json);
  return menu_read_at(&at, out, fault);
}

bool menu_read_at(const struct json_at *at, struct menu *out, struct fault *fault)
{
  *out = (struct menu){0};
  struct json_at date = json_member(at, "date");
  struct json_at meal = json_member(at, "meal");
  struct json_at dishes = json_member(at, "dishes");
  return json_get_object(at, fault) && date_read(&date, out->date, fault) && meal_read(&meal, &out->meal, fault) &&
         read_menu_dishes(&dishes, out, fault);
}

json_t *menu_write(const struct menu *menu)
{
  json_t *dishes = json_array();
  for (int i = 0; i < menu->count; i++)
    json_array_append_new(dishes, json_string(menu->dishes[i]));
  return json_pack("{s:s, s:s, s:o}", "date", menu->date, "meal", meal_code_at((int)menu->meal), "dishes", dishes);
}

anban_ms meal_cutoff(const struct site *site, const char *date, enum meal meal)
{
  return clock_at(date, site->hours[meal].cutoff_minute, site->utc_offset_min);
}

anban_ms meal_served(const struct site *site, const char *date, enum meal meal)
{
  return clock_at(date, site->hours[meal].from_minute, site->utc_offset_min);
}
