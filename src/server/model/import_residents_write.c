// SPDX-License-Identifier: GPL-3.0-or-later
// The residents of a file that has been read: who of them is on file already, what of theirs changes, and writing it.
#include "server/model/import_residents.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

// Spaces in a name say nothing: 张 三 is 张三.
static bool same_name(const char *one, const char *other)
{
  for (;;) {
    while (*one == ' ' || strncmp(one, "\u3000", 3) == 0)
      one += *one == ' ' ? 1 : 3;
    while (*other == ' ' || strncmp(other, "\u3000", 3) == 0)
      other += *other == ' ' ? 1 : 3;
    if (*one != *other || !*one)
      return *one == *other;
    one++;
    other++;
  }
}

// Two people of one name who have no room are told apart by their telephones.
bool import_same_person(const struct import_person *one, const char *name, const char *room, const char *phone)
{
  const struct resident *own = &one->file.resident;
  if (!same_name(own->name, name) || strcmp(own->room, room) != 0)
    return false;
  return *room || !*phone || !one->file.phone[0] || strcmp(phone, one->file.phone) == 0;
}

struct known {
  char id[UUID_SIZE], name[NAME_SIZE], room[ROOM_SIZE], phone[PHONE_SIZE];
};

static struct known *load_known(struct db *db, int *count)
{
  int room = 64;
  struct known *known = memory_new((size_t)room * sizeof *known);
  struct db_rows *rows = db_query(db, "SELECT id, name, room, phone FROM resident WHERE left_at = 0", "");
  for (*count = 0; db_rows_next(rows); (*count)++) {
    if (*count == room)
      known = memory_resize(known, (size_t)(room *= 2) * sizeof *known);
    struct known *one = &known[*count];
    COPY_TEXT(one->id, db_rows_text(rows, 0));
    COPY_TEXT(one->name, db_rows_text(rows, 1));
    COPY_TEXT(one->room, db_rows_text(rows, 2));
    COPY_TEXT(one->phone, db_rows_text(rows, 3));
  }
  db_rows_end(rows);
  return known;
}

// False: more than one on file may be meant.
static bool identify(struct import_person *person, const struct known *known, int count)
{
  int found = 0;
  person->known_id[0] = '\0';
  for (int i = 0; i < count; i++) {
    if (!import_same_person(person, known[i].name, known[i].room, known[i].phone))
      continue;
    COPY_TEXT(person->known_id, known[i].id);
    found++;
  }
  return found <= 1;
}

static bool says(const struct import_person *person, enum resident_column column)
{
  return person->given & 1u << column;
}

static void overlay_contact(const struct import_person *person, struct resident_file *file)
{
  const struct contact *said = &person->file.contacts[0];
  int i = 0;
  while (i < file->contact_count && !same_name(file->contacts[i].name, said->name))
    i++;
  if (i == MOST_CONTACTS)
    return;
  if (i == file->contact_count)
    file->contacts[file->contact_count++] = (struct contact){0};
  COPY_TEXT(file->contacts[i].name, said->name);
  if (says(person, RELATION))
    COPY_TEXT(file->contacts[i].relation, said->relation);
  if (says(person, CONTACT_PHONE))
    COPY_TEXT(file->contacts[i].phone, said->phone);
}

// Lays what the line says over what is known; what it leaves empty stays.
static void overlay(const struct import_person *person, struct resident_file *file)
{
  const struct resident *said = &person->file.resident;
  struct resident *r = &file->resident;
  if (says(person, LANGUAGE))
    COPY_TEXT(r->locale, said->locale);
  if (says(person, DIET))
    r->diet.marks = said->diet.marks;
  if (says(person, ALLERGENS_COLUMN))
    r->diet.allergens = said->diet.allergens;
  if (says(person, SUBSIDY))
    r->subsidy_percent = said->subsidy_percent;
  if (says(person, CARD))
    COPY_TEXT(r->card, said->card);
  if (says(person, PHONE))
    COPY_TEXT(file->phone, person->file.phone);
  if (says(person, TEXT_SIZE_COLUMN))
    r->text_percent = said->text_percent;
  if (says(person, DELIVERY))
    r->usual_delivery = said->usual_delivery;
  if (says(person, NOTE))
    COPY_TEXT(file->note, person->file.note);
  if (says(person, CONTACT))
    overlay_contact(person, file);
  file->keeps_pin = !says(person, PIN);
  if (says(person, PIN))
    COPY_TEXT(r->pin, said->pin);
  file->keeps_answer_hours = true;
}

