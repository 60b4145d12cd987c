// SPDX-License-Identifier: GPL-3.0-or-later
// The desk takes calls for help.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/help.h"

void get_help(struct request *request)
{
  answer_list(request, "help", help_list_open(request->db));
}

static enum outcome acknowledge(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  enum outcome outcome = help_acknowledge(db, change->subject, &change->actor, change->now, &help, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, help_write(&help));
  return outcome;
}

void post_help_acknowledge(struct request *request)
{
  change_submit(change_new(request, acknowledge, memory_text(request->parameters[0])));
}

static enum outcome end(struct db *db, struct change *change, struct fault *fault)
{
  struct help help;
  enum outcome outcome = help_close(db, change->subject, &change->actor, change->now, &help, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, help_write(&help));
  return outcome;
}

void post_help_close(struct request *request)
{
  change_submit(change_new(request, end, memory_text(request->parameters[0])));
}
