// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file as text in UTF-8 with plain line ends. Thread: any.
#pragma once

#include "base/text.h"
#include "server/model/sheet.h"

// Appends the text to `out`; says its encoding in `sheet`, or the trouble.
void sheet_text(struct sheet *sheet, const char *bytes, size_t size, struct buffer *out);
