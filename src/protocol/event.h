// SPDX-License-Identifier: GPL-3.0-or-later
// What happened on the server, as kiosks hear it over Server-Sent Events: `event:` is the kind, `id:` the number in the
// stream, `data:` the JSON below. A kind that is none of these and the code of a record tells how that record stands.
#pragma once

#include "protocol/json.h"

enum event_kind {
  EVENT_HELLO, // "hello"             {"now"}: first on every connection, without id; now is the server's wall time
  EVENT_CATALOGUE_CHANGED, // "catalogue.changed" {}: site, residents, dishes or menus; fetch the snapshot
  EVENT_KIOSK,             // "kiosk"             desk only: a kiosk as in GET /api/v1/kiosks
  // Without id: they are of the moment, and who comes back asks how things stand now.
  EVENT_CALL,  // "call"  a signal, see signal.h; only to the devices that it concerns
  EVENT_REACH, // "reach" who can be called now, see family.h
  // With id, of the stream of whom it concerns.
  EVENT_CALL_LOG,      // "call.log"      a call that is over, see family.h
  EVENT_VOICE_MESSAGE, // "voice.message" one as it stands, see family.h
  EVENT_KINDS
};
const char *event_kind_code(enum event_kind kind);
enum event_kind event_kind_of(const char *code); // EVENT_KINDS when none
