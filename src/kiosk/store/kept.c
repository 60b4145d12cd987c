// SPDX-License-Identifier: GPL-3.0-or-later
// The rows: messages, the community, settings.
#include "kiosk/store/store.h"

#include "database/database.h"

static bool is_open(const struct store *store, const char *what, struct fault *fault)
{
  return store->db || fault_set(fault, "%s: %s is not open", what, store->path);
}

// Whether all went well since the last time. `what` could not be done: "a message can't be kept".
static bool went_well(struct store *store, const char *what, struct fault *fault)
{
  struct fault why;
  return !database_fault_take(store->db, &why) || fault_set(fault, "%s: %s", what, why.sentence);
}

// One statement; `types` and values as of database_run.
static bool run(struct store *store, const char *what, struct fault *fault, const char *sql, const char *types, ...)
{
  va_list values;
  if (!is_open(store, what, fault))
    return false;
  va_start(values, types);
  database_run_values(store->db, sql, types, &values);
  va_end(values);
  return went_well(store, what, fault);
}

// Hands over the first two columns of each row; `value` is $1, NULL: there is none.
static bool each_row(struct store *store, const char *what, const char *sql, const char *value, store_row *each,
                     void *ctx, struct fault *fault)
{
  struct database_rows rows;
  if (!is_open(store, what, fault))
    return false;
  database_query(store->db, &rows, sql, value ? "s" : "", value);
  while (database_next(&rows))
    each(ctx, database_text(&rows, 0), database_text(&rows, 1));
  database_end(&rows);
  return went_well(store, what, fault);
}

bool store_add_message(struct store *store, const char *id, const char *text, struct fault *fault)
{
  return run(store, "a message can't be kept", fault,
             "INSERT INTO outbox (id, text) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING", "ss", id, text);
}

bool store_remove_message(struct store *store, const char *id, struct fault *fault)
{
  return run(store, "an answered message can't be forgotten", fault, "DELETE FROM outbox WHERE id = $1", "s", id);
}

bool store_each_message(struct store *store, store_row *each, void *ctx, struct fault *fault)
{
  return each_row(store, "the messages can't be read",
                  "SELECT id, text FROM outbox WHERE refused IS NULL ORDER BY place", NULL, each, ctx, fault);
}

bool store_refuse_message(struct store *store, const char *id, const char *reason, struct fault *fault)
{
  return run(store, "a refused message can't be set aside", fault, "UPDATE outbox SET refused = $2 WHERE id = $1", "ss",
             id, reason);
}

bool store_put_snapshot(struct store *store, const char *text, struct fault *fault)
{
  static const char what[] = "the community's data can't be kept";
  if (!is_open(store, what, fault))
    return false;
  database_begin(store->db);
  database_run(store->db, "INSERT OR REPLACE INTO kept (name, text) VALUES ('snapshot', $1)", "s", text);
  database_run(store->db, "DELETE FROM record WHERE until_snapshot = 1", "");
  database_commit(store->db);
  return went_well(store, what, fault);
}

static void add_text(void *ctx, const char *id, const char *text)
{
  buffer_add_text(ctx, text);
}

bool store_get_snapshot(struct store *store, struct buffer *out, struct fault *fault)
{
  return each_row(store, "the community's data can't be read", "SELECT name, text FROM kept WHERE name = 'snapshot'",
                  NULL, add_text, out, fault);
}

bool store_put_record(struct store *store, const struct store_record *record, struct fault *fault)
{
  return run(store, "how a wish stands can't be kept", fault,
             "INSERT OR REPLACE INTO record (kind, id, text, until_snapshot) VALUES ($1, $2, $3, $4)", "sssi",
             record->kind, record->id, record->text, (int64_t)record->until_snapshot);
}

bool store_each_record(struct store *store, const char *kind, store_row *each, void *ctx, struct fault *fault)
{
  return each_row(store, "what was wished can't be read", "SELECT id, text FROM record WHERE kind = $1 ORDER BY id",
                  kind, each, ctx, fault);
}

bool store_slip_number(struct store *store, const char *id, const char *day, const char *oldest, int *number,
                       struct fault *fault)
{
  static const char what[] = "a slip's number can't be kept";
  struct database_rows rows;
  *number = 0;
  if (!is_open(store, what, fault))
    return false;
  database_begin(store->db);
  database_run(store->db, "DELETE FROM slip WHERE day < $1", "s", oldest);
  database_run(store->db,
               "INSERT INTO slip (id, day, number, out)"
               "  SELECT $1, $2, COALESCE(MAX(number), 0) + 1, 0 FROM slip WHERE day = $2 ON CONFLICT (id) DO NOTHING",
               "ss", id, day);
  database_query(store->db, &rows, "SELECT number FROM slip WHERE id = $1", "s", id);
  if (database_next(&rows))
    *number = (int)database_integer(&rows, 0);
  database_end(&rows);
  database_commit(store->db);
  return went_well(store, what, fault);
}

bool store_slip_out(struct store *store, const char *id, struct fault *fault)
{
  return run(store, "a slip can't be noted", fault, "UPDATE slip SET out = 1 WHERE id = $1", "s", id);
}

bool store_each_slip(struct store *store, store_row *each, void *ctx, struct fault *fault)
{
  return each_row(store, "the slips can't be read", "SELECT id, day FROM slip WHERE out = 1", NULL, each, ctx, fault);
}

bool store_put_settings(struct store *store, const char *text, struct fault *fault)
{
  return run(store, "the settings can't be kept", fault,
             "INSERT OR REPLACE INTO kept (name, text) VALUES ('settings', $1)", "s", text);
}

bool store_get_settings(struct store *store, struct buffer *out, struct fault *fault)
{
  return each_row(store, "the settings can't be read", "SELECT name, text FROM kept WHERE name = 'settings'", NULL,
                  add_text, out, fault);
}
