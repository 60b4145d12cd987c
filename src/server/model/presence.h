// SPDX-License-Identifier: GPL-3.0-or-later
// Which kiosks are there. A heartbeat a minute from each is too much to write down, so it is kept in memory; what is
// written is who came, who went, and every few minutes when each was last heard. Pure; time passed in.
#pragma once

#include "server/model/kiosk.h"

struct presence;

struct presence *presence_new(void);
void presence_free(struct presence *presence);

// A heartbeat. `problems`: what it says is wrong with it, a JSON array of sentences. Returns whether the desk should
// hear of it: the kiosk was not there before, or its problems are others now.
bool presence_heard(struct presence *presence, const char *kiosk_id, const char *version, const char *problems,
                    anban_ms now);
// It was revoked.
void presence_forget(struct presence *presence, const char *kiosk_id);
bool presence_is_online(const struct presence *presence, const char *kiosk_id);
// When it was last heard; 0: not since the start.
anban_ms presence_last_heard(const struct presence *presence, const char *kiosk_id);
// "[]" when it said none.
const char *presence_problems(const struct presence *presence, const char *kiosk_id);
int presence_online_count(const struct presence *presence);

struct heard {
  char kiosk_id[UUID_SIZE];
  char version[VERSION_SIZE];
  anban_ms at;
  bool went; // has been silent for KIOSK_SILENT_MS and is not online any more
};
// What is to be written down: who went since the last call, and, when `all`, everybody heard since it was last written.
// The array is the caller's to free; NULL when there is nothing.
struct heard *presence_take(struct presence *presence, anban_ms now, bool all, int *count);
