// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what, and where, in ./bench speech.
#pragma once

#include "corpus.h"

#define COMMAND_COUNT 16
#define SENTENCE_COUNT 40
#define ROOM_COUNT 9
#define MAKER_COUNT 5
#define PEOPLE_MOST 16

// Mandarin and dialect voices speak simplified characters, Cantonese the same read in Cantonese.
extern const char *const commands[COMMAND_COUNT];
extern const char *const phones[COMMAND_COUNT];     // of the CMU dictionary, nearest to Mandarin
extern const char *const sentences[SENTENCE_COUNT]; // no commands
extern const struct room rooms[ROOM_COUNT];         // the first is the quiet one

// Who the thresholds were chosen on, and who the figures are of: no voice is in both.
extern const struct speaker tuners[], reporters[];
extern const int tuner_count, reporter_count;
// As the kiosk makes templates (kiosk/app/maker.c): variants added to the voice of the person's dialect.
extern const struct speaker makers[MAKER_COUNT];
