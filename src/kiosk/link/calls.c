// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/calls.h"

#include "base/log.h"
#include "base/memory.h"
#include "kiosk/link/calls_answer.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST (8 * MS_SECOND)
#define MOST_ANSWER 65536

static void drop(struct call_item **at)
{
  struct call_item *item = *at;
  *at = item->next;
  free(item->json);
  free(item);
}

// Of these the server has understood that it will never take them: it doesn't know the call, or it is over.
static bool is_refused(const struct request_queue *queue)
{
  int status = queue->transfer.status;
  return request_queue_is_refusal(queue) && status >= 400 && status < 500 && status != 401 && status != 408 &&
         status != 429;
}

static bool waits_for_stream(const struct http_transfer *transfer)
{
  return transfer->status == 409 && transfer->answer.bytes && strstr(transfer->answer.bytes, "no_stream");
}

static bool is_call(const struct call_item *item)
{
  return item->kind == CALL_ITEM_CALL || item->kind == CALL_ITEM_RESUME;
}

// A call that can't be resumed was ended meanwhile.
static void refuse(struct calls *calls, const struct call_item *item, int status)
{
  struct link_event event = {.kind = LINK_CALL};
  log_warning("link", "the server does not take a post about call %s: %d", item->id, status);
  if (!is_call(item))
    return;
  COPY_TEXT(event.is.call.id, item->id);
  event.is.call.resumed = item->kind == CALL_ITEM_RESUME;
  event.is.call.refused = event.is.call.resumed ? CALL_HUNG_UP : status == 403 ? CALL_NOT_ALLOWED : CALL_UNREACHABLE;
  session_emit(calls->posts.session, &event);
}

static bool take_call(struct calls *calls, const struct call_item *item, struct fault *fault)
{
  struct link_event event = {.kind = LINK_CALL};
  event.is.call.call = calls_answer_call(&calls->posts.transfer.answer, fault);
  COPY_TEXT(event.is.call.id, item->id);
  event.is.call.resumed = item->kind == CALL_ITEM_RESUME;
  if (event.is.call.call)
    session_emit(calls->posts.session, &event);
  return event.is.call.call;
}

static void posted(void *ctx)
{
  struct calls *calls = ctx;
  struct http_transfer *transfer = &calls->posts.transfer;
  struct call_item *item = calls->first;
  int status = transfer->status;
  struct fault fault = {0};
  bool waits = waits_for_stream(transfer), refused = is_refused(&calls->posts) && !waits;
  enum outcome outcome = request_queue_outcome(&calls->posts);
  if (refused) {
    refuse(calls, item, status);
    retry_reset(&calls->posts.retry);
  } else if (outcome != OUTCOME_GOOD) {
    return;
  } else if (is_call(item) && !take_call(calls, item, &fault)) {
    request_queue_trouble(&calls->posts, fault.sentence);
    return;
  }
  drop(&calls->first);
}

static void asked(void *ctx)
{
  struct calls *calls = ctx;
  struct http_transfer *transfer = &calls->asks.transfer;
  struct fault fault = {0};
  bool good = request_queue_outcome(&calls->asks) == OUTCOME_GOOD;
  bool read = good && (calls->asks_ice ? calls_answer_ice(calls->asks.session, &transfer->answer, &fault)
                                       : calls_answer_calls(calls->asks.session, &transfer->answer, &fault));
  if (good && !read)
    request_queue_trouble(&calls->asks, fault.sentence);
  if (read && !calls->asks_ice)
    calls->from_beginning = false;
  if (!read)
    *(calls->asks_ice ? &calls->ice_wanted : &calls->calls_wanted) = true;
}

static void people_put(void *ctx)
{
  struct calls *calls = ctx;
  if (request_queue_outcome(&calls->people) != OUTCOME_GOOD && !is_refused(&calls->people))
    calls->people_wanted = true;
}

void calls_init(struct calls *calls, struct session *session, const char *device)
{
  *calls = (struct calls){0};
  COPY_TEXT(calls->device, device);
  request_queue_init(&calls->posts, session, "a post about a call", posted, calls);
  request_queue_init(&calls->asks, session, "the calls", asked, calls);
  request_queue_init(&calls->people, session, "for whom the kiosk answers", people_put, calls);
}

void calls_free(struct calls *calls)
{
  request_queue_free(&calls->posts);
  request_queue_free(&calls->asks);
  request_queue_free(&calls->people);
  while (calls->first)
    drop(&calls->first);
  free(calls->people_json);
  calls->people_json = NULL;
}

