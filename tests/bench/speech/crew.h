// SPDX-License-Identifier: GPL-3.0-or-later
// The trials of all people, divided among as many processes as the machine has processors: espeak-ng is one a process.
#pragma once

#include "trial.h"

#define PACES 3
extern const double paces[PACES]; // of the speaker's own

struct crew {
  const struct speaker *people[PEOPLE_MOST];
  int count;
  int takes;            // how often each says each command in each room
  bool sphinx;          // is asked too, of the first take of every fourth person
  int trial_count;      // of `trials`
  struct trial *trials; // shared by the processes; set by crew_work
};

// False: a process failed.
bool crew_work(struct crew *crew);
void crew_free(struct crew *crew);
