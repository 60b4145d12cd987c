// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/memory.h"
#include "server/api/callers.h"

#include <stdlib.h>

struct change *change_new(const struct request *request,
                          enum outcome (*rule)(struct db *db, struct change *change, struct fault *fault),
                          void *subject)
{
  struct change *change = memory_new(sizeof *change);
  *change = (struct change){.reply = request->reply,
                            .actor = request->caller.actor,
                            .now = request->now,
                            .rule = rule,
                            .subject = subject,
                            .release = free};
  return change;
}

static void change_free(struct change *change)
{
  buffer_free(&change->answer);
  change->release(change->subject);
  free(change);
}

static bool run(struct db *db, void *ctx, struct fault *fault)
{
  struct change *change = ctx;
  buffer_free(&change->answer);
  change->outcome = change_check_edit(db, change, fault);
  if (change->outcome == OUTCOME_DONE)
    change->outcome = change->rule(db, change, fault);
  if (db_failed(db))
    change->outcome = OUTCOME_DONE; // what couldn't be read is no refusal: it is answered as the store's failure
  return change->outcome == OUTCOME_DONE || change->counts_refusal;
}

static void answer(struct change *change, bool committed, const struct fault *fault)
{
  if (!committed && change->outcome == OUTCOME_DONE) {
    log_error("api", "a change could not be written: %s", fault->sentence);
    answer_fault(&change->reply, 503, "store", "The change could not be written down. Please try again.");
  } else if (change->answer.size > 0) {
    answer_text(&change->reply, change->status ? change->status : 200, change->answer.bytes);
  } else if (change->status >= 400) {
    answer_fault(&change->reply, change->status, change->code, fault->sentence);
  } else {
    answer_outcome(&change->reply, change->outcome, fault);
  }
}

static void done(void *ctx, bool committed, const struct fault *fault)
{
  struct change *change = ctx;
  if (committed && !change->spares_callers)
    callers_forget(change->reply.api->callers);
  if (committed && change->after)
    change->after(change);
  answer(change, committed, fault);
  change_free(change);
}

void change_submit(struct change *change)
{
  struct write_job job = {run, done, change};
  if (writer_submit(change->reply.api->parts.writer, &job))
    return;
  answer_fault(&change->reply, 503, "busy", "The server has too much to write down at the moment. Please try again.");
  change_free(change);
}

void change_answer_json(struct change *change, json_t *json)
{
  char *text = json_print(json);
  buffer_add_text(&change->answer, text);
  free(text);
  json_decref(json);
}
