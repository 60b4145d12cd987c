// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a rule that a person or a kiosk asked for. Rules run on the writer's thread inside a transaction and
// read the data only through the db they are given; a fault of the db itself stays in the db (db_failed), whatever the
// outcome says. All but OUTCOME_DONE fill the fault with a sentence for the person who asked.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "base/secret.h"
#include "protocol/limits.h"

enum outcome {
  OUTCOME_DONE,
  OUTCOME_NOT_FOUND, // the thing of that id is not there
  OUTCOME_WRONG,     // what was asked makes no sense with what is there
  OUTCOME_CONFLICT,  // the same id with another content
  // The ones that a person at the desk can mend; the page has words of its own for each.
  OUTCOME_FULL,            // no more are taken
  OUTCOME_CARD_TAKEN,      // another resident has this card
  OUTCOME_NAME_TAKEN,      // somebody else signs in by this name
  OUTCOME_LAST_ADMIN,      // nobody could change staff afterwards
  OUTCOME_PASSWORD_NEEDED, // who is new has none yet
  OUTCOME_CODE_WRONG,      // not the code on the kiosk's screen
  OUTCOME_CODE_OVER,       // too late, or tried too often
  OUTCOME_TIME_TAKEN,      // somebody else has this time
  OUTCOME_SETTLED,         // it is cancelled, closed, approved or taken already
  OUTCOME_CHANGED,         // somebody has changed it meanwhile
  OUTCOMES
};

enum actor_kind { ACTOR_PROGRAM, ACTOR_KIOSK, ACTOR_STAFF, ACTOR_FAMILY, ACTOR_HELPER };

// Who asks.
struct actor {
  enum actor_kind kind;
  char id[UUID_SIZE];   // of the kiosk, the member of staff or of a family, or the helper; empty for the program itself
  char name[NAME_SIZE]; // of the person, as shown to the elder
};
