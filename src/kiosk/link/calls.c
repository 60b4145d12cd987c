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

static void drop(struct call_parcel **at)
{
  struct call_parcel *parcel = *at;
  *at = parcel->next;
  free(parcel->json);
  free(parcel);
}

// Of these the server has understood that it will never take them: it doesn't know the call, or it is over.
static bool is_refused(int status)
{
  return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
}

static bool waits_for_stream(const struct exchange *exchange)
{
  return exchange->status == 409 && exchange->answer.bytes && strstr(exchange->answer.bytes, "no_stream");
}

static bool is_call(const struct call_parcel *parcel)
{
  return parcel->kind == PARCEL_CALL || parcel->kind == PARCEL_RESUME;
}

// A call that can't be resumed was ended meanwhile.
static void refuse(struct calls *calls, const struct call_parcel *parcel, int status)
{
  struct link_event event = {.kind = LINK_CALL};
  log_warning("link", "the server does not take a post about call %s: %d", parcel->id, status);
  if (!is_call(parcel))
    return;
  COPY_TEXT(event.is.call.id, parcel->id);
  event.is.call.resumed = parcel->kind == PARCEL_RESUME;
  event.is.call.refused = event.is.call.resumed ? CALL_HUNG_UP : status == 403 ? CALL_NOT_ALLOWED : CALL_UNREACHABLE;
  session_emit(calls->posts.session, &event);
}

static bool take_call(struct calls *calls, const struct call_parcel *parcel, struct fault *fault)
{
  struct link_event event = {.kind = LINK_CALL};
  event.is.call.call = calls_answer_call(&calls->posts.exchange.answer, fault);
  COPY_TEXT(event.is.call.id, parcel->id);
  event.is.call.resumed = parcel->kind == PARCEL_RESUME;
  if (event.is.call.call)
    session_emit(calls->posts.session, &event);
  return event.is.call.call;
}

static void posted(void *ctx)
{
  struct calls *calls = ctx;
  struct exchange *exchange = &calls->posts.exchange;
  struct call_parcel *parcel = calls->first;
  int status = exchange->status;
  struct fault fault = {0};
  bool waits = waits_for_stream(exchange), refused = is_refused(status) && !waits;
  enum outcome outcome = lane_outcome(&calls->posts);
  if (refused) {
    refuse(calls, parcel, status);
    retry_reset(&calls->posts.retry);
  } else if (outcome != OUTCOME_GOOD) {
    return;
  } else if (is_call(parcel) && !take_call(calls, parcel, &fault)) {
    lane_trouble(&calls->posts, fault.sentence);
    return;
  }
  drop(&calls->first);
}

static void asked(void *ctx)
{
  struct calls *calls = ctx;
  struct exchange *exchange = &calls->asks.exchange;
  struct fault fault = {0};
  bool good = lane_outcome(&calls->asks) == OUTCOME_GOOD;
  bool read = good && (calls->asks_ice ? calls_answer_ice(calls->asks.session, &exchange->answer, &fault)
                                       : calls_answer_calls(calls->asks.session, &exchange->answer, &fault));
  if (good && !read)
    lane_trouble(&calls->asks, fault.sentence);
  if (read && !calls->asks_ice)
    calls->from_beginning = false;
  if (!read)
    *(calls->asks_ice ? &calls->ice_wanted : &calls->calls_wanted) = true;
}

static void people_put(void *ctx)
{
  struct calls *calls = ctx;
  int status = calls->people.exchange.status;
  if (lane_outcome(&calls->people) != OUTCOME_GOOD && !is_refused(status))
    calls->people_wanted = true;
}

void calls_init(struct calls *calls, struct session *session, const char *device)
{
  *calls = (struct calls){0};
  COPY_TEXT(calls->device, device);
  lane_init(&calls->posts, session, "a post about a call", posted, calls);
  lane_init(&calls->asks, session, "the calls", asked, calls);
  lane_init(&calls->people, session, "for whom the kiosk answers", people_put, calls);
}

void calls_free(struct calls *calls)
{
  lane_free(&calls->posts);
  lane_free(&calls->asks);
  lane_free(&calls->people);
  while (calls->first)
    drop(&calls->first);
  free(calls->people_json);
  calls->people_json = NULL;
}

static struct call_parcel **find_unsent_call(struct calls *calls, const char *id)
{
  struct call_parcel **at = calls->posts.exchange.busy ? &calls->first->next : &calls->first;
  while (*at && ((*at)->kind != PARCEL_CALL || strcmp((*at)->id, id) != 0))
    at = &(*at)->next;
  return at;
}

void calls_post(struct calls *calls, enum parcel_kind kind, const char *id, char *json, bool bye)
{
  struct call_parcel **end = bye ? find_unsent_call(calls, id) : &calls->first;
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
  if (!calls->posts.exchange.busy)
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
  if (!calls->people.exchange.busy)
    retry_reset(&calls->people.retry);
}

static void begin_post(struct calls *calls)
{
  const struct call_parcel *parcel = calls->first;
  char path[120];
  if (is_call(parcel))
    COPY_TEXT(path, "/api/v1/calls");
  else if (parcel->kind == PARCEL_SIGNAL)
    FORMAT_TEXT(path, "/api/v1/calls/%s/signals", parcel->id);
  else
    FORMAT_TEXT(path, "/api/v1/voice_messages/%s/heard", parcel->id);
  struct exchange_request request = {.path = path,
                                     .json = parcel->json,
                                     .token = calls->posts.session->token,
                                     .longest = LONGEST,
                                     .most = MOST_ANSWER};
  lane_begin(&calls->posts, &request);
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
  struct exchange_request request = {.path = path, .token = session->token, .longest = LONGEST, .most = 1 << 20};
  lane_begin(&calls->asks, &request);
}

static void begin_people(struct calls *calls)
{
  calls->people_wanted = false;
  struct exchange_request request = {.path = "/api/v1/kiosk/people",
                                     .method = "PUT",
                                     .json = calls->people_json,
                                     .token = calls->people.session->token,
                                     .longest = LONGEST,
                                     .most = 4096};
  lane_begin(&calls->people, &request);
}

// One lane: begins what is wanted as soon as it may; returns when to look again.
static anban_ms step_lane(struct calls *calls, struct lane *lane, bool wanted, void (*begin)(struct calls *calls),
                          anban_ms now)
{
  if (!wanted || lane->exchange.busy)
    return -1;
  if (!lane_is_free(lane, now))
    return lane->retry.due;
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
  anban_ms next = step_lane(calls, &calls->people, calls->people_wanted, begin_people, now);
  if (calls->people_wanted || calls->people.exchange.busy)
    return next; // a server that was started anew takes a call only from a kiosk that answers for the person
  next = earlier(next, step_lane(calls, &calls->asks, calls->calls_wanted || calls->ice_wanted, begin_ask, now));
  return earlier(next, step_lane(calls, &calls->posts, calls->first, begin_post, now));
}
