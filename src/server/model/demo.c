// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/demo.h"

#include "base/file.h"
#include "server/model/announce.h"
#include "server/model/demo_data.h"
#include "server/model/dishes.h"
#include "server/model/family.h"
#include "server/model/media.h"
#include "server/model/menus.h"
#include "server/model/service_presets.h"
#include "server/model/site.h"

#include <string.h>
#include <unistd.h>

struct filling {
  struct db *db;
  const char *folder;
  anban_ms now;
  struct actor who;
  struct fault *fault;
};

enum kind { RESIDENT = 1, DISH = 2, RELATIVE = 3 };

// The same at every start and in every test.
static void id_of(enum kind kind, int number, char out[UUID_SIZE])
{
  text_format(out, UUID_SIZE, "019a0000-0000-7000-8000-%04x%08x", (unsigned)kind, (unsigned)number + 1);
}

static bool has_row(struct db_rows *rows)
{
  bool there = db_rows_next(rows);
  db_rows_end(rows);
  return there;
}

// The hash stays empty when there is no such file.
static bool take_picture(struct filling *f, const char *kind, const char *name, char hash[HASH_SIZE])
{
  struct buffer path = {0}, bytes = {0};
  hash[0] = '\0';
  buffer_printf(&path, "%s/%s/%s.png", f->folder, kind, name);
  bool missing = access(path.bytes, F_OK) != 0;
  bool ok = missing || (file_read(path.bytes, MOST_PICTURE_BYTES, &bytes, f->fault) &&
                        media_put(f->db, bytes.bytes, bytes.size, f->now, hash, f->fault) == OUTCOME_DONE);
  buffer_free(&path);
  buffer_free(&bytes);
  return ok;
}

static bool add_resident(struct filling *f, int number)
{
  const struct demo_resident *from = &demo_residents[number];
  struct resident_file file = {.resident = {.diet = {.marks = from->marks, .allergens = from->allergens},
                                            .subsidy_percent = from->subsidy_percent,
                                            .text_percent = from->text_percent,
                                            .usual_delivery = from->usual_delivery,
                                            .auto_answer_from = -1,
                                            .auto_answer_to = -1},
                               .contact_count = 1,
                               .consent_portrait = true,
                               .consent_family_calls = true};
  struct resident *r = &file.resident;
  id_of(RESIDENT, number, r->id);
  if (has_row(db_query(f->db, "SELECT 1 FROM resident WHERE id = $1", "s", r->id)))
    return true;
  COPY_TEXT(r->name, from->name);
  COPY_TEXT(r->room, from->room);
  COPY_TEXT(r->locale, from->locale);
  COPY_TEXT(r->card, from->card);
  COPY_TEXT(file.note, from->note);
  file.contacts[0] = from->contact;
  return take_picture(f, "portraits", from->portrait, r->portrait) &&
         resident_file_hash_pin(&file, from->pin, f->fault) &&
         resident_store(f->db, &file, &f->who, f->now, f->fault) == OUTCOME_DONE;
}

static bool has_left(struct db *db, const char *id)
{
  return !has_row(db_query(db, "SELECT 1 FROM resident WHERE id = $1 AND left_at = 0", "s", id));
}

// Once: whom staff have taken away stays away.
static bool add_relative(struct filling *f, int number)
{
  const struct demo_relative *from = &demo_relatives[number];
  struct family_member member = {.auto_answer = from->auto_answer};
  id_of(RELATIVE, number, member.id);
  id_of(RESIDENT, from->resident, member.resident_id);
  if (has_left(f->db, member.resident_id) ||
      has_row(db_query(f->db, "SELECT 1 FROM audit WHERE what = 'family.put' AND thing = $1 LIMIT 1", "s", member.id)))
    return true;
  COPY_TEXT(member.name, from->name);
  COPY_TEXT(member.relation, from->relation);
  return take_picture(f, "portraits", from->portrait, member.portrait) &&
         family_store(f->db, &member, &f->who, f->now, f->fault) == OUTCOME_DONE;
}

