// SPDX-License-Identifier: GPL-3.0-or-later
// Open event streams: each joins an HTTP stream to a reader of the hub.
#pragma once

#include "server/api/request.h"

// Ends the streams of one who may not listen any more: a session's or kiosk's token, or the id of a kiosk or a member
// of staff.
void streams_close_of(struct api *api, const char *owner);
