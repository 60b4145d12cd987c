// SPDX-License-Identifier: GPL-3.0-or-later
// A text with the site's readings written as espeak-ng's phonemes, "[[tS;h'i55N]]", a character at a time.
#pragma once

#include "voice/readings.h"
#include "voice/rewrite.h"
#include "voice/syllables.h"

// Returns whether there are phonemes in it: espeak-ng reads brackets as such only when it is told to. A word with a
// syllable that this voice hasn't stays as it is.
bool pronounce(const struct readings *readings, const struct syllables *syllables, const char *text,
               struct rewrite *spelt);
