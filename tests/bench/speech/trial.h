// SPDX-License-Identifier: GPL-3.0-or-later
// One trial: what the kiosk makes of one utterance, from the microphone's samples to its decision.
#pragma once

#include "kiosk/listen/match.h"
#include "people.h"

// What commands are known by.
enum lexicon_kind { OWN, MADE, LEXICONS }; // the speaker's three examples from the quiet room; the kiosk's own voices
struct lexicon {
  struct match_command commands[COMMAND_COUNT];
};

struct verdict {
  int best; // command; -1: nothing was heard at all
  bool is_sure;
  struct match match;
  double ms; // of processor time
};

#define NOT_ASKED -2
struct trial {
  int person, pace, room;
  int said; // command; -1: a sentence that is none
  struct verdict by[LEXICONS];
  double seconds; // of speech
  int sphinx;     // what pocketsphinx took it for; -1: nothing, or NOT_ASKED
  double sphinx_ms, sphinx_seconds;
};

void lexicon_own(struct lexicon *lexicon, const struct speaker *speaker);
void lexicon_made(struct lexicon *lexicon, const struct speaker *speaker); // in the speaker's dialect
void lexicon_free(struct lexicon *lexicon);

// `heard` stays the caller's. NULL: there is no speech in it.
struct utterance *utterance_heard(const struct samples *heard);
// Fills in `by` and `seconds`.
void trial_hear(struct trial *trial, const struct samples *heard, const struct lexicon lexicons[LEXICONS]);
void trial_ask_sphinx(struct trial *trial, const struct samples *heard);
double processor_ms(void);
