// SPDX-License-Identifier: GPL-3.0-or-later
// Where a sentence ends: what belongs together when a paragraph is parted.
#pragma once

// Bytes of the first sentence of `text` with the spaces behind it; 0 when it is empty.
int sentence_length(const char *text);
