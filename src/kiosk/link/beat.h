// SPDX-License-Identifier: GPL-3.0-or-later
// Once a minute: we are alive, and what is not as it should be.
#pragma once

#include "kiosk/link/session.h"

struct beat {
  struct request_queue queue;
  char *problems; // owned; a JSON array of sentences
  bool news;      // they have changed since they were last on their way
};

void beat_init(struct beat *beat, struct session *session);
void beat_free(struct beat *beat);
void beat_set_problems(struct beat *beat, char *problems); // takes ownership; told at once
anban_ms beat_step(struct beat *beat, anban_ms now);       // as access_step
