// SPDX-License-Identifier: GPL-3.0-or-later
// A loudspeaker or a microphone as PortAudio has it. PortAudio sees only what was there when it began, so it is ended
// and begun again to find what was plugged in; no device may be open then. Thread: sound's only.
#pragma once

#include "base/clock.h"
#include "base/fault.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#define DEVICE_NAME 80

struct device {
  // Set by the owner before the first use.
  bool is_input;
  int rate;                 // Hz, mono, 16 bit; the card's own rate is ALSA's business
  char wanted[DEVICE_NAME]; // part of its name; "": the usual one
  // In the card's callback: neither locks, allocates nor logs. One of `in` and `out` is NULL.
  void (*move)(void *ctx, const int16_t *in, int16_t *out, size_t count);
  void *ctx;
  void (*notice)(void *ctx); // something has changed; in the callback's thread
  void *notice_ctx;

  int index;         // of PortAudio; -1: not found
  void *stream;      // NULL: closed
  double latency;    // s between the callback and the ear or from the microphone
  bool runs;         // the callback is being called
  atomic_bool asked; // we ended the stream ourselves
  atomic_bool broke; // it ended without us: the card is gone
  atomic_uint calls; // of the callback
  unsigned seen;     // calls, when last looked at
  anban_ms moved_at; // when they had changed; steady
};

void devices_quiet(void); // ALSA and JACK complain on standard error no more; first of all
bool devices_begin(struct fault *fault);
void devices_end(void);

// After devices_begin: whether it is there.
bool device_find(struct device *device, struct fault *fault);
bool device_missing(const struct device *device, struct fault *fault); // says which; false
bool device_open(struct device *device, struct fault *fault);
bool device_run(struct device *device, anban_ms now, struct fault *fault);
void device_rest(struct device *device);  // plays what is on its way, then no more callbacks
void device_close(struct device *device); // also a closed one
// Whether a device that should run has broken off, or takes or gives no samples any more.
bool device_is_lost(struct device *device, anban_ms now);
