// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help.h"

#include "server/model/announce.h"
#include "server/model/kiosk.h"
#include "server/model/residents.h"
#include "server/store/outbound.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS "id, kiosk_id, resident_id, state, staff_name, raised_at"

static void read_row(struct db_rows *rows, struct help *out)
{
  *out = (struct help){.state = (enum help_state)db_rows_integer(rows, 3), .raised_at = db_rows_integer(rows, 5)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->kiosk_id, db_rows_text(rows, 1));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 2));
  COPY_TEXT(out->staff_name, db_rows_text(rows, 4));
}

static bool help_load(struct db *db, const char *id, struct help *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM help WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

static bool is_open(const struct help *help)
{
  return help->state == HELP_RAISED || help->state == HELP_ACKNOWLEDGED;
}

bool help_get_open(struct db *db, const char *help_id, struct help *out)
{
  return help_load(db, help_id, out) && is_open(out);
}

static void change(struct db *db, struct help *help, enum help_state state, anban_ms now)
{
  help->state = state;
  db_run(db, "UPDATE help SET state = $2, staff_name = $3, changed_at = $4 WHERE id = $1", "sisi", help->id,
         (int64_t)state, help->staff_name, now);
  announce_record(db, &(struct record){.kind = RECORD_HELP, .is.help = *help}, now);
}

// For who is not at the desk: with the words that a person needs, where an event has ids.
static void tell_outside(struct db *db, const struct help *help, anban_ms now)
{
  struct resident resident = {0};
  struct kiosk kiosk = {0};
  resident_load(db, help->resident_id, &resident);
  kiosk_get(db, help->kiosk_id, &kiosk);
  json_t *json =
      json_pack("{s:s, s:o, s:{s:s, s:s}, s:{s:s, s:s}}", "what", "help.raise", "help", help_write(help), "resident",
                "name", resident.name, "room", resident.room, "kiosk", "name", kiosk.name, "place", kiosk.place);
  char *text = json_print(json);
  outbound_add(db, help->id, text, now);
  free(text);
  json_decref(json);
}

void help_raise(struct db *db, const struct help *help, anban_ms now)
{
  if (db_run(db,
             "INSERT INTO help(" COLUMNS ", changed_at) VALUES($1, $2, $3, $4, '', $5, $6) ON CONFLICT(id) DO NOTHING",
             "sssiii", help->id, help->kiosk_id, help->resident_id, (int64_t)HELP_RAISED, help->raised_at, now) != 1)
    return;
  announce_record(db, &(struct record){.kind = RECORD_HELP, .is.help = *help}, now);
  tell_outside(db, help, now);
}

bool help_cancel(struct db *db, const char *help_id, const char *kiosk_id, anban_ms now, struct help *out)
{
  bool own = help_load(db, help_id, out) && strcmp(out->kiosk_id, kiosk_id) == 0;
  if (own && is_open(out))
    change(db, out, HELP_CANCELLED, now);
  return own;
}

static enum outcome load_open(struct db *db, const char *id, struct help *out, struct fault *fault)
{
  if (!help_load(db, id, out)) {
    fault_set(fault, "there is no call for help %s", id);
    return OUTCOME_NOT_FOUND;
  }
  if (!is_open(out)) {
    fault_set(fault, "the call for help %s is %s already", id, help_state_code(out->state));
    return OUTCOME_SETTLED;
  }
  return OUTCOME_DONE;
}

enum outcome help_acknowledge(struct db *db, const char *help_id, const struct actor *who, anban_ms now,
                              struct help *out, struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (out->state == HELP_ACKNOWLEDGED) {
    bool own = strcmp(out->staff_name, who->name) == 0;
    if (!own)
      fault_set(fault, "%s has taken this call already", out->staff_name);
    return own ? OUTCOME_DONE : OUTCOME_SETTLED;
  }
  COPY_TEXT(out->staff_name, who->name);
  change(db, out, HELP_ACKNOWLEDGED, now);
  announce_audit(db, who, "help.acknowledge", help_id, now);
  return OUTCOME_DONE;
}

enum outcome help_close(struct db *db, const char *help_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault)
{
  enum outcome outcome = load_open(db, help_id, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  if (!out->staff_name[0])
    COPY_TEXT(out->staff_name, who->name);
  change(db, out, HELP_CLOSED, now);
  announce_audit(db, who, "help.close", help_id, now);
  return OUTCOME_DONE;
}

json_t *help_list_open(struct db *db)
{
  json_t *list = json_array();
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM help WHERE state <= $1 ORDER BY raised_at, id", "i",
                                  (int64_t)HELP_ACKNOWLEDGED);
  while (db_rows_next(rows)) {
    struct help help;
    read_row(rows, &help);
    json_array_append_new(list, help_write(&help));
  }
  db_rows_end(rows);
  return list;
}

json_t *help_list_own(struct db *db, const char *kiosk_id)
{
  json_t *list = json_array();
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS " FROM help WHERE kiosk_id = $1 ORDER BY raised_at DESC, id DESC LIMIT $2", "si",
               kiosk_id, (int64_t)MOST_OWN_HELP);
  while (db_rows_next(rows)) {
    struct help help;
    read_row(rows, &help);
    json_array_insert_new(list, 0, help_write(&help));
  }
  db_rows_end(rows);
  return list;
}
