// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/sse.h"

#include <inttypes.h>

void sse_event(struct buffer *out, const char *kind, int64_t id, const char *data)
{
  if (id > 0)
    buffer_printf(out, "id: %" PRId64 "\n", id);
  buffer_printf(out, "event: %s\n", kind);
  buffer_add_text(out, "data: ");
  buffer_add_text(out, data);
  buffer_add_text(out, "\n\n");
}

void sse_comment(struct buffer *out, const char *text)
{
  buffer_printf(out, ": %s\n\n", text);
}
