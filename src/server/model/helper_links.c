// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/helper_links.h"

#include "server/model/announce.h"
#include "server/model/site.h"

#include <string.h>

#define DAYS_AHEAD 7

static void hash_of(const char *secret, char out[HASH_SIZE])
{
  secret_hash(secret, strlen(secret), out);
}

// When the day's link is over; -1: not a day that links are given for.
static anban_ms end_of(struct db *db, const char *date, anban_ms now)
{
  struct site site;
  char last[CLOCK_DATE_SIZE];
  site_load(db, &site);
  clock_add_days(clock_local(now, site.utc_offset_min).date, DAYS_AHEAD, last);
  anban_ms begin = clock_at(date, 0, site.utc_offset_min);
  anban_ms end = begin + MS_DAY + HELPER_AFTER_MS;
  return begin < 0 || strcmp(date, last) > 0 || end <= now ? -1 : end;
}

enum outcome helper_link_set(struct db *db, const char *helper_id, const char *date, const char *token,
                             const struct actor *who, anban_ms now, struct fault *fault)
{
  struct helper helper;
  char hash[HASH_SIZE];
  anban_ms ends_at = end_of(db, date, now);
  if (!helper_load(db, helper_id, &helper)) {
    fault_set(fault, "there is no helper %s", helper_id);
    return OUTCOME_NOT_FOUND;
  }
  if (ends_at < 0) {
    fault_set(fault, "date: today or one of the %d days after it is expected", DAYS_AHEAD);
    return OUTCOME_WRONG;
  }
  hash_of(token, hash);
  db_run(db, "DELETE FROM helper_link WHERE helper_id = $1 AND date = $2", "ss", helper_id, date);
  db_run(db, "DELETE FROM helper_session WHERE helper_id = $1 AND date = $2", "ss", helper_id, date);
  db_run(db, "INSERT INTO helper_link(hash, helper_id, date, ends_at, device) VALUES($1, $2, $3, $4, '')", "sssi", hash,
         helper_id, date, ends_at);
  announce_audit(db, who, "helper.link", helper_id, now);
  return OUTCOME_DONE;
}

// False: another device has it.
static bool take_link(struct db *db, const char *hash, const char *device)
{
  char device_hash[HASH_SIZE];
  hash_of(device, device_hash);
  return db_run(db, "UPDATE helper_link SET device = $2 WHERE hash = $1 AND (device = '' OR device = $2)", "ss", hash,
                device_hash) == 1;
}

static bool read_day(struct db_rows *rows, struct helper_day *out, anban_ms *ends_at)
{
  bool found = db_rows_next(rows);
  if (found) {
    COPY_TEXT(out->helper_id, db_rows_text(rows, 0));
    COPY_TEXT(out->name, db_rows_text(rows, 1));
    COPY_TEXT(out->date, db_rows_text(rows, 2));
    *ends_at = db_rows_integer(rows, 3);
  }
  db_rows_end(rows);
  return found;
}

enum helper_link helper_session_open(struct db *db, const char *link, const char *device, const char *token,
                                     anban_ms now, struct helper_day *out)
{
  char hash[HASH_SIZE], session[HASH_SIZE];
  anban_ms ends_at = 0;
  hash_of(link, hash);
  hash_of(token, session);
  if (!read_day(db_query(db,
                         "SELECT l.helper_id, h.name, l.date, l.ends_at FROM helper_link l JOIN helper h"
                         " ON h.id = l.helper_id WHERE l.hash = $1 AND l.ends_at > $2",
                         "si", hash, now),
                out, &ends_at))
    return HELPER_LINK_ENDED;
  if (!take_link(db, hash, device))
    return HELPER_LINK_TAKEN;
  db_run(db, "INSERT INTO helper_session(hash, helper_id, date, ends_at) VALUES($1, $2, $3, $4)", "sssi", session,
         out->helper_id, out->date, ends_at);
  return HELPER_LINK_GOOD;
}

bool helper_session_day(struct db *db, const char *token, anban_ms now, struct helper_day *out)
{
  char hash[HASH_SIZE];
  anban_ms ends_at = 0;
  hash_of(token, hash);
  return read_day(db_query(db,
                           "SELECT s.helper_id, h.name, s.date, s.ends_at FROM helper_session s JOIN helper h"
                           " ON h.id = s.helper_id WHERE s.hash = $1 AND s.ends_at > $2 AND h.gone_at = 0",
                           "si", hash, now),
                  out, &ends_at);
}

void helper_links_prune(struct db *db, anban_ms now)
{
  db_run(db, "DELETE FROM helper_link WHERE ends_at <= $1", "i", now);
  db_run(db, "DELETE FROM helper_session WHERE ends_at <= $1", "i", now);
}
