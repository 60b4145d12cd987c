// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/staff.h"

#include "protocol/json.h"
#include "server/model/announce.h"
#include "server/model/revision.h"

#include <string.h>

#define COLUMNS "id, name, display_name, role"

static const char *const roles[STAFF_ROLES] = {
    [STAFF_DESK] = "desk",
    [STAFF_KITCHEN] = "kitchen",
    [STAFF_ADMIN] = "admin",
};

const char *staff_role_code(enum staff_role role)
{
  return roles[role];
}

enum staff_role staff_role_of(const char *code)
{
  int role = 0;
  while (role < STAFF_ROLES && strcmp(roles[role], code) != 0)
    role++;
  return role;
}

bool staff_read(const json_t *json, struct staff *out, struct fault *fault)
{
  char role[KIND_SIZE];
  struct json_at at = json_root("staff", json);
  struct json_at id = json_member(&at, "id"), name = json_member(&at, "name");
  struct json_at display_name = json_member(&at, "display_name"), role_at = json_member(&at, "role");
  if (!json_get_object(&at, fault) || !json_get_uuid(&id, out->id, fault) ||
      !json_get_name(&name, out->name, sizeof out->name, fault) ||
      !json_get_name(&display_name, out->display_name, sizeof out->display_name, fault) ||
      !json_get_name(&role_at, role, sizeof role, fault))
    return false;
  out->role = staff_role_of(role);
  return out->role != STAFF_ROLES || json_fault(&role_at, fault, "desk, kitchen or admin is expected");
}

json_t *staff_write(const struct staff *staff)
{
  return json_pack("{s:s, s:s, s:s, s:s}", "id", staff->id, "name", staff->name, "display_name", staff->display_name,
                   "role", staff_role_code(staff->role));
}

static void take_row(struct db_rows *rows, struct staff *out)
{
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->name, db_rows_text(rows, 1));
  COPY_TEXT(out->display_name, db_rows_text(rows, 2));
  out->role = (enum staff_role)db_rows_integer(rows, 3);
}

bool staff_get(struct db *db, const char *id, struct staff *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM staff WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    take_row(rows, out);
  db_rows_end(rows);
  return found;
}

bool staff_find(struct db *db, const char *name, struct staff *out, char hash[PASSWORD_HASH_SIZE])
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS ", password FROM staff WHERE name = $1", "s", name);
  bool found = db_rows_next(rows);
  if (found) {
    take_row(rows, out);
    text_copy(hash, PASSWORD_HASH_SIZE, db_rows_text(rows, 4));
  }
  db_rows_end(rows);
  return found;
}

json_t *staff_list(struct db *db)
{
  json_t *list = json_array();
  struct staff staff;
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM staff ORDER BY name", "");
  while (db_rows_next(rows)) {
    take_row(rows, &staff);
    json_array_append_new(list, staff_write(&staff));
  }
  db_rows_end(rows);
  revisions_add(db, REVISED_STAFF, "id", list);
  return list;
}

static int64_t count_where(struct db *db, const char *sql, const char *id)
{
  struct db_rows *rows = db_query(db, sql, "s", id);
  int64_t count = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return count;
}

int staff_count(struct db *db)
{
  return (int)count_where(db, "SELECT COUNT(*) FROM staff WHERE id <> $1", "");
}

// Only an administrator may change staff, so one must stay.
static int64_t other_admins(struct db *db, const char *id)
{
  return count_where(db, "SELECT COUNT(*) FROM staff WHERE role = 2 AND id <> $1", id);
}

static void sign_out_everywhere(struct db *db, const char *id)
{
  db_run(db, "DELETE FROM session WHERE staff_id = $1", "s", id);
}

static enum outcome refuse_last_admin(struct fault *fault)
{
  fault_set(fault, "This is the only administrator; make somebody else one first.");
  return OUTCOME_LAST_ADMIN;
}

static enum outcome check(struct db *db, const struct staff *staff, bool is_new, const char *hash, struct fault *fault)
{
  struct staff other;
  char unused[PASSWORD_HASH_SIZE];
  if (staff_find(db, staff->name, &other, unused) && strcmp(other.id, staff->id) != 0) {
    fault_set(fault, "Somebody else signs in as %s already.", staff->name);
    return OUTCOME_NAME_TAKEN;
  }
  if (is_new && !hash[0]) {
    fault_set(fault, "Who is new needs a password.");
    return OUTCOME_PASSWORD_NEEDED;
  }
  if (staff->role != STAFF_ADMIN && other_admins(db, staff->id) == 0)
    return refuse_last_admin(fault);
  return OUTCOME_DONE;
}

enum outcome staff_put(struct db *db, const struct staff *staff, const char *hash, const struct actor *who,
                       anban_ms now, bool *signed_out, struct fault *fault)
{
  struct staff old;
  bool is_new = !staff_get(db, staff->id, &old);
  bool signs_out = !is_new && (hash[0] || old.role != staff->role);
  enum outcome outcome = check(db, staff, is_new, hash, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (signs_out)
    sign_out_everywhere(db, staff->id);
  db_run(db,
         "INSERT INTO staff(" COLUMNS ", password) VALUES($1, $2, $3, $4, $5) ON CONFLICT(id) DO UPDATE SET"
         " name = $2, display_name = $3, role = $4, password = CASE WHEN $5 = '' THEN staff.password ELSE $5 END",
         "sssis", staff->id, staff->name, staff->display_name, (int64_t)staff->role, hash);
  revision_next(db, REVISED_STAFF, staff->id, who, now);
  announce_audit(db, who, "staff.put", staff->id, now);
  if (signed_out)
    *signed_out = signs_out;
  return OUTCOME_DONE;
}

enum outcome staff_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  struct staff staff;
  if (!staff_get(db, id, &staff)) {
    fault_set(fault, "There is no member of staff %s.", id);
    return OUTCOME_NOT_FOUND;
  }
  if (other_admins(db, id) == 0)
    return refuse_last_admin(fault);
  sign_out_everywhere(db, id);
  db_run(db, "DELETE FROM staff WHERE id = $1", "s", id);
  revision_end(db, REVISED_STAFF, id);
  announce_audit(db, who, "staff.remove", id, now);
  return OUTCOME_DONE;
}
