// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal.h"

#include <string.h>

void normal_words(const char *text, const char *locale, struct rewrite *words)
{
  rewrite_keep(words, text, 0, strlen(text));
}
