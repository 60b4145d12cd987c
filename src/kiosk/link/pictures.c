// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/pictures.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "protocol/family.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE (PICTURES_FOLDER_SIZE + 300)

void pictures_init(struct pictures *pictures, const char *folder)
{
  struct fault fault;
  *pictures = (struct pictures){0};
  COPY_TEXT(pictures->folder, folder);
  if (!file_make_folder(folder, &fault))
    log_error("link", "%s", fault.sentence);
}

void pictures_free(struct pictures *pictures)
{
  free(pictures->missing);
  *pictures = (struct pictures){0};
}

bool pictures_is_hash(const char *name)
{
  return strspn(name, "0123456789abcdef") == HASH_SIZE - 1 && !name[HASH_SIZE - 1];
}

static bool is_missing(const struct pictures *pictures, const char *hash)
{
  char path[PATH_SIZE];
  FORMAT_TEXT(path, "%s/%s", pictures->folder, hash);
  return access(path, F_OK) != 0;
}

static void add(struct pictures *pictures, const char *hash)
{
  for (size_t i = 0; i < pictures->missing_count; i++)
    if (strcmp(pictures->missing[i], hash) == 0)
      return;
  if (pictures->missing_count == pictures->room) {
    pictures->room = pictures->room ? pictures->room * 2 : 32;
    pictures->missing = memory_resize(pictures->missing, pictures->room * sizeof *pictures->missing);
  }
  COPY_TEXT(pictures->missing[pictures->missing_count], hash);
  pictures->missing_count++;
}

static int shown_count(const struct snapshot *snapshot)
{
  return snapshot->dish_count + snapshot->resident_count + snapshot->family_count;
}

static const char *hash_of(const struct snapshot *snapshot, int index)
{
  int resident = index - snapshot->dish_count, member = resident - snapshot->resident_count;
  if (member >= 0)
    return snapshot->family[member].portrait;
  return resident >= 0 ? snapshot->residents[resident].portrait : snapshot->dishes[index].picture;
}

static bool is_shown(const struct snapshot *snapshot, const char *hash)
{
  for (int i = 0; i < shown_count(snapshot); i++)
    if (strcmp(hash_of(snapshot, i), hash) == 0)
      return true;
  return false;
}

static void prune(const struct pictures *pictures, const struct snapshot *snapshot)
{
  DIR *folder = opendir(pictures->folder);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    char path[PATH_SIZE];
    FORMAT_TEXT(path, "%s/%s", pictures->folder, entry->d_name);
    if (pictures_is_hash(entry->d_name) && !is_shown(snapshot, entry->d_name))
      unlink(path);
  }
  if (folder)
    closedir(folder);
}

void pictures_want(struct pictures *pictures, const struct snapshot *snapshot)
{
  pictures->missing_count = 0;
  // Backwards, so that the dishes on top of the list come first.
  for (int i = shown_count(snapshot) - 1; i >= 0; i--) {
    const char *hash = hash_of(snapshot, i);
    if (pictures_is_hash(hash) && is_missing(pictures, hash))
      add(pictures, hash);
  }
  prune(pictures, snapshot);
}

bool pictures_keep(struct pictures *pictures, const char *hash, const void *bytes, size_t size, struct fault *fault)
{
  char path[PATH_SIZE], found[HASH_SIZE];
  secret_hash(bytes, size, found);
  if (strcmp(found, hash) != 0)
    return fault_set(fault, "picture %s came damaged: its hash is %s", hash, found);
  FORMAT_TEXT(path, "%s/%s", pictures->folder, hash);
  return file_replace(path, bytes, size, 0600, fault);
}
