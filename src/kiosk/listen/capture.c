// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/capture.h"

#include "base/memory.h"
#include "base/sample_ring.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROOM_BEFORE 60 // frames kept before the speech, to know the noise by
#define WINDOW_MOST 512
#define FULL_SCALE_DB 102 // of mel powers: 16 bits, 16 times

struct capture {
  struct mel *mel;
  struct ending ending;
  int16_t samples[WINDOW_MOST]; // that are not yet a frame
  size_t waiting;               // of them
  int count;
  float powers[UTTERANCE_MOST + 1][MEL_BANDS];
  int level;
};

struct capture *capture_new(void)
{
  struct capture *capture = memory_new(sizeof *capture);
  capture->mel = mel_new(HEARD_RATE);
  capture_begin(capture);
  return capture;
}

void capture_free(struct capture *capture)
{
  if (capture)
    mel_free(capture->mel);
  free(capture);
}

void capture_begin(struct capture *capture)
{
  ending_init(&capture->ending);
  capture->waiting = 0;
  capture->count = 0;
  capture->level = -90;
}

static int level_of(const float powers[MEL_BANDS])
{
  float sum = 0;
  for (int b = 0; b < MEL_BANDS; b++)
    sum += powers[b];
  int level = (int)lrintf(10 * log10f(sum)) - FULL_SCALE_DB;
  return level < -90 ? -90 : level > 0 ? 0 : level;
}

static void keep_room(struct capture *capture)
{
  bool full = capture->count > UTTERANCE_MOST;
  bool quiet = capture->ending.state < ENDING_SPEAKING && capture->ending.loud == 0;
  int surplus = quiet ? capture->count - ROOM_BEFORE : full ? 1 : 0;
  if (surplus <= 0)
    return;
  capture->count -= surplus;
  memmove(capture->powers, capture->powers + surplus, (size_t)capture->count * sizeof *capture->powers);
}

static void take_frame(struct capture *capture)
{
  float *powers = capture->powers[capture->count];
  mel_frame(capture->mel, capture->samples, powers);
  capture->count++;
  capture->level = level_of(powers);
  ending_take(&capture->ending, powers);
  keep_room(capture);
}

enum ending_state capture_take(struct capture *capture, const int16_t *at, size_t count)
{
  const size_t window = mel_window(capture->mel), hop = HEARD_RATE / MEL_FRAMES_A_SECOND;
  while (count > 0 && capture->ending.state != ENDING_ENDED) {
    size_t missing = window - capture->waiting, some = missing < count ? missing : count;
    memcpy(capture->samples + capture->waiting, at, some * sizeof *at);
    capture->waiting += some;
    at += some;
    count -= some;
    if (capture->waiting < window)
      break;
    take_frame(capture);
    capture->waiting -= hop;
    memmove(capture->samples, capture->samples + hop, capture->waiting * sizeof *capture->samples);
  }
  return capture->ending.state;
}

struct utterance *capture_utterance(const struct capture *capture)
{
  return utterance_new((const float(*)[MEL_BANDS])capture->powers, capture->count);
}

int capture_frames(const struct capture *capture)
{
  return capture->ending.frames;
}

int capture_level(const struct capture *capture)
{
  return capture->level;
}
