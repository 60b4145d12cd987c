// SPDX-License-Identifier: GPL-3.0-or-later
// How much picture the line to one peer bears: a little more while all arrives, clearly less when packets are lost or
// queue up (additive increase, multiplicative decrease on what the peer's TWCC feedback says). Sound comes before
// picture: it is never made smaller, and when even the smallest picture is too much the picture rests. Pure.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

#define RATE_LEAST 90 // kbit/s: the smallest picture of 320 × 240 that still moves
#define RATE_SOUND 50 // kbit/s of Opus with its wrapping

// Of the last second.
struct feedback {
  int sent, received; // kbit/s, all media
  double loss;        // percent
  double queueing;    // ms: how much later packets came than they were sent apart, on average; grows when a queue grows
};

struct rate {
  int kbit, most;      // of the picture
  bool resting;        // no picture is sent
  int starved;         // seconds in which the smallest was too much
  anban_ms rest_until; // then it is tried again
};

void rate_init(struct rate *rate, int most);
void rate_step(struct rate *rate, const struct feedback *feedback, anban_ms now);

// Size and pace that go with a rate.
enum rate_picture {
  RATE_FULL,  // as configured, 30 a second
  RATE_SLOW,  // as configured, 20 a second
  RATE_SMALL, // 320 × 240, 20 a second: never less
};
// From the picture that is sent now: a border has two edges, so that nothing swings.
enum rate_picture rate_picture(int kbit, int most, enum rate_picture now);
