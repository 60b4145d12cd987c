// SPDX-License-Identifier: GPL-3.0-or-later
// Once a minute: we are alive, and what is not as it should be.
#pragma once

#include "kiosk/link/session.h"

struct heartbeat {
  struct request_queue queue;
  char *problems; // owned; a JSON array of sentences
  bool news;      // they have changed since they were last on their way
};

void heartbeat_init(struct heartbeat *heartbeat, struct session *session);
void heartbeat_free(struct heartbeat *heartbeat);
void heartbeat_set_problems(struct heartbeat *heartbeat, char *problems); // takes ownership; told at once
anban_ms heartbeat_step(struct heartbeat *heartbeat, anban_ms now);       // as access_step
