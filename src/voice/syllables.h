// SPDX-License-Identifier: GPL-3.0-or-later
// How a voice says each syllable of pinyin: DATA/VOICE.syllables beside espeak-ng-data/, lines "qing1	tS;h'i55N" with
// espeak-ng's phonemes of that voice. Thread: one.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct syllable {
  char pinyin[8], phonemes[24];
};

struct syllables {
  char voice[40]; // whose they are; "": nobody's yet
  int count;
  struct syllable *list; // owned, in the order of their pinyin
};

// Those of a voice, read when the voice is another than before. False when it has none.
bool syllables_choose(struct syllables *syllables, const char *data, const char *voice);
const char *syllables_find(const struct syllables *syllables, const char *pinyin, size_t length); // NULL: not there
void syllables_free(struct syllables *syllables);