static bool add_dish(struct filling *f, int number)
{
  const struct demo_dish *from = &demo_dishes[number];
  struct dish dish = {
      .kind = from->kind, .price_fen = from->price_fen, .diet = {.marks = from->marks, .allergens = from->allergens}};
  id_of(DISH, number, dish.id);
  if (has_row(db_query(f->db, "SELECT 1 FROM dish WHERE id = $1", "s", dish.id)))
    return true;
  COPY_TEXT(dish.name, from->name);
  COPY_TEXT(dish.contents, from->contents);
  return take_picture(f, "dishes", from->picture, dish.picture) &&
         dish_store(f->db, &dish, &f->who, f->now, f->fault) == OUTCOME_DONE;
}

static void add_to_menu(struct filling *f, struct menu *menu, const char *picture)
{
  struct dish dish;
  int number = 0;
  while (number < DEMO_DISHES && strcmp(demo_dishes[number].picture, picture) != 0)
    number++;
  id_of(DISH, number, menu->dishes[menu->count]);
  if (dish_load(f->db, menu->dishes[menu->count], &dish)) // not one that staff took off
    menu->count++;
}

// Whether that menu was ever written: what staff have emptied stays empty.
static bool was_put(struct db *db, const struct menu *menu)
{
  char thing[MENU_THING_SIZE];
  menu_thing(menu, thing);
  return has_row(db_query(db, "SELECT 1 FROM audit WHERE what = 'menu.put' AND thing = $1 LIMIT 1", "s", thing));
}

static bool add_menu(struct filling *f, const char *date, enum meal meal)
{
  struct menu menu;
  if (menu_load(f->db, date, meal, &menu) || was_put(f->db, &menu))
    return true;
  int64_t turn = clock_at(date, 0, 0) / MS_DAY % DEMO_ROTATION;
  for (const char *const *picture = demo_menus[meal][turn]; *picture; picture++)
    add_to_menu(f, &menu, *picture);
  return menu_store(f->db, &menu, &f->who, f->now, f->fault) == OUTCOME_DONE;
}

static bool add_menus(struct filling *f)
{
  struct site site;
  site_load(f->db, &site);
  struct local_time today = clock_local(f->now, site.utc_offset_min);
  bool ok = true;
  for (int day = 0; ok && day < MOST_MENU_DAYS; day++) {
    char date[CLOCK_DATE_SIZE];
    clock_add_days(today.date, day, date);
    for (int meal = 0; ok && meal < MEALS; meal++)
      ok = add_menu(f, date, (enum meal)meal);
  }
  return ok;
}

bool demo_fill(struct db *db, const char *folder, anban_ms now, struct fault *fault)
{
  struct filling f = {.db = db, .folder = folder, .now = now, .fault = fault};
  bool ok = true;
  int64_t before = db_changes(db);
  if (!has_row(db_query(db, "SELECT 1 FROM site", "")))
    site_put(db, &demo_site, &f.who, now, fault);
  for (int i = 0; ok && i < DEMO_RESIDENTS; i++)
    ok = add_resident(&f, i);
  for (int i = 0; ok && i < DEMO_RELATIVES; i++)
    ok = add_relative(&f, i);
  for (int i = 0; ok && i < DEMO_DISHES; i++)
    ok = add_dish(&f, i);
  ok = ok && add_menus(&f);
  service_presets_add(db, now);
  service_presets_offer(db, now);
  if (db_changes(db) > before)
    announce_catalogue(db, now);
  return ok;
}

bool demo_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  struct site site;
  char tomorrow[CLOCK_DATE_SIZE];
  if (!demo_fill(db, timer->payload, now, fault))
    return false;
  site_load(db, &site);
  clock_add_days(clock_local(now, site.utc_offset_min).date, 1, tomorrow);
  timer_set(db, timer->kind, timer->subject, now, clock_at(tomorrow, 0, site.utc_offset_min), timer->payload);
  return true;
}
