// SPDX-License-Identifier: GPL-3.0-or-later
// The desk keeps who comes, asks who fits a booking, and gives each helper the link of a day.
#include "server/model/helpers.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/personal_link.h"
#include "server/model/booking_rows.h"
#include "server/model/helper_choice.h"
#include "server/model/helper_links.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void get_helpers(struct request *request)
{
  answer_list(request, "helpers", helpers_list(request->db));
}

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  return helper_put(db, change->subject, &change->actor, change->now, fault);
}

void put_helper(struct request *request)
{
  struct fault fault;
  struct helper *helper = memory_new(sizeof *helper);
  json_object_set_new(request->body, "id", json_string(request->parameters[0]));
  if (helper_read(request->body, helper, &fault)) {
    change_submit(change_new(request, keep, helper));
    return;
  }
  free(helper);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_away(struct db *db, struct change *change, struct fault *fault)
{
  return helper_remove(db, change->subject, &change->actor, change->now, fault);
}

void delete_helper(struct request *request)
{
  change_submit(change_new(request, take_away, memory_text(request->parameters[0])));
}

// 0 when it is not given; -1: not a time.
static anban_ms time_of(const struct request *request, const char *name)
{
  const char *text = http_request_query(request->http, name);
  char *end;
  if (!text)
    return 0;
  errno = 0;
  long long time = strtoll(text, &end, 10);
  return !errno && *text && !*end && time >= 0 ? time : -1;
}

void get_booking_helpers(struct request *request)
{
  struct booking booking;
  anban_ms at = time_of(request, "at");
  if (at < 0)
    answer_fault(&request->reply, 400, "wrong", "at: milliseconds since 1970 are expected");
  else if (booking_load(request->db, request->parameters[0], &booking))
    answer_list(request, "helpers", helper_choice_list(request->db, &booking, at));
  else
    answer_fault(&request->reply, 404, "not_found", "There is no such booking.");
}

struct linking {
  char helper_id[PARAMETER_SIZE], date[CLOCK_DATE_SIZE];
  char token[TOKEN_SIZE];
  char origin[ORIGIN_SIZE];
};

static enum outcome set_link(struct db *db, struct change *change, struct fault *fault)
{
  const struct linking *linking = change->subject;
  enum outcome outcome =
      helper_link_set(db, linking->helper_id, linking->date, linking->token, &change->actor, change->now, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, personal_link_write(linking->origin, "visit", linking->token));
  return outcome;
}

void post_helper_link(struct request *request)
{
  struct fault fault;
  struct linking *linking = memory_new(sizeof *linking);
  struct json_at at = json_root("link", request->body), date = json_member(&at, "date");
  COPY_TEXT(linking->helper_id, request->parameters[0]);
  caller_own_origin(&request->reply, linking->origin);
  token_new(linking->token);
  if (json_get_name(&date, linking->date, sizeof linking->date, &fault)) {
    change_submit(change_new(request, set_link, linking));
    return;
  }
  free(linking);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}
