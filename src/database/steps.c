// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/inside.h"

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

// Two places, for the programs of before: the first kiosk looks at user_version, the first server at the table, and
// both must go on refusing a file that is newer than they are.
int64_t database_newest_step(struct database *database)
{
  int64_t number = database_ask(database, "PRAGMA user_version");
  if (database_ask(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'") == 0)
    return number;
  int64_t named = database_ask(database, "SELECT COALESCE(MAX(number), 0) FROM schema_version");
  return named > number ? named : number;
}

static void write_sql(const struct database_step *step, struct buffer *out)
{
  buffer_add_text(out,
                  "CREATE TABLE IF NOT EXISTS schema_version(number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;");
  translate(step->sql, out);
  buffer_printf(out, "PRAGMA user_version = %d;", step->number);
}

static bool take_step(struct database *database, const struct database_step *step)
{
  struct buffer sql = {0};
  char what[60];
  write_sql(step, &sql);
  FORMAT_TEXT(what, "step %d, %s", step->number, step->name);
  if (database_begin(database) && sqlite3_exec(database->handle, sql.bytes, NULL, NULL, NULL) != SQLITE_OK)
    database_failed_at(database, what);
  database_run(database, "INSERT INTO schema_version(number, name) VALUES($1, $2)", "is", (int64_t)step->number,
               step->name);
  buffer_free(&sql);
  return database_commit(database);
}

bool database_take_steps(struct database *database, struct fault *fault)
{
  const struct database_kind *kind = database->kind;
  int64_t newest = database_newest_step(database);
  for (int64_t i = newest; i < kind->step_count && !database->failed; i++)
    take_step(database, &kind->steps[i]);
  return !database_fault_take(database, fault);
}
