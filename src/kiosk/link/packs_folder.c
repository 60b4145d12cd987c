// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/packs_folder.h"

#include "base/file.h"
#include "base/log.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_READINGS_BYTES (2 << 20)

static void voice_path(const char *folder, const char *locale, const char *id, const char *name,
                       char path[PACK_PATH_SIZE])
{
  text_format(path, PACK_PATH_SIZE, "%s/%s/%s%s%s", folder, locale, id, *name ? "/" : "", name);
}

int64_t packs_folder_revision(const char *folder, const struct pack_name *name)
{
  char path[PACK_PATH_SIZE];
  struct buffer bytes = {0};
  struct fault fault;
  voice_path(folder, name->locale, name->id, "pack.json", path);
  json_t *json = file_read(path, MOST_PACK_BYTES, &bytes, &fault) ? json_parse(bytes.bytes, bytes.size, &fault) : NULL;
  const json_t *revision = json_object_get(json, "revision");
  int64_t found = json_is_integer(revision) ? json_integer_value(revision) : -1;
  json_decref(json);
  buffer_free(&bytes);
  return found;
}

void packs_folder_clip(const char *folder, const struct pack *pack, const char *hash, char path[PACK_PATH_SIZE])
{
  char name[HASH_SIZE + 8];
  FORMAT_TEXT(name, "%s.opus", hash);
  voice_path(folder, pack->locale, pack->id, name, path);
}

bool packs_folder_make(const char *folder, const struct pack *pack, struct fault *fault)
{
  char path[PACK_PATH_SIZE];
  voice_path(folder, pack->locale, pack->id, "", path);
  return file_make_folder(path, fault);
}

static bool is_clip_of(const struct pack *pack, const char *name)
{
  for (int i = 0; pack && i < pack->clip_count; i++)
    if (strncmp(name, pack->clips[i].hash, HASH_SIZE - 1) == 0)
      return true;
  return false;
}

// All clips in it but those of `keep`, which may be NULL.
static void remove_clips(const char *path, const struct pack *keep)
{
  DIR *entries = opendir(path);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char file[PACK_PATH_SIZE];
    const char *end = strrchr(entry->d_name, '.');
    if (end && strcmp(end, ".opus") == 0 && !is_clip_of(keep, entry->d_name) &&
        FORMAT_TEXT(file, "%s/%s", path, entry->d_name))
      unlink(file);
  }
  if (entries)
    closedir(entries);
}

bool packs_folder_write_pack(const char *folder, const struct pack *pack, struct fault *fault)
{
  char path[PACK_PATH_SIZE];
  json_t *json = pack_write(pack);
  char *text = json_print(json);
  json_decref(json);
  voice_path(folder, pack->locale, pack->id, "pack.json", path);
  bool ok = file_replace(path, text, strlen(text), 0600, fault);
  free(text);
  voice_path(folder, pack->locale, pack->id, "", path);
  if (ok)
    remove_clips(path, pack);
  return ok;
}

// The pack first: a voice that is half gone is not heard.
static void remove_voice(const char *folder, const char *locale, const char *id)
{
  char path[PACK_PATH_SIZE];
  voice_path(folder, locale, id, "pack.json", path);
  unlink(path);
  voice_path(folder, locale, id, "", path);
  remove_clips(path, NULL);
  if (rmdir(path) != 0)
    log_warning("link", "%s can't be removed whole", path);
}

static bool is_named(const struct snapshot *snapshot, const char *locale, const char *id)
{
  for (int i = 0; i < snapshot->pack_count; i++)
    if (strcmp(snapshot->packs[i].id, id) == 0 && strcmp(snapshot->packs[i].locale, locale) == 0)
      return true;
  return false;
}

static bool prune_locale(const char *folder, const char *locale, const struct snapshot *snapshot)
{
  char path[PACK_PATH_SIZE];
  bool removed = false;
  voice_path(folder, locale, "", "", path);
  DIR *entries = opendir(path);
  for (struct dirent *entry; entries && (entry = readdir(entries));)
    if (uuid_is(entry->d_name) && !is_named(snapshot, locale, entry->d_name)) {
      remove_voice(folder, locale, entry->d_name);
      removed = true;
    }
  if (entries)
    closedir(entries);
  return removed;
}

bool packs_folder_prune(const char *folder, const struct snapshot *snapshot)
{
  bool removed = false;
  DIR *entries = opendir(folder);
  for (struct dirent *entry; entries && (entry = readdir(entries));)
    if (pack_locale_is(entry->d_name))
      removed |= prune_locale(folder, entry->d_name, snapshot);
  if (entries)
    closedir(entries);
  return removed;
}

bool packs_folder_write_readings(const char *folder, const struct snapshot *snapshot)
{
  char path[PACK_PATH_SIZE];
  struct buffer before = {0}, now = {0};
  struct fault fault;
  FORMAT_TEXT(path, "%s/readings.tsv", folder);
  buffer_add_text(&now, "");
  for (int i = 0; i < snapshot->reading_count; i++)
    buffer_printf(&now, "%s\t%s\n", snapshot->readings[i].word, snapshot->readings[i].pinyin);
  bool was_read = file_read(path, MOST_READINGS_BYTES, &before, &fault);
  bool same = before.size == now.size && (now.size == 0 || memcmp(before.bytes, now.bytes, now.size) == 0);
  bool ok = same && (was_read || now.size == 0);
  if (!ok && !file_replace(path, now.bytes, now.size, 0600, &fault))
    log_error("link", "%s", fault.sentence);
  buffer_free(&before);
  buffer_free(&now);
  return !ok;
}
