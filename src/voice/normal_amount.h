// SPDX-License-Identifier: GPL-3.0-or-later
// What stands after a figure. Pure; thread: any.
#pragma once

#include "voice/normal_line.h"
#include "voice/normal_tables.h"

// The longest unit of a table that stands at a byte, after spaces, and how far it reaches; NULL: none.
const struct unit *unit_of(const struct unit *table, int count, const struct line *line, size_t at, size_t *end);
// The unit that stands at a byte, after spaces, and how far it reaches; NULL: none.
const struct unit *unit_at(const struct line *line, size_t at, size_t *end);
// Whether a unit, a measure word, 元 or % stands there: then the figure before is an amount.
bool amount_follows(const struct line *line, size_t at);
// The byte after the second figure of "8-10", or after the only one.
size_t amount_end(const struct line *line, const struct figure *figure, struct figure *second);
