// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/mixer.h"

#include <math.h>
#include <string.h>

#define FULL 32768
#define FADE 128               // samples: 6 ms, so that a prompt cut off does not crack
#define DUCKED (FULL / 4)      // 12 dB down under a click: words are still followed
#define DUCK_STEP (FULL / 512) // a sample: 17 ms from full to ducked
#define PERCENT_A_DB 4

void mixer_init(struct mixer *mixer, const struct samples *click, void (*notice)(void *ctx), void *notice_ctx)
{
  memset(mixer, 0, sizeof *mixer);
  mixer->click = click;
  mixer->click_at = click->count;
  mixer->duck = FULL;
  mixer->notice = notice;
  mixer->notice_ctx = notice_ctx;
  atomic_store(&mixer->gain, FULL);
  atomic_store(&mixer->silent, true);
}

static void free_list(struct samples *samples)
{
  while (samples) {
    struct samples *next = samples->next;
    samples_free(samples);
    samples = next;
  }
}

void mixer_free(struct mixer *mixer)
{
  free_list(mixer_take_spent(mixer));
  samples_free(atomic_exchange(&mixer->next, NULL));
  samples_free(mixer->playing);
  mixer->playing = NULL;
}

static void put_spent(struct mixer *mixer, struct samples *samples)
{
  struct samples *first = atomic_load(&mixer->spent);
  do
    samples->next = first;
  while (!atomic_compare_exchange_weak(&mixer->spent, &first, samples));
}

void mixer_play(struct mixer *mixer, struct samples *samples)
{
  struct samples *never = atomic_exchange(&mixer->next, samples);
  if (never)
    put_spent(mixer, never);
}

void mixer_hush(struct mixer *mixer)
{
  mixer_play(mixer, NULL);
  atomic_store(&mixer->hush, true);
}

struct samples *mixer_take_spent(struct mixer *mixer)
{
  return atomic_exchange(&mixer->spent, NULL);
}

struct mixer_heard mixer_heard(struct mixer *mixer)
{
  uint64_t heard = atomic_load(&mixer->heard);
  return (struct mixer_heard){(uint32_t)(heard >> 32), (uint16_t)(heard >> 16), (uint16_t)heard};
}

bool mixer_wanted(struct mixer *mixer)
{
  return atomic_load(&mixer->next) || atomic_load(&mixer->clicks) != atomic_load(&mixer->clicks_begun) ||
         !atomic_load(&mixer->silent);
}

static void spend(struct mixer *mixer)
{
  if (mixer->playing)
    put_spent(mixer, mixer->playing);
  mixer->playing = NULL;
}

void mixer_drop(struct mixer *mixer)
{
  mixer_hush(mixer);
  spend(mixer);
  mixer->click_at = mixer->click->count;
  atomic_store(&mixer->clicks_begun, atomic_load(&mixer->clicks));
  atomic_store(&mixer->silent, true);
}

void mixer_click(struct mixer *mixer)
{
  atomic_fetch_add(&mixer->clicks, 1);
}

void mixer_set_volume(struct mixer *mixer, int percent)
{
  double gain = percent > 0 ? pow(10, (percent - 100) / (20.0 * PERCENT_A_DB)) : 0;
  atomic_store(&mixer->gain, (int)lround(FULL * gain));
}

static void add(int16_t *out, int sample)
{
  int sum = *out + sample;
  *out = (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
}

static void add_piece(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  struct samples *piece = mixer->playing;
  int target = mixer->click_at < mixer->click->count ? DUCKED : FULL;
  for (size_t i = 0; i < count && mixer->at < piece->count; i++) {
    mixer->duck += mixer->duck < target ? DUCK_STEP : mixer->duck > target ? -DUCK_STEP : 0;
    add(&out[i], (int)((int64_t)piece->at[mixer->at++] * gain / FULL * mixer->duck / FULL));
  }
}

// A sample handed out now is heard when those before it on the way have been.
static void follow_marks(struct mixer *mixer, size_t at)
{
  const struct samples *piece = mixer->playing;
  size_t lag = atomic_load(&mixer->lag);
  int before = mixer->marks;
  while (mixer->marks < piece->mark_count && piece->marks[mixer->marks].sample + lag <= at)
    mixer->marks++;
  if (mixer->marks == before)
    return;
  const struct sound_mark *mark = &piece->marks[mixer->marks - 1];
  uint64_t heard = (piece->number & UINT32_MAX) << 32 | (mark->from & UINT16_MAX) << 16 | (mark->to & UINT16_MAX);
  atomic_store(&mixer->heard, heard);
  mixer->notice(mixer->notice_ctx);
}

static void fade_out(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  struct samples *piece = mixer->playing;
  size_t length = count < FADE ? count : FADE;
  for (size_t i = 0; i < length && mixer->at < piece->count; i++)
    add(&out[i], piece->at[mixer->at++] * gain / FULL * (int)(length - i) / (int)length);
}

static void begin_next(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  bool hush = atomic_exchange(&mixer->hush, false);
  struct samples *next = atomic_exchange(&mixer->next, NULL);
  if ((hush || next) && mixer->playing) {
    fade_out(mixer, out, count, gain);
    spend(mixer);
    mixer->notice(mixer->notice_ctx);
  }
  if (!next)
    return;
  mixer->playing = next;
  mixer->at = 0;
  mixer->marks = 0;
  atomic_store(&mixer->begun, next->number);
  mixer->notice(mixer->notice_ctx);
}

static void begin_click(struct mixer *mixer)
{
  unsigned clicks = atomic_load(&mixer->clicks);
  if (atomic_exchange(&mixer->clicks_begun, clicks) != clicks)
    mixer->click_at = 0;
}

static void add_click(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  for (size_t i = 0; i < count && mixer->click_at < mixer->click->count; i++)
    add(&out[i], mixer->click->at[mixer->click_at++] * gain / FULL);
}

static void end_when_over(struct mixer *mixer)
{
  if (!mixer->playing || mixer->at < mixer->playing->count)
    return;
  spend(mixer);
  mixer->notice(mixer->notice_ctx);
}

void mixer_fill(struct mixer *mixer, int16_t *out, size_t count)
{
  int gain = atomic_load(&mixer->gain);
  memset(out, 0, count * sizeof *out);
  begin_next(mixer, out, count, gain);
  begin_click(mixer);
  if (mixer->playing) {
    follow_marks(mixer, mixer->at);
    add_piece(mixer, out, count, gain);
  }
  add_click(mixer, out, count, gain);
  end_when_over(mixer);
  bool silent = !mixer->playing && mixer->click_at >= mixer->click->count;
  if (atomic_exchange(&mixer->silent, silent) != silent)
    mixer->notice(mixer->notice_ctx);
}
