// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/messages.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"

#include <stdlib.h>

static enum outcome take(struct db *db, struct change *change, struct fault *fault)
{
  enum outcome outcome = message_take(db, change->subject, &change->actor, change->now, &change->answer, fault);
  change->status = outcome == OUTCOME_CONFLICT ? 422 : 0;
  change->code = "conflict";
  return outcome;
}

// That of a newer kiosk gets an answer that names it: the kiosk tells the elder and goes on with the next message.
static bool is_of_known_kind(struct request *request)
{
  struct fault fault;
  const char *kind = json_string_value(json_object_get(request->body, "kind"));
  if (!kind || message_kind_is_known(kind))
    return true;
  fault_set(&fault, "This server knows no message of the kind \"%.60s\": that is of a newer version.", kind);
  answer_fault(&request->reply, 400, "unknown_kind", fault.sentence);
  return false;
}

void post_message(struct request *request)
{
  struct fault fault;
  if (!is_of_known_kind(request))
    return;
  struct message *message = memory_new(sizeof *message);
  if (!message_read(request->body, message, &fault)) {
    free(message);
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    return;
  }
  if (!message_is_urgent(message->kind) && !limits_asks(request)) {
    free(message);
    return;
  }
  struct change *change = change_new(request, take, message);
  change->spares_callers = true;
  change_submit(change);
}
