// SPDX-License-Identifier: GPL-3.0-or-later
// Says a text aloud: turns it into samples on a thread of its own and hands them to a sink. A new sentence takes the
// place of the one before, said or waiting.
#pragma once

#include "base/mailbox.h"
#include "voice/voice.h"

#include <stdatomic.h>

enum speech_event_kind {
  SPEECH_WORKS,  // there is a voice; sentence says what is amiss all the same, "": nothing
  SPEECH_BROKEN, // there is none, or it could not say what was wanted: sentence says why; until SPEECH_WORKS
  SPEECH_SILENT, // the sentence `number` won't be heard: no voice, or another took its place before it was ready
};

struct speech_event {
  enum speech_event_kind kind;
  uint64_t number;
  char sentence[256];
};

struct speech {
  struct voice voice;
  struct sample_sink sink;
  void (*emit)(void *ctx, const struct speech_event *event); // on speech's thread
  void *emit_ctx;
  struct mailbox sentences;
  pthread_t thread;
  bool started;
  bool broken;          // as was told last, and
  struct fault amiss;   // what is amiss; both speech's thread only
  atomic_ullong wanted; // number of the sentence that may still be heard; 0: none
  pthread_mutex_t turn; // held while a sentence is handed to the sink, and while one is hushed: none slips through
};

// `sink` and what it points to must outlive speech_join.
void speech_init(struct speech *speech, struct voice voice, struct sample_sink sink,
                 void (*emit)(void *ctx, const struct speech_event *event), void *emit_ctx);
bool speech_start(struct speech *speech, struct fault *fault);
void speech_stop(struct speech *speech); // asks the thread to end
void speech_join(struct speech *speech); // waits for it and frees; also when it never started

// What is being said stops at once; the samples carry sentence->number, which grows from 1. Thread: main.
void speech_say(struct speech *speech, const struct sentence *sentence);
void speech_hush(struct speech *speech);
