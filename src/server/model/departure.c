// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/departure.h"

#include "server/model/announce.h"
#include "server/model/bookings.h"
#include "server/model/call_log.h"
#include "server/model/family.h"
#include "server/model/help_rules.h"
#include "server/model/orders.h"
#include "server/model/readings.h"
#include "server/model/residents.h"
#include "server/model/voice_message.h"
#include "server/model/voices.h"

typedef void forget(struct db *db, const char *id, anban_ms now);

static forget *const of_resident[] = {
    family_forget_resident, call_log_forget_resident,   voice_message_forget_resident,
    clips_forget_resident,  reading_forget_resident,    orders_decline_all,
    bookings_decline_all,   help_rules_forget_resident, NULL,
};
static forget *const of_member[] = {voice_message_forget_member, NULL};

static void forget_everywhere(forget *const *area, struct db *db, const char *id, anban_ms now)
{
  for (; *area; area++)
    (*area)(db, id, now);
}

enum outcome departure_of_resident(struct db *db, const char *id, const struct actor *who, anban_ms now,
                                   struct fault *fault)
{
  if (!resident_leave(db, id, now)) {
    fault_set(fault, "there is no resident %s", id);
    return OUTCOME_NOT_FOUND;
  }
  forget_everywhere(of_resident, db, id, now);
  announce_catalogue(db, now);
  announce_audit(db, who, "resident.remove", id, now);
  return OUTCOME_DONE;
}

enum outcome departure_of_member(struct db *db, const char *id, const struct actor *who, anban_ms now,
                                 struct fault *fault)
{
  if (!family_leave(db, id)) {
    fault_set(fault, "There is no member of a family %s.", id);
    return OUTCOME_NOT_FOUND;
  }
  forget_everywhere(of_member, db, id, now);
  announce_catalogue(db, now);
  announce_audit(db, who, "family.remove", id, now);
  return OUTCOME_DONE;
}
