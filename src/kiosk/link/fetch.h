// SPDX-License-Identifier: GPL-3.0-or-later
// The snapshot whenever it is wanted, the pictures it shows, and the voices it names.
#pragma once

#include "kiosk/link/packs.h"
#include "kiosk/link/pictures.h"
#include "kiosk/link/session.h"
#include "kiosk/link/stream.h"

enum errand { FETCH_SNAPSHOT, FETCH_PICTURE, FETCH_VOICE };

struct fetch {
  struct request_queue queue;
  struct stream *stream;
  struct pictures pictures;
  struct packs packs;
  enum errand errand; // of the transfer under way
};

void fetch_init(struct fetch *fetch, struct session *session, struct stream *stream, const char *pictures,
                const char *voices);
void fetch_free(struct fetch *fetch);
anban_ms fetch_step(struct fetch *fetch, anban_ms now); // as access_step
