// SPDX-License-Identifier: GPL-3.0-or-later
// The desk takes calls for help, comes, and closes them.
#include "base/memory.h"
#include "server/api/days.h"
#include "server/api/handlers.h"
#include "server/model/help.h"
#include "server/model/help_record.h"
#include "server/model/site.h"

#include <stdlib.h>

void get_help(struct request *request)
{
  answer_list(request, "help", help_list_open(request->db));
}

static bool times_of(struct request *request, anban_ms *from, anban_ms *to)
{
  struct days days;
  struct site site;
  if (!days_of(request, &days))
    return false;
  site_load(request->db, &site);
  *from = clock_at(days.from, 0, site.utc_offset_min);
  *to = clock_at(days.to, 0, site.utc_offset_min) + MS_DAY;
  return true;
}

void get_help_log(struct request *request)
{
  anban_ms from, to;
  if (times_of(request, &from, &to))
    answer_list(request, "help", help_list_between(request->db, from, to));
}

void get_help_csv(struct request *request)
{
  anban_ms from, to;
  struct buffer text = {0};
  if (!times_of(request, &from, &to))
    return;
  help_record_csv(request->db, from, to, &text);
  answer_header(&request->reply, "Content-Disposition", "attachment; filename=\"help.csv\"");
  answer_bytes(&request->reply, "text/csv; charset=utf-8", text.bytes, text.size);
  buffer_free(&text);
}

static void answer_unknown(struct request *request)
{
  answer_fault(&request->reply, 404, "not_found", "There is no such call for help, or no such step of it.");
}

void get_help_record(struct request *request)
{
  json_t *record = help_record_write(request->db, request->parameters[0]);
  if (record)
    answer_data(request, record);
  else
    answer_unknown(request);
}

void get_help_cap(struct request *request)
{
  const char *step = http_request_query(request->http, "step");
  struct buffer text = {0};
  if (help_record_cap(request->db, request->parameters[0], step ? atoi(step) : 0, &text)) {
    answer_header(&request->reply, "Content-Disposition", "attachment; filename=\"help.cap.xml\"");
    answer_bytes(&request->reply, "application/cap+xml", text.bytes, text.size);
  } else {
    answer_unknown(request);
  }
  buffer_free(&text);
}

// What the desk does with a call, and what it says with it.
struct wish {
  char *help_id; // of a drill: the kiosk's
  enum help_step_kind step;
  enum help_ending ending;
};

static void release(void *subject)
{
  struct wish *wish = subject;
  free(wish->help_id);
  free(wish);
}

static void submit(struct request *request, enum outcome (*rule)(struct db *, struct change *, struct fault *),
                   const struct wish *as)
{
  struct wish *wish = memory_new(sizeof *wish);
  *wish = *as;
  wish->help_id = memory_text(request->parameters[0]);
  struct change *change = change_new(request, rule, wish);
  change->release = release;
  change->spares_callers = true;
  change_submit(change);
}

static enum outcome answered(struct change *change, enum outcome outcome, const struct help *help)
{
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, help_write(help));
  return outcome;
}

static enum outcome acknowledge(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  const struct wish *wish = change->subject;
  return answered(change, help_acknowledge(db, wish->help_id, &change->actor, "desk", change->now, &help, fault),
                  &help);
}

void post_help_acknowledge(struct request *request)
{
  submit(request, acknowledge, &(struct wish){0});
}

static enum outcome come(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  const struct wish *wish = change->subject;
  return answered(change, help_come(db, wish->help_id, wish->step, &change->actor, change->now, &help, fault), &help);
}

void post_help_coming(struct request *request)
{
  submit(request, come, &(struct wish){.step = HELP_STEP_COMING});
}

void post_help_there(struct request *request)
{
  submit(request, come, &(struct wish){.step = HELP_STEP_THERE});
}

static enum outcome shown(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  const struct wish *wish = change->subject;
  return answered(change, help_shown(db, wish->help_id, &change->actor, change->now, &help, fault), &help);
}

void post_help_shown(struct request *request)
{
  submit(request, shown, &(struct wish){0});
}

static enum outcome end(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  const struct wish *wish = change->subject;
  return answered(change, help_close(db, wish->help_id, wish->ending, &change->actor, change->now, &help, fault),
                  &help);
}

static const char *ending_at(int place)
{
  return help_ending_code((enum help_ending)(place + 1)); // one is said
}

void post_help_close(struct request *request)
{
  struct fault fault;
  int place = 0;
  struct json_at at = json_root("close", request->body);
  struct json_at ending = json_member(&at, "ending");
  if (json_get_object(&at, &fault) && json_get_code(&ending, ending_at, HELP_ENDINGS - 1, &place, &fault))
    submit(request, end, &(struct wish){.ending = (enum help_ending)(place + 1)});
  else
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome drill(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  const struct wish *wish = change->subject;
  return answered(change, help_drill(db, wish->help_id, &change->actor, change->now, &help, fault), &help);
}

void post_kiosk_drill(struct request *request)
{
  submit(request, drill, &(struct wish){0});
}
