// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/examples.h"

#include "base/file.h"
#include "base/secret.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_BYTES (EXAMPLES_MOST * UTTERANCE_MOST * MEL_BANDS + 4096)
#define PATH_SIZE 500
#define DAMAGED ".damaged"

static const char head[] = "anban-examples-1\n";
#define HEAD (sizeof head - 1)

// In front of an example's frames, in the machine's own byte order: the file stays on the kiosk.
struct record {
  int32_t count;
  float level;
  float noise[MEL_BANDS];
};

// A person is an id, so that no name leads out of the folder.
static bool path_of(char out[PATH_SIZE], const char *folder, const char *person, const char *text, struct fault *fault)
{
  char name[HASH_SIZE];
  secret_hash(text, strlen(text), name);
  return (uuid_is(person) && text_format(out, PATH_SIZE, "%s/%s/%.32s", folder, person, name)) ||
         fault_set(fault, "there can be no examples of the person %.40s in %.200s", person, folder);
}

// The file ends in a hash of all before it.
static bool is_whole(const struct buffer *file)
{
  char hash[HASH_SIZE];
  if (file->size < HEAD + HASH_SIZE - 1 || memcmp(file->bytes, head, HEAD) != 0)
    return false;
  size_t size = file->size - (HASH_SIZE - 1);
  secret_hash(file->bytes, size, hash);
  return memcmp(file->bytes + size, hash, HASH_SIZE - 1) == 0;
}

static struct utterance *take_one(const char **at, const char *end)
{
  struct record record;
  if (end - *at < (ptrdiff_t)sizeof record)
    return NULL;
  memcpy(&record, *at, sizeof record);
  *at += sizeof record;
  if (record.count <= 0 || record.count > UTTERANCE_MOST || end - *at < (ptrdiff_t)record.count * MEL_BANDS)
    return NULL;
  struct utterance *example = utterance_empty(record.count);
  example->level = record.level;
  memcpy(example->noise, record.noise, sizeof example->noise);
  memcpy(example->frames, *at, (size_t)record.count * MEL_BANDS);
  *at += record.count * MEL_BANDS;
  return example;
}

static void set_aside(const char *path, struct fault *fault)
{
  char aside[PATH_SIZE + sizeof DAMAGED];
  text_format(aside, sizeof aside, "%s" DAMAGED, path);
  rename(path, aside);
  fault_set(fault, "%s is damaged and was set aside: the person's own examples of a command are lost", path);
}

int examples_read(const char *folder, const char *person, const char *text, struct utterance *out[EXAMPLES_MOST],
                  struct fault *fault)
{
  char path[PATH_SIZE];
  struct buffer file = {0};
  int count = 0;
  *fault = (struct fault){0};
  if (!path_of(path, folder, person, text, fault) || access(path, F_OK) != 0)
    return 0;
  if (!file_read(path, MOST_BYTES, &file, fault) || !is_whole(&file)) {
    set_aside(path, fault);
  } else {
    const char *at = file.bytes + HEAD, *end = file.bytes + file.size - (HASH_SIZE - 1);
    while (count < EXAMPLES_MOST && (out[count] = take_one(&at, end)))
      count++;
  }
  buffer_free(&file);
  return count;
}

static void add_one(struct buffer *file, const struct utterance *example)
{
  struct record record = {.count = example->count, .level = example->level};
  memcpy(record.noise, example->noise, sizeof record.noise);
  buffer_add(file, &record, sizeof record);
  buffer_add(file, example->frames, (size_t)example->count * MEL_BANDS);
}

int examples_add(const char *folder, const char *person, const char *text, const struct utterance *example,
                 struct fault *fault)
{
  char path[PATH_SIZE], place[PATH_SIZE], hash[HASH_SIZE];
  struct utterance *kept[EXAMPLES_MOST];
  struct buffer file = {0};
  if (!path_of(path, folder, person, text, fault) || !text_format(place, sizeof place, "%s/%s", folder, person) ||
      !file_make_folder(place, fault))
    return 0;
  int count = examples_read(folder, person, text, kept, fault);
  buffer_add_text(&file, head);
  for (int i = count == EXAMPLES_MOST ? 1 : 0; i < count; i++)
    add_one(&file, kept[i]);
  add_one(&file, example);
  secret_hash(file.bytes, file.size, hash);
  buffer_add_text(&file, hash);
  bool ok = file_replace(path, file.bytes, file.size, 0600, fault);
  for (int i = 0; i < count; i++)
    utterance_free(kept[i]);
  buffer_free(&file);
  return !ok ? 0 : count < EXAMPLES_MOST ? count + 1 : EXAMPLES_MOST;
}

bool examples_forget(const char *folder, const char *person, struct fault *fault)
{
  char place[PATH_SIZE], path[PATH_SIZE];
  bool ok = true;
  if (!uuid_is(person) || !text_format(place, sizeof place, "%s/%s", folder, person))
    return true;
  DIR *entries = opendir(place);
  if (!entries)
    return errno == ENOENT || fault_set(fault, "%s can't be opened: %s", place, strerror(errno));
  for (struct dirent *entry; (entry = readdir(entries));)
    if (entry->d_name[0] != '.' && text_format(path, sizeof path, "%s/%s", place, entry->d_name))
      ok = unlink(path) == 0 && ok;
  closedir(entries);
  ok = rmdir(place) == 0 && ok;
  return ok || fault_set(fault, "not all examples in %s can be deleted: %s", place, strerror(errno));
}
