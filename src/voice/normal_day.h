// SPDX-License-Identifier: GPL-3.0-or-later
// A month and a day in figures: 10.1, 12/25. Pure; thread: any.
#pragma once

#include "voice/normal_words.h"

struct day {
  struct digits month, day;
};

// The byte after it; 0: none stands there, or a third figure follows.
size_t day_read(const struct line *line, size_t at, unsigned separator, struct day *day);
void day_say(struct buffer *said, const struct line *line, const struct day *day);
