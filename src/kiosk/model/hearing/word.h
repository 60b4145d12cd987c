// SPDX-License-Identifier: GPL-3.0-or-later
// The words that mean the same on every page, beside the labels of its keys: what each does. How they are said is in
// screens/word.c; a person can teach them to the kiosk in the own voice (lesson.h).
#pragma once

#include "kiosk/model/model.h"

enum word {
  WORD_HELP,
  WORD_YES,
  WORD_NO,
  WORD_BACK,
  WORD_START,
  WORD_AGAIN,
  WORD_EAT,
  WORD_DAY,
  WORD_LOUDER,
  WORD_SOFTER,
  WORD_LEAVE,
  WORDS
};

struct intent word_intent(enum word word);
// Whether it does anything on the screen that is to be seen now.
bool word_counts(const struct model *model, enum word word);
