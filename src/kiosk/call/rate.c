// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/rate.h"

#define START_SHARE 60  // percent of the most: the first seconds decide what a person thinks of it
#define LOSS_BAD 10.0   // percent
#define LOSS_GOOD 2.0   // percent
#define QUEUE_BAD 4.0   // ms between one packet and the next
#define RECEIVED_BAD 85 // percent of what was sent
#define STARVED_MOST 3  // seconds
#define REST (8 * MS_SECOND)

static int clamp(int value, int least, int most)
{
  return value < least ? least : value > most ? most : value;
}

void rate_init(struct rate *rate, int most)
{
  *rate = (struct rate){.kbit = clamp(most * START_SHARE / 100, RATE_LEAST, most), .most = most};
}

static bool is_bad(const struct feedback *feedback)
{
  return feedback->loss > LOSS_BAD || feedback->queueing > QUEUE_BAD ||
         feedback->received * 100 < feedback->sent * RECEIVED_BAD;
}

// What came through is what the line bears; loss and a growing queue both say less than that.
static int less(const struct rate *rate, const struct feedback *feedback)
{
  int came = (feedback->received - RATE_SOUND) * 85 / 100;
  int cut = (int)(rate->kbit * (1 - feedback->loss / 200));
  int lower = came < cut ? came : cut;
  int gentle = rate->kbit * 85 / 100;
  return lower < gentle ? lower : gentle;
}

static void starve(struct rate *rate, anban_ms now)
{
  rate->starved++;
  if (rate->starved < STARVED_MOST)
    return;
  rate->resting = true;
  rate->rest_until = now + REST;
}

void rate_step(struct rate *rate, const struct feedback *feedback, anban_ms now)
{
  if (rate->resting) {
    rate->resting = now < rate->rest_until;
    rate->starved = 0;
    return;
  }
  bool least = rate->kbit == RATE_LEAST;
  if (is_bad(feedback)) {
    rate->kbit = clamp(less(rate, feedback), RATE_LEAST, rate->most);
    if (least && feedback->loss > LOSS_BAD)
      starve(rate, now);
    return;
  }
  rate->starved = 0;
  if (feedback->loss < LOSS_GOOD)
    rate->kbit = clamp(rate->kbit * 108 / 100 + 10, RATE_LEAST, rate->most);
}

enum rate_picture rate_picture(int kbit, int most, enum rate_picture now)
{
  int full = most * 40 / 100; // of what the configured size wants
  int small = most * 25 / 100;
  if (kbit < small || (now == RATE_SMALL && kbit < small * 13 / 10))
    return RATE_SMALL;
  if (kbit < full || (now != RATE_FULL && kbit < full * 12 / 10))
    return RATE_SLOW;
  return RATE_FULL;
}
