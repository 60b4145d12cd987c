// SPDX-License-Identifier: GPL-3.0-or-later
// Where a call for help stands, in one line.
#pragma once

#include "kiosk/screens/sheet.h"

void help_words_title(const struct sheet *sheet, char *out, size_t size);
// Who has taken it, or that somebody will.
void help_words_taker(const struct sheet *sheet, char *out, size_t size);
