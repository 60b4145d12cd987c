// SPDX-License-Identifier: GPL-3.0-or-later
// Samples to the loudspeaker. One piece at a time and the click of keys over it. Without a loudspeaker everything is
// played unheard, at once; it looks for one again when something is to be played, and every few seconds.
#pragma once

#include "base/clock.h"
#include "kiosk/sound/device.h"

#include <pthread.h>
#include <semaphore.h>

enum sound_event_kind {
  SOUND_WORKS,  // there is a loudspeaker
  SOUND_BROKEN, // there is none, sentence says why
  SOUND_BEGAN,  // the piece `number` can be heard
  SOUND_ENDED,  // it is over, was hushed, or was never heard
};

struct sound_event {
  enum sound_event_kind kind;
  uint64_t number;
  char sentence[256];
};

struct sound {
  struct mixer mixer;
  struct device device; // sound's thread only
  struct samples *click;
  void (*emit)(void *ctx, const struct sound_event *event); // on sound's thread
  void *emit_ctx;
  pthread_t thread;
  bool started;
  sem_t notice; // something to look at: from callers and from the sound card's callback
  atomic_bool stop;
  // Sound's thread only.
  uint64_t begun;
  bool told, works;     // what was told of the loudspeaker last
  anban_ms looked_at;   // when a loudspeaker was looked for; steady
  anban_ms quiet_since; // steady; -1: it is not quiet
  unsigned fills;       // of the mixer, when last looked at
};

void sound_init(struct sound *sound, void (*emit)(void *ctx, const struct sound_event *event), void *emit_ctx);
bool sound_start(struct sound *sound, struct fault *fault);
void sound_stop(struct sound *sound); // asks the thread to end
void sound_join(struct sound *sound); // waits for it and frees; also when it never started

// Thread: any, between sound_init and sound_join. All return at once.
void sound_play(struct sound *sound, struct samples *samples); // takes ownership; of SOUND_RATE
void sound_hush(struct sound *sound);
void sound_click(struct sound *sound);
void sound_set_volume(struct sound *sound, int percent);
