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
// Chosen by anban_bench_speech --tune, on other voices than ./bench speech reports on. With a gap of 0.08, not held
// against what was covered, four times as many commands were taken for others; the price is in babble, where of 100
// taught commands at 10 dB some ten fewer are heard. A wrong command frightens; a refusal costs a repeat.
#define LEAST_GAP 0.12
#define MOST_SCORE 0.90
// What is left of a long command in loud noise is like a short one in its length alone. Of 100 that are heard in white
// noise at 5 dB it costs one, in babble at 10 dB three.
#define MOST_APART 0.84
// In a quiet room all that is heard is the person, and what is mostly something else is no command; with 0.7 嗯 before
// and 吧 after made it none. In noise the rest of what is heard may be noise.
#define LEAST_COVERED 0.6
#define QUIET_ROOM 18 // dB of the speech above the noise
#define SURE_GAP 0.3  // from here on it is as sure as can be

// People say a command more slowly than they taught it, or faster. Each template is tried at these paces too: to stay
// on a frame or to skip one costs, so that a command at another pace would be hardly nearer than others are.
static const double lengths[] = {1, 1.25, 0.8};
#define LENGTHS (int)(sizeof lengths / sizeof *lengths)

// All templates of all commands as features, at all paces, in the noise of what was heard.
struct models {
  int count;
  struct sequence at[MATCH_COMMANDS * MATCH_TEMPLATES * LENGTHS];
  struct feature *features;
};

static int length_of(const struct utterance *template, int pace)
{
  int count = (int)(template->count * lengths[pace]);
  return count < 1 ? 1 : count < UTTERANCE_MOST ? count : UTTERANCE_MOST;
}

static struct feature *add_models(struct models *models, const struct cosines *cosines, const struct utterance *heard,
                                  const struct utterance *template, struct feature *at)
{
  for (int pace = 0; pace < LENGTHS; pace++) {
    struct utterance *paced = utterance_at_length(template, length_of(template, pace));
    features_of(cosines, paced, heard, at);
    models->at[models->count++] = (struct sequence){paced->count, at};
    at += paced->count;
    utterance_free(paced);
  }
  return at;
}

static void models_init(struct models *models, const struct cosines *cosines, const struct utterance *heard,
                        const struct match_command *commands, int count)
{
  size_t frames = 0;
  for (int c = 0; c < count; c++)
    for (int t = 0; t < commands[c].count; t++)
      for (int pace = 0; pace < LENGTHS; pace++)
        frames += (size_t)length_of(commands[c].templates[t], pace);
  models->features = memory_new((frames + 1) * sizeof *models->features);
  models->count = 0;
  struct feature *at = models->features;
  for (int c = 0; c < count; c++)
    for (int t = 0; t < commands[c].count; t++)
      at = add_models(models, cosines, heard, commands[c].templates[t], at);
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

// How a command's templates do.
struct standing {
  double best, second; // scores
  double covered;      // of the best
};

static struct alignment align_paces(const struct sequence *models, const struct sequence *heard, float filler)
{
  struct alignment best = align(&models[0], heard, filler);
  for (int pace = 1; pace < LENGTHS; pace++) {
    struct alignment at = align(&models[pace], heard, filler);
    if (at.score < best.score)
      best = at;
  }
  return best;
}

static struct standing standing_of(const struct sequence *models, int count, const struct sequence *heard, float filler)
{
  struct standing standing = {.best = UNKNOWN, .second = UNKNOWN};
  for (int t = 0; t < count; t++) {
    struct alignment at = align_paces(&models[t * LENGTHS], heard, filler);
    if (at.score < standing.best) {
      standing.second = standing.best;
      standing.best = at.score;
      standing.covered = (double)(at.end - at.begin) / heard->count;
    } else if (at.score < standing.second) {
      standing.second = at.score;
    }
  }
  if (count < 2)
    standing.second = standing.best;
  return standing;
}

static void rank(struct match *match, const struct standing *standings, int count)
{
  double second = 1;
  match->best = -1;
  for (int c = 0; c < count; c++) {
    match->scores[c] = BEST_WEIGHT * standings[c].best + (1 - BEST_WEIGHT) * standings[c].second;
    if (match->scores[c] < UNKNOWN && (match->best < 0 || match->scores[c] < match->scores[match->best]))
      match->best = c;
  }
  for (int c = 0; c < count; c++)
    if (c != match->best)
      second = fmin(second, match->scores[c]);
  if (match->best < 0)
    return;
  match->covered = standings[match->best].covered;
  match->apart = 1 - (1 - match->scores[match->best]) / match->covered;
  match->gap = (second - match->scores[match->best]) / match->covered;
}

static double above_noise(const struct utterance *heard)
{
  double noise = MEL_BANDS;
  for (int b = 0; b < MEL_BANDS; b++)
    noise += heard->noise[b];
  return 10 * log10(heard->level / noise);
}

struct match match_commands(const struct utterance *heard, const struct match_command *commands, int count)
{
  struct cosines cosines;
  struct feature features[UTTERANCE_MOST];
  struct sequence sequence = {heard->count, features};
  struct models models;
  struct standing standings[MATCH_COMMANDS];
  struct match match = {.above_noise = above_noise(heard)};
  cosines_init(&cosines);
  features_of(&cosines, heard, NULL, features);
  models_init(&models, &cosines, heard, commands, count);
  float filler = models.count > 0 ? filler_of(&models, &sequence) : 1;
  const struct sequence *at = models.at;
  for (int c = 0; c < count; c++) {
    standings[c] = standing_of(at, commands[c].count, &sequence, filler);
    at += commands[c].count * LENGTHS;
  }
  free(models.features);
  rank(&match, standings, count);
  return match;
}

bool match_is_sure(const struct match *match, double *sure)
{
  *sure = match->gap >= SURE_GAP ? 1 : match->gap <= LEAST_GAP ? 0 : (match->gap - LEAST_GAP) / (SURE_GAP - LEAST_GAP);
  bool whole = match->above_noise < QUIET_ROOM || match->covered > LEAST_COVERED;
  return match->best >= 0 && match->gap > LEAST_GAP && match->scores[match->best] < MOST_SCORE &&
         match->apart < MOST_APART && whole;
}
