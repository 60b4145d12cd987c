// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to the server, one after the other, each until it is answered.
#pragma once

#include "kiosk/link/session.h"

struct outbox_item {
  struct outbox_item *next;
  char id[UUID_SIZE];
  char *json;
};

struct outbox {
  struct request_queue queue;
  struct outbox_item *first; // owned; the one under way or next
  bool insists;              // no refusal ends a message
};

void outbox_init(struct outbox *outbox, struct session *session, const char *what, bool insists);
void outbox_free(struct outbox *outbox);
// Takes ownership of `json`. A message that waits already is not added again.
void outbox_add(struct outbox *outbox, const char *id, char *json);
anban_ms outbox_step(struct outbox *outbox, anban_ms now); // as access_step
