// SPDX-License-Identifier: GPL-3.0-or-later
// Has a sentence said by anban-say, as a kiosk would say it: a program of its own, so that nothing that happens in a
// voice happens to the server. Takes some tenths of a second, and is ended when it takes too long. Thread: any.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stdbool.h>

struct say_program {
  const char *path; // of anban-say
  const char *data; // the folder that holds espeak-ng-data/
  int most_ms;
};

struct say_wish {
  const char *text, *locale;
  const char *readings; // lines of a word, a tab and its pinyin; "": none
};

// Appends a WAV.
bool say(const struct say_program *program, const struct say_wish *wish, struct buffer *wav, struct fault *fault);
