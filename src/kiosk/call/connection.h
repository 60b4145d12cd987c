// SPDX-License-Identifier: GPL-3.0-or-later
// One encrypted connection to one device, from our offer to its end; it is never mended, another takes its place. Until
// its owner has found it genuine and joined it to the fans and the gallery, nothing is sent and nothing is seen.
// Thread: call's.
#pragma once

#include "kiosk/call/codec.h"
#include "kiosk/call/pipe.h"
#include "kiosk/call/rate.h"
#include "kiosk/call/source.h"

struct connection {
  struct pipe pipe;
  struct webrtc_callbacks *callbacks; // what its threads count; NULL: there is none
};

struct connection_plan {
  const struct call_settings *settings;
  const struct codec *codec;
  const struct call_ice *ice;
  bool video;
  int place; // of the peer, from 0
  struct size box;
};

// Answered by NOTE_OFFERED and NOTE_WAYs of its pipe, or NOTE_BROKEN.
bool connection_begin(struct connection *connection, struct stage *stage, const struct connection_plan *plan,
                      struct fault *fault);
void connection_end(struct connection *connection); // also of none

// False when it makes no sense. Otherwise NOTE_CONNECTED, or NOTE_REFUSED.
bool connection_answer(const struct connection *connection, const char *sdp);
void connection_candidate(const struct connection *connection, int line, const char *candidate);
// Whether who is connected is who the answer says. After NOTE_CONNECTED.
bool connection_is_genuine(const struct connection *connection, const char *answer);
void connection_show(const struct connection *connection, struct size box);

unsigned connection_packets(const struct connection *connection);  // that have come
unsigned connection_pictures(const struct connection *connection); // that have been decoded
// False when the other side has told nothing yet.
bool connection_feedback(const struct connection *connection, struct feedback *out);
