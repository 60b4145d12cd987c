// SPDX-License-Identifier: GPL-3.0-or-later
// Calls are made, spoken into, and asked for by who was away.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"
#include "server/api/streams.h"
#include "server/api/switchboard.h"
#include "server/model/call_log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void answer_refused(const struct request *request, enum calls_answer answer)
{
  static const struct {
    int status;
    const char *code, *sentence;
  } answers[CALLS_ANSWERS] = {
      [CALLS_UNKNOWN] = {404, "not_found", "There is no such call."},
      [CALLS_CONFLICT] = {409, "conflict", "This id is another call's."},
      [CALLS_SETTLED] = {409, "settled", "The call is over, was answered elsewhere, or has no room."},
      [CALLS_NOT_IN] = {403, "not_in_call", "This device may not say this in this call."},
      [CALLS_FULL] = {503, "busy", "There are too many calls at the moment. Please try again."},
  };
  answer_fault(&request->reply, answers[answer].status, answers[answer].code, answers[answer].sentence);
}

static void place(struct calling *calling)
{
  struct call call;
  struct calls_other other;
  const struct request *request = &calling->request;
  enum calls_answer answer =
      calls_place(request->api->switchboard->calls, &calling->wish, switchboard_time(), &call, &other);
  if (answer != CALLS_DONE) {
    answer_refused(request, answer);
    return;
  }
  json_t *json = call_write(&call);
  if (other.joinable[0])
    json_object_set_new(json, "joinable", json_string(other.joinable));
  if (other.full)
    json_object_set_new(json, "full", json_true());
  answer_json(&request->reply, 200, json);
}

void post_call(struct request *request)
{
  struct fault fault;
  struct calling *calling = memory_new(sizeof *calling);
  calling->request = *request;
  calling->request.body = NULL;
  calling->then = place;
  if (!call_request_read(request->body, &calling->call, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
  } else if (limits_calls(request, calling->call.purpose == CALL_HELP) &&
             asker_find(request, calling->call.device, &calling->asker)) {
    wish_find(calling);
    return;
  }
  free(calling);
}

static void say(struct request *request, const struct calls_asker *asker, const struct signal *signal)
{
  struct call call;
  int64_t seq = 0;
  bool changed;
  enum calls_answer answer = calls_signal(request->api->switchboard->calls, request->parameters[0], asker, signal,
                                          switchboard_time(), &seq, &call, &changed);
  if (answer != CALLS_DONE) {
    answer_refused(request, answer);
    return;
  }
  json_t *json = json_pack("{s:I}", "seq", (json_int_t)seq);
  if (changed)
    json_object_set_new(json, "call", call_write(&call));
  answer_json(&request->reply, 200, json);
}

void post_call_signal(struct request *request)
{
  struct fault fault;
  struct signal signal;
  struct calls_asker asker;
  if (!signal_read_post(request->body, &signal, &fault))
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
  else if (asker_find(request, signal.device, &asker))
    say(request, &asker, &signal);
  signal_free(&signal);
}

// -1: not a number.
static int64_t read_after(const struct request *request)
{
  const char *text = http_request_query(request->http, "after");
  char *end;
  if (!text || !*text)
    return 0;
  errno = 0;
  int64_t after = strtoll(text, &end, 10);
  return errno || *end || after < 0 ? -1 : after;
}

void get_calls(struct request *request)
{
  struct calls_asker asker;
  const char *device = http_request_query(request->http, "device");
  const char *heard = http_request_query(request->http, "call");
  int64_t after = read_after(request);
  if (!device || !uuid_is(device))
    answer_fault(&request->reply, 400, "wrong", "device: a UUID in lower case is expected.");
  else if (heard && !uuid_is(heard))
    answer_fault(&request->reply, 400, "wrong", "call: a UUID in lower case is expected.");
  else if (after < 0)
    answer_fault(&request->reply, 400, "wrong", "after: the number of a signal is expected.");
  else if (asker_find(request, device, &asker))
    answer_json(
        &request->reply, 200,
        json_pack("{s:o}", "calls", calls_write(request->api->switchboard->calls, &asker, heard ? heard : "", after)));
}

void get_calls_ice(struct request *request)
{
  struct ice ice;
  turn_ice(&request->api->settings.turn, request->caller.actor.id, request->now, &ice);
  answer_json(&request->reply, 200, ice_write(&ice));
}

void get_call_log(struct request *request)
{
  struct db *db = request->db;
  const char *resident = http_request_query(request->http, "resident_id");
  struct party self = {.kind = PARTY_FAMILY};
  COPY_TEXT(self.id, request->caller.family.id);
  if (request->caller.is_family)
    answer_list(request, "calls", call_log_list(db, request->caller.family.resident_id, &self));
  else if (resident && *resident && !uuid_is(resident))
    answer_fault(&request->reply, 400, "wrong", "resident_id: the id of a resident is expected.");
  else
    answer_list(request, "calls", call_log_list(db, resident ? resident : "", NULL));
}

void get_missed_calls(struct request *request)
{
  answer_list(request, "calls", call_log_missed(request->db, request->now - CALL_MISSED_MS));
}
