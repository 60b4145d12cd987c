// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/readings.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/revision.h"

#include <stdlib.h>

struct reading *readings_load(struct db *db, int *count)
{
  struct reading *readings = memory_new(MOST_READINGS * sizeof *readings);
  struct db_rows *rows = db_query(db, "SELECT word, pinyin FROM reading ORDER BY word", "");
  *count = 0;
  while (*count < MOST_READINGS && db_rows_next(rows)) {
    COPY_TEXT(readings[*count].word, db_rows_text(rows, 0));
    COPY_TEXT(readings[*count].pinyin, db_rows_text(rows, 1));
    (*count)++;
  }
  db_rows_end(rows);
  return readings;
}

json_t *readings_list(struct db *db)
{
  int count = 0;
  struct reading *readings = readings_load(db, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, reading_write(&readings[i]));
  free(readings);
  revisions_add(db, REVISED_READING, "word", list);
  return list;
}

json_t *reading_one(struct db *db, const char *word)
{
  struct db_rows *rows = db_query(db, "SELECT word, pinyin FROM reading WHERE word = $1", "s", word);
  struct reading reading;
  bool found = db_rows_next(rows);
  if (found) {
    COPY_TEXT(reading.word, db_rows_text(rows, 0));
    COPY_TEXT(reading.pinyin, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
  return found ? reading_write(&reading) : NULL;
}

static bool is_room_for(struct db *db, const char *word)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM reading WHERE word <> $1", "s", word);
  bool room = db_rows_next(rows) && db_rows_integer(rows, 0) < MOST_READINGS;
  db_rows_end(rows);
  return room;
}

enum outcome reading_store(struct db *db, const struct reading *reading, const struct actor *who, anban_ms now,
                           struct fault *fault)
{
  if (!is_room_for(db, reading->word)) {
    fault_set(fault, "there are %d readings already, no more are taken", MOST_READINGS);
    return OUTCOME_FULL;
  }
  db_run(db,
         "INSERT INTO reading(word, pinyin) VALUES($1, $2) ON CONFLICT(word) DO UPDATE SET pinyin = excluded.pinyin",
         "ss", reading->word, reading->pinyin);
  revision_next(db, REVISED_READING, reading->word, who, now);
  announce_audit(db, who, "reading.put", "", now);
  return OUTCOME_DONE;
}

enum outcome reading_put(struct db *db, const struct reading *reading, const struct actor *who, anban_ms now,
                         struct fault *fault)
{
  enum outcome outcome = reading_store(db, reading, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}

enum outcome reading_remove(struct db *db, const char *word, const struct actor *who, anban_ms now, struct fault *fault)
{
  if (db_run(db, "DELETE FROM reading WHERE word = $1", "s", word) == 0) {
    fault_set(fault, "there is no reading of %s", word);
    return OUTCOME_NOT_FOUND;
  }
  revision_end(db, REVISED_READING, word);
  announce_catalogue(db, now);
  announce_audit(db, who, "reading.remove", "", now);
  return OUTCOME_DONE;
}

void reading_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  db_run(db,
         "DELETE FROM reading WHERE word = (SELECT name FROM resident WHERE id = $1)"
         " AND word NOT IN (SELECT name FROM resident WHERE left_at = 0 AND id <> $1)",
         "s", resident_id);
}
