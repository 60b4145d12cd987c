// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk tells the server about calls, in order and until it is answered; what it asks when its stream is back:
// the calls it is in, the servers for their media; and for whom it answers. Thread: link's only.
#pragma once

#include "kiosk/link/session.h"

// RESUME: a call that is on, once more, to a server that has forgotten it.
enum call_item_kind { CALL_ITEM_CALL, CALL_ITEM_RESUME, CALL_ITEM_SIGNAL, CALL_ITEM_HEARD };

// A post that waits for its turn.
struct call_item {
  struct call_item *next;
  enum call_item_kind kind;
  char id[UUID_SIZE]; // of the call, of the message
  char *json;         // owned
};

struct calls {
  struct request_queue posts, asks, people;
  struct call_item *first; // owned, oldest first
  char *people_json;       // owned; NULL: nobody has said
  bool people_wanted, calls_wanted, ice_wanted;
  bool asks_ice;       // what is being asked
  bool from_beginning; // all signals once more
  unsigned hellos;     // of the session, when last looked
  char device[UUID_SIZE];
};

void calls_init(struct calls *calls, struct session *session, const char *device);
void calls_free(struct calls *calls);
// Takes ownership of `json`. A "bye" to a call whose post has not left takes both back: nobody is to be rung any more.
void calls_post(struct calls *calls, enum call_item_kind kind, const char *id, char *json, bool bye);
void calls_fetch(struct calls *calls); // all signals of our call once more
void calls_people(struct calls *calls, char *json);
anban_ms calls_step(struct calls *calls, anban_ms now);
