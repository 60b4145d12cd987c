// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be heard, as the sound card's callback reads it: one piece of sound, and over it the click of a key, under
// which the piece is ducked. The callback neither locks, allocates nor logs: pieces come to it and go back
// through atomic pointers.
#pragma once

#include "base/samples.h"

#include <stdatomic.h>
#include <stdbool.h>

struct mixer {
  const struct samples *click; // set at init
  void (*notice)(void *ctx);   // called in the callback when one of the things below has changed
  void *notice_ctx;
  _Atomic(struct samples *) next;  // to the callback: takes the place of what is played
  atomic_bool hush;                // to the callback: what is played ends now, before `next` begins
  _Atomic(struct samples *) spent; // from the callback: a list of what is over or was replaced
  atomic_ullong begun;             // number of the piece whose first sample went out last
  atomic_uint lag;                 // samples on their way from the callback to the ear
  atomic_ullong heard;             // the mark that the ear is at: mixer_heard reads it
  atomic_uint clicks;              // how many were asked for
  atomic_uint clicks_begun;        // how many of them the callback has met
  atomic_int gain;                 // of 32768
  atomic_bool silent;              // nothing was to be played in the last callback
  // The callback's own.
  struct samples *playing; // NULL: none
  size_t at;
  int marks; // of it that were heard
  size_t click_at;
  int duck; // how loud the piece is, of 32768
};

void mixer_init(struct mixer *mixer, const struct samples *click, void (*notice)(void *ctx), void *notice_ctx);
void mixer_free(struct mixer *mixer); // the callback no longer runs

// A piece handed in belongs to the mixer until mixer_take_spent gives it back. Thread: any.
void mixer_play(struct mixer *mixer, struct samples *samples);
void mixer_hush(struct mixer *mixer);
void mixer_click(struct mixer *mixer);
// From 1 to 100 each percent is a quarter of a decibel, so that equal steps sound equal; 0 is silence.
void mixer_set_volume(struct mixer *mixer, int percent);

// What is heard just now of the piece's text, by its last mark. `number`: of the piece, its lower 32 bits; 0: nothing
// yet.
struct mixer_heard {
  uint32_t number;
  uint16_t from, to; // bytes
};

// From the side of the thread that runs the device.
struct mixer_heard mixer_heard(struct mixer *mixer);
struct samples *mixer_take_spent(struct mixer *mixer); // a list, newest first; NULL: none
bool mixer_wanted(struct mixer *mixer);                // there is something to be played, begun or not
void mixer_drop(struct mixer *mixer);                  // no device: all that is to be played is spent unheard

// The callback's side.
void mixer_fill(struct mixer *mixer, int16_t *out, size_t count);
