// SPDX-License-Identifier: GPL-3.0-or-later
// What is not as it should be, one sentence a place, told to the desk with the heartbeat.
#pragma once

#include "base/fault.h"

#include <stdbool.h>

enum problem_place {
  PROBLEM_CONFIG,
  PROBLEM_FILE,  // of the store, as it was found at the start
  PROBLEM_STORE, // writing to it
  PROBLEM_LANG,
  PROBLEM_UI,
  PROBLEM_TOUCH,
  PROBLEM_SOUND,
  PROBLEM_SPEECH,
  PROBLEM_EAR,      // the microphone
  PROBLEM_EXAMPLES, // what a person has taught
  PROBLEM_CALL,
  PROBLEM_LINK,
  PROBLEM_KEY,
  PROBLEM_PRINTER,
  PROBLEMS
};

struct problems {
  struct fault of[PROBLEMS]; // empty: none
};

// Logs it. Returns whether it is news. An empty sentence: all is well there.
bool problems_set(struct problems *problems, enum problem_place place, const char *sentence);
// A JSON array of the sentences; the caller frees it.
char *problems_json(const struct problems *problems);
