// SPDX-License-Identifier: GPL-3.0-or-later
// How a word is read at a site, where the dictionary can't know: people's names, dishes, streets.
#pragma once

#include "protocol/json.h"
#include "protocol/limits.h"

#define MOST_READINGS 2000
#define PINYIN_SIZE 192

struct reading {
  char word[NAME_SIZE];     // Chinese characters
  char pinyin[PINYIN_SIZE]; // a syllable with its tone for each, "yue4 qing1"; 5 is the light tone; ü is v; "*": as it
                            // is read anyway
};

// Of "Yuè qīng", "yue4qing1 ": "yue4 qing1". False when it is not one syllable with a tone for each character.
bool reading_tidy(struct reading *reading, struct fault *fault);
bool reading_read_at(const struct json_at *at, struct reading *out, struct fault *fault);
json_t *reading_write(const struct reading *reading);
