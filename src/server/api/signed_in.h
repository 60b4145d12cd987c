// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that are in use, by requests or by an open stream, and those that have ended under one.
#pragma once

#include "server/api/request.h"

// Writes down, now and then, that the session is in use; `seen_at` is when that was last done.
void signed_in_note(struct api *api, enum cookie kind, const char *token, anban_ms seen_at, anban_ms now);
// Whose session goes on is seen as long as they listen: a desk that waits a whole night for a call for help stays
// signed in. Streams of sessions that are over end.
void signed_in_look_at_streams(struct api *api);
