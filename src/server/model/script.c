// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/script.h"

#include "base/memory.h"
#include "server/model/dishes.h"
#include "server/model/residents.h"
#include "server/model/script_files.h"

#include <stdlib.h>
#include <string.h>

// The longest a name should take: a second to begin and to end, and a slow syllable each.
#define NAME_MS(characters) (2000 + 450 * (int)(characters))

static bool is_known(const struct script *script, const char *text)
{
  for (int i = 0; i < script->count; i++)
    if (strcmp(script->lines[i].text, text) == 0)
      return true;
  return false;
}

void script_add(struct script *script, const struct line *line)
{
  char hash[HASH_SIZE];
  if (!line->text[0] || is_known(script, line->text))
    return;
  if (script->count == script->room) {
    script->room = script->room ? 2 * script->room : 64;
    script->lines = memory_resize(script->lines, (size_t)script->room * sizeof *script->lines);
  }
  struct line *added = &script->lines[script->count++];
  *added = *line;
  secret_hash(line->text, strlen(line->text), hash);
  COPY_TEXT(added->id, hash);
}

static void add_name(struct script *script, enum line_kind kind, const char *name, const char *context)
{
  struct line line = {.kind = kind};
  COPY_TEXT(line.text, name);
  clip_text_trim(line.text);
  COPY_TEXT(line.context, context);
  line.most_ms = NAME_MS(text_characters(line.text));
  script_add(script, &line);
}

// A dish, then each thing that is in it: "狮子头、清炒时蔬、米饭".
static void add_dish(struct script *script, const struct dish *dish)
{
  char word[TEXT_SIZE] = "", *end = word;
  add_name(script, LINE_DISH, dish->name, "");
  for (const char *at = dish->contents; *at;) {
    const char *from = at;
    if (clip_text_parts(text_next(&at))) {
      add_name(script, LINE_DISH, word, dish->name);
      end = word;
    } else {
      memcpy(end, from, (size_t)(at - from));
      end += at - from;
    }
    *end = '\0';
  }
  add_name(script, LINE_DISH, word, dish->name);
}

static void add_site(struct script *script, struct db *db)
{
  int count = 0;
  struct dish *dishes = dishes_load(db, &count);
  for (int i = 0; i < count; i++)
    add_dish(script, &dishes[i]);
  free(dishes);
  struct resident *residents = residents_load(db, &count);
  for (int i = 0; i < count; i++)
    add_name(script, LINE_PERSON, residents[i].name, "");
  free(residents);
}

void script_of(const struct scripts *scripts, struct db *db, const char *locale, struct script *out)
{
  *out = (struct script){0};
  const struct script *catalogue = scripts_catalogue(scripts, locale);
  if (catalogue && catalogue->count > 0) {
    out->count = out->room = catalogue->count;
    out->lines = memory_new((size_t)catalogue->count * sizeof *out->lines);
    memcpy(out->lines, catalogue->lines, (size_t)catalogue->count * sizeof *out->lines);
  }
  // The names of a site are Chinese whatever the kiosk speaks; in another language the dictionary reads them.
  if (strncmp(locale, "zh", 2) == 0)
    add_site(out, db);
}

void script_free(struct script *script)
{
  free(script->lines);
  *script = (struct script){0};
}

const struct line *script_line(const struct script *script, const char *id)
{
  for (int i = 0; i < script->count; i++)
    if (strcmp(script->lines[i].id, id) == 0)
      return &script->lines[i];
  return NULL;
}

static const struct clip *clip_of(const struct pack *pack, const char *text)
{
  for (int i = 0; i < pack->clip_count; i++)
    if (strcmp(pack->clips[i].text, text) == 0)
      return &pack->clips[i];
  return NULL;
}

struct coverage script_coverage(const struct script *script, const struct pack *pack)
{
  int recorded = 0, often = 0, often_recorded = 0;
  for (int i = 0; i < script->count; i++) {
    bool has = clip_of(pack, script->lines[i].text);
    recorded += has;
    often += script->lines[i].often;
    often_recorded += has && script->lines[i].often;
  }
  // Rounded down: a hundred is all of it.
  return (struct coverage){script->count ? recorded * 100 / script->count : 0,
                           often ? often_recorded * 100 / often : 0};
}

json_t *coverage_write(struct coverage coverage)
{
  return json_pack("{s:i, s:i}", "all", coverage.all, "often", coverage.often);
}

static json_t *line_write(const struct line *line, const struct clip *clip)
{
  static const char *const kinds[LINE_KINDS] = {"catalogue", "dish", "person"};
  json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:i, s:b}", "id", line->id, "kind", kinds[line->kind], "text",
                           line->text, "context", line->context, "most_ms", line->most_ms, "often", line->often);
  if (clip)
    json_object_set_new(json, "clip",
                        json_pack("{s:s, s:i, s:i}", "hash", clip->hash, "gain_cb", clip->gain_cb, "ms", clip->ms));
  return json;
}

json_t *script_write(const struct script *script, const struct pack *pack)
{
  json_t *lines = json_array();
  for (int i = 0; i < script->count; i++)
    json_array_append_new(lines, line_write(&script->lines[i], clip_of(pack, script->lines[i].text)));
  return json_pack("{s:o, s:o}", "lines", lines, "coverage", coverage_write(script_coverage(script, pack)));
}
