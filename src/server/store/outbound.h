// SPDX-License-Identifier: GPL-3.0-or-later
// What is to leave this server, a row a message and way out, written in the transaction of its cause. A row waits until
// its way has taken it, or it is given up; it is sent at least once, and its id tells the receiver when it comes again.
// Thread: the db's.
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "server/store/db.h"

enum outbound_state {
  OUTBOUND_WAITING = 0,
  OUTBOUND_DONE = 1,
  OUTBOUND_GIVEN_UP = 2,
  OUTBOUND_NOT_NEEDED = 3, // any more, before its way has taken it
  OUTBOUND_STATES
};

struct outbound {
  char id[UUID_SIZE];
  char way[16];                     // the driver's
  char subject[64];                 // what it is about
  char recipient[64], address[128]; // whom it is to reach; empty: whoever hears of everything
  anban_ms made_at;
  int tries;
  char *body;
};

// What a way needs to reach somebody.
#define OUTBOUND_TAKES_ALL "" // nobody in particular: it hears of everything
#define OUTBOUND_TAKES_PHONE "phone"
#define OUTBOUND_TAKES_MAIL "mail"

struct outbound_way {
  const char *code, *takes;
};
// The ways that this server has from now on. What waits for one that it has no more is given up.
void outbound_set_ways(struct db *db, const struct outbound_way *ways, int count, anban_ms now);

// A row for each way that hears of everything.
void outbound_add(struct db *db, const char *subject, const char *body, anban_ms now);
// A row for each of these ways, and for each that reaches somebody at this address: a telephone number or an address of
// mail. Returns how many ways there are.
int outbound_tell(struct db *db, const char *subject, const char *recipient, const char *address, const char *body,
                  anban_ms now);
// A row for each way, to prove it; those that reach somebody send it to whom their settings name for that.
void outbound_test(struct db *db, const char *subject, const char *body, anban_ms now);
// Nobody in particular need be told of it any more.
void outbound_drop(struct db *db, const char *subject, anban_ms now);

#define OUTBOUND_MOST_PAUSE_MS (10 * MS_MINUTE)
#define OUTBOUND_KEPT_TRYING_MS MS_DAY
// Those that are due, the oldest first, at most `most`; each is given back with outbound_clear. One that seems to be
// due later than any pause takes was put off before the clock was set back: it is due.
int outbound_due(struct db *db, const char *way, anban_ms now, int most, struct outbound *out);
void outbound_clear(struct outbound *work);
// When the first is due; -1: none waits.
anban_ms outbound_next(struct db *db, const char *way);

// What came of it.
enum outbound_result {
  OUTBOUND_SENT,
  OUTBOUND_AGAIN, // after a pause of 5 seconds, doubled each time up to OUTBOUND_MOST_PAUSE_MS; for a day
  OUTBOUND_NEVER,
};
// Returns how it stands then.
enum outbound_state outbound_settle(struct db *db, const struct outbound *work, enum outbound_result result,
                                    const char *why, anban_ms now);

// How one way fares, as far back as messages are kept.
struct outbound_standing {
  char way[16];
  int waiting, given_up;
  anban_ms sent_at, failed_at; // the newest; 0: never
  char error[256];             // why the newest could not be sent
};
// For each way that is set; returns how many, at most `most`.
int outbound_standings(struct db *db, int most, struct outbound_standing *out);

// Takes away what was settled before that.
void outbound_prune(struct db *db, anban_ms before);
