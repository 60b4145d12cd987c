// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/presence.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct entry {
  struct heard heard;
  char *problems; // NULL: none
  bool online;
  bool unwritten;
};

struct presence {
  struct entry *entries; // by kiosk_id
  int count, room;
  int online;
};

struct presence *presence_new(void)
{
  return memory_new(sizeof(struct presence));
}

void presence_free(struct presence *presence)
{
  for (int i = 0; presence && i < presence->count; i++)
    free(presence->entries[i].problems);
  if (presence)
    free(presence->entries);
  free(presence);
}

// Where it stands or would stand.
static int place_of(const struct presence *presence, const char *kiosk_id, bool *found)
{
  int low = 0, high = presence->count;
  *found = false;
  while (low < high) {
    int middle = (low + high) / 2;
    int order = strcmp(presence->entries[middle].heard.kiosk_id, kiosk_id);
    if (order == 0) {
      *found = true;
      return middle;
    }
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static struct entry *entry_of(const struct presence *presence, const char *kiosk_id)
{
  bool found;
  int place = place_of(presence, kiosk_id, &found);
  return found ? &presence->entries[place] : NULL;
}

static struct entry *entry_for(struct presence *presence, const char *kiosk_id)
{
  bool found;
  int place = place_of(presence, kiosk_id, &found);
  if (found)
    return &presence->entries[place];
  if (presence->count == presence->room) {
    presence->room = presence->room ? presence->room * 2 : 16;
    presence->entries = memory_resize(presence->entries, (size_t)presence->room * sizeof *presence->entries);
  }
  struct entry *entry = &presence->entries[place];
  memmove(entry + 1, entry, (size_t)(presence->count++ - place) * sizeof *entry);
  *entry = (struct entry){0};
  COPY_TEXT(entry->heard.kiosk_id, kiosk_id);
  return entry;
}

static const char *problems_of(const struct entry *entry)
{
  return entry && entry->problems ? entry->problems : "[]";
}

static bool take_problems(struct entry *entry, const char *problems)
{
  if (strcmp(problems_of(entry), problems) == 0)
    return false;
  free(entry->problems);
  entry->problems = strcmp(problems, "[]") == 0 ? NULL : memory_text(problems);
  return true;
}

bool presence_heard(struct presence *presence, const char *kiosk_id, const char *version, const char *problems,
                    anban_ms now)
{
  struct entry *entry = entry_for(presence, kiosk_id);
  bool came = !entry->online;
  COPY_TEXT(entry->heard.version, version);
  entry->heard.at = now;
  entry->online = entry->unwritten = true;
  presence->online += came;
  return take_problems(entry, problems) || came;
}

void presence_forget(struct presence *presence, const char *kiosk_id)
{
  struct entry *entry = entry_of(presence, kiosk_id);
  if (!entry)
    return;
  presence->online -= entry->online;
  free(entry->problems);
  size_t after = (size_t)(presence->entries + presence->count - entry - 1);
  memmove(entry, entry + 1, after * sizeof *entry);
  presence->count--;
}

bool presence_is_online(const struct presence *presence, const char *kiosk_id)
{
  const struct entry *entry = entry_of(presence, kiosk_id);
  return entry && entry->online;
}

anban_ms presence_last_heard(const struct presence *presence, const char *kiosk_id)
{
  const struct entry *entry = entry_of(presence, kiosk_id);
  return entry ? entry->heard.at : 0;
}

const char *presence_problems(const struct presence *presence, const char *kiosk_id)
{
  return problems_of(entry_of(presence, kiosk_id));
}

int presence_online_count(const struct presence *presence)
{
  return presence->online;
}

struct heard *presence_take(struct presence *presence, anban_ms now, bool all, int *count)
{
  struct heard *list = NULL;
  *count = 0;
  for (int i = 0; i < presence->count; i++) {
    struct entry *entry = &presence->entries[i];
    entry->heard.went = entry->online && now - entry->heard.at > KIOSK_SILENT_MS;
    if (!entry->heard.went && !(all && entry->unwritten))
      continue;
    presence->online -= entry->heard.went;
    entry->online = entry->online && !entry->heard.went;
    entry->unwritten = false;
    list = list ? list : memory_new((size_t)presence->count * sizeof *list);
    list[(*count)++] = entry->heard;
  }
  return list;
}
