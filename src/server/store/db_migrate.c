// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"
#include "server/store/steps.h"

#include <string.h>

static const struct {
  const char *word, *lite;
} dialect[] = {
    {"@ID@", "INTEGER PRIMARY KEY"},
    {"@I64@", "INTEGER"},
    {"@BLOB@", "BLOB"},
    {"@STRICT@", " STRICT"},
};

static void translate(const char *sql, struct buffer *out)
{
  while (*sql) {
    size_t i = 0, count = sizeof dialect / sizeof *dialect;
    while (i < count && strncmp(sql, dialect[i].word, strlen(dialect[i].word)) != 0)
      i++;
    if (i == count) {
      buffer_add(out, sql++, 1);
    } else {
      buffer_add_text(out, dialect[i].lite);
      sql += strlen(dialect[i].word);
    }
  }
}

static int64_t newest_step(struct db *db)
{
  struct db_rows *rows = db_query(db, "SELECT COALESCE(MAX(number), 0) FROM schema_version", "");
  int64_t newest = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return newest;
}

static bool take_step(struct db *db, const struct step *step)
{
  struct buffer sql = {0};
  translate(step->sql, &sql);
  bool ok = db_begin(db) && sqlite_script(db, sql.bytes);
  db_run(db, "INSERT INTO schema_version(number, name) VALUES($1, $2)", "is", (int64_t)step->number, step->name);
  buffer_free(&sql);
  return db_commit(db) && ok;
}

bool db_migrate(struct db *db, struct fault *fault)
{
  sqlite_script(db, "CREATE TABLE IF NOT EXISTS schema_version(number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
  int64_t newest = newest_step(db);
  if (newest > step_count)
    return fault_set(fault, "the database %s was written by a newer anban-server: it has schema %d, this one knows %d",
                     db->path, (int)newest, step_count);
  for (int64_t i = newest; i < step_count && !db->failed; i++)
    take_step(db, &steps[i]);
  return !db_fault_take(db, fault);
}
