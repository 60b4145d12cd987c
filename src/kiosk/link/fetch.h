// SPDX-License-Identifier: GPL-3.0-or-later
// The snapshot whenever it is wanted, and the pictures it shows.
#pragma once

#include "kiosk/link/pictures.h"
#include "kiosk/link/session.h"
#include "kiosk/link/stream.h"

struct fetch {
  struct lane lane;
  struct stream *stream;
  struct pictures pictures;
  bool at_picture; // the exchange under way is for a picture
};

void fetch_init(struct fetch *fetch, struct session *session, struct stream *stream, const char *pictures);
void fetch_free(struct fetch *fetch);
anban_ms fetch_step(struct fetch *fetch, anban_ms now); // as access_step
