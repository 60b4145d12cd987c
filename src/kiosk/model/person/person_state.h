// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands before the kiosk, or wants to.
#pragma once

#include "kiosk/model/request.h"

#define PIN_DIGITS 4
#define ROOM_DIGITS 6
struct keypad {
  char digits[ROOM_DIGITS + 1];
};

struct pin_tries {
  char resident_id[UUID_SIZE];
  int wrong;
  anban_ms paused_until; // uptime
};

struct person {
  char id[UUID_SIZE];        // signed in; empty: nobody
  char candidate[UUID_SIZE]; // whose PIN is asked
  struct keypad keypad;
  struct pin_tries *tries; // owned: of people whose PIN was mistyped
  int tries_count;
  anban_ms pause_shown;        // uptime at which the seconds of a pause were shown last
  struct kept_settings chosen; // in force now
};
