// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/store.h"

#include "base/file.h"
#include "kiosk/store/aside.h"
#include "kiosk/store/statement.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define SCHEMA_VERSION 1

static const char schema[] = "CREATE TABLE outbox (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
                             "  text TEXT NOT NULL, refused TEXT);"
                             "CREATE TABLE orders (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;";

static bool execute(struct store *store, const char *sql, struct fault *fault)
{
  return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         statement_fault(store, "the kiosk's file can't be used", fault);
}

static void note_text(void *ctx, const char *first, const char *second)
{
  COPY_TEXT(*(char(*)[80])ctx, first);
}

// Reads every page once: a kiosk's file is small, and damage is better met now than in the middle of an order.
static bool check(struct store *store, bool *damaged, struct fault *fault)
{
  char verdict[80] = "";
  bool ok =
      statement_each(store, "the kiosk's file can't be checked", "PRAGMA quick_check(1)", note_text, &verdict, fault);
  int code = sqlite3_errcode(store->db);
  *damaged = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || (ok && strcmp(verdict, "ok") != 0);
  if (ok && *damaged)
    return fault_set(fault, "%s: %s", store->path, verdict);
  return ok;
}

static bool make_schema(struct store *store, struct fault *fault)
{
  char version[80] = "";
  if (!statement_each(store, "the kiosk's file can't be read", "PRAGMA user_version", note_text, &version, fault))
    return false;
  long number = strtol(version, NULL, 10);
  if (number > SCHEMA_VERSION)
    return fault_set(fault, "%s was made by a newer version of the kiosk (%ld, this one knows %d)", store->path, number,
                     SCHEMA_VERSION);
  if (number == SCHEMA_VERSION)
    return true;
  char sql[1024];
  FORMAT_TEXT(sql, "BEGIN; %s PRAGMA user_version = %d; COMMIT", schema, SCHEMA_VERSION);
  return execute(store, sql, fault);
}

static bool open_file(struct store *store, bool *damaged, struct fault *fault)
{
  *damaged = false;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  bool ok = sqlite3_open_v2(store->path, &store->db, flags, NULL) == SQLITE_OK ||
            statement_fault(store, "the kiosk's file can't be opened", fault);
  // Exclusive: a second kiosk in the same folder is refused, and the journal needs no shared memory file.
  ok = ok && execute(store, "PRAGMA locking_mode = EXCLUSIVE", fault) && check(store, damaged, fault) &&
       execute(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", fault) && make_schema(store, fault);
  if (!ok)
    store_close(store);
  return ok;
}

// The file is damaged, `fault` says how. Ends with a new one in its place.
static enum store_state renew(struct store *store, anban_ms now, struct fault *fault)
{
  char aside[ASIDE_PATH_SIZE];
  struct fault why = *fault;
  bool damaged;
  if (!aside_move(store->path, now, aside, fault) || !open_file(store, &damaged, fault))
    return STORE_CLOSED;
  int saved = aside_salvage(store, aside);
  fault_set(fault,
            "the kiosk's file was damaged (%.200s); it now stands aside as %.160s, %d waiting messages were saved",
            why.sentence, aside, saved);
  return STORE_RENEWED;
}

enum store_state store_open(struct store *store, const char *folder, anban_ms now, struct fault *fault)
{
  *store = (struct store){0};
  if (!FORMAT_TEXT(store->path, "%s/kiosk.db", folder)) {
    fault_set(fault, "the name of the data folder %.200s… is too long", folder);
    return STORE_CLOSED;
  }
  bool damaged;
  if (!file_make_folder(folder, fault))
    return STORE_CLOSED;
  if (open_file(store, &damaged, fault))
    return STORE_READY;
  return damaged ? renew(store, now, fault) : STORE_CLOSED;
}

void store_close(struct store *store)
{
  sqlite3_close(store->db);
  store->db = NULL;
}
