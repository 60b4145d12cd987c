// SPDX-License-Identifier: GPL-3.0-or-later
// One trial: what the kiosk makes of one utterance, from the microphone's samples to its decision.
#pragma once

#include "kiosk/listen/match.h"
#include "people.h"

struct trial {
  int room;
  int said; // command; -1: a sentence that is none
  int best; // command; -1: nothing was heard at all
  bool is_sure;
  double score, gap; // of the best
  double seconds;    // of speech
};

struct trials {
  int count, room;
  struct trial *at;   // owned
  double ms, most_ms; // of processor time for a match
};

// What commands are known by.
struct lexicon {
  struct match_command commands[COMMAND_COUNT];
};

void lexicon_own(struct lexicon *lexicon, const struct speaker *speaker);  // three examples in the quiet room
void lexicon_made(struct lexicon *lexicon, const struct speaker *speaker); // by the kiosk in the speaker's dialect
void lexicon_free(struct lexicon *lexicon);

// `heard` stays the caller's.
void trials_add(struct trials *trials, const struct samples *heard, int room, int said, const struct lexicon *lexicon);
void trials_free(struct trials *trials);
double processor_ms(void);
