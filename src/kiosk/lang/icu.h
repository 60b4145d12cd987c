// SPDX-License-Identifier: GPL-3.0-or-later
// The formatters of ICU that a language holds open; making one takes longer than a page may.
#pragma once

#include "kiosk/lang/lang.h"

#include <stdint.h>

void icu_open(struct lang *lang);
void icu_close(struct lang *lang);
// False when there is no formatter.
bool icu_number(void *formatter, int64_t number, char *out, size_t size);
bool icu_date(void *formatter, const char *date, char *out, size_t size); // ISO 8601
