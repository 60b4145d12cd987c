// SPDX-License-Identifier: GPL-3.0-or-later
// How a call for help stands, in words: on its own page and above somebody's picture.
#pragma once

#include "kiosk/screens/sheet.h"

// "周敏已经接手"
void help_words_step(const struct sheet *sheet, int place, char *out, size_t size);
void help_words_title(const struct sheet *sheet, char *out, size_t size);
