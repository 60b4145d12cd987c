// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/outbound.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_PAUSE_MS (5 * MS_SECOND)
#define MOST_DOUBLINGS 10

void outbound_set_ways(struct db *db, const struct outbound_way *ways, int count, anban_ms now)
{
  db_run(db, "DELETE FROM outbound_way WHERE code <> ''", "");
  for (int i = 0; i < count; i++)
    db_run(db, "INSERT INTO outbound_way(code, takes) VALUES($1, $2)", "ss", ways[i].code, ways[i].takes);
  db_run(db,
         "UPDATE outbound SET state = $1, error = 'this way out is not set any more', next_at = $2 WHERE state = $3"
         " AND NOT EXISTS (SELECT 1 FROM outbound_way WHERE outbound_way.code = outbound.way)",
         "iii", (int64_t)OUTBOUND_GIVEN_UP, now, (int64_t)OUTBOUND_WAITING);
}

static const char *takes_of(const char *address)
{
  if (strchr(address, '@'))
    return OUTBOUND_TAKES_MAIL;
  return strpbrk(address, "0123456789") ? OUTBOUND_TAKES_PHONE : OUTBOUND_TAKES_ALL;
}

static void insert(struct db *db, const char *way, const char *subject, const char *recipient, const char *address,
                   const char *body, anban_ms now)
{
  char id[UUID_SIZE];
  uuid_new(id, now);
  db_run(db,
         "INSERT INTO outbound(id, way, subject, body, made_at, next_at, tries, state, error, recipient, address)"
         " VALUES($1, $2, $3, $4, $5, $5, 0, $6, '', $7, $8)",
         "ssssiiss", id, way, subject, body, now, (int64_t)OUTBOUND_WAITING, recipient, address);
}

int outbound_tell(struct db *db, const char *subject, const char *recipient, const char *address, const char *body,
                  anban_ms now)
{
  int count = 0;
  struct db_rows *rows = db_query(db, "SELECT code FROM outbound_way WHERE takes = '' OR takes = $1 ORDER BY code", "s",
                                  takes_of(address));
  for (; db_rows_next(rows); count++)
    insert(db, db_rows_text(rows, 0), subject, recipient, address, body, now);
  db_rows_end(rows);
  return count;
}

void outbound_add(struct db *db, const char *subject, const char *body, anban_ms now)
{
  outbound_tell(db, subject, "", "", body, now);
}

void outbound_test(struct db *db, const char *subject, const char *body, anban_ms now)
{
  struct db_rows *rows = db_query(db, "SELECT code FROM outbound_way ORDER BY code", "");
  while (db_rows_next(rows))
    insert(db, db_rows_text(rows, 0), subject, "", "", body, now);
  db_rows_end(rows);
}

void outbound_drop(struct db *db, const char *subject, anban_ms now)
{
  db_run(db, "UPDATE outbound SET state = $1, next_at = $2 WHERE subject = $3 AND state = 0 AND recipient <> ''", "iis",
         (int64_t)OUTBOUND_NOT_NEEDED, now, subject);
}

int outbound_due(struct db *db, const char *way, anban_ms now, int most, struct outbound *out)
{
  int count = 0;
  struct db_rows *rows =
      db_query(db,
               "SELECT id, way, subject, made_at, tries, body, recipient, address FROM outbound WHERE state = 0 AND"
               " way = $1 AND (next_at <= $2 OR next_at > $3) ORDER BY made_at, id LIMIT $4",
               "siii", way, now, now + OUTBOUND_MOST_PAUSE_MS, (int64_t)most);
  for (; db_rows_next(rows); count++) {
    out[count] = (struct outbound){.made_at = db_rows_integer(rows, 3),
                                   .tries = (int)db_rows_integer(rows, 4),
                                   .body = memory_text(db_rows_text(rows, 5))};
    COPY_TEXT(out[count].id, db_rows_text(rows, 0));
    COPY_TEXT(out[count].way, db_rows_text(rows, 1));
    COPY_TEXT(out[count].subject, db_rows_text(rows, 2));
    COPY_TEXT(out[count].recipient, db_rows_text(rows, 6));
    COPY_TEXT(out[count].address, db_rows_text(rows, 7));
  }
  db_rows_end(rows);
  return count;
}

