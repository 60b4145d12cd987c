// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of sound, and the tiny interface through which a voice hands it to a loudspeaker without knowing it.
#pragma once

#include <stddef.h>
#include <stdint.h>

// From a sample on, this of the giver's text is heard.
struct sound_mark {
  size_t sample;
  size_t from, to; // bytes of the text
};

// Mono, signed 16 bit. One owner at a time.
struct samples {
  uint64_t number; // the giver's, to tell what has been heard; 0: nobody asks
  int rate;        // Hz
  size_t count, room;
  int16_t *at;
  struct sound_mark *marks; // in the order of their samples
  int mark_count, mark_room;
  struct samples *next; // the owner's, for a list
};

struct samples *samples_new(int rate);
void samples_add(struct samples *samples, const int16_t *at, size_t count);
// What is the same as the mark before adds none.
void samples_mark(struct samples *samples, size_t sample, size_t from, size_t to);
void samples_free(struct samples *samples); // NULL is fine

// Thread: any, for both. Neither waits for the loudspeaker.
struct sample_sink {
  void (*play)(void *ctx, struct samples *samples); // at once, in place of what is being played; takes ownership
  void (*hush)(void *ctx);                          // nothing is to be heard 100 ms later
  void *ctx;
};
