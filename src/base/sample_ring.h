// SPDX-License-Identifier: GPL-3.0-or-later
// Samples that cross from the sound card's callback to one listener, without a lock: one thread puts, one takes. What
// finds no room is lost and counted, so that a listener who slept too long hears nothing old.
#pragma once

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#define HEARD_RATE 16000       // Hz, mono
#define SAMPLE_RING_ROOM 32768 // two seconds of it; a power of two

struct sample_ring {
  int16_t at[SAMPLE_RING_ROOM];
  atomic_size_t put, taken; // so many ever
  atomic_size_t lost;
  void (*filled)(void *ctx); // after samples were put, on the putting thread, which must not wait: sem_post
  void *ctx;
};

void sample_ring_put(struct sample_ring *ring, const int16_t *at, size_t count);
// Returns how many were there, at most `most`.
size_t sample_ring_take(struct sample_ring *ring, int16_t *at, size_t most);
void sample_ring_skip(struct sample_ring *ring); // the taker's: what is there is dropped

// Where a listener gets samples from without knowing the microphone. Both return at once; a few samples may still come
// after `deaf`. Thread: any.
struct sample_source {
  void (*hear)(void *ctx, struct sample_ring *ring);
  void (*deaf)(void *ctx);
  void *ctx;
};
