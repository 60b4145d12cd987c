// SPDX-License-Identifier: GPL-3.0-or-later
// Kiosks that have fallen silent: the desk sees each at once; when they still are a while later, whoever is on call is
// told, once for all of them. A power cut silences hundreds. Thread: the writer's.
#pragma once

#include "server/store/timers.h"

#define SILENCE_TIMER "kiosk.silent"
#define SILENCE_MS (7 * MS_MINUTE) // after the desk has seen it

void silence_begins(struct db *db, const char *kiosk_id, anban_ms now);
// It was heard again, or is out of service.
void silence_ends(struct db *db, const char *kiosk_id);
// Its row in timer_kinds.c: tells of this one and of all others that are silent by then.
bool silence_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
