// SPDX-License-Identifier: GPL-3.0-or-later
// A driver of the store's door that does what a test says: it fails, or holds on until it is let go, at statements
// with a certain part in them; all others go on to a database of the ordinary kind. "BEGIN" and "COMMIT" count as
// statements.
#pragma once

#include "server/store/driver.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct script {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  const char *hold;     // a part of the statements that wait; NULL: none. Protected by mutex, as the rest
  const char *hold_end; // of those that wait when their rows have been read
  const char *fail;     // of those that fail; NULL: none
  const char *sentence;
  int held; // calls that wait now
};

static inline void script_make(struct script *script)
{
  *script = (struct script){.hold = NULL};
  pthread_mutex_init(&script->mutex, NULL);
  pthread_cond_init(&script->changed, NULL);
}

static inline void script_end(struct script *script)
{
  pthread_cond_destroy(&script->changed);
  pthread_mutex_destroy(&script->mutex);
}

// From now on: which statements wait before they are begun, or when their rows have been read (NULL: none, and those
// that wait go on), and which fail, saying `sentence`.
static inline void script_hold_both(struct script *script, const char *part, const char *end_part)
{
  pthread_mutex_lock(&script->mutex);
  script->hold = part;
  script->hold_end = end_part;
  pthread_cond_broadcast(&script->changed);
  pthread_mutex_unlock(&script->mutex);
}

static inline void script_hold(struct script *script, const char *part)
{
  script_hold_both(script, part, NULL);
}

static inline void script_fail(struct script *script, const char *part, const char *sentence)
{
  pthread_mutex_lock(&script->mutex);
  script->fail = part;
  script->sentence = sentence;
  pthread_mutex_unlock(&script->mutex);
}

// Returns once so many calls are held.
static inline void script_await_held(struct script *script, int count)
{
  pthread_mutex_lock(&script->mutex);
  while (script->held < count)
    pthread_cond_wait(&script->changed, &script->mutex);
  pthread_mutex_unlock(&script->mutex);
}

struct scripted {
  struct db db;
  struct script *script;
  struct db *below;
  bool failed;
  struct fault fault;
};

struct scripted_rows {
  struct db_rows base;
  struct db_rows *below; // NULL: the query failed
  const char *sql;
};

static inline struct scripted *scripted_of(struct db *db)
{
  return (struct scripted *)db;
}

static inline struct db_rows *scripted_rows_of(const struct db_rows *rows)
{
  return ((const struct scripted_rows *)rows)->below;
}

// The mutex is held. `hold`: a member of the script.
static inline void script_wait(struct script *script, const char *const *hold, const char *sql)
{
  bool waits = *hold && strstr(sql, *hold);
  script->held += waits;
  pthread_cond_broadcast(&script->changed);
  while (*hold && strstr(sql, *hold))
    pthread_cond_wait(&script->changed, &script->mutex);
  script->held -= waits;
}

// Whether the statement is to go on.
static inline bool script_plays(struct scripted *scripted, const char *sql)
{
  struct script *script = scripted->script;
  pthread_mutex_lock(&script->mutex);
  script_wait(script, &script->hold, sql);
  bool fails = !scripted->failed && script->fail && strstr(sql, script->fail);
  if (fails) {
    scripted->failed = true;
    fault_set(&scripted->fault, "%s", script->sentence);
  }
  pthread_mutex_unlock(&script->mutex);
  return !scripted->failed;
}

static inline void scripted_close(struct db *db)
{
  db_close(scripted_of(db)->below);
  free(db);
}

static inline bool scripted_migrate(struct db *db, struct fault *fault)
{
  return db_migrate(scripted_of(db)->below, fault);
}

static inline bool scripted_begin(struct db *db)
{
  scripted_of(db)->failed = false;
  return script_plays(scripted_of(db), "BEGIN") && db_begin(scripted_of(db)->below);
}

static inline bool scripted_commit(struct db *db)
{
  if (script_plays(scripted_of(db), "COMMIT"))
    return db_commit(scripted_of(db)->below);
  db_rollback(scripted_of(db)->below);
  return false;
}

static inline void scripted_rollback(struct db *db)
{
  db_rollback(scripted_of(db)->below);
}

static inline int scripted_run(struct db *db, const char *sql, const char *types, va_list *values)
{
  struct db *below = scripted_of(db)->below;
  return script_plays(scripted_of(db), sql) ? below->driver->run(below, sql, types, values) : -1;
}

static inline struct db_rows *scripted_query(struct db *db, const char *sql, const char *types, va_list *values)
{
  struct scripted_rows *rows = calloc(1, sizeof *rows);
  struct db *below = scripted_of(db)->below;
  rows->base.db = db;
  rows->sql = sql;
  if (script_plays(scripted_of(db), sql))
    rows->below = below->driver->query(below, sql, types, values);
  return &rows->base;
}

static inline bool scripted_next(struct db_rows *rows)
{
  return scripted_rows_of(rows) && db_rows_next(scripted_rows_of(rows));
}

static inline int64_t scripted_integer(struct db_rows *rows, int column)
{
  return scripted_rows_of(rows) ? db_rows_integer(scripted_rows_of(rows), column) : 0;
}

static inline const char *scripted_text(struct db_rows *rows, int column)
{
  return scripted_rows_of(rows) ? db_rows_text(scripted_rows_of(rows), column) : "";
}

static inline const void *scripted_blob(struct db_rows *rows, int column, size_t *size)
{
  *size = 0;
  return scripted_rows_of(rows) ? db_rows_blob(scripted_rows_of(rows), column, size) : NULL;
}

static inline void scripted_rows_end(struct db_rows *rows)
{
  if (scripted_rows_of(rows))
    db_rows_end(scripted_rows_of(rows));
  struct script *script = scripted_of(rows->db)->script;
  pthread_mutex_lock(&script->mutex);
  script_wait(script, &script->hold_end, ((struct scripted_rows *)rows)->sql);
  pthread_mutex_unlock(&script->mutex);
  free(rows);
}

static inline bool scripted_failed(const struct db *db)
{
  const struct scripted *scripted = (const struct scripted *)db;
  return scripted->failed || db_failed(scripted->below);
}

static inline bool scripted_fault_take(struct db *db, struct fault *fault)
{
  struct scripted *scripted = scripted_of(db);
  bool below = db_fault_take(scripted->below, fault);
  bool failed = scripted->failed;
  if (failed)
    *fault = scripted->fault;
  scripted->failed = false;
  return failed || below;
}

static inline int64_t scripted_changes(const struct db *db)
{
  return db_changes(((const struct scripted *)db)->below);
}

// Takes `below` over. The script stays the caller's.
static inline struct db *scripted_db(struct script *script, struct db *below)
{
  static const struct db_driver driver = {
      .scheme = "scripted",
      .close = scripted_close,
      .migrate = scripted_migrate,
      .begin = scripted_begin,
      .commit = scripted_commit,
      .rollback = scripted_rollback,
      .run = scripted_run,
      .query = scripted_query,
      .next = scripted_next,
      .integer = scripted_integer,
      .text = scripted_text,
      .blob = scripted_blob,
      .end = scripted_rows_end,
      .failed = scripted_failed,
      .fault_take = scripted_fault_take,
      .changes = scripted_changes,
  };
  struct scripted *scripted = calloc(1, sizeof *scripted);
  scripted->db.driver = &driver;
  scripted->script = script;
  scripted->below = below;
  return &scripted->db;
}
