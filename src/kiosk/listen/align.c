// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/align.h"

#include <math.h>

#define STEP_COST 0.5f // to skip a frame of the template, or to stay on one for two frames heard
#define NEVER 1e9f
#define BEAM 12        // fillers: a way that is so much dearer than filler alone is given up
#define UNMATCHED 2.0f // what a template costs that does not fit in at all

// The cheapest ways to each frame of the template, for one frame heard.
struct column {
  float cost[UTTERANCE_MOST];
  bool stayed[UTTERANCE_MOST]; // the way has been on this frame twice: no longer
};

// The cheapest way to the template's frame `i` before its own distance is added.
static float way_to(const struct column *last, int i, float fresh, bool *stays)
{
  float cost = i == 0 ? fresh : i == 1 ? fresh + STEP_COST : NEVER;
  *stays = false;
  if (!last)
    return cost;
  if (i >= 1)
    cost = fminf(cost, last->cost[i - 1]);
  if (i >= 2)
    cost = fminf(cost, last->cost[i - 2] + STEP_COST);
  if (!last->stayed[i] && last->cost[i] + STEP_COST < cost) {
    cost = last->cost[i] + STEP_COST;
    *stays = true;
  }
  return cost;
}

float align(const struct sequence *template, const struct sequence *heard, float filler)
{
  struct column columns[2];
  float best = NEVER;
  for (int j = 0; j < heard->count; j++) {
    const struct column *last = j > 0 ? &columns[1 - j % 2] : NULL;
    struct column *now = &columns[j % 2];
    float fresh = filler * (float)j, most = fresh + BEAM * filler;
    for (int i = 0; i < template->count; i++) {
      float cost = way_to(last, i, fresh, &now->stayed[i]);
      now->cost[i] = cost > most ? NEVER : cost + feature_distance(&template->at[i], &heard->at[j]);
    }
    best = fminf(best, now->cost[template->count - 1] + filler * (float)(heard->count - 1 - j));
  }
  return best >= NEVER ? UNMATCHED : best / (filler * (float)heard->count);
}