static struct call_item **find_unsent_call(struct calls *calls, const char *id)
{
  struct call_item **at = calls->posts.transfer.busy ? &calls->first->next : &calls->first;
  while (*at && ((*at)->kind != CALL_ITEM_CALL || strcmp((*at)->id, id) != 0))
    at = &(*at)->next;
  return at;
}

void calls_post(struct calls *calls, enum call_item_kind kind, const char *id, char *json, bool bye)
{
  struct call_item **end = bye ? find_unsent_call(calls, id) : &calls->first;
  if (bye && *end) {
    drop(end);
    free(json);
    return;
  }
  for (end = &calls->first; *end; end = &(*end)->next)
    ;
  *end = memory_new(sizeof **end);
  (*end)->kind = kind;
  (*end)->json = json;
  COPY_TEXT((*end)->id, id);
  if (!calls->posts.transfer.busy)
    retry_reset(&calls->posts.retry);
}

void calls_fetch(struct calls *calls)
{
  calls->calls_wanted = calls->from_beginning = true;
}

void calls_people(struct calls *calls, char *json)
{
  free(calls->people_json);
  calls->people_json = json;
  calls->people_wanted = true;
  if (!calls->people.transfer.busy)
    retry_reset(&calls->people.retry);
}

static void begin_post(struct calls *calls)
{
  const struct call_item *item = calls->first;
  char path[120];
  if (is_call(item))
    COPY_TEXT(path, "/api/v1/calls");
  else if (item->kind == CALL_ITEM_SIGNAL)
    FORMAT_TEXT(path, "/api/v1/calls/%s/signals", item->id);
  else
    FORMAT_TEXT(path, "/api/v1/voice_messages/%s/heard", item->id);
  struct http_transfer_request request = {
      .path = path, .json = item->json, .token = calls->posts.session->token, .longest = LONGEST, .most = MOST_ANSWER};
  request_queue_begin(&calls->posts, &request);
}

// What is known of one call says nothing of the next, which may have begun while the stream was away.
static void path_of_calls(const struct calls *calls, char *path, size_t size)
{
  const struct session *session = calls->asks.session;
  if (calls->from_beginning || !*session->signal_call)
    text_format(path, size, "/api/v1/calls?device=%s&after=0", calls->device);
  else
    text_format(path, size, "/api/v1/calls?device=%s&after=%" PRId64 "&call=%s", calls->device, session->signal_seq,
                session->signal_call);
}

static void begin_ask(struct calls *calls)
{
  const struct session *session = calls->asks.session;
  char path[160] = "/api/v1/calls/ice";
  calls->asks_ice = !calls->calls_wanted;
  if (!calls->asks_ice)
    path_of_calls(calls, path, sizeof path);
  *(calls->asks_ice ? &calls->ice_wanted : &calls->calls_wanted) = false;
  struct http_transfer_request request = {.path = path, .token = session->token, .longest = LONGEST, .most = 1 << 20};
  request_queue_begin(&calls->asks, &request);
}

static void begin_people(struct calls *calls)
{
  calls->people_wanted = false;
  struct http_transfer_request request = {.path = "/api/v1/kiosk/people",
                                          .method = "PUT",
                                          .json = calls->people_json,
                                          .token = calls->people.session->token,
                                          .longest = LONGEST,
                                          .most = 4096};
  request_queue_begin(&calls->people, &request);
}

// One queue: begins what is wanted as soon as it may; returns when to look again.
static anban_ms step_queue(struct calls *calls, struct request_queue *queue, bool wanted,
                           void (*begin)(struct calls *calls), anban_ms now)
{
  if (!wanted || queue->transfer.busy)
    return -1;
  if (!request_queue_is_free(queue, now))
    return queue->retry.due;
  begin(calls);
  return -1;
}

anban_ms calls_step(struct calls *calls, anban_ms now)
{
  const struct session *session = calls->posts.session;
  if (!*session->token)
    return -1;
  if (calls->hellos != session->hellos) {
    calls->hellos = session->hellos;
    calls->calls_wanted = calls->ice_wanted = true;
    calls->people_wanted = calls->people_json;
    retry_reset(&calls->posts.retry);
  }
  anban_ms next = step_queue(calls, &calls->people, calls->people_wanted, begin_people, now);
  if (calls->people_wanted || calls->people.transfer.busy)
    return next; // a server that was started anew takes a call only from a kiosk that answers for the person
  next = earlier(next, step_queue(calls, &calls->asks, calls->calls_wanted || calls->ice_wanted, begin_ask, now));
  return earlier(next, step_queue(calls, &calls->posts, calls->first, begin_post, now));
}
