// SPDX-License-Identifier: GPL-3.0-or-later
// Messages by which a resident sets something for themselves.
#include "server/model/message_kinds.h"
#include "server/model/residents.h"

static void set_answer_hours(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                             struct answer *answer)
{
  const struct auto_answer *hours = &message->body.is.auto_answer;
  resident_set_answer_hours(db, hours->resident_id, hours->from, hours->to, who, now);
}

const struct message_handler answer_hours_handler = {SENDER(ACTOR_KIOSK) | SENDER(ACTOR_STAFF), set_answer_hours};
