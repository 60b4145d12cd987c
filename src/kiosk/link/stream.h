// SPDX-License-Identifier: GPL-3.0-or-later
// What happens on the server, as it happens. Begins where the snapshot ends; after a break it goes on where it was.
#pragma once

#include "kiosk/link/session.h"
#include "kiosk/link/sse.h"
#include "kiosk/link/voice_messages.h"

struct stream {
  struct request_queue queue;
  struct sse sse;
  struct voice_messages *messages; // hears of those that come
  int64_t last;                    // number of the last event we know; -1: no snapshot yet
  anban_ms heard_at;               // steady, when bytes came last
  bool lost;                       // the server no longer keeps what we missed: ends, and goes on after a new snapshot
};

void stream_init(struct stream *stream, struct session *session, struct voice_messages *messages);
void stream_free(struct stream *stream);
anban_ms stream_step(struct stream *stream, anban_ms now); // as access_step
// A snapshot that holds all up to `last` has come: what follows it is heard, again if need be.
void stream_follow(struct stream *stream, int64_t last);
