// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/ending.h"

#include <math.h>
#include <string.h>

#define FIRST_BAND 2 // below is hum, above is hiss
#define LAST_BAND 22
#define SMOOTHING 0.25f // of a frame
#define LEAST 0.4f      // log ratio to the floor to be speech
#define SPREADS 3.0f    // or so many spreads above what the room's own ratio is: babble swings
#define SHARE 0.25f     // or of this speech's peak
#define SPEECH_LEAST 12 // frames; what is shorter was a knock
#define QUIET_MOST 65   // frames within a command: people stop to think
#define SPEECH_MOST 600 // frames
#define BLIP 3          // frames of quiet that a loud one after them takes back
#define FOLLOW 0.03f    // a frame, while nobody speaks
#define FLOOR_UP 1.002f // a frame, always: 9 dB in ten seconds, so that a fan switched on is not speech for ever

void ending_init(struct ending *ending)
{
  *ending = (struct ending){.state = ENDING_SETTLING, .usual = 0.2f, .spread = 0.07f};
}

static float ratio_of(const struct ending *ending, const float powers[MEL_BANDS])
{
  float sum = 0;
  for (int b = FIRST_BAND; b <= LAST_BAND; b++)
    sum += powers[b] > ending->floor[b] ? logf(powers[b] / ending->floor[b]) : 0;
  return sum / (LAST_BAND - FIRST_BAND + 1);
}

// `is_room`: what is heard is like the room alone. A soft syllable is not, though it is quiet beside a loud one:
// followed, it would make the floor rise until all that is said after it is taken for the room.
static void follow(struct ending *ending, const float powers[MEL_BANDS], bool is_room)
{
  for (int b = 0; b < MEL_BANDS; b++) {
    float *floor = &ending->floor[b];
    *floor += is_room ? FOLLOW * (powers[b] - *floor) : 0;
    *floor *= FLOOR_UP;
  }
  if (!is_room)
    return;
  ending->usual += FOLLOW * (ending->ratio - ending->usual);
  ending->spread += FOLLOW * (fabsf(ending->ratio - ending->usual) - ending->spread);
}

static enum ending_state settle(struct ending *ending, const float powers[MEL_BANDS])
{
  for (int b = 0; b < MEL_BANDS; b++)
    ending->floor[b] += (powers[b] - ending->floor[b]) / (float)ending->frames;
  if (ending->frames >= ENDING_SETTLE)
    ending->state = ENDING_WAITING;
  return ending->state;
}

static void forget(struct ending *ending)
{
  ending->state = ENDING_WAITING;
  ending->loud = ending->quiet = 0;
  ending->peak = 0;
}

static void take_loud(struct ending *ending)
{
  if (ending->loud == 0)
    ending->begin = ending->frames;
  ending->loud++;
  ending->quiet = ending->quiet > BLIP ? ending->quiet - BLIP : 0;
  if (ending->loud >= SPEECH_LEAST)
    ending->state = ENDING_SPEAKING;
}

static void take_quiet(struct ending *ending)
{
  if (ending->loud == 0 || ++ending->quiet < QUIET_MOST)
    return;
  if (ending->state == ENDING_SPEAKING)
    ending->state = ENDING_ENDED;
  else
    forget(ending);
}

enum ending_state ending_take(struct ending *ending, const float powers[MEL_BANDS])
{
  ending->frames++;
  if (ending->state == ENDING_SETTLING)
    return settle(ending, powers);
  if (ending->state == ENDING_ENDED)
    return ENDING_ENDED;
  ending->ratio += SMOOTHING * (ratio_of(ending, powers) - ending->ratio);
  float least = fmaxf(LEAST, ending->usual + SPREADS * ending->spread);
  bool is_speech = ending->ratio > fmaxf(least, SHARE * ending->peak);
  follow(ending, powers, ending->ratio <= least);
  if (is_speech)
    take_loud(ending);
  else
    take_quiet(ending);
  if (ending->loud > 0)
    ending->peak = fmaxf(ending->peak, ending->ratio);
  if (ending->loud > 0 && ending->frames - ending->begin >= SPEECH_MOST && ending->state == ENDING_SPEAKING)
    ending->state = ENDING_ENDED;
  return ending->state;
}
