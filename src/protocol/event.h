// SPDX-License-Identifier: GPL-3.0-or-later
// What happened on the server, as kiosks hear it over Server-Sent Events: `event:` is the kind, `id:` the number in the
// stream, `data:` the JSON below.
#pragma once

#include "protocol/message.h"

enum event_kind {
  EVENT_HELLO, // "hello"             {"now"}: first on every connection, without id; now is the server's wall time
  EVENT_ORDER, // "order"             the order as it stands
  EVENT_CATALOGUE_CHANGED, // "catalogue.changed" {}: site, residents, dishes or menus; fetch the snapshot
  EVENT_HELP,              // "help"              {"help_id","kiosk_id","resident_id","state","staff_name","raised_at"}
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

enum help_state { HELP_RAISED = 0, HELP_ACKNOWLEDGED = 1, HELP_CANCELLED = 2, HELP_CLOSED = 3, HELP_STATES };
const char *help_state_code(enum help_state state); // "raised" "acknowledged" "cancelled" "closed"

struct help {
  char id[UUID_SIZE];
  char kiosk_id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // empty: nobody had signed in
  enum help_state state;
  char staff_name[NAME_SIZE]; // who has taken it; empty: nobody yet
  anban_ms raised_at;
};
bool help_read(const json_t *json, struct help *out, struct fault *fault);
json_t *help_write(const struct help *help);
