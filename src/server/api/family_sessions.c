// SPDX-License-Identifier: GPL-3.0-or-later
// A member of a family comes in by their personal link, and leaves.
#include "base/log.h"
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"
#include "server/api/streams.h"
#include "server/api/switchboard.h"
#include "server/model/residents.h"
#include "server/model/site.h"

#include <stdlib.h>

// `event`: the newest number of the stream of families.
static json_t *session_write(struct db *db, const struct family_member *member, int64_t event, anban_ms now)
{
  struct resident resident = {0};
  struct site site;
  resident_load(db, member->resident_id, &resident);
  site_load(db, &site);
  bool is_shown = family_may_see(db, member, resident.portrait);
  return json_pack("{s:{s:s, s:s, s:s, s:s}, s:{s:s, s:s, s:s}, s:I, s:I, s:i}", "member", "id", member->id, "name",
                   member->name, "relation", member->relation, "portrait", member->portrait, "resident", "id",
                   resident.id, "name", resident.name, "portrait", is_shown ? resident.portrait : "", "event",
                   (json_int_t)event, "now", (json_int_t)now, "utc_offset_min", site.utc_offset_min);
}

struct coming_in {
  char link[TOKEN_SIZE], token[TOKEN_SIZE];
  int64_t event;
};

static enum outcome come_in(struct db *db, struct change *change, struct fault *fault)
{
  const struct coming_in *coming = change->subject;
  struct family_member member;
  if (!family_of_link(db, coming->link, &member)) {
    change->status = 401;
    change->code = "no_link";
    fault_set(fault, "This link is not good any more. Please ask the community's desk for a new one.");
    return OUTCOME_WRONG;
  }
  family_session_open(db, coming->token, member.id, change->now);
  change_answer_json(change, session_write(db, &member, coming->event, change->now));
  return OUTCOME_DONE;
}

static void give_cookie(struct change *change)
{
  const struct coming_in *coming = change->subject;
  if (change->outcome == OUTCOME_DONE)
    caller_set_cookie(&change->reply, COOKIE_FAMILY, coming->token);
}

void post_family_session(struct request *request)
{
  struct fault fault;
  struct coming_in *coming = memory_new(sizeof *coming);
  struct json_at at = json_root("session", request->body);
  struct json_at link = json_member(&at, "token");
  if (!json_get_object(&at, &fault) || !json_get_name(&link, coming->link, sizeof coming->link, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(coming);
  } else if (!limits_opens_link(request)) {
    free(coming);
  } else {
    token_new(coming->token);
    coming->event = hub_newest(request->api->parts.hub, HUB_FAMILY);
    struct change *change = change_new(request, come_in, coming);
    change->after = give_cookie;
    change_submit(change);
  }
}

struct looking {
  struct reply reply;
  struct family_member member;
  int64_t event;
  anban_ms now;
  json_t *json;
  bool is_read;
  struct fault fault;
};

static void read_session(struct db *db, void *ctx)
{
  struct looking *looking = ctx;
  looking->json = session_write(db, &looking->member, looking->event, looking->now);
  looking->is_read = !db_fault_take(db, &looking->fault);
}

// Who can be called is known on the loop.
static void session_read(void *ctx)
{
  struct looking *looking = ctx;
  const struct devices *devices = looking->reply.api->switchboard->devices;
  bool reachable = devices_reach_resident(devices, looking->member.resident_id);
  json_object_set_new(json_object_get(looking->json, "resident"), "reachable", json_boolean(reachable));
  if (looking->is_read)
    answer_json(&looking->reply, 200, json_incref(looking->json));
  else
    answer_fault(&looking->reply, 503, "store", looking->fault.sentence);
  json_decref(looking->json);
  free(looking);
}

void get_family_session(struct request *request)
{
  struct looking *looking = memory_new(sizeof *looking);
  *looking = (struct looking){.reply = request->reply, .member = request->caller.family, .now = request->now};
  looking->event = hub_newest(request->api->parts.hub, HUB_FAMILY);
  if (reader_submit(request->api->parts.large, &(struct read_job){read_session, session_read, looking}))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(looking);
}

static enum outcome go_out(struct db *db, struct change *change, struct fault *fault)
{
  family_session_close(db, change->subject);
  return OUTCOME_DONE;
}

static void take_cookie(struct change *change)
{
  caller_set_cookie(&change->reply, COOKIE_FAMILY, "");
  streams_close_of(change->reply.api, change->subject);
}

void delete_family_session(struct request *request)
{
  struct change *change = change_new(request, go_out, memory_text(request->caller.token));
  change->after = take_cookie;
  change_submit(change);
}
