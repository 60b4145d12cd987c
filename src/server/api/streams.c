// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/streams.h"

#include "base/memory.h"
#include "server/api/handlers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#define MOST_STREAMS_OF_ONE 12 // tabs of a person at the desk; a kiosk whose line breaks often leaves dead ones behind
#define MOST_UNREAD ((size_t)64 << 10) // past this a reader gets the rest from the log, as it drains
#define BUCKETS 4096                   // a power of two: of thousands of kiosks each is found at once

struct listener {
  TAILQ_ENTRY(listener) next;
  struct listeners *listeners;
  struct http_stream *stream;
  struct hub_reader *reader;
  char owner[UUID_SIZE];
  char token[TOKEN_SIZE];
  char resident_id[UUID_SIZE]; // of a member of a family: theirs; else empty
};
TAILQ_HEAD(bucket, listener);

struct listeners {
  struct bucket buckets[BUCKETS]; // by owner, the newest last
};

struct listeners *listeners_new(void)
{
  struct listeners *listeners = memory_new(sizeof *listeners);
  for (int i = 0; i < BUCKETS; i++)
    TAILQ_INIT(&listeners->buckets[i]);
  return listeners;
}

void listeners_free(struct listeners *listeners)
{
  free(listeners);
}

static struct bucket *bucket_of(struct listeners *listeners, const char *owner)
{
  unsigned sum = 0;
  for (; *owner; owner++)
    sum = sum * 31 + (unsigned char)*owner;
  return &listeners->buckets[sum % BUCKETS];
}

static void forget(struct listener *listener)
{
  TAILQ_REMOVE(bucket_of(listener->listeners, listener->owner), listener, next);
  hub_leave(listener->reader);
  free(listener);
}

static void end(struct listener *listener)
{
  http_stream_close(listener->stream);
  forget(listener);
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

static void close_in(struct bucket *bucket, const char *owner)
{
  struct listener *after;
  for (struct listener *listener = TAILQ_FIRST(bucket); listener; listener = after) {
    after = TAILQ_NEXT(listener, next);
    if (strcmp(listener->owner, owner) == 0 || strcmp(listener->token, owner) == 0 ||
        strcmp(listener->resident_id, owner) == 0)
      end(listener);
  }
}

void streams_close_of(struct api *api, const char *owner)
{
  for (int i = 0; i < BUCKETS; i++)
    close_in(&api->listeners->buckets[i], owner);
}

// The newest counts: the oldest may be one whose other end is long gone.
static void make_room(struct bucket *bucket, const char *owner)
{
  int count = 0;
  struct listener *oldest = NULL;
  struct listener *listener;
  TAILQ_FOREACH_REVERSE(listener, bucket, bucket, next)
  {
    if (strcmp(listener->owner, owner) != 0)
      continue;
    count++;
    oldest = listener;
  }
  if (count >= MOST_STREAMS_OF_ONE)
    end(oldest);
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
  struct bucket *bucket = bucket_of(api->listeners, request->actor.id);
  make_room(bucket, request->actor.id);
  struct listener *listener = memory_new(sizeof *listener);
  listener->listeners = api->listeners;
  COPY_TEXT(listener->owner, request->actor.id);
  COPY_TEXT(listener->token, request->token);
  COPY_TEXT(listener->resident_id, request->is_family ? request->family.resident_id : "");
  answer_counted(&request->reply, 200);
  listener->stream = http_stream_open(request->call, &events, listener);
  if (!listener->stream) {
    free(listener);
    return;
  }
  TAILQ_INSERT_TAIL(bucket, listener, next);
  const char *ears = request->is_staff ? "" : request->actor.id;
  listener->reader = hub_join(api->parts.hub, stream, ears, after, send, listener, request->now);
}

void get_desk_events(struct request *request)
{
  open_stream(request, HUB_DESK);
}

void get_kiosk_events(struct request *request)
{
  open_stream(request, HUB_KIOSKS);
}

void get_family_events(struct request *request)
{
  open_stream(request, HUB_FAMILY);
}
