// SPDX-License-Identifier: GPL-3.0-or-later
// The language of all that is shown and said: sentences from the catalogues (gettext) and what ICU knows of numbers
// and dates. Thread: main, one at a time.
#pragma once

#include "base/fault.h"
#include "base/locale.h"

#include <stdbool.h>
#include <stddef.h>

struct lang {
  char locale[LOCALE_SIZE];
  void *messages; // a locale_t in which gettext translates
  // ICU's, for `locale`; NULL when ICU has no data for it, then numbers stay digits.
  void *spell, *day, *weekday;
};

// `folder` holds LOCALE/LC_MESSAGES/anban.mo. Call before threads start: it sets the environment's LANGUAGE, and later
// changes only its value. Without catalogues every sentence is in English; the fault names the folder.
bool lang_start(struct lang *lang, const char *folder, struct fault *fault);
// One of base/locale.h; another is taken as zh_CN. A dialect says its own sentences and, for the rest, those of the
// language it is written in.
void lang_choose(struct lang *lang, const char *locale);
void lang_stop(struct lang *lang);

// The sentence in the language; valid for ever.
const char *tr(const struct lang *lang, const char *sentence);
// The same where one English text has several meanings, or the ear wants other words than the eye ("spoken").
const char *tr_as(const struct lang *lang, const char *context, const char *sentence);

// Puts values in the places of a pattern: lang_fill(out, size, "{name}, good morning", "name", name, NULL).
// Pairs of name and text follow, then NULL. A place without a value stays as it is. False when it was cut.
bool lang_fill(char *out, size_t size, const char *pattern, ...) __attribute__((sentinel));
