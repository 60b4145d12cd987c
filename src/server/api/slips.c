// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/slips.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"

#include <stdlib.h>

struct brought {
  char text[SLIP_TEXT_SIZE];
  bool by_hand;
  struct message message;
};

static enum outcome enter(struct db *db, struct change *change, struct fault *fault)
{
  const struct brought *slip = change->subject;
  change_answer_json(change, slip->by_hand
                                 ? slip_enter_by_hand(db, slip->text, &slip->message, &change->actor, change->now)
                                 : slip_enter(db, slip->text, &change->actor, change->now));
  return OUTCOME_DONE;
}

// Any text is a scan of something, and is answered in words. One that is longer than any slip is none when it is cut.
static bool read_text(const json_t *body, struct brought *out, struct fault *fault)
{
  const char *text = json_string_value(json_object_get(body, "text"));
  COPY_TEXT(out->text, text ? text : "");
  return text || fault_set(fault, "slip.text: a text is expected");
}

static bool read_brought(const json_t *body, struct brought *out, struct fault *fault)
{
  const json_t *message = json_object_get(body, "message");
  out->by_hand = message;
  if (!read_text(body, out, fault) || (message && !message_read(message, &out->message, fault)))
    return false;
  return !message || slip_carries(out->message.kind) ||
         fault_set(fault, "no slip is for a %s", message_kind_code(out->message.kind));
}

void post_slip(struct request *request)
{
  struct fault fault;
  struct brought *slip = memory_new(sizeof *slip);
  if (!read_brought(request->body, slip, &fault)) {
    free(slip);
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    return;
  }
  if (!limits_asks(request)) {
    free(slip);
    return;
  }
  struct change *change = change_new(request, enter, slip);
  change->spares_callers = true;
  change_submit(change);
}
