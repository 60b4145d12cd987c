// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/script_files.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define MOST_SCRIPT_BYTES (4 << 20)
#define MOST_LINES 5000

struct named {
  char locale[LOCALE_SIZE];
  struct script script;
};

struct scripts {
  int count;
  struct named *of;
};

static bool read_line(const struct json_at *at, struct line *out, struct fault *fault)
{
  struct json_at text = json_member(at, "text"), context = json_member(at, "context"),
                 seconds = json_member(at, "seconds"), often = json_member(at, "often");
  *out = (struct line){.kind = LINE_CATALOGUE};
  if (!json_get_object(at, fault) || !json_get_name(&text, out->text, sizeof out->text, fault) ||
      !json_get_flag(&often, &out->often, fault))
    return false;
  // Only said by way of help: one that is too long is cut.
  const char *words = json_string_value(context.value);
  COPY_TEXT(out->context, words ? words : "");
  out->most_ms = (int)(json_number_value(seconds.value) * 1000);
  return out->most_ms > 0 || json_fault(&seconds, fault, "a number of seconds");
}

static bool read_lines(const json_t *json, struct named *out, struct fault *fault)
{
  struct json_at at = json_root("script", json), locale = json_member(&at, "locale"), lines = json_member(&at, "lines");
  bool ok = json_get_object(&at, fault) && json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
            json_get_array(&lines, MOST_LINES, fault);
  for (size_t i = 0; ok && i < json_array_size(lines.value); i++) {
    struct json_at item = json_item(&lines, i);
    struct line line;
    ok = read_line(&item, &line, fault);
    if (ok)
      script_add(&out->script, &line);
  }
  return ok;
}

static bool read_file(const char *path, struct named *out, struct fault *fault)
{
  struct buffer bytes = {0};
  json_t *json = file_read(path, MOST_SCRIPT_BYTES, &bytes, fault) ? json_parse(bytes.bytes, bytes.size, fault) : NULL;
  bool ok = json && read_lines(json, out, fault);
  json_decref(json);
  buffer_free(&bytes);
  return ok;
}

static void add_file(struct scripts *scripts, const char *path)
{
  struct named named = {0};
  struct fault fault;
  if (!read_file(path, &named, &fault)) {
    log_warning("voices", "the script %s is left out: %s", path, fault.sentence);
    script_free(&named.script);
    return;
  }
  scripts->of = memory_resize(scripts->of, (size_t)(scripts->count + 1) * sizeof *scripts->of);
  scripts->of[scripts->count++] = named;
}

static bool is_script(const char *name)
{
  const char *end = strrchr(name, '.');
  return end && strcmp(end, ".json") == 0;
}

struct scripts *scripts_load(const char *folder)
{
  struct scripts *scripts = memory_new(sizeof *scripts);
  DIR *entries = opendir(folder);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char path[600];
    if (is_script(entry->d_name) && FORMAT_TEXT(path, "%s/%s", folder, entry->d_name))
      add_file(scripts, path);
  }
  if (entries)
    closedir(entries);
  if (scripts->count == 0)
    log_warning("voices", "there is no script in %s: voices can only record the names of this site", folder);
  return scripts;
}

void scripts_free(struct scripts *scripts)
{
  for (int i = 0; scripts && i < scripts->count; i++)
    script_free(&scripts->of[i].script);
  if (scripts)
    free(scripts->of);
  free(scripts);
}

static const struct script *find(const struct scripts *scripts, const char *locale, size_t length)
{
  for (int i = 0; i < scripts->count; i++)
    if (strlen(scripts->of[i].locale) == length && strncmp(scripts->of[i].locale, locale, length) == 0)
      return &scripts->of[i].script;
  return NULL;
}

const struct script *scripts_catalogue(const struct scripts *scripts, const char *locale)
{
  const struct script *own = find(scripts, locale, strlen(locale));
  return own ? own : find(scripts, locale, strcspn(locale, "@"));
}
