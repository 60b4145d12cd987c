// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/family.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/residents.h"
#include "server/model/revision.h"

#include <string.h>

#define COLUMNS "m.id, m.resident_id, m.name, m.relation, m.portrait, m.auto_answer, m.link, m.added_at"
#define AGREED "r.left_at = 0 AND r.consent_family_calls = 1"

static void read_row(struct db_rows *rows, struct family_member *out)
{
  *out = (struct family_member){.auto_answer = db_rows_integer(rows, 5) != 0};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 1));
  COPY_TEXT(out->name, db_rows_text(rows, 2));
  COPY_TEXT(out->relation, db_rows_text(rows, 3));
  COPY_TEXT(out->portrait, db_rows_text(rows, 4));
}

static bool read_one(struct db_rows *rows, struct family_member *out)
{
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

static bool has_row(struct db_rows *rows)
{
  bool there = db_rows_next(rows);
  db_rows_end(rows);
  return there;
}

bool family_get(struct db *db, const char *id, struct family_member *out)
{
  return read_one(db_query(db, "SELECT " COLUMNS " FROM family_member m WHERE m.id = $1", "s", id), out);
}

bool family_of_link(struct db *db, const char *token, struct family_member *out)
{
  char hash[HASH_SIZE];
  secret_hash(token, strlen(token), hash);
  return read_one(db_query(db,
                           "SELECT " COLUMNS " FROM family_member m JOIN resident r ON r.id = m.resident_id"
                           " WHERE m.link = $1 AND " AGREED,
                           "s", hash),
                  out);
}

json_t *family_list(struct db *db, const char *resident_id)
{
  json_t *list = json_array();
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS " FROM family_member m WHERE m.resident_id = $1 ORDER BY m.added_at, m.id", "s",
               resident_id);
  while (db_rows_next(rows)) {
    struct family_member member;
    read_row(rows, &member);
    json_t *json = family_member_write(&member);
    json_object_set_new(json, "has_link", json_boolean(*db_rows_text(rows, 6)));
    json_object_set_new(json, "added_at", json_integer(db_rows_integer(rows, 7)));
    json_array_append_new(list, json);
  }
  db_rows_end(rows);
  revisions_add(db, REVISED_FAMILY, "id", list);
  return list;
}

struct family_member *families_load(struct db *db, int *count)
{
  struct family_member *members = NULL;
  int room = 0;
  struct db_rows *rows = db_query(db,
                                  "SELECT " COLUMNS " FROM family_member m JOIN resident r ON r.id = m.resident_id"
                                  " WHERE " AGREED " ORDER BY m.resident_id, m.added_at, m.id LIMIT $1",
                                  "i", (int64_t)MOST_FAMILIES);
  for (*count = 0; db_rows_next(rows); (*count)++) {
    if (*count == room) {
      room = room ? room * 2 : 64;
      members = memory_resize(members, (size_t)room * sizeof *members);
    }
    read_row(rows, &members[*count]);
  }
  db_rows_end(rows);
  return members;
}

int family_load(struct db *db, const char *resident_id, struct family_member out[MOST_FAMILY])
{
  int count = 0;
  struct db_rows *rows = db_query(
      db, "SELECT " COLUMNS " FROM family_member m WHERE m.resident_id = $1 ORDER BY m.added_at, m.id LIMIT $2", "si",
      resident_id, (int64_t)MOST_FAMILY);
  while (count < MOST_FAMILY && db_rows_next(rows))
    read_row(rows, &out[count++]);
  db_rows_end(rows);
  return count;
}

bool family_may_call(struct db *db, const char *resident_id)
{
  return has_row(db_query(db, "SELECT 1 FROM resident r WHERE r.id = $1 AND " AGREED, "s", resident_id));
}

bool family_may_see(struct db *db, const struct family_member *member, const char *hash)
{
  return has_row(db_query(db,
                          "SELECT 1 FROM resident r WHERE r.id = $1 AND r.portrait = $2 AND r.consent_portrait = 1"
                          " UNION ALL SELECT 1 FROM family_member m WHERE m.resident_id = $1 AND m.portrait = $2",
                          "ss", member->resident_id, hash));
}

static enum outcome check(struct db *db, const struct family_member *member, struct fault *fault)
{
  struct family_member old;
  struct resident resident;
  if (family_get(db, member->id, &old)) {
    bool same = strcmp(old.resident_id, member->resident_id) == 0;
    if (!same)
      fault_set(fault, "This is a member of another resident's family.");
    return same ? OUTCOME_DONE : OUTCOME_CONFLICT;
  }
  if (!resident_load(db, member->resident_id, &resident)) {
    fault_set(fault, "There is no resident %s.", member->resident_id);
    return OUTCOME_NOT_FOUND;
  }
  struct family_member others[MOST_FAMILY];
  if (family_load(db, member->resident_id, others) == MOST_FAMILY) {
    fault_set(fault, "The family has %d members already, no more are taken.", MOST_FAMILY);
    return OUTCOME_FULL;
  }
  return OUTCOME_DONE;
}

enum outcome family_store(struct db *db, const struct family_member *member, const struct actor *who, anban_ms now,
                          struct fault *fault)
{
  enum outcome outcome = check(db, member, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  db_run(db,
         "INSERT INTO family_member(id, resident_id, name, relation, portrait, auto_answer, link, added_at)"
         " VALUES($1, $2, $3, $4, $5, $6, '', $7) ON CONFLICT(id) DO UPDATE SET name = excluded.name,"
         " relation = excluded.relation, portrait = excluded.portrait, auto_answer = excluded.auto_answer",
         "sssssii", member->id, member->resident_id, member->name, member->relation, member->portrait,
         (int64_t)member->auto_answer, now);
  revision_next(db, REVISED_FAMILY, member->id, who, now);
  announce_audit(db, who, "family.put", member->id, now);
  return OUTCOME_DONE;
}

enum outcome family_put(struct db *db, const struct family_member *member, const struct actor *who, anban_ms now,
                        struct fault *fault)
{
  enum outcome outcome = family_store(db, member, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}

static void sign_out(struct db *db, const char *id)
{
  db_run(db, "DELETE FROM family_session WHERE member_id = $1", "s", id);
}

bool family_leave(struct db *db, const char *id)
{
  sign_out(db, id);
  revision_end(db, REVISED_FAMILY, id);
  return db_run(db, "DELETE FROM family_member WHERE id = $1", "s", id) > 0;
}

enum outcome family_set_link(struct db *db, const char *id, const char *token, const struct actor *who, anban_ms now,
                             struct fault *fault)
{
  char hash[HASH_SIZE] = "";
  if (token[0])
    secret_hash(token, strlen(token), hash);
  sign_out(db, id);
  if (db_run(db, "UPDATE family_member SET link = $2 WHERE id = $1", "ss", id, hash) == 0) {
    fault_set(fault, "There is no member of a family %s.", id);
    return OUTCOME_NOT_FOUND;
  }
  announce_audit(db, who, token[0] ? "family.link" : "family.unlink", id, now);
  return OUTCOME_DONE;
}

void family_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  db_run(db, "DELETE FROM family_session WHERE member_id IN (SELECT id FROM family_member WHERE resident_id = $1)", "s",
         resident_id);
  db_run(db, "DELETE FROM revision WHERE kind = $2 AND thing IN (SELECT id FROM family_member WHERE resident_id = $1)",
         "si", resident_id, (int64_t)REVISED_FAMILY);
  db_run(db, "DELETE FROM family_member WHERE resident_id = $1", "s", resident_id);
}
