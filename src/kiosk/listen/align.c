// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/align.h"

#include <stdbool.h>
#include <stdint.h>

#define STEP_COST 0.5f // to skip a frame of the template, or to stay on one for two frames heard
#define NEVER 1e9f
#define UNMATCHED 2.0f // what a template costs that does not fit in at all

// The cheapest way to a frame of the template, for one frame heard.
struct way {
  float cost;
  int16_t begin; // the frame heard on which the template's first frame lies
  bool stayed;   // it has been on this frame twice: no longer
};

static void take_cheaper(struct way *way, const struct way *from, float more, bool stays)
{
  float cost = from->cost + more;
  if (cost < way->cost)
    *way = (struct way){cost, from->begin, stays};
}

// To the template's frame `i`, before its own distance is added.
static struct way way_to(const struct way *last, int i, float fresh, int j)
{
  struct way way = {i == 0 ? fresh : i == 1 ? fresh + STEP_COST : NEVER, (int16_t)j, false};
  if (!last)
    return way;
  if (i >= 1)
    take_cheaper(&way, &last[i - 1], 0, false);
  if (i >= 2)
    take_cheaper(&way, &last[i - 2], STEP_COST, false);
  if (!last[i].stayed)
    take_cheaper(&way, &last[i], STEP_COST, true);
  return way;
}

// No way is given up because it is dear so far: what begins badly may be the right one, and without it another would
// seem to be alone. Only frames of the template count that can be reached from its begin, and from which its end can
// still be.
static void column_of(struct way *now, const struct way *last, const struct sequence *template,
                      const struct sequence *heard, int j, float filler)
{
  float fresh = filler * (float)j;
  int from = template->count - 1 - 2 * (heard->count - 1 - j), to = 2 * j + 1;
  for (int i = from > 0 ? from : 0; i <= to && i < template->count; i++) {
    now[i] = way_to(last, i, fresh, j);
    if (now[i].cost < NEVER)
      now[i].cost += feature_distance(&template->at[i], &heard->at[j]);
  }
}

struct alignment align(const struct sequence *template, const struct sequence *heard, float filler)
{
  struct way columns[2][UTTERANCE_MOST];
  struct alignment best = {.score = NEVER};
  for (int i = 0; i < template->count; i++)
    columns[0][i] = columns[1][i] = (struct way){.cost = NEVER};
  for (int j = 0; j < heard->count; j++) {
    struct way *now = columns[j % 2];
    column_of(now, j > 0 ? columns[1 - j % 2] : NULL, template, heard, j, filler);
    const struct way *whole = &now[template->count - 1];
    float cost = whole->cost + filler * (float)(heard->count - 1 - j);
    if (cost < best.score)
      best = (struct alignment){cost, whole->begin, j + 1};
  }
  best.score = best.score >= NEVER ? UNMATCHED : best.score / (filler * (float)heard->count);
  return best;
}
