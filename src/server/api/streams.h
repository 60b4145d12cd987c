// SPDX-License-Identifier: GPL-3.0-or-later
// Open event streams: each joins an HTTP stream to a reader of the hub.
#pragma once

#include "server/api/request.h"
#include "server/model/calls.h"

struct listeners *listeners_new(void);
// No stream may be open any more. NULL is fine.
void listeners_free(struct listeners *listeners);

// Ends the streams of one who may not listen any more: a session's or kiosk's token, the id of a kiosk, a member of
// staff or of a family, or the id of a resident for all of their family.
void streams_close_of(struct api *api, const char *owner);

// Calls `each` for every open stream, with the token it was opened by.
void streams_each(const struct api *api, void (*each)(void *ctx, enum hub_stream stream, const char *token), void *ctx);

// Says what is of the moment (without id) to a device, on each stream it has; `data` is one line of JSON.
void streams_tell(struct api *api, const struct calls_device *device, const char *kind, const char *data);
// The same to all who follow a stream.
void streams_tell_all(struct api *api, enum hub_stream stream, const char *kind, const char *data);
// A comment on its streams, so that a cut line is noticed at both ends: to be called so often for those in a call.
#define STREAM_TOUCH_SECONDS 2
void streams_touch(struct api *api, const struct calls_device *device);
// Whether nothing that was sent to it has been acknowledged for so long that, with the time to the next comment, its
// line has been cut for about CALL_GONE_MS. Asked once a second.
bool streams_are_quiet(struct api *api, const struct calls_device *device, anban_ms now);
