// SPDX-License-Identifier: GPL-3.0-or-later
// The durable event log. A number counts in its stream and is taken from the stream's counter row in the transaction
// of the change itself, so a reader that follows the numbers misses nothing and sees no hole. Thread: the db's.
#pragma once

#include "base/clock.h"
#include "server/store/db.h"

#define STREAM_DESK "desk"
#define STREAM_KIOSKS "kiosks"
#define STREAM_FAMILY "family"

// Inside a transaction of the writer. `only_for`: the id of who alone may hear it: a kiosk, a member of a family, the
// desk without the kitchen, or "" for all who follow the stream. `data` is one line of JSON. Returns the event's
// number; 0 when the db failed.
int64_t events_append(struct db *db, const char *stream, const char *kind, const char *only_for, const char *data,
                      anban_ms now);

// The number of the stream's newest event; 0 when there was none yet.
int64_t events_newest(struct db *db, const char *stream);

// Whether everything after number `after` is still kept. False when some of it was pruned, or when the stream has never
// come so far (the data was restored from a backup): such a reader starts again from a snapshot.
bool events_reach(struct db *db, const char *stream, int64_t after);

struct event_row {
  int64_t number;
  const char *kind, *only_for, *data; // of rows: live until the next call with the same rows
};

// Events in memory, in the order of their numbers in each stream.
struct appended_event {
  struct appended_event *next;
  char stream[16];
  struct event_row row; // its texts follow in the same piece of memory
};
struct appended {
  struct appended_event *first, *last;
};
// What the transaction that was committed last has appended, so that who tells of it needs not read it from the log.
// The caller's to free; given out once.
struct appended events_take_appended(struct db *db);
void appended_free(struct appended *appended);

// The events after `after`, oldest first, `most` at most. Read with events_next, give back with db_rows_end.
struct db_rows *events_after(struct db *db, const char *stream, int64_t after, int most);
bool events_next(struct db_rows *rows, struct event_row *out);
// The same into memory, behind those in `out`. Returns how many.
int events_read(struct db *db, const char *stream, int64_t after, int most, struct appended *out);

// How long events are kept.
#define EVENTS_KEPT_MS (30 * MS_DAY)
// Takes away events older than `before`, at most `most` of each stream, so that a transaction stays short. Returns how
// many went. Inside a transaction of the writer.
int events_prune(struct db *db, anban_ms before, int most);
