// SPDX-License-Identifier: GPL-3.0-or-later
// What people write into a cell, as a value. Wide forms of digits and signs (１２，￥) are read like the narrow ones.
// Thread: any.
#pragma once

#include "protocol/catalogue.h"

// In place: line breaks and other control characters become a space, the space around goes (the wide one too), and so
// does what keeps a spreadsheet from taking a text for a number (="0012", '0012).
void cell_clean(char *text);

// "2026-11-23", "2026/1/5", "2026.11.23", "2026年11月23日", "20261123", with or without a time of day, or the
// number of days by which spreadsheets keep it; "11月23日" and
// "11/23" are of the year that brings them nearest to `today`.
bool cell_date(const char *text, const char *today, char out[CLOCK_DATE_SIZE]);
// "12", "12.5", "¥12.50", "12.5 元".
bool cell_price(const char *text, int *fen);
// "50", "50%" or 0.5; 1 alone may be one per cent or the whole, so it is none.
bool cell_percent(const char *text, int *percent);
// Digits with any of "+-() " between them, at most `size` - 1 bytes; or "".
bool cell_number(const char *text, char *out, size_t size);
// The number of a card in the form that is kept; or "".
bool cell_card(const char *text, char out[CARD_SIZE]);
// Whether a spreadsheet has turned a long number into 1.23E+09: its end is lost.
bool cell_is_scientific(const char *text);
bool cell_meal(const char *text, enum meal *out);
bool cell_kind(const char *text, enum dish_kind *out);
bool cell_locale(const char *text, char out[LOCALE_SIZE]);
bool cell_delivery(const char *text, enum delivery *out);
bool cell_text_percent(const char *text, int *percent);

// Lists, separated by any of "、，,；;/" or space. On false `unknown` is the first word that is none.
// What a dish is, and what a person needs.
bool cell_marks(const char *text, unsigned *marks, char unknown[NAME_SIZE]);
bool cell_needs(const char *text, unsigned *marks, char unknown[NAME_SIZE]);
bool cell_allergens(const char *text, unsigned *allergens, char unknown[NAME_SIZE]);
