// SPDX-License-Identifier: GPL-3.0-or-later
// The rows: messages, the community, settings.
#include "kiosk/store/statement.h"

bool store_add_message(struct store *store, const char *id, const char *text, struct fault *fault)
{
  return statement_run(store, "a message can't be kept",
                       "INSERT INTO outbox (id, text) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING", id, text, fault);
}

bool store_remove_message(struct store *store, const char *id, struct fault *fault)
{
  return statement_run(store, "an answered message can't be forgotten", "DELETE FROM outbox WHERE id = ?1", id, NULL,
                       fault);
}

bool store_each_message(struct store *store, store_row *each, void *ctx, struct fault *fault)
{
  return statement_each(store, "the messages can't be read",
                        "SELECT id, text FROM outbox WHERE refused IS NULL ORDER BY place", each, ctx, fault);
}

bool store_refuse_message(struct store *store, const char *id, const char *reason, struct fault *fault)
{
  return statement_run(store, "a refused message can't be set aside", "UPDATE outbox SET refused = ?2 WHERE id = ?1",
                       id, reason, fault);
}

bool store_put_snapshot(struct store *store, const char *text, struct fault *fault)
{
  static const char what[] = "the community's data can't be kept";
  bool begun = statement_run(store, what, "BEGIN IMMEDIATE", NULL, NULL, fault);
  bool ok = begun &&
            statement_run(store, what, "INSERT OR REPLACE INTO kept (name, text) VALUES ('snapshot', ?1)", text, NULL,
                          fault) &&
            statement_run(store, what, "DELETE FROM orders", NULL, NULL, fault) &&
            statement_run(store, what, "COMMIT", NULL, NULL, fault);
  struct fault ignored; // a full disk has rolled back already
  if (begun && !ok)
    statement_run(store, what, "ROLLBACK", NULL, NULL, &ignored);
  return ok;
}

static void add_text(void *ctx, const char *id, const char *text)
{
  buffer_add_text(ctx, text);
}

bool store_get_snapshot(struct store *store, struct buffer *out, struct fault *fault)
{
  return statement_each(store, "the community's data can't be read",
                        "SELECT name, text FROM kept WHERE name = 'snapshot'", add_text, out, fault);
}

bool store_put_order(struct store *store, const char *id, const char *text, struct fault *fault)
{
  return statement_run(store, "an order can't be kept", "INSERT OR REPLACE INTO orders (id, text) VALUES (?1, ?2)", id,
                       text, fault);
}

bool store_each_order(struct store *store, store_row *each, void *ctx, struct fault *fault)
{
  return statement_each(store, "the orders can't be read", "SELECT id, text FROM orders ORDER BY id", each, ctx, fault);
}

bool store_put_settings(struct store *store, const char *text, struct fault *fault)
{
  return statement_run(store, "the settings can't be kept",
                       "INSERT OR REPLACE INTO kept (name, text) VALUES ('settings', ?1)", text, NULL, fault);
}

bool store_get_settings(struct store *store, struct buffer *out, struct fault *fault)
{
  return statement_each(store, "the settings can't be read", "SELECT name, text FROM kept WHERE name = 'settings'",
                        add_text, out, fault);
}
