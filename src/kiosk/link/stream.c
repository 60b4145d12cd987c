// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/stream.h"

#include "base/log.h"
#include "base/memory.h"
#include "kiosk/link/calls_answer.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define SILENCE (40 * MS_SECOND) // the server says something every 15 s
#define MOST_EVENT 65536

static bool take_hello(struct stream *stream, const json_t *json, struct fault *fault)
{
  struct json_at root = json_root("hello", json), now = json_member(&root, "now");
  int64_t server;
  if (!json_get_object(&root, fault) || !json_get_integer(&now, 0, INT64_MAX, &server, fault))
    return false;
  struct link_event event = {.kind = LINK_SERVER_TIME, .is.ahead = server - clock_wall()};
  retry_reset(&stream->queue.retry);
  stream->queue.failures = 0;
  *stream->queue.trouble = '\0';
  session_emit(stream->queue.session, &event);
  session_set_line(stream->queue.session, LINK_UP, "");
  stream->queue.session->hellos++;
  return true;
}

static bool take_signal(struct stream *stream, const json_t *json, struct fault *fault)
{
  struct signal signal = {0};
  if (signal_is_newer(json))
    return true;
  if (signal_read(json, &signal, fault)) {
    calls_tell_signal(stream->queue.session, &signal);
    return true;
  }
  signal_free(&signal);
  return false;
}

static bool take_reach(struct stream *stream, const json_t *json, struct fault *fault)
{
  struct link_event event = {.kind = LINK_REACH};
  event.is.reach.list = memory_new(MOST_FAMILIES * sizeof *event.is.reach.list);
  if (reach_read(json, event.is.reach.list, MOST_FAMILIES, &event.is.reach.count, fault)) {
    session_emit(stream->queue.session, &event);
    return true;
  }
  free(event.is.reach.list);
  return false;
}

// How a record stands.
static bool take_record(struct stream *stream, const char *code, const json_t *json, struct fault *fault)
{
  struct link_event event = {.kind = LINK_RECORD};
  if (!record_read(json, record_kind_of(code), &event.is.standing, fault))
    return false;
  session_emit(stream->queue.session, &event);
  return true;
}

static bool take_json(struct stream *stream, const char *kind, const json_t *json, struct fault *fault)
{
  struct link_event event;
  switch (event_kind_of(kind)) {
  case EVENT_HELLO:
    return take_hello(stream, json, fault);
  case EVENT_CALL:
    return take_signal(stream, json, fault);
  case EVENT_REACH:
    return take_reach(stream, json, fault);
  case EVENT_CALL_LOG:
    event.kind = LINK_CALL_LOG;
    if (!call_record_read(json, &event.is.record, fault))
      return false;
    break;
  case EVENT_VOICE_MESSAGE:
    event.kind = LINK_VOICE_MESSAGE;
    if (!voice_message_read(json, &event.is.voice_message, fault))
      return false;
    voice_messages_want_one(stream->messages, &event.is.voice_message);
    break;
  case EVENT_CATALOGUE_CHANGED:
    stream->queue.session->snapshot_wanted = true;
    return true;
  case EVENT_KIOSK: // for the desk
    return true;
  case EVENT_KINDS:
    return take_record(stream, kind, json, fault);
  }
  session_emit(stream->queue.session, &event);
  return true;
}

// Nothing is asked of an event of a newer server, not even that it is JSON.
static void take_known(struct stream *stream, const struct sse_event *event)
{
  struct fault fault;
  json_t *json = json_parse(event->data, strlen(event->data), &fault);
  if (!json || !take_json(stream, event->kind, json, &fault)) {
    // The snapshot tells the same in another way.
    log_error("link", "event %s (%s) can't be read: %s", event->id, event->kind, fault.sentence);
    stream->queue.session->snapshot_wanted = true;
  }
  json_decref(json);
}

static void take_event(void *ctx, const struct sse_event *event)
{
  struct stream *stream = ctx;
  if (strcmp(event->kind, "reset") == 0) {
    stream->lost = true;
    return;
  }
  if (event_kind_of(event->kind) != EVENT_KINDS || record_kind_of(event->kind) != RECORD_NONE)
    take_known(stream, event);
  if (*event->id)
    stream->last = strtoll(event->id, NULL, 10);
}

static bool take_part(void *ctx, const char *bytes, size_t size)
{
  struct stream *stream = ctx;
  stream->heard_at = clock_steady();
  return sse_feed(&stream->sse, bytes, size) && !stream->lost;
}

static void await_server(struct stream *stream)
{
  anban_ms wanted = stream->sse.retry;
  if (wanted >= 0)
    stream->queue.retry.due = clock_steady() + (wanted < RETRY_LONGEST ? wanted : RETRY_LONGEST);
}

static void done(void *ctx)
{
  struct stream *stream = ctx;
  session_set_line(stream->queue.session, LINK_AWAY, "");
  if (stream->lost) {
    log_info("link", "the server no longer keeps the events after %" PRId64 ": all is fetched anew", stream->last);
    stream->last = -1;
    stream->queue.session->snapshot_wanted = true;
  } else if (stream->queue.transfer.status == 200) {
    request_queue_trouble(&stream->queue, "the server ended it");
    await_server(stream);
  } else {
    request_queue_outcome(&stream->queue);
    await_server(stream);
  }
}

void stream_init(struct stream *stream, struct session *session, struct voice_messages *messages)
{
  *stream = (struct stream){.last = -1, .messages = messages};
  request_queue_init(&stream->queue, session, "the event stream", done, stream);
  stream->queue.transfer.part = take_part;
  sse_init(&stream->sse, MOST_EVENT, take_event, stream);
}

void stream_free(struct stream *stream)
{
  request_queue_free(&stream->queue);
  sse_free(&stream->sse);
}

static void begin(struct stream *stream, anban_ms now)
{
  char header[64], path[96];
  sse_free(&stream->sse);
  sse_init(&stream->sse, MOST_EVENT, take_event, stream);
  stream->heard_at = now;
  stream->lost = false;
  FORMAT_TEXT(header, "Last-Event-ID: %" PRId64, stream->last);
  FORMAT_TEXT(path, "/api/v1/kiosk/events?device=%s", stream->queue.session->device);
  struct http_transfer_request request = {
      .path = path, .token = stream->queue.session->token, .header = header, .most = MOST_EVENT};
  request_queue_begin(&stream->queue, &request);
}

anban_ms stream_step(struct stream *stream, anban_ms now)
{
  struct request_queue *queue = &stream->queue;
  if (queue->transfer.busy && now - stream->heard_at >= SILENCE) {
    http_transfer_cancel(&queue->transfer, &queue->session->site);
    request_queue_trouble(queue, "the server has gone silent");
    session_set_line(queue->session, LINK_AWAY, "");
  }
  if (queue->transfer.busy)
    return stream->heard_at + SILENCE;
  if (stream->last < 0 || !*queue->session->token)
    return -1;
  if (!request_queue_is_free(queue, now))
    return queue->retry.due;
  begin(stream, now);
  return now + SILENCE;
}

void stream_follow(struct stream *stream, int64_t last)
{
  // An event can overtake the snapshot that was asked for before it: then it is heard a second time.
  if (stream->queue.transfer.busy && stream->last > last)
    http_transfer_cancel(&stream->queue.transfer, &stream->queue.session->site);
  if (!stream->queue.transfer.busy)
    stream->last = last;
}
