// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a sentence together from what has been recorded. Pure; thread: any.
#pragma once

#include <stddef.h>

// A recorded text in its place in the sentence.
struct joint {
  int text;        // which
  size_t from, to; // bytes of the sentence
};

// Covers the whole sentence, but for what only parts words, with as few of the texts as can be. Capitals and small
// letters are the same; a word of Latin letters is never cut. Returns how many joints and allocates them (the caller
// frees); 0 and NULL when something is not recorded, or nothing is said at all.
int cover(const char *sentence, const char *const *texts, int text_count, struct joint **joints);