static bool contacts_differ(const struct resident_file *one, const struct resident_file *other)
{
  bool differ = one->contact_count != other->contact_count;
  for (int i = 0; !differ && i < one->contact_count; i++)
    differ = strcmp(one->contacts[i].name, other->contacts[i].name) != 0 ||
             strcmp(one->contacts[i].relation, other->contacts[i].relation) != 0 ||
             strcmp(one->contacts[i].phone, other->contacts[i].phone) != 0;
  return differ;
}

static void tell_change(const struct import *import, struct import_line *line, const struct resident_file *before,
                        const struct resident_file *after)
{
  const struct resident *old = &before->resident, *new = &after->resident;
  const struct {
    enum resident_column column;
    bool differs;
  } columns[] = {
      {LANGUAGE, strcmp(old->locale, new->locale) != 0},
      {DIET, old->diet.marks != new->diet.marks},
      {ALLERGENS_COLUMN, old->diet.allergens != new->diet.allergens},
      {SUBSIDY, old->subsidy_percent != new->subsidy_percent},
      {CARD, strcmp(old->card, new->card) != 0},
      {PIN, !after->keeps_pin},
      {PHONE, strcmp(before->phone, after->phone) != 0},
      {TEXT_SIZE_COLUMN, old->text_percent != new->text_percent},
      {DELIVERY, old->usual_delivery != new->usual_delivery},
      {NOTE, strcmp(before->note, after->note) != 0},
      {CONTACT, contacts_differ(before, after)},
  };
  struct buffer text = {0};
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    char name[NAME_SIZE];
    import_column_name(import, &resident_columns[columns[i].column], name);
    if (columns[i].differs)
      buffer_printf(&text, "%s%s", text.size == 0 ? "" : import->english ? ", " : "、", name);
  }
  if (text.size > 0)
    FORMAT_TEXT(line->change, import->english ? "on file; changes: %s" : "已有档案，改：%s", text.bytes);
  else
    COPY_TEXT(line->change, import->english ? "on file; nothing changes" : "已有档案，没有变化");
  buffer_free(&text);
}

static void check_person(struct import *import, int i, struct db *db, const struct known *known, int count)
{
  struct import_line *line = &import->lines[i];
  struct import_person *person = &import->people[i];
  const struct resident *r = &person->file.resident;
  struct resident_file before, after;
  if (!identify(person, known, count)) {
    import_against(import, line, "档案里有不止一位%s（%s）：请写上电话",
                   "there is more than one %s (%s): give a telephone", r->name, r->room);
  } else if (*person->known_id && resident_file_load(db, person->known_id, &before)) {
    after = before;
    overlay(person, &after);
    tell_change(import, line, &before, &after);
  }
  if (*r->card && resident_card_is_taken(db, r->card, *person->known_id ? person->known_id : r->id))
    import_against(import, line, "卡号 %s 已经属于别人了", "the card %s is somebody else's already", r->card);
}

void import_residents_check(struct import *import, struct db *db)
{
  int there = 0;
  struct known *known = load_known(db, &there);
  int count = there;
  for (int i = 0; i < import->count; i++) {
    check_person(import, i, db, known, count);
    there += !*import->people[i].known_id;
    if (!*import->people[i].known_id && there > MOST_RESIDENTS)
      import_against(import, &import->lines[i], "住户太多：最多 %d 位", "too many residents: at most %d",
                     MOST_RESIDENTS);
  }
  free(known);
}

static enum outcome write_person(const struct import_person *person, struct db *db, const struct actor *who,
                                 anban_ms now, struct fault *fault)
{
  struct resident_file file;
  if (!*person->known_id || !resident_file_load(db, person->known_id, &file))
    return resident_store(db, &person->file, who, now, fault);
  overlay(person, &file);
  return resident_store(db, &file, who, now, fault);
}

enum outcome import_residents_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                                    struct fault *fault)
{
  enum outcome outcome = OUTCOME_DONE;
  for (int i = 0; outcome == OUTCOME_DONE && i < import->count; i++)
    outcome = write_person(&import->people[i], db, who, now, fault);
  return outcome;
}
