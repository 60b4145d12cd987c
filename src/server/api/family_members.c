// SPDX-License-Identifier: GPL-3.0-or-later
// The desk keeps who belongs to a resident's family, and gives each their personal link.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/personal_link.h"
#include "server/api/streams.h"
#include "server/model/departure.h"

#include <stdlib.h>
#include <string.h>

void get_family_members(struct request *request)
{
  const char *resident = http_request_query(request->http, "resident_id");
  if (!resident || !uuid_is(resident))
    answer_fault(&request->reply, 400, "wrong", "resident_id: the id of a resident is expected.");
  else
    answer_list(request, "members", family_list(request->db, resident));
}

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  return family_put(db, change->subject, &change->actor, change->now, fault);
}

void put_family_member(struct request *request)
{
  struct fault fault;
  struct family_member *member = memory_new(sizeof *member);
  json_object_set_new(request->body, "id", json_string(request->parameters[0]));
  if (family_member_read(request->body, member, &fault)) {
    struct change *change = change_new(request, keep, member);
    change_edits(change, request, REVISED_FAMILY, member->id);
    change_submit(change);
    return;
  }
  free(member);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_away(struct db *db, struct change *change, struct fault *fault)
{
  return departure_of_member(db, change->subject, &change->actor, change->now, fault);
}

static void close_streams(struct change *change)
{
  streams_close_of(change->reply.api, change->subject);
}

void delete_family_member(struct request *request)
{
  struct change *change = change_new(request, take_away, memory_text(request->parameters[0]));
  change_edits(change, request, REVISED_FAMILY, request->parameters[0]);
  change->after = close_streams;
  change_submit(change);
}

struct linking {
  char member_id[PARAMETER_SIZE]; // first, so that it is a text to close_streams
  char token[TOKEN_SIZE];         // empty: takes the link away
  char origin[ORIGIN_SIZE];
};

static enum outcome set_link(struct db *db, struct change *change, struct fault *fault)
{
  const struct linking *linking = change->subject;
  enum outcome outcome = family_set_link(db, linking->member_id, linking->token, &change->actor, change->now, fault);
  if (outcome == OUTCOME_DONE && linking->token[0])
    change_answer_json(change, personal_link_write(linking->origin, "family", linking->token));
  return outcome;
}

static void submit_link(struct request *request, bool is_new)
{
  struct linking *linking = memory_new(sizeof *linking);
  COPY_TEXT(linking->member_id, request->parameters[0]);
  caller_own_origin(&request->reply, linking->origin);
  if (is_new)
    token_new(linking->token);
  struct change *change = change_new(request, set_link, linking);
  change->after = close_streams;
  change_submit(change);
}

void post_family_link(struct request *request)
{
  submit_link(request, true);
}

void delete_family_link(struct request *request)
{
  submit_link(request, false);
}
