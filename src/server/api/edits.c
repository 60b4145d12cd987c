// SPDX-License-Identifier: GPL-3.0-or-later
// Things that people edit in forms: how each stands, for who has edited an older revision of it.
#include "server/api/request.h"
#include "server/model/dishes.h"
#include "server/model/family.h"
#include "server/model/menus.h"
#include "server/model/readings.h"
#include "server/model/residents.h"
#include "server/model/site.h"
#include "server/model/staff.h"

#include <stdlib.h>
#include <string.h>

// A revision that no thing has: what If-Match says is none of ours.
#define NO_REVISION (-2)
#define ANY_REVISION (-1)

static json_t *family_now(struct db *db, const char *id)
{
  struct family_member member;
  return family_get(db, id, &member) ? family_member_write(&member) : NULL;
}

static json_t *dish_now(struct db *db, const char *id)
{
  struct dish dish;
  return dish_load(db, id, &dish) ? dish_write(&dish) : NULL;
}

static json_t *menu_now(struct db *db, const char *thing)
{
  struct menu menu;
  enum meal meal = 0;
  char date[CLOCK_DATE_SIZE];
  text_format(date, sizeof date, "%.*s", (int)strcspn(thing, " "), thing);
  while (meal < MEALS - 1 && strcmp(meal_code(meal), thing + strlen(date) + 1) != 0)
    meal++;
  menu_load(db, date, meal, &menu);
  return menu_write(&menu);
}

static json_t *site_now(struct db *db, const char *id)
{
  struct site site;
  site_load(db, &site);
  return site_write(&site);
}

static json_t *staff_now(struct db *db, const char *id)
{
  struct staff staff;
  return staff_get(db, id, &staff) ? staff_write(&staff) : NULL;
}

static json_t *thing_now(struct db *db, enum revised kind, const char *id)
{
  switch (kind) {
  case REVISED_RESIDENT:
    return resident_one(db, id);
  case REVISED_FAMILY:
    return family_now(db, id);
  case REVISED_DISH:
    return dish_now(db, id);
  case REVISED_MENU:
    return menu_now(db, id);
  case REVISED_SITE:
    return site_now(db, id);
  case REVISED_STAFF:
    return staff_now(db, id);
  case REVISED_READING:
    return reading_one(db, id);
  }
  return NULL;
}

static int64_t revision_asked_for(const struct request *request)
{
  char *end;
  const char *text = http_request_header(request->http, "If-Match");
  if (!text || strcmp(text, "*") == 0)
    return ANY_REVISION;
  bool is_quoted = *text == '"';
  text += is_quoted;
  int64_t number = strtoll(text, &end, 10);
  bool is_whole = end > text && strcmp(end, is_quoted ? "\"" : "") == 0;
  return is_whole && number >= 0 ? number : NO_REVISION;
}

void change_edits(struct change *change, const struct request *request, enum revised kind, const char *thing)
{
  change->edit.kind = kind;
  change->edit.expected = revision_asked_for(request);
  change->edit.is_one = change->edit.expected != ANY_REVISION;
  COPY_TEXT(change->edit.thing, thing);
}

// Answers who has edited an older revision with how the thing stands now, so that nothing they typed is lost.
static void tell_what_changed(struct db *db, struct change *change, const struct revision *now, const char *sentence)
{
  const struct edit *edit = &change->edit;
  json_t *thing = thing_now(db, edit->kind, edit->thing);
  if (thing)
    json_object_set_new(thing, "revision", json_integer(now->number));
  change->status = 409;
  change_answer_json(change,
                     json_pack("{s:{s:s, s:s, s:s, s:I}, s:o}", "error", "code", "changed", "sentence", sentence, "by",
                               now->by, "at", (json_int_t)now->at, "current", thing ? thing : json_null()));
}

enum outcome change_check_edit(struct db *db, struct change *change, struct fault *fault)
{
  struct revision now;
  if (!change->edit.is_one)
    return OUTCOME_DONE;
  revision_get(db, change->edit.kind, change->edit.thing, &now);
  if (now.number == change->edit.expected)
    return OUTCOME_DONE;
  fault_set(fault, "%s has changed this meanwhile; nothing was saved.", now.by[0] ? now.by : "Somebody");
  tell_what_changed(db, change, &now, fault->sentence);
  return OUTCOME_CHANGED;
}
