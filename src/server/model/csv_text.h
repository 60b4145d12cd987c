// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file as text in UTF-8 with plain line ends. Thread: any.
#pragma once

#include "base/text.h"
#include "server/model/csv_table.h"

// Appends the text to `out`; says its encoding in `table`, or the trouble.
void csv_text(struct csv_table *table, const char *bytes, size_t size, struct buffer *out);
