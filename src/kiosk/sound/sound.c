// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/sound.h"

#include "base/text.h"
#include "kiosk/sound/bell.h"
#include "kiosk/sound/click.h"
#include "kiosk/sound/run.h"

#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static void notice(void *ctx)
{
  struct sound *sound = ctx;
  uint64_t one = 1;
  // It can only fail when 2^64 notices wait: then there is one.
  if (write(sound->notice, &one, sizeof one) < 0)
    return;
}

static void play(void *ctx, const int16_t *in, int16_t *out, size_t count)
{
  mixer_fill(ctx, out, count);
}

static void hear(void *ctx, const int16_t *in, int16_t *out, size_t count)
{
  struct sound *sound = ctx;
  struct sample_ring *ear = atomic_load(&sound->ear);
  if (ear)
    sample_ring_put(ear, in, count);
}

static void init_devices(struct sound *sound, const struct sound_settings *settings)
{
  sound->speaker = (struct device){.rate = SOUND_RATE, .move = play, .ctx = &sound->mixer, .index = -1};
  sound->microphone = (struct device){.is_input = true, .rate = HEARD_RATE, .move = hear, .ctx = sound, .index = -1};
  COPY_TEXT(sound->speaker.wanted, settings->output);
  COPY_TEXT(sound->microphone.wanted, settings->input);
  sound->speaker.notice = sound->microphone.notice = notice;
  sound->speaker.notice_ctx = sound->microphone.notice_ctx = sound;
  // A card that is named is opened through ALSA's plug, which converts the rates that the card itself hasn't.
  setenv("PA_ALSA_PLUGHW", "1", 0);
}

void sound_init(struct sound *sound, const struct sound_settings *settings,
                void (*emit)(void *ctx, const struct sound_event *event), void *emit_ctx)
{
  memset(sound, 0, sizeof *sound);
  sound->emit = emit;
  sound->emit_ctx = emit_ctx;
  sound->click = click_new(SOUND_RATE);
  sound->notice = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  sound->cards.folder = -1;
  mixer_init(&sound->mixer, sound->click, notice, sound);
  init_devices(sound, settings);
}

bool sound_start(struct sound *sound, struct fault *fault)
{
  int error = pthread_create(&sound->thread, NULL, run_sound, sound);
  sound->started = error == 0;
  return sound->started || fault_set(fault, "sound can't start a thread: error %d", error);
}

void sound_stop(struct sound *sound)
{
  atomic_store(&sound->stop, true);
  notice(sound);
}

void sound_join(struct sound *sound)
{
  if (sound->started)
    pthread_join(sound->thread, NULL);
  sound->started = false;
  mixer_free(&sound->mixer);
  samples_free(sound->click);
  sound->click = NULL;
  close(sound->notice);
}

void sound_play(struct sound *sound, struct samples *samples)
{
  mixer_play(&sound->mixer, samples);
  notice(sound);
}

void sound_hush(struct sound *sound)
{
  mixer_hush(&sound->mixer);
  notice(sound);
}

void sound_click(struct sound *sound)
{
  mixer_click(&sound->mixer);
  notice(sound);
}

void sound_ring(struct sound *sound, bool here)
{
  sound_play(sound, bell_new(SOUND_RATE, here));
}

void sound_set_volume(struct sound *sound, int percent)
{
  mixer_set_volume(&sound->mixer, percent);
}

void sound_hear(struct sound *sound, struct sample_ring *ring)
{
  atomic_store(&sound->ear, ring);
  notice(sound);
}

void sound_deaf(struct sound *sound)
{
  atomic_store(&sound->ear, NULL);
  notice(sound);
}

static unsigned count_release(struct sound *sound, bool released)
{
  unsigned count = atomic_load(&sound->release);
  if (count % 2 == released)
    return count;
  atomic_store(&sound->release, count + 1);
  notice(sound);
  return count + 1;
}

unsigned sound_release(struct sound *sound)
{
  return count_release(sound, true);
}

void sound_take(struct sound *sound)
{
  count_release(sound, false);
}
