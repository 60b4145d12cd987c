// SPDX-License-Identifier: GPL-3.0-or-later
// A card reader that plays keyboard: digits faster than anybody types, then Enter. Pure; the time is passed in.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

#define READER_DIGITS 31
#define READER_LEAST 4     // fewer digits are no card
#define READER_PAUSE_MS 60 // longest between two digits

struct reader {
  char digits[READER_DIGITS + 1];
  int count; // more than READER_DIGITS: too many, no card
  anban_ms last;
};

void reader_digit(struct reader *reader, char digit, anban_ms at);
// Enter was pressed. Whether it ended a card, whose number is then in `digits`.
bool reader_enter(struct reader *reader, anban_ms at);
