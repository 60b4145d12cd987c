// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/sse.h"

#include <stdlib.h>
#include <string.h>

void sse_init(struct sse *sse, size_t most, void (*take)(void *ctx, const struct sse_event *event), void *ctx)
{
  *sse = (struct sse){.take = take, .ctx = ctx, .most = most, .retry = -1};
}

void sse_free(struct sse *sse)
{
  buffer_free(&sse->line);
  buffer_free(&sse->data);
}

static void empty(struct buffer *buffer)
{
  buffer->size = 0;
  if (buffer->bytes)
    *buffer->bytes = '\0';
}

static void dispatch(struct sse *sse)
{
  if (sse->data.size > 0) {
    sse->data.bytes[sse->data.size - 1] = '\0'; // the last line's \n
    struct sse_event event = {*sse->kind ? sse->kind : "message", sse->id, sse->data.bytes};
    sse->take(sse->ctx, &event);
  }
  empty(&sse->data);
  *sse->kind = '\0';
}

static void take_retry(struct sse *sse, const char *value)
{
  if (*value && strspn(value, "0123456789") == strlen(value) && strlen(value) < 10)
    sse->retry = strtol(value, NULL, 10);
}

static void take_field(struct sse *sse, const char *name, const char *value)
{
  if (strcmp(name, "data") == 0) {
    buffer_add_text(&sse->data, value);
    buffer_add(&sse->data, "\n", 1);
  } else if (strcmp(name, "event") == 0) {
    COPY_TEXT(sse->kind, value);
  } else if (strcmp(name, "id") == 0 && strlen(value) < sizeof sse->id) {
    COPY_TEXT(sse->id, value);
  } else if (strcmp(name, "retry") == 0) {
    take_retry(sse, value);
  }
}

static void take_line(struct sse *sse)
{
  char *line = sse->line.bytes;
  if (sse->line.size == 0) {
    dispatch(sse);
  } else if (*line != ':' && strlen(line) == sse->line.size) { // a comment, or with a NUL in it: not ours
    char *colon = strchr(line, ':');
    char *value = colon ? colon + 1 : line + sse->line.size;
    if (colon)
      *colon = '\0';
    take_field(sse, line, value + (*value == ' '));
  }
  empty(&sse->line);
}

static void take_byte(struct sse *sse, char byte)
{
  bool paired = sse->after_cr && byte == '\n';
  sse->after_cr = byte == '\r';
  if (paired)
    return;
  if (byte == '\r' || byte == '\n')
    take_line(sse);
  else
    buffer_add(&sse->line, &byte, 1);
  if (!sse->started && sse->line.size == 3) {
    sse->started = true;
    if (memcmp(sse->line.bytes, "\xEF\xBB\xBF", 3) == 0)
      empty(&sse->line);
  }
}

bool sse_feed(struct sse *sse, const char *bytes, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    take_byte(sse, bytes[i]);
    if (sse->line.size + sse->data.size > sse->most)
      return false;
  }
  return true;
}
