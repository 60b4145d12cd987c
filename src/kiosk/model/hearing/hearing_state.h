// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to the kiosk, and what it is being taught.
#pragma once

#include "kiosk/model/core/intent.h"
#include "protocol/limits.h"

// Between the press of "speak" and what comes of it.
enum hearing_state {
  HEARING_OFF,
  HEARING_BEGINS,         // the ear is being opened
  HEARING_LISTENS,        // the person's turn
  HEARING_UNDERSTOOD,     // asks whether that was meant
  HEARING_NOT_UNDERSTOOD, // asks for it once more
  HEARING_NOTHING,        // likewise: nothing was said
  HEARING_NO_EAR,         // there is no microphone
  HEARING_OFFERS,         // it has misunderstood so often that it offers to call somebody
};

struct hearing {
  enum hearing_state state;
  int missed; // in a row
  struct intent meant;
  char words[TEXT_SIZE]; // as they were understood
};

enum lesson_state {
  LESSON_ASKS,
  LESSON_HEARS,
  LESSON_MORE, // kept; once more
  LESSON_KNOWN,
  LESSON_ALIKE, // too like `other`
  LESSON_UNLIKE,
  LESSON_QUIET,
  LESSON_NO_EAR,
};

struct lesson {
  enum lesson_state state;
  int word, other; // enum word
  int examples, failed;
  unsigned known; // bits by enum word: taught since the person came
};
