// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/sound.h"

#include "base/text.h"
#include "kiosk/sound/click.h"

#include <string.h>

#define LOOK_AGAIN (5 * MS_SECOND)  // without a loudspeaker
#define LOOK_AT_MOST MS_SECOND      // between two looks when something is to be played
#define REST_AFTER MS_SECOND        // of quiet: a stream that runs wakes the machine 25 times a second
#define STUCK_AFTER (2 * MS_SECOND) // without a callback while something is played

static void notice(void *ctx)
{
  sem_post(ctx);
}

void sound_init(struct sound *sound, void (*emit)(void *ctx, const struct sound_event *event), void *emit_ctx)
{
  memset(sound, 0, sizeof *sound);
  sound->emit = emit;
  sound->emit_ctx = emit_ctx;
  sound->click = click_new(SOUND_RATE);
  sound->looked_at = -LOOK_AGAIN;
  sound->quiet_since = -1;
  sem_init(&sound->notice, 0, 0);
  mixer_init(&sound->mixer, sound->click, notice, &sound->notice);
}

static void emit(struct sound *sound, enum sound_event_kind kind, uint64_t number, const char *sentence)
{
  struct sound_event event = {.kind = kind, .number = number};
  COPY_TEXT(event.sentence, sentence);
  sound->emit(sound->emit_ctx, &event);
}

static void tell_ended(struct sound *sound, struct samples *newest)
{
  while (newest) {
    struct samples *next = newest->next;
    if (newest->number)
      emit(sound, SOUND_ENDED, newest->number, "");
    samples_free(newest);
    newest = next;
  }
}

static void tell(struct sound *sound)
{
  uint64_t begun = atomic_load(&sound->mixer.begun);
  if (begun != sound->begun && begun)
    emit(sound, SOUND_BEGAN, begun, "");
  sound->begun = begun;
  tell_ended(sound, mixer_take_spent(&sound->mixer));
}

static void tell_works(struct sound *sound, bool works, const char *sentence)
{
  if (!sound->told || sound->works != works)
    emit(sound, works ? SOUND_WORKS : SOUND_BROKEN, 0, sentence);
  sound->told = true;
  sound->works = works;
}

static void lose(struct sound *sound, const char *sentence)
{
  device_close(&sound->device);
  mixer_drop(&sound->mixer);
  sound->quiet_since = -1;
  tell_works(sound, false, sentence);
}

static void look(struct sound *sound, anban_ms now)
{
  struct fault fault = {0};
  sound->looked_at = now;
  bool works = device_open(&sound->device, &sound->mixer, &fault);
  tell_works(sound, works, fault.sentence);
}

// Something is to be played.
static void serve(struct sound *sound, anban_ms now)
{
  struct fault fault;
  if (!sound->device.stream && now - sound->looked_at >= LOOK_AT_MOST)
    look(sound, now);
  if (!sound->device.stream)
    mixer_drop(&sound->mixer);
  else if (!device_run(&sound->device, &fault))
    lose(sound, fault.sentence);
}

static void watch(struct sound *sound, anban_ms now, bool waited_long)
{
  unsigned fills = atomic_load(&sound->mixer.fills);
  if (atomic_load(&sound->device.broke))
    lose(sound, "the loudspeaker is gone");
  else if (waited_long && fills == sound->fills)
    lose(sound, "the loudspeaker takes no more samples");
  sound->fills = fills;
  if (!sound->device.runs || !atomic_load(&sound->mixer.silent))
    sound->quiet_since = -1;
  else if (sound->quiet_since < 0)
    sound->quiet_since = now;
  else if (now - sound->quiet_since >= REST_AFTER)
    device_rest(&sound->device);
}

static anban_ms wake_at(const struct sound *sound, anban_ms now)
{
  if (!sound->device.stream)
    return sound->looked_at + LOOK_AGAIN;
  if (!sound->device.runs)
    return -1;
  return sound->quiet_since >= 0 ? sound->quiet_since + REST_AFTER : now + STUCK_AFTER;
}

// Returns whether the time passed without a notice.
static bool wait_until(struct sound *sound, anban_ms deadline)
{
  struct timespec at = {.tv_sec = deadline / MS_SECOND, .tv_nsec = deadline % MS_SECOND * 1000000};
  int failed = deadline < 0 ? sem_wait(&sound->notice) : sem_clockwait(&sound->notice, CLOCK_MONOTONIC, &at);
  return failed && deadline >= 0;
}

static void *run(void *ctx)
{
  struct sound *sound = ctx;
  pthread_setname_np(pthread_self(), "sound");
  look(sound, clock_steady());
  while (!atomic_load(&sound->stop)) {
    anban_ms before = clock_steady();
    bool late = wait_until(sound, wake_at(sound, before));
    anban_ms now = clock_steady();
    if (sound->device.stream)
      watch(sound, now, late && sound->device.runs && !atomic_load(&sound->mixer.silent));
    else if (now - sound->looked_at >= LOOK_AGAIN)
      look(sound, now);
    if (mixer_wanted(&sound->mixer))
      serve(sound, now);
    tell(sound);
  }
  device_close(&sound->device);
  mixer_drop(&sound->mixer);
  tell(sound);
  return NULL;
}

bool sound_start(struct sound *sound, struct fault *fault)
{
  int error = pthread_create(&sound->thread, NULL, run, sound);
  sound->started = error == 0;
  return sound->started || fault_set(fault, "sound can't start a thread: error %d", error);
}

void sound_stop(struct sound *sound)
{
  atomic_store(&sound->stop, true);
  sem_post(&sound->notice);
}

void sound_join(struct sound *sound)
{
  if (sound->started)
    pthread_join(sound->thread, NULL);
  sound->started = false;
  mixer_free(&sound->mixer);
  samples_free(sound->click);
  sound->click = NULL;
  sem_destroy(&sound->notice);
}

void sound_play(struct sound *sound, struct samples *samples)
{
  mixer_play(&sound->mixer, samples);
  sem_post(&sound->notice);
}

void sound_hush(struct sound *sound)
{
  mixer_hush(&sound->mixer);
  sem_post(&sound->notice);
}

void sound_click(struct sound *sound)
{
  mixer_click(&sound->mixer);
  sem_post(&sound->notice);
}

void sound_set_volume(struct sound *sound, int percent)
{
  mixer_set_volume(&sound->mixer, percent);
}
