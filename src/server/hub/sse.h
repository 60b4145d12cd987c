// SPDX-License-Identifier: GPL-3.0-or-later
// Server-Sent Events as text (WHATWG HTML, 9.2).
#pragma once

#include "base/text.h"

#include <stdint.h>

// One event. `id`: 0 leaves it out, so that a reader's resume point stays; `data` is one line.
void sse_event(struct buffer *out, const char *kind, int64_t id, const char *data);
// A line that readers ignore; it keeps proxies from closing a silent connection.
void sse_comment(struct buffer *out, const char *text);
