// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that are said one by one. Pure; thread: any.
#pragma once

#include "voice/normal_line.h"
#include "voice/rewrite.h"

// Each digit is a piece of its own, so that it can be marked while it is heard. What stands between groups is a pause,
// and so is the place after each group of `pattern` ("344").
void say_aloud(const struct line *line, size_t from, size_t to, const char *pattern, struct rewrite *words);
