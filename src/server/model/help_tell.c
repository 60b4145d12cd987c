// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_tell.h"

#include "base/text.h"
#include "server/model/kiosk.h"
#include "server/model/residents.h"
#include "server/model/site.h"
#include "server/store/outbound.h"

#include <stdlib.h>

#define ONE_PART 70 // units of UTF-16 in a short message of one part

// As much of it as fits in one part, by whole characters: the second part of two may come minutes later, or never.
static void cut(char *text)
{
  const char *at = text, *fits = text;
  for (int units = 0; *at; fits = at) {
    units += text_next(&at) > 0xFFFF ? 2 : 1;
    if (units > ONE_PART)
      break;
  }
  text[fits - text] = '\0';
}

// "呼救：张玉兰 3-402，10:32，一楼大厅。能去请回复1", for a telephone.
static void sentence(const struct help *help, const struct resident *resident, const struct kiosk *kiosk,
                     const struct site *site, char *out, size_t size)
{
  int minute = clock_local(help->raised_at, site->utc_offset_min).minute;
  text_format(out, size, "%s：能去请回复1。%s %s，%02d:%02d，%s%s%s", help->drill ? "演练，不是真的呼救" : "呼救",
              resident->name[0] ? resident->name : "未登录的人", resident->room, minute / 60, minute % 60, kiosk->name,
              kiosk->place[0] ? " " : "", kiosk->place);
  cut(out);
}

static char *body_of(struct db *db, const struct help *help, const char *what, const char *name, const char *address)
{
  struct resident resident = {0};
  struct kiosk kiosk = {0};
  struct site site;
  char text[512];
  site_load(db, &site);
  resident_load(db, help->resident_id, &resident);
  kiosk_get(db, help->kiosk_id, &kiosk);
  sentence(help, &resident, &kiosk, &site, text, sizeof text);
  json_t *json = json_pack("{s:s, s:s, s:o, s:{s:s, s:s}, s:{s:s, s:s}}", "what", what, "text", text, "help",
                           help_write(help), "resident", "name", resident.name, "room", resident.room, "kiosk", "name",
                           kiosk.name, "place", kiosk.place);
  if (name[0])
    json_object_set_new(json, "to", json_pack("{s:s, s:s}", "name", name, "address", address));
  char *body = json_print(json);
  json_decref(json);
  return body;
}

void help_tell_outside(struct db *db, const struct help *help, anban_ms now)
{
  char *body = body_of(db, help, "help.raise", "", "");
  outbound_add(db, help->id, body, now);
  free(body);
}

int help_tell_person(struct db *db, const struct help *help, const char *name, const char *address, anban_ms now)
{
  char *body = body_of(db, help, "help.tell", name, address);
  int ways = outbound_tell(db, help->id, name, address, body, now);
  free(body);
  return ways;
}
