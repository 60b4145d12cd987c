// SPDX-License-Identifier: GPL-3.0-or-later
// The desk takes calls for help, comes, and closes them.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/help.h"

#include <stdlib.h>

void get_help(struct request *request)
{
  answer_list(request, "help", help_list_open(request->db));
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
