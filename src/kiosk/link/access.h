// SPDX-License-Identifier: GPL-3.0-or-later
// Enrolment and the day's token: whoever has no token gets one, however often that is asked of staff or of the server.
#pragma once

#include "kiosk/link/session.h"

enum access_step { ACCESS_ENROL, ACCESS_CHALLENGE, ACCESS_TOKEN };

struct access {
  struct request_queue queue;
  enum access_step step;
  char nonce[BEARER_SIZE];
};

void access_init(struct access *access, struct session *session);
void access_free(struct access *access);
// Begins what is due. Returns when it wants to be asked again; -1: not before something else happens.
anban_ms access_step(struct access *access, anban_ms now);
