// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and money, for the eye and for the ear.
#pragma once

#include "kiosk/lang/lang.h"

// "12", "十二", "twelve"
void number_spoken(const struct lang *lang, int number, char *out, size_t size);
// As before a measure: "两" where a bare number is "二".
void number_quantity(const struct lang *lang, int number, char *out, size_t size);
// Each digit by itself, as a room or a telephone is said: "五零二". A hyphen is a breath, others stay.
void number_digits(const struct lang *lang, const char *text, char *out, size_t size);

// Whole yuan without decimals: "12元", "12.50元".
void money_shown(const struct lang *lang, int fen, char *out, size_t size);
// "十二块五".
void money_spoken(const struct lang *lang, int fen, char *out, size_t size);
