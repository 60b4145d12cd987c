// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/residents.h"

#include "base/memory.h"
#include "protocol/card.h"
#include "server/model/announce.h"
#include "server/model/revision.h"

#include <stdlib.h>

#define COLUMNS                                                                                                        \
  "id, name, room, portrait, locale, card, pin, marks, allergens, subsidy_percent, text_percent, usual_delivery,"      \
  " phone, note, consent_portrait, consent_family_calls, auto_answer_from, auto_answer_to"

static void read_row(struct db_rows *rows, struct resident_file *out)
{
  *out = (struct resident_file){0};
  struct resident *resident = &out->resident;
  COPY_TEXT(resident->id, db_rows_text(rows, 0));
  COPY_TEXT(resident->name, db_rows_text(rows, 1));
  COPY_TEXT(resident->room, db_rows_text(rows, 2));
  COPY_TEXT(resident->portrait, db_rows_text(rows, 3));
  COPY_TEXT(resident->locale, db_rows_text(rows, 4));
  COPY_TEXT(resident->card, db_rows_text(rows, 5));
  COPY_TEXT(resident->pin, db_rows_text(rows, 6));
  resident->diet.marks = (unsigned)db_rows_integer(rows, 7);
  resident->diet.allergens = (unsigned)db_rows_integer(rows, 8);
  resident->subsidy_percent = (int)db_rows_integer(rows, 9);
  resident->text_percent = (int)db_rows_integer(rows, 10);
  resident->usual_delivery = (enum delivery)db_rows_integer(rows, 11);
  COPY_TEXT(out->phone, db_rows_text(rows, 12));
  COPY_TEXT(out->note, db_rows_text(rows, 13));
  out->consent_portrait = db_rows_integer(rows, 14) != 0;
  out->consent_family_calls = db_rows_integer(rows, 15) != 0;
  resident->auto_answer_from = (int)db_rows_integer(rows, 16);
  resident->auto_answer_to = (int)db_rows_integer(rows, 17);
}

static void contacts_load(struct db *db, struct resident_file *file)
{
  struct db_rows *rows = db_query(db, "SELECT name, relation, phone FROM contact WHERE resident_id = $1 ORDER BY place",
                                  "s", file->resident.id);
  while (file->contact_count < MOST_CONTACTS && db_rows_next(rows)) {
    struct contact *contact = &file->contacts[file->contact_count++];
    COPY_TEXT(contact->name, db_rows_text(rows, 0));
    COPY_TEXT(contact->relation, db_rows_text(rows, 1));
    COPY_TEXT(contact->phone, db_rows_text(rows, 2));
  }
  db_rows_end(rows);
}

