// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/match.h"

#include "base/memory.h"
#include "kiosk/listen/align.h"

#include <math.h>
#include <stdlib.h>

#define FILLER 0.75f    // of the mean distance of two frames that have nothing to do with each other
#define PAIRS 400       // of such frames
#define UNKNOWN 2.0     // the score of a command without a template
#define BEST_WEIGHT 0.6 // of a command's best template; the rest is its second's
// Chosen by anban_bench_speech --tune, on other voices than ./bench speech reports on. At a gap of 0.06 more is heard
// in babble, and twice as much of what is no command is taken for one in a quiet room.
#define LEAST_GAP 0.08
#define MOST_SCORE 0.92
#define SURE_GAP 0.3 // from here on it is as sure as can be

// All templates of all commands as features, in the noise of what was heard.
struct models {
  int count;
  struct sequence at[MATCH_COMMANDS * MATCH_TEMPLATES];
  struct feature *features;
};

static void models_init(struct models *models, const struct cosines *cosines, const struct utterance *heard,
                        const struct match_command *commands, int count)
{
  size_t frames = 0;
  for (int c = 0; c < count; c++)
    for (int t = 0; t < commands[c].count; t++)
      frames += (size_t)commands[c].templates[t]->count;
  models->features = memory_new((frames + 1) * sizeof *models->features);
  models->count = 0;
  struct feature *at = models->features;
  for (int c = 0; c < count; c++)
    for (int t = 0; t < commands[c].count; t++) {
      const struct utterance *template = commands[c].templates[t];
      features_of(cosines, template, heard, at);
      models->at[models->count++] = (struct sequence){template->count, at};
      at += template->count;
    }
}

static unsigned any_below(unsigned *seed, int most)
{
  *seed = *seed * 1103515245u + 12345u;
  return (*seed >> 8) % (unsigned)most;
}

static float filler_of(const struct models *models, const struct sequence *heard)
{
  unsigned seed = 1;
  float sum = 0;
  for (int pair = 0; pair < PAIRS; pair++) {
    const struct sequence *model = &models->at[any_below(&seed, models->count)];
    const struct feature *frame = &model->at[any_below(&seed, model->count)];
    sum += feature_distance(frame, &heard->at[any_below(&seed, heard->count)]);
  }
  return FILLER * sum / PAIRS;
}

static double score_of(const struct sequence *models, int count, const struct sequence *heard, float filler)
{
  double best = UNKNOWN, second = UNKNOWN;
  for (int t = 0; t < count; t++) {
    double score = align(&models[t], heard, filler);
    if (score < best) {
      second = best;
      best = score;
    } else if (score < second) {
      second = score;
    }
  }
  return count < 2 ? best : BEST_WEIGHT * best + (1 - BEST_WEIGHT) * second;
}

static void rank(struct match *match, int count)
{
  double second = 1;
  match->best = -1;
  for (int c = 0; c < count; c++)
    if (match->scores[c] < UNKNOWN && (match->best < 0 || match->scores[c] < match->scores[match->best]))
      match->best = c;
  for (int c = 0; c < count; c++)
    if (c != match->best)
      second = fmin(second, match->scores[c]);
  match->gap = match->best < 0 ? 0 : second - match->scores[match->best];
}

struct match match_commands(const struct utterance *heard, const struct match_command *commands, int count)
{
  struct cosines cosines;
  struct feature features[UTTERANCE_MOST];
  struct sequence sequence = {heard->count, features};
  struct models models;
  struct match match = {0};
  cosines_init(&cosines);
  features_of(&cosines, heard, NULL, features);
  models_init(&models, &cosines, heard, commands, count);
  float filler = models.count > 0 ? filler_of(&models, &sequence) : 1;
  const struct sequence *at = models.at;
  for (int c = 0; c < count; c++) {
    match.scores[c] = score_of(at, commands[c].count, &sequence, filler);
    at += commands[c].count;
  }
  free(models.features);
  rank(&match, count);
  return match;
}

bool match_is_sure(const struct match *match, double *sure)
{
  *sure = match->gap >= SURE_GAP ? 1 : match->gap <= LEAST_GAP ? 0 : (match->gap - LEAST_GAP) / (SURE_GAP - LEAST_GAP);
  return match->best >= 0 && match->gap > LEAST_GAP && match->scores[match->best] < MOST_SCORE;
}
