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

// Hands over the first two columns of each row.
static bool each_row(struct store *store, const char *what, const char *sql, store_row *each, void *ctx,
                     struct fault *fault)
{
  struct database_rows rows;
  if (!is_open(store, what, fault))
    return false;
  database_query(store->db, &rows, sql, "");
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
                  "SELECT id, text FROM outbox WHERE refused IS NULL ORDER BY place", each, ctx, fault);
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
  database_run(store->db, "DELETE FROM orders", "");
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
                  add_text, out, fault);
}

bool store_put_order(struct store *store, const char *id, const char *text, struct fault *fault)
{
  return run(store, "an order can't be kept", fault, "INSERT OR REPLACE INTO orders (id, text) VALUES ($1, $2)", "ss",
             id, text);
}

bool store_each_order(struct store *store, store_row *each, void *ctx, struct fault *fault)
{
  return each_row(store, "the orders can't be read", "SELECT id, text FROM orders ORDER BY id", each, ctx, fault);
}

bool store_put_settings(struct store *store, const char *text, struct fault *fault)
{
  return run(store, "the settings can't be kept", fault,
             "INSERT OR REPLACE INTO kept (name, text) VALUES ('settings', $1)", "s", text);
}

bool store_get_settings(struct store *store, struct buffer *out, struct fault *fault)
{
  return each_row(store, "the settings can't be read", "SELECT name, text FROM kept WHERE name = 'settings'", add_text,
                  out, fault);
}
