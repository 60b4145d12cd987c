// SPDX-License-Identifier: GPL-3.0-or-later
// Samples to the loudspeaker, and from the microphone while somebody hears. One piece at a time, with notices and the
// click of keys over it. Without a loudspeaker everything is played unheard, at once. What is missing is looked for
// again every few seconds and when it is wanted; a microphone is open only between sound_hear and sound_deaf.
#pragma once

#include "base/clock.h"
#include "base/sample_ring.h"
#include "kiosk/sound/cards.h"
#include "kiosk/sound/device.h"
#include "kiosk/sound/mixer.h"

#include <pthread.h>
#include <stdbool.h>

#define SOUND_NONE "none" // in a device's place: there shall be none
#define SOUND_RATE 22050  // Hz, of what is played: espeak-ng's

struct sound_settings {
  char output[DEVICE_NAME], input[DEVICE_NAME]; // a part of a device's name; "": the usual one; input SOUND_NONE: none
};

enum sound_event_kind {
  SOUND_WORKS,      // there is a loudspeaker
  SOUND_BROKEN,     // there is none, sentence says why
  SOUND_EAR_WORKS,  // there is a microphone
  SOUND_EAR_BROKEN, // there is none, sentence says why; empty: there shall be none
  SOUND_HEADPHONES, // plugged: whether headphones or a handset are in, told at the start and when it changes
  SOUND_BEGAN,      // the piece `number` can be heard
  SOUND_AT,         // of it the mark with these bytes, from and to, can be heard
  SOUND_ENDED,      // it is over, was hushed, or was never heard
  SOUND_RELEASED,   // number: of the sound_release after which both devices are closed
};

struct sound_event {
  enum sound_event_kind kind;
  uint64_t number;
  bool plugged;
  int from, to;
  char sentence[256];
};

struct told {
  bool once, works; // what was told of a device last
};

struct sound {
  struct mixer mixer;
  struct samples *click;
  void (*emit)(void *ctx, const struct sound_event *event); // on sound's thread
  void *emit_ctx;
  pthread_t thread;
  bool started;
  int notice; // eventfd: something to look at, from callers and from the sound card's callback
  atomic_bool stop;
  atomic_uint release; // counts each sound_release and each sound_take; odd: the devices are somebody else's
  _Atomic(struct sample_ring *) ear; // who hears; NULL: nobody
  // Sound's thread only.
  struct device speaker, microphone;
  struct cards cards;
  bool begun;      // PortAudio
  unsigned heeded; // of `release`
  struct told told_speaker, told_microphone, told_plug;
  uint64_t begun_piece;
  struct mixer_heard heard; // what was told last
  anban_ms looked_at;       // when devices were looked for; steady
  anban_ms patience;        // before a microphone that PortAudio did not find or open is tried anew; 0: at once
  anban_ms renewed_at;      // when that began; steady
  anban_ms quiet_since;     // steady; -1: it is not quiet
};

// Call before threads start. `settings` are copied.
void sound_init(struct sound *sound, const struct sound_settings *settings,
                void (*emit)(void *ctx, const struct sound_event *event), void *emit_ctx);
bool sound_start(struct sound *sound, struct fault *fault);
void sound_stop(struct sound *sound); // asks the thread to end
void sound_join(struct sound *sound); // waits for it and frees; also when it never started

// Thread: any, between sound_init and sound_join. All return at once.
void sound_play(struct sound *sound, struct samples *samples); // takes ownership; of SOUND_RATE
void sound_hush(struct sound *sound);                          // what sound_play began
void sound_click(struct sound *sound);
void sound_ring(struct sound *sound, bool here);         // in place of what is played
void sound_set_volume(struct sound *sound, int percent); // as mixer_set_volume

// What the microphone hears goes into the ring until sound_deaf, HEARD_RATE samples a second; a few may still come
// after it. The ring outlives sound_join.
void sound_hear(struct sound *sound, struct sample_ring *ring);
void sound_deaf(struct sound *sound);

// Both devices are somebody else's, a call's, from SOUND_RELEASED until sound_take; all is played unheard meanwhile.
// Each release is answered unless it was taken back before, and is told by its number: an answer may be on its way
// when its devices are taken and released again. Thread: one and the same for both.
unsigned sound_release(struct sound *sound);
void sound_take(struct sound *sound);
