// SPDX-License-Identifier: GPL-3.0-or-later
// The newest picture of everybody in the call, by name: place 0 is the own one, the others are peers.
#pragma once

#include "base/secret.h"
#include "kiosk/call/picture.h"

#define GALLERY_PLACES 5

struct gallery {
  pthread_mutex_t mutex;
  char who[GALLERY_PLACES][UUID_SIZE]; // protected by mutex; "": nobody, or in place 0 oneself
  unsigned source[GALLERY_PLACES];     // protected by mutex; serial of the pipeline whose pictures count; 0: none's
  bool over[GALLERY_PLACES];           // protected by mutex; no more pictures come for now, which was not told yet
  struct picture_slot slots[GALLERY_PLACES];
  int light;               // protected by mutex; of the own picture, 0 to 255; -1: not known
  void (*wake)(void *ctx); // on the giver's thread; protected by mutex; NULL: nobody looks any more
  void *wake_ctx;
};

void gallery_init(struct gallery *gallery, void (*wake)(void *ctx), void *wake_ctx);
void gallery_destroy(struct gallery *gallery);
// Nobody is woken any more, and nothing is taken.
void gallery_close(struct gallery *gallery);

// From now on pictures of this pipeline count; 0: none's, and the last one goes too.
void gallery_follow(struct gallery *gallery, int place, const char *who, unsigned serial);
// No more come for now.
void gallery_pause(struct gallery *gallery, int place);
// Takes ownership. Thread: any.
void gallery_put(struct gallery *gallery, int place, unsigned serial, const struct picture *picture);
// True when there is something new: a picture, or, `held` NULL, that no more come for now.
bool gallery_take(struct gallery *gallery, const char *who, struct picture *out);
int gallery_light(struct gallery *gallery);
