// SPDX-License-Identifier: GPL-3.0-or-later
// Open event streams: each joins an HTTP stream to a reader of the hub.
#pragma once

#include "server/api/request.h"

struct listeners *listeners_new(void);
// No stream may be open any more. NULL is fine.
void listeners_free(struct listeners *listeners);

// Ends the streams of one who may not listen any more: a session's or kiosk's token, the id of a kiosk, a member of
// staff or of a family, or the id of a resident for all of their family.
void streams_close_of(struct api *api, const char *owner);
