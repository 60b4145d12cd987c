// SPDX-License-Identifier: GPL-3.0-or-later
// Slips that somebody brings to the desk: scanned, or typed by hand when the code can't be read. Whatever comes first,
// the slip or the kiosk's own delivery, has the one effect; what comes after is told when and how it was entered.
// Thread: the db's.
#pragma once

#include "protocol/slip.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

enum slip_verdict {
  SLIP_ENTERED,      // just now; the answer may be a refusal of what was wished
  SLIP_KNOWN,        // entered before, by another scan or by the kiosk itself
  SLIP_NOT_OURS,     // no slip at all
  SLIP_NOT_WHOLE,    // read in part
  SLIP_OF_NEWER,     // of a later version
  SLIP_OTHER_CENTRE, // no kiosk of ours has this key
  SLIP_ALTERED,      // not what the kiosk has signed
  SLIP_REVOKED,      // printed after its kiosk was turned away
  SLIP_TOO_OLD,      // whatever it wished for is over
  SLIP_MISTYPED,     // the word has a mistake in it
  SLIP_NOT_HERE,     // the word is right; what it stands for has not come yet
  SLIP_VERDICTS
};
const char *slip_verdict_code(enum slip_verdict verdict);

// Of no day that can still be ordered for, and long before the server forgets which messages it has had.
#define SLIP_KEPT_MS (MOST_MENU_DAYS * MS_DAY)

// `text` is what the code says, or the word under it. {"verdict"} and what is known: {"number", "kiosk", "message",
// "resident", "entered_at", "entered_by", "answer"}.
json_t *slip_enter(struct db *db, const char *text, const struct actor *who, anban_ms now);

// What staff have read off a slip whose code is torn: `message` is theirs, `word` that of the slip, and from now on
// what the kiosk delivers under that word, or another scan of it, is this. The same answer as above.
json_t *slip_enter_by_hand(struct db *db, const char *word, const struct message *message, const struct actor *who,
                           anban_ms now);

// The message that staff have entered by hand in place of `message`: its id. False: none.
bool slip_entered_by_hand(struct db *db, const struct message *message, char id[UUID_SIZE]);
