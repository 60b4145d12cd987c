// SPDX-License-Identifier: GPL-3.0-or-later
// The people, dishes and menus of the demonstration community. Nobody here exists.
#pragma once

#include "protocol/catalogue.h"
#include "server/model/residents.h"

struct demo_resident {
  const char *name, *room, *portrait, *locale, *card, *pin, *note;
  unsigned marks, allergens;
  int subsidy_percent, text_percent;
  enum delivery usual_delivery;
  struct contact contact;
};

struct demo_relative {
  int resident; // its number in demo_residents
  const char *name, *relation, *portrait;
  bool auto_answer;
};

struct demo_dish {
  const char *picture, *name, *contents;
  enum dish_kind kind;
  int price_fen;
  unsigned marks, allergens;
};

#define DEMO_RESIDENTS 8
#define DEMO_RELATIVES 7
#define DEMO_DISHES 28
#define DEMO_ROTATION 4 // menus of each meal that take turns from day to day

extern const struct site demo_site;
extern const struct demo_resident demo_residents[DEMO_RESIDENTS];
extern const struct demo_relative demo_relatives[DEMO_RELATIVES];
extern const struct demo_dish demo_dishes[DEMO_DISHES];
// Picture names of the dishes, ended by NULL.
extern const char *const demo_menus[MEALS][DEMO_ROTATION][MOST_MENU_DISHES];
