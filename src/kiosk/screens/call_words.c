// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/call_words.h"

#include "kiosk/lang/when.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/screens/phrase.h"

#include <string.h>

void call_person(const struct lang *lang, const char *relation, const char *name, char *out, size_t size)
{
  if (relation[0])
    lang_fill(out, size, tr_as(lang, "your daughter Li", "your {relation} {name}"), "relation", relation, "name", name,
              NULL);
  else
    text_copy(out, size, name);
}

static const struct call_member *member_now(const struct sheet *sheet)
{
  const struct phone *phone = &sheet->model->phone;
  const struct call *call = &phone->machine.call;
  for (int i = 0; i < call->member_count; i++)
    if (party_same(&call->members[i].party, &phone->with))
      return &call->members[i];
  return NULL;
}

void call_who_of(const struct sheet *sheet, const char *id, const char *name, char *out, size_t size)
{
  const struct family_member *member = family_member(sheet->model, id);
  if (strcmp(id, DESK_ID) == 0)
    name = tr(sheet->lang, "the desk");
  call_person(sheet->lang, member ? member->relation : "", member ? member->name : name, out, size);
}

void call_who(const struct sheet *sheet, char *out, size_t size)
{
  const struct call_member *member = member_now(sheet);
  if (member && member->name[0])
    call_person(sheet->lang, member->relation, member->name, out, size);
  else
    call_who_of(sheet, sheet->model->phone.with.id, tr(sheet->lang, "Somebody"), out, size);
}

void call_when(const struct sheet *sheet, anban_ms at, char *out, size_t size, bool spoken)
{
  struct local_time local = model_local_at(sheet->model, at), now = model_local(sheet->model);
  char yesterday[CLOCK_DATE_SIZE], day[PAGE_TEXT], time[PAGE_TEXT];
  clock_add_days(now.date, -1, yesterday);
  if (strcmp(local.date, now.date) == 0)
    COPY_TEXT(day, tr(sheet->lang, "Today"));
  else if (strcmp(local.date, yesterday) == 0)
    COPY_TEXT(day, tr(sheet->lang, "Yesterday"));
  else
    when_day(sheet->lang, local.date, day, sizeof day);
  if (spoken)
    when_time_spoken(sheet->lang, local.minute, time, sizeof time);
  else
    when_time_shown(sheet->lang, local.minute, time, sizeof time);
  lang_fill(out, size, tr_as(sheet->lang, "today at two", "{day} {time}"), "day", day, "time", time, NULL);
}

void call_hours_key(struct sheet *sheet)
{
  if (!family_may_look(sheet->model, sheet->model->person.id))
    return;
  struct page_item *key =
      sheet_key(sheet, "hours", tr(sheet->lang, "Answer by itself"), sheet_do(INTENT_OPEN, SCREEN_HOURS, NULL));
  SHEET_SET(sheet, key->icon, "clock");
}

void call_portrait(struct sheet *sheet, struct page_item *item, const char *member_id)
{
  const struct family_member *member = family_member(sheet->model, member_id);
  sheet_picture(sheet, item, member ? member->portrait : "", strcmp(member_id, DESK_ID) == 0 ? "desk" : "person");
}

void call_face(struct sheet *sheet)
{
  const struct call_member *now = member_now(sheet);
  const char *id = sheet->model->phone.with.id;
  const struct family_member *member = family_member(sheet->model, id);
  const char *name = now && now->name[0] ? now->name : member ? member->name : "";
  if (strcmp(id, DESK_ID) == 0)
    name = tr(sheet->lang, "the desk");
  struct page_item *item = sheet_item(sheet, "video.face", name, sheet_do(INTENT_NONE, 0, NULL));
  call_portrait(sheet, item, id);
}

struct page_item *call_key(struct sheet *sheet, const char *name, const char *label, const char *icon,
                           enum intent_kind kind)
{
  struct page_item *item = sheet_key(sheet, name, label, sheet_do(kind, 0, NULL));
  SHEET_SET(sheet, item->icon, icon);
  return item;
}

struct page_item *call_tile(struct sheet *sheet, const char *name, const char *label, const char *icon,
                            enum intent_kind kind)
{
  struct page_item *item = sheet_item(sheet, name, label, sheet_do(kind, 0, NULL));
  SHEET_SET(sheet, item->icon, icon);
  return item;
}
