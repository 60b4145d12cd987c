// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/events.h"

#include "base/memory.h"
#include "server/store/driver.h"

#include <stdlib.h>
#include <string.h>

static int64_t one_integer(struct db_rows *rows)
{
  int64_t value = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return value;
}

// Copies `text` to `*at`, which moves on behind it.
static const char *lay_down(char **at, const char *text)
{
  size_t size = strlen(text) + 1;
  char *copy = memcpy(*at, text, size);
  *at += size;
  return copy;
}

static void note(struct appended *appended, const char *stream, const struct event_row *row)
{
  size_t size = strlen(row->kind) + strlen(row->only_for) + strlen(row->data) + 3;
  struct appended_event *event = memory_new(sizeof *event + size);
  char *at = (char *)(event + 1);
  COPY_TEXT(event->stream, stream);
  event->row.number = row->number;
  event->row.kind = lay_down(&at, row->kind);
  event->row.only_for = lay_down(&at, row->only_for);
  event->row.data = lay_down(&at, row->data);
  if (appended->last)
    appended->last->next = event;
  else
    appended->first = event;
  appended->last = event;
}

struct appended events_take_appended(struct db *db)
{
  struct appended appended = db->appended;
  db->appended = (struct appended){0};
  return appended;
}

void appended_free(struct appended *appended)
{
  struct appended_event *next;
  for (struct appended_event *event = appended->first; event; event = next) {
    next = event->next;
    free(event);
  }
  *appended = (struct appended){0};
}

int64_t events_append(struct db *db, const char *stream, const char *kind, const char *only_for, const char *data,
                      anban_ms now)
{
  int64_t number = one_integer(db_query(db,
                                        "INSERT INTO stream(name, newest, gone) VALUES($1, 1, 0)"
                                        " ON CONFLICT(name) DO UPDATE SET newest = stream.newest + 1 RETURNING newest",
                                        "s", stream));
  db_run(db, "INSERT INTO event(stream, number, at, kind, only_for, data) VALUES($1, $2, $3, $4, $5, $6)", "siisss",
         stream, number, now, kind, only_for, data);
  if (db_failed(db))
    return 0;
  note(&db->appended, stream, &(struct event_row){number, kind, only_for, data});
  return number;
}

int64_t events_newest(struct db *db, const char *stream)
{
  return one_integer(db_query(db, "SELECT newest FROM stream WHERE name = $1", "s", stream));
}

bool events_reach(struct db *db, const char *stream, int64_t after)
{
  struct db_rows *rows = db_query(db, "SELECT gone, newest FROM stream WHERE name = $1", "s", stream);
  bool reach = after == 0;
  if (db_rows_next(rows))
    reach = after >= db_rows_integer(rows, 0) && after <= db_rows_integer(rows, 1);
  db_rows_end(rows);
  return reach;
}

struct db_rows *events_after(struct db *db, const char *stream, int64_t after, int most)
{
  return db_query(db,
                  "SELECT number, kind, only_for, data FROM event WHERE stream = $1 AND number > $2"
                  " ORDER BY number LIMIT $3",
                  "sii", stream, after, (int64_t)most);
}

bool events_next(struct db_rows *rows, struct event_row *out)
{
  if (!db_rows_next(rows))
    return false;
  *out = (struct event_row){.number = db_rows_integer(rows, 0),
                            .kind = db_rows_text(rows, 1),
                            .only_for = db_rows_text(rows, 2),
                            .data = db_rows_text(rows, 3)};
  return true;
}

int events_read(struct db *db, const char *stream, int64_t after, int most, struct appended *out)
{
  int count = 0;
  struct event_row row;
  struct db_rows *rows = events_after(db, stream, after, most);
  for (; events_next(rows, &row); count++)
    note(out, stream, &row);
  db_rows_end(rows);
  return count;
}

// The clock may have been set back in between, so what goes is said by number, from the oldest on, not by time alone.
static int prune_stream(struct db *db, const char *stream, anban_ms before, int most)
{
  int64_t last = one_integer(db_query(db,
                                      "SELECT MAX(number) FROM (SELECT number FROM event WHERE stream = $1 AND number <"
                                      " COALESCE((SELECT MIN(number) FROM event WHERE stream = $1 AND at >= $2),"
                                      " (SELECT newest + 1 FROM stream WHERE name = $1)) ORDER BY number LIMIT $3)"
                                      " AS old",
                                      "sii", stream, before, (int64_t)most));
  if (last == 0)
    return 0;
  db_run(db, "UPDATE stream SET gone = $2 WHERE name = $1", "si", stream, last);
  return db_run(db, "DELETE FROM event WHERE stream = $1 AND number <= $2", "si", stream, last);
}

int events_prune(struct db *db, anban_ms before, int most)
{
  static const char *const streams[] = {STREAM_DESK, STREAM_KIOSKS, STREAM_FAMILY};
  int gone = 0;
  for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
    gone += prune_stream(db, streams[i], before, most);
  return db_failed(db) ? 0 : gone;
}
