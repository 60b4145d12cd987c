// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about calls for help.
#include "server/model/help.h"
#include "server/model/message_kinds.h"

static void raise_help(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                       struct answer *answer)
{
  // The time shown at the desk is the press, as long as the kiosk's clock can be believed.
  anban_ms pressed = message->made_at < now ? message->made_at : now;
  struct help help = {.state = HELP_RAISED, .raised_at = pressed};
  COPY_TEXT(help.id, message->body.is.help.id);
  COPY_TEXT(help.kiosk_id, who->id);
  COPY_TEXT(help.resident_id, message->body.is.help.resident_id);
  answer->record.kind = RECORD_HELP;
  help_raise(db, &help, now, &answer->record.is.help);
}

static void cancel_help(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                        struct answer *answer)
{
  struct help help;
  if (help_cancel(db, message->body.is.help.id, who->id, now, &help))
    answer->record = (struct record){.kind = RECORD_HELP, .is.help = help};
}

const struct message_handler help_raise_handler = {SENDER(ACTOR_KIOSK), raise_help};
const struct message_handler help_cancel_handler = {SENDER(ACTOR_KIOSK), cancel_help};
