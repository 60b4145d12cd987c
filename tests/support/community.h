// SPDX-License-Identifier: GPL-3.0-or-later
// A community for tests: it is Sunday, 22 November 2026, 09:00 in Hangzhou.
#pragma once

#include "protocol/booking.h"
#include "protocol/catalogue.h"
#include "protocol/family.h"
#include "protocol/order.h"

#define COMMUNITY_TODAY "2026-11-22"
#define COMMUNITY_PIN "2580"

anban_ms community_now(void);

// People by what they are for.
enum community_person {
  PERSON_PLAIN,   // no diet, no card, no PIN
  PERSON_CAREFUL, // soft food, no peanuts, a card, brought to the room
  PERSON_PIN,     // the PIN above
  PERSON_LONG,    // the longest name and room there may be, no subsidy
  PERSON_NO_ROOM, // a name of CJK Extension B, soft food
  COMMUNITY_PEOPLE
};

enum community_dish {
  DISH_LUNCH_SET,  // soft
  DISH_PEANUT_SET, // has peanuts in it
  DISH_LONG,       // the longest name and contents
  DISH_RICE,
  DISH_SOUP,
  DISH_CONGEE,
  COMMUNITY_DISHES
};

enum community_service {
  SERVICE_CLEAN, // at home, many free times
  SERVICE_BATH,  // private, at the centre
  SERVICE_FULL,  // the longest name, about and price there may be; no time is free
  SERVICE_LEGAL, // by telephone
  COMMUNITY_SERVICES
};

// The family of PERSON_CAREFUL.
enum community_member {
  MEMBER_DAUGHTER, // may be answered by itself
  MEMBER_SON,
  MEMBER_GRANDSON,
  MEMBER_LONG, // the longest name and relation there may be
  COMMUNITY_FAMILY
};
struct family_member community_member(int who);

const char *community_person_id(int person);
const char *community_dish_id(int dish);
const char *community_service_id(int service);
// Born with menus of three meals for today and 7 days; `people` at least COMMUNITY_PEOPLE, the others are neighbours
// with rooms of their own. The caller gives it back with snapshot_free.
struct snapshot *community_new(int people);
// A booking of a person for cleaning in the afternoon, as the server has it.
struct booking community_booking(int number, int person, enum booking_status status);
// An order of a person for a set lunch, as the server has it.
struct order community_order(int number, int person, const char *date, enum meal meal);
