// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the other side is still there, which webrtcbin would never say: packets are counted, silence is measured.
// Pure; the time is passed in.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

#define WATCH_SETUP (15 * MS_SECOND) // from the offer until it is connected
#define WATCH_SILENT (3 * MS_SECOND) // without a packet

enum watch_news {
  WATCH_NOTHING,
  WATCH_LATE, // not connected in time: nobody will come
  WATCH_IS_SILENT,
  WATCH_IS_BACK,
};

struct watch {
  anban_ms offered_at; // of this connection
  anban_ms heard_at;   // the last packet
  unsigned packets;    // counted then
  bool connected;      // this connection
  bool silent;         // was told
};

void watch_offered(struct watch *watch, anban_ms now);   // a connection was begun
void watch_connected(struct watch *watch, anban_ms now); // it is the right one
// `packets`: come on this connection since it began.
enum watch_news watch_step(struct watch *watch, unsigned packets, anban_ms now);
