// SPDX-License-Identifier: GPL-3.0-or-later
// Which command it was. Each frame heard is taken either by a frame of the template or by filler at a fixed cost, and
// the whole template must be used: so words before and after a command do not matter, and a score says how much of
// what was heard the template explains. Pure. Thread: any.
#pragma once

#include "kiosk/listen/utterance.h"

#include <stdbool.h>

#define MATCH_COMMANDS 16
#define MATCH_TEMPLATES 8 // of a command

struct match_command {
  int count;
  const struct utterance *templates[MATCH_TEMPLATES];
};

struct match {
  double scores[MATCH_COMMANDS]; // less is better; 1: filler alone does as well
  int best;                      // -1: there are no templates
  // To the score of the second best, alone to filler, a frame of what the best's template took: words before and after
  // a command make it no less sure.
  double gap;
  double covered;     // share of what was heard that the best's best template took
  double apart;       // how far it is from what it took there, a frame, in fillers
  double above_noise; // dB, of what was heard
};

struct match match_commands(const struct utterance *heard, const struct match_command *commands, int count);

// Whether the best is meant surely enough to be acted on, and how surely, 0 to 1.
bool match_is_sure(const struct match *match, double *sure);
