// SPDX-License-Identifier: GPL-3.0-or-later
// Server-Sent Events (WHATWG HTML 9.2) from bytes as they come.
#pragma once

#include "base/clock.h"
#include "base/text.h"
#include "protocol/limits.h"

#define SSE_ID_SIZE 32

struct sse_event {
  const char *kind; // "message" when the server named none
  const char *id;   // the last one the server gave, with this event or before; "": none yet
  const char *data; // lines joined by \n
};

struct sse {
  void (*take)(void *ctx, const struct sse_event *event); // the event is valid during the call
  void *ctx;
  size_t most;    // bytes of one event
  anban_ms retry; // as the server wants it; -1: it said nothing
  bool started;   // the first bytes have been looked at for a byte order mark
  bool after_cr;  // a \n now belongs to the line end before
  struct buffer line, data;
  char kind[KIND_SIZE];
  char id[SSE_ID_SIZE];
};

void sse_init(struct sse *sse, size_t most, void (*take)(void *ctx, const struct sse_event *event), void *ctx);
void sse_free(struct sse *sse); // also one that is all zeros
// False when an event grows past `most`: the stream is to be given up.
bool sse_feed(struct sse *sse, const char *bytes, size_t size);
