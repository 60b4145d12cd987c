// SPDX-License-Identifier: GPL-3.0-or-later
// The screens and what is fixed for each: the table is screens.def. What each shows is in kiosk/screens.
#pragma once

#include "kiosk/model/core/intent.h"
#include "kiosk/model/core/say.h"

#include <stdbool.h>

enum screen {
#define SCREEN(NAME, ...) SCREEN_##NAME,
#include "kiosk/model/core/screens.def"
#undef SCREEN
  SCREENS
};

// How a screen stands to the others.
enum screen_kind {
  KIND_PAGE,     // one of the way a person goes
  KIND_REST,     // the same while nobody stands here
  KIND_CLOSED,   // there is nothing of the community to act on
  KIND_ASKS,     // lies over a page and asks what was meant
  KIND_REMINDER, // lies over a page and asks what nobody wanted to be asked
  KIND_CALL,     // lies over the others and has keys of its own for every way out
  KIND_HELP,     // lies over all
  SCREEN_KINDS
};

struct screen_row {
  enum screen_kind kind;
  bool public;                   // what it says may be heard in a hall; else it is the person's own business
  bool about_service;            // but not when the service it is about is a private one
  bool mute;                     // nothing is to be said to the kiosk here
  bool chosen_first;             // begins with the page of the one that is chosen
  bool makes_order;              // belongs to an order in the making
  bool wants_portions;           // there is nothing to see while nothing is chosen
  const enum screen *from;       // whence INTENT_OPEN opens it, ended by SCREENS; NULL: it is reached by what is done
  const enum intent_kind *takes; // what may be meant here beside what its kind takes, ended by INTENT_NONE; NULL: none
};

const struct screen_row *screen_row(enum screen screen);
enum say_rank screen_rank(enum screen screen);
bool screen_opens_from(enum screen screen, enum screen from);
bool screen_takes(enum screen screen, enum intent_kind kind);
