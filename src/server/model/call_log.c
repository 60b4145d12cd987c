// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/call_log.h"

#include "base/memory.h"
#include "base/text.h"
#include "server/model/announce.h"

#define COLUMNS                                                                                                        \
  "call_id, party_kind, party_id, resident_id, name, from_resident, media, purpose, made_at, answered_at, over_at,"    \
  " reason, auto_answered"
#define MOST_LISTED 100

static void read_row(struct db_rows *rows, struct call_record *out)
{
  *out = (struct call_record){.party = {.kind = (enum party_kind)db_rows_integer(rows, 1)},
                              .from_resident = db_rows_integer(rows, 5) != 0,
                              .media = (enum call_media)db_rows_integer(rows, 6),
                              .purpose = (enum call_purpose)db_rows_integer(rows, 7),
                              .made_at = db_rows_integer(rows, 8),
                              .answered_at = db_rows_integer(rows, 9),
                              .over_at = db_rows_integer(rows, 10),
                              .reason = (enum call_reason)db_rows_integer(rows, 11),
                              .auto_answered = db_rows_integer(rows, 12) != 0};
  COPY_TEXT(out->call_id, db_rows_text(rows, 0));
  COPY_TEXT(out->party.id, db_rows_text(rows, 2));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 3));
  COPY_TEXT(out->name, db_rows_text(rows, 4));
}

// Returns whether the row is new.
static bool write_row(struct db *db, const struct call_record *r)
{
  bool is_new = db_run(db,
                       "INSERT INTO call_log(" COLUMNS ") VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
                       " $13) ON CONFLICT(call_id, party_kind, party_id) DO NOTHING",
                       "sisssiiiiiiii", r->call_id, (int64_t)r->party.kind, r->party.id, r->resident_id, r->name,
                       (int64_t)r->from_resident, (int64_t)r->media, (int64_t)r->purpose, r->made_at, r->answered_at,
                       r->over_at, (int64_t)r->reason, (int64_t)r->auto_answered) == 1;
  if (!is_new)
    db_run(db,
           "UPDATE call_log SET over_at = $4, reason = $5,"
           " answered_at = CASE WHEN answered_at = 0 THEN $6 ELSE answered_at END"
           " WHERE call_id = $1 AND party_kind = $2 AND party_id = $3",
           "sisiii", r->call_id, (int64_t)r->party.kind, r->party.id, r->over_at, (int64_t)r->reason, r->answered_at);
  return is_new;
}

static void audit(struct db *db, const struct call_record *record, const char *kiosk_id, anban_ms now)
{
  struct actor who = {.kind = record->party.kind == PARTY_STAFF ? ACTOR_STAFF : ACTOR_FAMILY};
  COPY_TEXT(who.id, record->party.id);
  const char *thing = record->resident_id[0] ? record->resident_id : kiosk_id;
  if (record->party.kind == PARTY_STAFF)
    announce_audit(db, &who, record->purpose == CALL_HELP ? "call.help" : "call.talk", thing, now);
  if (record->auto_answered)
    announce_audit(db, &who, "call.answered_by_itself", thing, now);
}

void call_log_answered(struct db *db, const struct call_record *record, const char *kiosk_id, anban_ms now)
{
  if (write_row(db, record))
    audit(db, record, kiosk_id, now);
}

static bool load(struct db *db, const struct call_record *key, struct call_record *out)
{
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS " FROM call_log WHERE call_id = $1 AND party_kind = $2 AND party_id = $3", "sis",
               key->call_id, (int64_t)key->party.kind, key->party.id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

void call_log_over(struct db *db, const struct call_record *record, anban_ms now)
{
  struct call_record kept = *record;
  write_row(db, record);
  load(db, record, &kept);
  announce_call(db, &kept, now);
}

void call_log_mend(struct db *db)
{
  db_run(db, "UPDATE call_log SET over_at = answered_at, reason = $1 WHERE over_at = 0", "i", (int64_t)CALL_LOST);
}

static json_t *list_of(struct db_rows *rows)
{
  json_t *list = json_array();
  while (db_rows_next(rows)) {
    struct call_record record;
    read_row(rows, &record);
    json_array_append_new(list, call_record_write(&record));
  }
  db_rows_end(rows);
  return list;
}

json_t *call_log_list(struct db *db, const char *resident_id, const struct party *party)
{
  return list_of(db_query(db,
                          "SELECT " COLUMNS " FROM call_log WHERE over_at > 0 AND ($1 = '' OR resident_id = $1)"
                          " AND ($2 = '' OR (party_kind = $3 AND party_id = $2))"
                          " ORDER BY made_at DESC, call_id DESC, party_id LIMIT $4",
                          "ssii", resident_id, party ? party->id : "", party ? (int64_t)party->kind : 0,
                          (int64_t)MOST_LISTED));
}

json_t *call_log_missed(struct db *db, anban_ms since)
{
  return list_of(db_query(
      db,
      "SELECT " COLUMNS " FROM (SELECT " COLUMNS ", ROW_NUMBER() OVER (PARTITION BY resident_id ORDER BY made_at DESC,"
      " call_id DESC, party_id) AS place FROM call_log WHERE over_at > 0 AND resident_id <> '' AND party_kind = $1"
      " AND (answered_at > 0 OR party_id = $2) AND made_at > $3) AS ranked WHERE place = 1 AND answered_at = 0"
      " ORDER BY made_at DESC, call_id DESC LIMIT $4",
      "isii", (int64_t)PARTY_STAFF, DESK_ID, since, (int64_t)MOST_LISTED));
}

struct call_record *call_log_load(struct db *db, int *count)
{
  struct call_record *records = NULL;
  int room = 0;
  struct db_rows *rows = db_query(
      db,
      "SELECT " COLUMNS " FROM (SELECT " COLUMNS ", ROW_NUMBER() OVER (PARTITION BY resident_id ORDER BY made_at DESC,"
      " call_id DESC, party_id) AS place FROM call_log WHERE over_at > 0 AND resident_id <> '') AS ranked"
      " WHERE place <= $1 ORDER BY made_at DESC, call_id DESC, party_id LIMIT $2",
      "ii", (int64_t)MOST_RECORDS, (int64_t)MOST_ALL_RECORDS);
  for (*count = 0; db_rows_next(rows); (*count)++) {
    if (*count == room) {
      room = room ? room * 2 : 64;
      records = memory_resize(records, (size_t)room * sizeof *records);
    }
    read_row(rows, &records[*count]);
  }
  db_rows_end(rows);
  return records;
}

int call_log_prune(struct db *db, anban_ms before, int most)
{
  return db_run(db,
                "DELETE FROM call_log WHERE call_id IN (SELECT call_id FROM call_log WHERE made_at < $1"
                " ORDER BY made_at LIMIT $2)",
                "ii", before, (int64_t)most);
}

void call_log_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  db_run(db, "DELETE FROM call_log WHERE resident_id = $1", "s", resident_id);
}
