// SPDX-License-Identifier: GPL-3.0-or-later
// The newest picture of one person, handed from a pipeline's thread to whoever draws. Only the newest counts: one that
// was not taken is dropped when the next comes.
#pragma once

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

// Pixels as SDL's XRGB8888 has them: blue, green, red, unused. They stay as they are until picture_release.
struct picture {
  int width, height, pitch; // px, px, bytes
  const uint8_t *pixels;
  void *held; // what the pixels belong to
  void (*release)(void *held);
};

struct picture_slot {
  pthread_mutex_t mutex;
  struct picture newest; // protected by mutex; held NULL: none
};

void picture_slot_init(struct picture_slot *slot);
void picture_slot_destroy(struct picture_slot *slot); // releases what is in it
// Takes ownership. Thread: any.
void picture_put(struct picture_slot *slot, const struct picture *picture);
// False when nothing new is there. Thread: any.
bool picture_take(struct picture_slot *slot, struct picture *out);
void picture_release(struct picture *picture); // an empty one is fine