void outbound_clear(struct outbound *work)
{
  free(work->body);
  work->body = NULL;
}

anban_ms outbound_next(struct db *db, const char *way)
{
  struct db_rows *rows =
      db_query(db, "SELECT next_at FROM outbound WHERE state = 0 AND way = $1 ORDER BY next_at LIMIT 1", "s", way);
  anban_ms next = db_rows_next(rows) ? db_rows_integer(rows, 0) : -1;
  db_rows_end(rows);
  return next;
}

static enum outbound_state state_after(const struct outbound *work, enum outbound_result result, anban_ms now)
{
  if (result == OUTBOUND_SENT)
    return OUTBOUND_DONE;
  bool is_late = now - work->made_at >= OUTBOUND_KEPT_TRYING_MS;
  return result == OUTBOUND_NEVER || is_late ? OUTBOUND_GIVEN_UP : OUTBOUND_WAITING;
}

enum outbound_state outbound_settle(struct db *db, const struct outbound *work, enum outbound_result result,
                                    const char *why, anban_ms now)
{
  enum outbound_state state = state_after(work, result, now);
  anban_ms pause = FIRST_PAUSE_MS << (work->tries < MOST_DOUBLINGS ? work->tries : MOST_DOUBLINGS);
  if (pause > OUTBOUND_MOST_PAUSE_MS)
    pause = OUTBOUND_MOST_PAUSE_MS;
  db_run(db, "UPDATE outbound SET state = $2, error = $3, next_at = $4, tries = tries + 1 WHERE id = $1 AND state = 0",
         "sisi", work->id, (int64_t)state, why, state == OUTBOUND_WAITING ? now + pause : now);
  return state;
}

void outbound_prune(struct db *db, anban_ms before)
{
  db_run(db, "DELETE FROM outbound WHERE state > 0 AND next_at < $1", "i", before);
}

static void stand(struct db *db, struct outbound_standing *out)
{
  struct db_rows *rows =
      db_query(db,
               "SELECT COALESCE(CAST(SUM(CASE WHEN state = 0 THEN 1 ELSE 0 END) AS BIGINT), 0),"
               " COALESCE(CAST(SUM(CASE WHEN state = 2 THEN 1 ELSE 0 END) AS BIGINT), 0),"
               " COALESCE(MAX(CASE WHEN state = 1 THEN next_at ELSE 0 END), 0) FROM outbound WHERE way = $1",
               "s", out->way);
  if (db_rows_next(rows)) {
    out->waiting = (int)db_rows_integer(rows, 0);
    out->given_up = (int)db_rows_integer(rows, 1);
    out->sent_at = db_rows_integer(rows, 2);
  }
  db_rows_end(rows);
}

// What waits after a failure was tried a pause before it is due.
static void fail(struct db *db, struct outbound_standing *out)
{
  struct db_rows *rows = db_query(db,
                                  "SELECT made_at, next_at, state, error FROM outbound WHERE way = $1 AND error <> ''"
                                  " ORDER BY next_at DESC LIMIT 1",
                                  "s", out->way);
  if (db_rows_next(rows)) {
    out->failed_at = db_rows_integer(rows, db_rows_integer(rows, 2) == OUTBOUND_WAITING ? 0 : 1);
    COPY_TEXT(out->error, db_rows_text(rows, 3));
  }
  db_rows_end(rows);
}

int outbound_standings(struct db *db, int most, struct outbound_standing *out)
{
  int count = 0;
  struct db_rows *rows = db_query(db, "SELECT code FROM outbound_way ORDER BY code", "");
  for (; count < most && db_rows_next(rows); count++) {
    out[count] = (struct outbound_standing){0};
    COPY_TEXT(out[count].way, db_rows_text(rows, 0));
  }
  db_rows_end(rows);
  for (int i = 0; i < count; i++) {
    stand(db, &out[i]);
    fail(db, &out[i]);
  }
  return count;
}
