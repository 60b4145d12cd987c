// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/streams.h"

#include "base/memory.h"
#include "server/api/handlers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MOST_STREAMS_OF_ONE                                                                                            \
  12 // tabs of a person at the desk; of a kiosk the newest counts, and an old one ends by itself

#define MOST_UNREAD ((size_t)64 << 10) // past this a reader gets the rest from the log, as it drains

struct listener {
  struct listener *next;
  struct api *api;
  struct http_stream *stream;
  struct hub_reader *reader;
  char owner[UUID_SIZE];
  char token[TOKEN_SIZE];
};

static void forget(struct listener *listener)
{
  struct listener **at = &listener->api->listeners;
  while (*at != listener)
    at = &(*at)->next;
  *at = listener->next;
  hub_leave(listener->reader);
  free(listener);
}

static void closed(void *ctx)
{
  forget(ctx);
}

static void drained(void *ctx)
{
  struct listener *listener = ctx;
  hub_drained(listener->reader);
}

static bool send(void *ctx, const char *bytes, size_t size)
{
  struct listener *listener = ctx;
  return http_stream_send(listener->stream, bytes, size) < MOST_UNREAD;
}

void streams_close_of(struct api *api, const char *owner)
{
  struct listener *next;
  for (struct listener *listener = api->listeners; listener; listener = next) {
    next = listener->next;
    if (strcmp(listener->owner, owner) != 0 && strcmp(listener->token, owner) != 0)
      continue;
    http_stream_close(listener->stream);
    forget(listener);
  }
}

static int count_of(const struct api *api, const char *owner)
{
  int count = 0;
  for (const struct listener *listener = api->listeners; listener; listener = listener->next)
    count += strcmp(listener->owner, owner) == 0;
  return count;
}

// -1: not given; false: not a number.
static bool read_after(const struct request *request, int64_t *after)
{
  const char *text = http_call_header(request->call, "Last-Event-ID");
  if (!text)
    text = http_call_query(request->call, "after");
  *after = HUB_FROM_NOW;
  if (!text || !*text)
    return true;
  char *end;
  errno = 0;
  *after = strtoll(text, &end, 10);
  return !errno && *end == '\0' && *after >= 0;
}

static void open_stream(struct request *request, enum hub_stream stream)
{
  static const struct http_stream_events events = {drained, closed};
  struct api *api = request->api;
  int64_t after;
  if (!read_after(request, &after)) {
    answer_fault(&request->reply, 400, "wrong", "after: the number of an event is expected.");
    return;
  }
  if (count_of(api, request->actor.id) >= MOST_STREAMS_OF_ONE) {
    answer_fault(&request->reply, 429, "too_often", "Too many event streams are open already.");
    return;
  }
  struct listener *listener = memory_new(sizeof *listener);
  listener->api = api;
  COPY_TEXT(listener->owner, request->actor.id);
  COPY_TEXT(listener->token, request->token);
  answer_counted(&request->reply, 200);
  listener->stream = http_stream_open(request->call, &events, listener);
  if (!listener->stream) {
    free(listener);
    return;
  }
  listener->next = api->listeners;
  api->listeners = listener;
  listener->reader =
      hub_join(api->parts.hub, stream, request->is_kiosk ? request->kiosk.id : "", after, send, listener, request->now);
}

void get_desk_events(struct request *request)
{
  open_stream(request, HUB_DESK);
}

void get_kiosk_events(struct request *request)
{
  open_stream(request, HUB_KIOSKS);
}
