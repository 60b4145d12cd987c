// SPDX-License-Identifier: GPL-3.0-or-later
// A small community on a Sunday morning at eight, in a database of its own.
#pragma once

#include "../store/folder.h"

#include "protocol/message.h"
#include "server/model/dishes.h"
#include "server/model/menus.h"
#include "server/model/messages.h"
#include "server/model/residents.h"
#include "server/model/site.h"
#include "server/store/events.h"

#define TODAY "2026-11-22"
#define TOMORROW "2026-11-23"
#define EIGHT ((anban_ms)1795305600000) // 2026-11-22 08:00 in China
#define LUNCH_CUTOFF (EIGHT + 2 * MS_HOUR)

#define YULAN "019aa9c0-0000-7000-8000-000000000003"  // soft food, no peanuts, half the price
#define GUO "019aa9c0-0000-7000-8000-000000000013"    // eats everything, pays all
#define LION "019aa9c0-0000-7000-8000-000000000004"   // 15.01 yuan, soft
#define NUTS "019aa9c0-0000-7000-8000-000000000014"   // 8 yuan, soft, peanuts
#define HIDDEN "019aa9c0-0000-7000-8000-000000000024" // a dish that stands on no menu

static const struct actor kiosk = {.kind = ACTOR_KIOSK, .id = "019aa9c0-0000-7000-8000-0000000000aa"};
static const struct actor cook = {.kind = ACTOR_STAFF, .id = "019aa9c0-0000-7000-8000-0000000000bb", .name = "王师傅"};

struct community {
  struct folder folder;
  struct db *db;
  struct fault fault;
};

static inline void add_person(struct community *c, const char *id, const char *name, struct diet diet, int subsidy)
{
  struct resident_file file = {.resident = {.diet = diet, .subsidy_percent = subsidy, .text_percent = 100}};
  COPY_TEXT(file.resident.id, id);
  COPY_TEXT(file.resident.name, name);
  COPY_TEXT(file.resident.room, "3 幢 201");
  COPY_TEXT(file.resident.locale, "zh_CN");
  if (resident_put(c->db, &file, &cook, EIGHT, &c->fault) != OUTCOME_DONE)
    abort();
}

static inline void add_dish(struct community *c, const char *id, const char *name, int price, struct diet diet)
{
  struct dish dish = {.price_fen = price, .diet = diet};
  COPY_TEXT(dish.id, id);
  COPY_TEXT(dish.name, name);
  if (dish_put(c->db, &dish, &cook, EIGHT, &c->fault) != OUTCOME_DONE)
    abort();
}

static inline void add_menu(struct community *c, const char *date, enum meal meal)
{
  struct menu menu = {.meal = meal, .count = 2, .dishes = {LION, NUTS}};
  COPY_TEXT(menu.date, date);
  if (menu_put(c->db, &menu, &cook, EIGHT, &c->fault) != OUTCOME_DONE)
    abort();
}

static inline void community_open(struct community *c)
{
  *c = (struct community){0};
  c->db = folder_db(&c->folder);
  if (!db_begin(c->db))
    abort();
  add_person(c, YULAN, "𠮷玉兰", (struct diet){.marks = DIET_SOFT, .allergens = ALLERGEN_PEANUT}, 50);
  add_person(c, GUO, "陈国强", (struct diet){0}, 0);
  add_dish(c, LION, "红烧狮子头套餐", 1501, (struct diet){.marks = DIET_SOFT, .allergens = ALLERGEN_EGG});
  add_dish(c, NUTS, "宫保鸡丁", 800, (struct diet){.marks = DIET_SOFT, .allergens = ALLERGEN_PEANUT});
  add_dish(c, HIDDEN, "东坡肉", 1500, (struct diet){0});
  add_menu(c, TODAY, MEAL_LUNCH);
  add_menu(c, TOMORROW, MEAL_LUNCH);
  if (!db_commit(c->db))
    abort();
}

static inline void community_close(struct community *c)
{
  db_close(c->db);
  folder_remove(&c->folder);
}

// A wish for today's lunch: one of `dish`.
static inline struct order wish_for(const char *order_id, const char *resident, const char *dish)
{
  struct order order = {.meal = MEAL_LUNCH, .item_count = 1, .items = {{.count = 1}}, .made_at = EIGHT};
  COPY_TEXT(order.id, order_id);
  COPY_TEXT(order.resident_id, resident);
  COPY_TEXT(order.date, TODAY);
  COPY_TEXT(order.items[0].dish_id, dish);
  return order;
}

static inline struct message message_of(const char *id, enum message_kind kind)
{
  struct message message = message_blank(kind);
  message.made_at = EIGHT;
  COPY_TEXT(message.id, id);
  return message;
}

// Takes a message in a transaction of its own.
static inline enum outcome take_at(struct community *c, const struct message *message, anban_ms now,
                                   struct buffer *answer)
{
  if (!db_begin(c->db))
    abort();
  enum outcome outcome = message_take(c->db, message, &kiosk, now, answer, &c->fault);
  if (!db_commit(c->db))
    abort();
  return outcome;
}

// The same, and reads the answer.
static inline struct answer answer_at(struct community *c, const struct message *message, anban_ms now)
{
  struct buffer text = {0};
  struct answer answer = {0};
  if (take_at(c, message, now, &text) != OUTCOME_DONE)
    abort();
  json_t *json = json_parse(text.bytes, text.size, &c->fault);
  if (!json || !answer_read(json, &answer, &c->fault))
    abort();
  json_decref(json);
  buffer_free(&text);
  return answer;
}

static inline struct answer place_at(struct community *c, const char *message_id, const struct order *wish,
                                     anban_ms now)
{
  struct message message = message_of(message_id, MESSAGE_ORDER_PLACE);
  message.body.is.order = *wish;
  return answer_at(c, &message, now);
}

// Whether two things are the same as they are written down; takes over both.
static inline bool same_json(json_t *left, json_t *right)
{
  bool same = json_equal(left, right) != 0;
  json_decref(left);
  json_decref(right);
  return same;
}
