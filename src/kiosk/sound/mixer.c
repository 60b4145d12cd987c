// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/mixer.h"

#include <string.h>

#define FULL 32768
#define FADE 128 // samples: 6 ms, so that a prompt cut off does not crack

void mixer_init(struct mixer *mixer, const struct samples *click, void (*notice)(void *ctx), void *notice_ctx)
{
  memset(mixer, 0, sizeof *mixer);
  mixer->click = click;
  mixer->click_at = click->count;
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
  struct samples *never = atomic_exchange(&mixer->next, NULL);
  if (never)
    put_spent(mixer, never);
  atomic_store(&mixer->hush, true);
}

struct samples *mixer_take_spent(struct mixer *mixer)
{
  return atomic_exchange(&mixer->spent, NULL);
}

bool mixer_wanted(struct mixer *mixer)
{
  return atomic_load(&mixer->next) || atomic_load(&mixer->clicks) != atomic_load(&mixer->clicks_begun) ||
         !atomic_load(&mixer->silent);
}

void mixer_drop(struct mixer *mixer)
{
  mixer_hush(mixer);
  if (mixer->playing)
    put_spent(mixer, mixer->playing);
  mixer->playing = NULL;
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
  // The ear hears ratios: the square makes the steps of a scale from 0 to 100 sound alike.
  atomic_store(&mixer->gain, FULL * percent / 100 * percent / 100);
}

static void add(int16_t *out, int sample)
{
  int sum = *out + sample;
  *out = (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
}

static void add_piece(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  struct samples *piece = mixer->playing;
  for (size_t i = 0; i < count && mixer->at < piece->count; i++)
    add(&out[i], piece->at[mixer->at++] * gain / FULL);
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
    put_spent(mixer, mixer->playing);
    mixer->playing = NULL;
    mixer->notice(mixer->notice_ctx);
  }
  if (!next)
    return;
  mixer->playing = next;
  mixer->at = 0;
  atomic_store(&mixer->begun, next->number);
  mixer->notice(mixer->notice_ctx);
}

static void add_click(struct mixer *mixer, int16_t *out, size_t count, int gain)
{
  unsigned clicks = atomic_load(&mixer->clicks);
  if (atomic_exchange(&mixer->clicks_begun, clicks) != clicks)
    mixer->click_at = 0;
  for (size_t i = 0; i < count && mixer->click_at < mixer->click->count; i++)
    add(&out[i], mixer->click->at[mixer->click_at++] * gain / FULL);
}

void mixer_fill(struct mixer *mixer, int16_t *out, size_t count)
{
  int gain = atomic_load(&mixer->gain);
  memset(out, 0, count * sizeof *out);
  begin_next(mixer, out, count, gain);
  if (mixer->playing)
    add_piece(mixer, out, count, gain);
  add_click(mixer, out, count, gain);
  if (mixer->playing && mixer->at >= mixer->playing->count) {
    put_spent(mixer, mixer->playing);
    mixer->playing = NULL;
    mixer->notice(mixer->notice_ctx);
  }
  atomic_fetch_add(&mixer->fills, 1);
  bool silent = !mixer->playing && mixer->click_at >= mixer->click->count;
  if (atomic_exchange(&mixer->silent, silent) != silent)
    mixer->notice(mixer->notice_ctx);
}
