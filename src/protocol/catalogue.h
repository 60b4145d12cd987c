// SPDX-License-Identifier: GPL-3.0-or-later
// What a community is and offers: site, residents, dishes, menus. One JSON shape each, the same for kiosk, server and
// pages; docs/openapi.yaml describes them. The structs own nothing outside themselves but what a comment says.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "base/secret.h"
#include "protocol/diet.h"
#include "protocol/json.h"
#include "protocol/limits.h"
#include "protocol/reading.h"

#include <jansson.h>
#include <stdbool.h>

struct order;
struct service;
struct booking;
struct family_member;
struct call_record;
struct voice_message;

enum meal { MEAL_BREAKFAST = 0, MEAL_LUNCH = 1, MEAL_SUPPER = 2, MEALS }; // "breakfast" "lunch" "supper"
const char *meal_code(enum meal meal);
// MEALS when `code` names none.
enum meal meal_of(const char *code);

// When a meal is ordered and eaten, in minutes of its own day at the site; a negative cut-off is the day before.
struct meal_hours {
  int cutoff_minute; // orders are taken and changed until then
  int from_minute, to_minute;
};

struct site {
  char name[NAME_SIZE];
  char phone[PHONE_SIZE]; // of the desk, shown when nothing else works
  int utc_offset_min;
  struct meal_hours hours[MEALS];
};

enum delivery {
  DELIVERY_EAT_IN = 0,
  DELIVERY_PICK_UP = 1,
  DELIVERY_DELIVER = 2,
  DELIVERIES
}; // "eat_in" "pick_up" "deliver"
const char *delivery_code(enum delivery delivery);
enum delivery delivery_of(const char *code); // DELIVERIES when none

// A resident as a kiosk may know them. What only the desk may know (contacts, consent, notes) is in server/model.
struct resident {
  char id[UUID_SIZE];
  char name[NAME_SIZE];
  char room[ROOM_SIZE];         // also the place that meals are brought to
  char portrait[HASH_SIZE];     // media; empty: none
  char locale[LOCALE_SIZE];     // one of base/locale.h
  char card[CARD_SIZE];         // empty: none
  char pin[PASSWORD_HASH_SIZE]; // hash; empty: none
  struct diet diet;
  int subsidy_percent; // of every price, 0 to 100
  int text_percent;    // 100, 125, 150, 200
  enum delivery usual_delivery;
  // The minutes of the day in which a call of a member of the family who may is answered by itself; both -1: never.
  int auto_answer_from, auto_answer_to;
};

enum dish_kind { DISH_SET = 0, DISH_SINGLE = 1, DISH_KINDS }; // "set" (菜单式) "single" (订单式)
const char *dish_kind_code(enum dish_kind kind);

struct dish {
  char id[UUID_SIZE];
  char name[NAME_SIZE];
  char contents[TEXT_SIZE]; // of a set: what is in it, as said aloud; may be empty
  char picture[HASH_SIZE];  // media; empty: none
  enum dish_kind kind;
  int price_fen; // before subsidy
  struct diet diet;
};

// What a person pays for a dish, rounded to a fen.
int dish_price_for(const struct dish *dish, const struct resident *resident);

// What is offered at one meal of one day.
struct menu {
  char date[CLOCK_DATE_SIZE];
  enum meal meal;
  int count;
  char dishes[MOST_MENU_DISHES][UUID_SIZE]; // in the order they are shown
};

// A recorded voice that kiosks are to have; the rest of it stands in its pack, see protocol/pack.h.
struct pack_name {
  char id[UUID_SIZE];
  char locale[LOCALE_SIZE];
  int64_t revision; // another one: fetch the pack again
};

// All that a kiosk needs of the community; born by snapshot_new or snapshot_read, given back by snapshot_free.
struct snapshot {
  int64_t event; // the number of the last event it holds
  struct site site;
  int resident_count, dish_count, menu_count, order_count, pack_count, reading_count;
  struct resident *residents;
  struct dish *dishes;
  struct menu *menus;
  struct order *orders; // open ones from today on, and each resident's last lunch before; see protocol/order.h
  // See protocol/family.h. Of those who have agreed to such calls; newest first. "family", "calls", "voice_messages".
  int family_count, record_count, voice_count;
  struct family_member *family;
  struct call_record *records;
  struct voice_message *voices;
  // "help": what the kiosk that asks has raised, oldest first, also what is over. The server adds it to what is the
  // same for all.
  int help_count;
  struct help *help;
  // What can be asked for besides meals, in the order it is shown, and the bookings that are still of use: all that are
  // not over, and what is not over for long. See protocol/service.h and booking.h.
  int service_count, booking_count;
  struct service *services;
  struct booking *bookings;
  struct pack_name *packs;
  struct reading *readings;
};

struct snapshot *snapshot_new(void);
void snapshot_free(struct snapshot *snapshot);
// NULL when the JSON is not a snapshot; the fault names the item and what was expected.
struct snapshot *snapshot_read(const json_t *json, struct fault *fault);
json_t *snapshot_write(const struct snapshot *snapshot);

const struct resident *snapshot_resident(const struct snapshot *snapshot, const char *id); // NULL: none
const struct service *snapshot_service(const struct snapshot *snapshot, const char *id);   // NULL: none
const struct dish *snapshot_dish(const struct snapshot *snapshot, const char *id);         // NULL: none
const struct menu *snapshot_menu(const struct snapshot *snapshot, const char *date, enum meal meal);

// The single shapes. Writers return a new reference.
bool site_read(const json_t *json, struct site *out, struct fault *fault);
json_t *site_write(const struct site *site);
bool resident_read(const json_t *json, struct resident *out, struct fault *fault);
json_t *resident_write(const struct resident *resident);
bool dish_read(const json_t *json, struct dish *out, struct fault *fault);
json_t *dish_write(const struct dish *dish);
bool menu_read(const json_t *json, struct menu *out, struct fault *fault);
json_t *menu_write(const struct menu *menu);

// The same inside a larger document, so that a fault names the whole path.
bool resident_read_at(const struct json_at *at, struct resident *out, struct fault *fault);
bool dish_read_at(const struct json_at *at, struct dish *out, struct fault *fault);
bool menu_read_at(const struct json_at *at, struct menu *out, struct fault *fault);
bool meal_read(const struct json_at *at, enum meal *out, struct fault *fault);
bool delivery_read(const struct json_at *at, enum delivery *out, struct fault *fault);
// Minutes of a day, the second after the first; both -1: never.
bool answer_hours_read(const struct json_at *from, const struct json_at *to, int *out_from, int *out_to,
                       struct fault *fault);
bool date_read(const struct json_at *at, char out[CLOCK_DATE_SIZE], struct fault *fault);

// Until when a meal of a day is ordered, and when it is served. -1 when `date` is not a date.
anban_ms meal_cutoff(const struct site *site, const char *date, enum meal meal);
anban_ms meal_served(const struct site *site, const char *date, enum meal meal);
