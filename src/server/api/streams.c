// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/streams.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/switchboard.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#define MOST_STREAMS_OF_ONE 12 // tabs of a person at the desk; a kiosk whose line breaks often leaves dead ones behind
#define MOST_UNREAD ((size_t)64 << 10) // past this a reader gets the rest from the log, as it drains
#define BUCKETS 4096                   // a power of two: of thousands of kiosks each is found at once

struct listener {
  TAILQ_ENTRY(listener) next;
  struct api *api;
  enum hub_stream kind;
  struct http_stream *stream;
  struct hub_reader *reader;
  struct calls_device device; // its id is empty: the program says none, and can't be called
  uint64_t acknowledged;      // bytes, when last asked
  anban_ms owed_since;        // steady: nothing more has been acknowledged since; 0: nothing is on its way
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
  TAILQ_REMOVE(bucket_of(listener->api->listeners, listener->device.owner), listener, next);
  hub_leave(listener->reader);
  if (listener->device.id[0])
    switchboard_stream_closed(listener->api, &listener->device);
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
    if (strcmp(listener->device.owner, owner) == 0 || strcmp(listener->token, owner) == 0 ||
        strcmp(listener->resident_id, owner) == 0)
      end(listener);
  }
}

void streams_close_of(struct api *api, const char *owner)
{
  for (int i = 0; i < BUCKETS; i++)
    close_in(&api->listeners->buckets[i], owner);
  switchboard_end_of(api, owner);
}

void streams_each(const struct api *api, void (*each)(void *ctx, enum hub_stream stream, const char *token), void *ctx)
{
  struct listener *listener;
  for (int i = 0; i < BUCKETS; i++)
    TAILQ_FOREACH(listener, &api->listeners->buckets[i], next)
  each(ctx, listener->kind, listener->token);
}

// The newest counts: the oldest may be one whose other end is long gone.
static void make_room(struct bucket *bucket, const char *owner)
{
  int count = 0;
  struct listener *oldest = NULL;
  struct listener *listener;
  TAILQ_FOREACH_REVERSE(listener, bucket, bucket, next)
  {
    if (strcmp(listener->device.owner, owner) != 0)
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
  const char *text = http_request_header(request->http, "Last-Event-ID");
  if (!text)
    text = http_request_query(request->http, "after");
  *after = HUB_FROM_NOW;
  if (!text || !*text)
    return true;
  char *end;
  errno = 0;
  *after = strtoll(text, &end, 10);
  return !errno && *end == '\0' && *after >= 0;
}

static bool read_device(const struct request *request, char id[UUID_SIZE])
{
  const char *text = http_request_query(request->http, "device");
  id[0] = '\0';
  return !text || (uuid_is(text) && text_copy(id, UUID_SIZE, text));
}

static struct listener *new_listener(struct request *request, enum hub_stream stream, const char *device)
{
  struct listener *listener = memory_new(sizeof *listener);
  *listener = (struct listener){.api = request->api, .kind = stream};
  COPY_TEXT(listener->device.owner, request->caller.actor.id);
  COPY_TEXT(listener->device.id, device);
  COPY_TEXT(listener->token, request->caller.token);
  COPY_TEXT(listener->resident_id, request->caller.is_family ? request->caller.family.resident_id : "");
  return listener;
}

// Who called whom is not for the kitchen.
static const char *ears_of(const struct request *request)
{
  if (!request->caller.is_staff)
    return request->caller.actor.id;
  return request->caller.staff.role == STAFF_KITCHEN ? "" : DESK_ID;
}

static void listen(struct request *request, enum hub_stream stream, int64_t after, const char *device)
{
  static const struct http_stream_events events = {drained, closed};
  struct api *api = request->api;
  struct bucket *bucket = bucket_of(api->listeners, request->caller.actor.id);
  make_room(bucket, request->caller.actor.id);
  struct listener *listener = new_listener(request, stream, device);
  answer_counted(&request->reply, 200);
  listener->stream = http_stream_open(request->http, &events, listener);
  if (!listener->stream) {
    free(listener);
    return;
  }
  TAILQ_INSERT_TAIL(bucket, listener, next);
  listener->reader = hub_join(api->parts.hub, stream, ears_of(request), after, send, listener, request->now);
  if (device[0])
    switchboard_stream_opened(request, &listener->device);
}

static void open_stream(struct request *request, enum hub_stream stream)
{
  int64_t after;
  char device[UUID_SIZE];
  if (!read_after(request, &after))
    answer_fault(&request->reply, 400, "wrong", "after: the number of an event is expected.");
  else if (!read_device(request, device))
    answer_fault(&request->reply, 400, "wrong", "device: a UUID in lower case is expected.");
  else
    listen(request, stream, after, device);
}

static bool is_of(const struct listener *listener, const struct calls_device *device)
{
  return strcmp(listener->device.id, device->id) == 0 && strcmp(listener->device.owner, device->owner) == 0;
}

void streams_tell(struct api *api, const struct calls_device *device, const char *kind, const char *data)
{
  struct listener *listener;
  TAILQ_FOREACH(listener, bucket_of(api->listeners, device->owner), next)
  if (is_of(listener, device))
    hub_tell(listener->reader, kind, data);
}

void streams_tell_all(struct api *api, enum hub_stream stream, const char *kind, const char *data)
{
  struct listener *listener;
  for (int i = 0; i < BUCKETS; i++)
    TAILQ_FOREACH(listener, &api->listeners->buckets[i], next)
  if (listener->kind == stream)
    hub_tell(listener->reader, kind, data);
}

void streams_touch(struct api *api, const struct calls_device *device)
{
  struct listener *listener;
  TAILQ_FOREACH(listener, bucket_of(api->listeners, device->owner), next)
  if (is_of(listener, device))
    hub_comment(listener->reader);
}

static bool is_quiet(struct listener *listener, anban_ms now)
{
  bool all;
  uint64_t acknowledged = http_stream_acknowledged(listener->stream, &all);
  bool moves = all || acknowledged != listener->acknowledged;
  listener->acknowledged = acknowledged;
  if (moves)
    listener->owed_since = 0;
  else if (!listener->owed_since)
    listener->owed_since = now;
  return listener->owed_since && now - listener->owed_since >= CALL_GONE_MS - STREAM_TOUCH_SECONDS * MS_SECOND;
}

bool streams_are_quiet(struct api *api, const struct calls_device *device, anban_ms now)
{
  struct listener *listener;
  int count = 0, quiet = 0;
  TAILQ_FOREACH(listener, bucket_of(api->listeners, device->owner), next)
  {
    if (!is_of(listener, device))
      continue;
    count++;
    quiet += is_quiet(listener, now);
  }
  return count > 0 && quiet == count;
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
