// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_haircut.h"

#include "haircut.h"
#include "server/model/announce.h"
#include "server/model/residents.h"

// Who is shaved bald already is sent away kindly.
static bool has_hair(const struct resident *resident)
{
  return resident->subsidy_percent == 0;
}

static void take(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                 struct answer *answer)
{
  struct record haircut = message->body;
  struct resident resident;
  COPY_TEXT(haircut.is.help.staff_name, "小赵");
  if (!resident_load(db, haircut.is.help.resident_id, &resident)) {
    answer->reason = REFUSAL_UNKNOWN_RESIDENT;
    return;
  }
  if (!has_hair(&resident)) {
    answer->reason = REFUSAL_BY_STAFF;
    COPY_TEXT(answer->facts.decided_by, "小赵");
    return;
  }
  answer->record = haircut;
  announce_record(db, &haircut, now);
}

const struct message_handler haircut_handler = {SENDER(ACTOR_KIOSK), take};
