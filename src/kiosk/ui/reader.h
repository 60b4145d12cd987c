// SPDX-License-Identifier: GPL-3.0-or-later
// A card reader that plays keyboard: letters and digits faster than anybody types, then Enter or Tab. What is foreign,
// late or missing among them spoils the whole: a part of one card's number may be the number of another's. Pure; the
// time is passed in.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

#define READER_MOST 31
#define READER_LEAST 4      // fewer are no card
#define READER_PAUSE_MS 60  // longest between two keys of a card
#define READER_REST_MS 1000 // shortest between two cards: what comes later belongs to nothing before

enum reader_end {
  READER_NOTHING, // somebody has pressed the key
  READER_CARD,    // its number is in `text`
  READER_BROKEN,  // the end of a card that can't be relied on
};

struct reader {
  char text[READER_MOST + 1];
  int count; // more than READER_MOST: too many, no card
  int quick; // how many came faster than fingers
  bool spoiled;
  anban_ms last;
};

// `character`: a letter in upper case, a digit, or what readers put between them (- : space); 0: any other key.
void reader_key(struct reader *reader, char character, anban_ms at);
// Whether a card is being typed just now.
bool reader_is_typing(const struct reader *reader, anban_ms at);
// Enter or Tab was pressed.
enum reader_end reader_ended(struct reader *reader, anban_ms at);