static bool file_load(struct db *db, const char *id, struct resident_file *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM resident WHERE id = $1 AND left_at = 0", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

bool resident_load(struct db *db, const char *id, struct resident *out)
{
  struct resident_file file;
  bool found = file_load(db, id, &file);
  if (found)
    *out = file.resident;
  return found;
}

static struct db_rows *query_all(struct db *db)
{
  return db_query(db, "SELECT " COLUMNS " FROM resident WHERE left_at = 0 ORDER BY room, name, id", "");
}

struct resident *residents_load(struct db *db, int *count)
{
  struct resident *residents = memory_new(MOST_RESIDENTS * sizeof *residents);
  struct db_rows *rows = query_all(db);
  *count = 0;
  while (*count < MOST_RESIDENTS && db_rows_next(rows)) {
    struct resident_file file;
    read_row(rows, &file);
    if (!file.consent_portrait)
      file.resident.portrait[0] = '\0';
    residents[(*count)++] = file.resident;
  }
  db_rows_end(rows);
  return residents;
}

json_t *residents_list(struct db *db)
{
  json_t *list = json_array();
  struct db_rows *rows = query_all(db);
  while (db_rows_next(rows)) {
    struct resident_file file;
    read_row(rows, &file);
    contacts_load(db, &file);
    json_array_append_new(list, resident_file_write(&file));
  }
  db_rows_end(rows);
  revisions_add(db, REVISED_RESIDENT, "id", list);
  return list;
}

json_t *resident_one(struct db *db, const char *id)
{
  struct resident_file file;
  if (!file_load(db, id, &file))
    return NULL;
  contacts_load(db, &file);
  return resident_file_write(&file);
}

static int64_t count_of(struct db_rows *rows)
{
  int64_t count = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return count;
}

bool resident_card_is_taken(struct db *db, const char *card, const char *but_id)
{
  struct db_rows *rows = db_query(db, "SELECT card FROM resident WHERE card <> '' AND id <> $1", "s", but_id);
  bool taken = false;
  while (!taken && db_rows_next(rows))
    taken = card_same(db_rows_text(rows, 0), card);
  db_rows_end(rows);
  return taken;
}

static enum outcome check(struct db *db, const struct resident *resident, struct fault *fault)
{
  if (count_of(db_query(db, "SELECT COUNT(*) FROM resident WHERE left_at = 0 AND id <> $1", "s", resident->id)) >=
      MOST_RESIDENTS) {
    fault_set(fault, "there are %d residents already, no more are taken", MOST_RESIDENTS);
    return OUTCOME_FULL;
  }
  if (*resident->card && resident_card_is_taken(db, resident->card, resident->id)) {
    fault_set(fault, "the card is another resident's already");
    return OUTCOME_CARD_TAKEN;
  }
  return OUTCOME_DONE;
}

static void contacts_save(struct db *db, const struct resident_file *file)
{
  db_run(db, "DELETE FROM contact WHERE resident_id = $1", "s", file->resident.id);
  for (int i = 0; i < file->contact_count; i++)
    db_run(db, "INSERT INTO contact(resident_id, place, name, relation, phone) VALUES($1, $2, $3, $4, $5)", "sisss",
           file->resident.id, (int64_t)i, file->contacts[i].name, file->contacts[i].relation, file->contacts[i].phone);
}

// An empty span of the day is none.
static bool answers_by_itself(const struct resident *resident)
{
  return resident->auto_answer_from >= 0 && resident->auto_answer_from < resident->auto_answer_to;
}

enum outcome resident_store(struct db *db, const struct resident_file *file, const struct actor *who, anban_ms now,
                            struct fault *fault)
{
  const struct resident *r = &file->resident;
  bool answers = answers_by_itself(r);
  enum outcome outcome = check(db, r, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  db_run(db,
         "INSERT INTO resident(" COLUMNS ", left_at) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
         " $14, $15, $16, $17, $18, 0) ON CONFLICT(id) DO UPDATE SET name = excluded.name, room = excluded.room,"
         " portrait = excluded.portrait, locale = excluded.locale, card = excluded.card,"
         " pin = CASE WHEN $19 = 1 THEN resident.pin ELSE excluded.pin END, marks = excluded.marks,"
         " allergens = excluded.allergens, subsidy_percent = excluded.subsidy_percent,"
         " text_percent = excluded.text_percent, usual_delivery = excluded.usual_delivery, phone = excluded.phone,"
         " note = excluded.note, consent_portrait = excluded.consent_portrait,"
         " consent_family_calls = excluded.consent_family_calls,"
         " auto_answer_from = CASE WHEN $20 = 1 THEN resident.auto_answer_from ELSE excluded.auto_answer_from END,"
         " auto_answer_to = CASE WHEN $20 = 1 THEN resident.auto_answer_to ELSE excluded.auto_answer_to END,"
         " left_at = 0",
         "sssssssiiiiissiiiiii", r->id, r->name, r->room, r->portrait, r->locale, r->card, r->pin,
         (int64_t)r->diet.marks, (int64_t)r->diet.allergens, (int64_t)r->subsidy_percent, (int64_t)r->text_percent,
         (int64_t)r->usual_delivery, file->phone, file->note, (int64_t)file->consent_portrait,
         (int64_t)file->consent_family_calls, (int64_t)(answers ? r->auto_answer_from : -1),
         (int64_t)(answers ? r->auto_answer_to : -1), (int64_t)file->keeps_pin, (int64_t)file->keeps_answer_hours);
  contacts_save(db, file);
  revision_next(db, REVISED_RESIDENT, r->id, who, now);
  announce_audit(db, who, "resident.put", r->id, now);
  return OUTCOME_DONE;
}

enum outcome resident_put(struct db *db, const struct resident_file *file, const struct actor *who, anban_ms now,
                          struct fault *fault)
{
  enum outcome outcome = resident_store(db, file, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}

bool resident_leave(struct db *db, const char *id, anban_ms now)
{
  db_run(db, "DELETE FROM contact WHERE resident_id = $1", "s", id);
  revision_end(db, REVISED_RESIDENT, id);
  return db_run(db,
                "UPDATE resident SET left_at = $2, portrait = '', card = '', pin = '', marks = 0,"
                " allergens = 0, phone = '', note = '', consent_portrait = 0, consent_family_calls = 0,"
                " auto_answer_from = -1, auto_answer_to = -1 WHERE id = $1 AND left_at = 0",
                "si", id, now) > 0;
}

void resident_set_answer_hours(struct db *db, const char *id, int from, int to, const struct actor *who, anban_ms now)
{
  if (db_run(db, "UPDATE resident SET auto_answer_from = $2, auto_answer_to = $3 WHERE id = $1 AND left_at = 0", "sii",
             id, (int64_t)from, (int64_t)to) == 0)
    return;
  revision_next(db, REVISED_RESIDENT, id, who, now);
  announce_catalogue(db, now);
  announce_audit(db, who, "resident.answer_hours", id, now);
}

int residents_forget(struct db *db, anban_ms before)
{
  return db_run(db,
                "UPDATE resident SET name = '', room = '' WHERE left_at > 0 AND left_at < $1"
                " AND (name <> '' OR room <> '')",
                "i", before);
}
