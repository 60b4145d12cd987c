// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/recorded.h"

#include "base/log.h"
#include "base/memory.h"
#include "voice/lent.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The first that is found out is told; the log has all.
static void note(struct recorded *recorded, const struct fault *fault)
{
  if (!*fault->sentence)
    return;
  log_warning("voice", "%s", fault->sentence);
  if (!*recorded->amiss.sentence)
    recorded->amiss = *fault;
}

static void add_voice(struct recorded *recorded, const char *folder)
{
  struct fault fault = {0};
  struct lent lent;
  char path[500];
  // A folder that is being filled has no pack.json yet.
  if (!FORMAT_TEXT(path, "%s/pack.json", folder) || access(path, F_OK) != 0)
    return;
  if (lent_read(&lent, folder, &fault)) {
    recorded->voices = memory_resize(recorded->voices, (size_t)(recorded->count + 1) * sizeof *recorded->voices);
    recorded->voices[recorded->count++] = lent;
  }
  note(recorded, &fault);
}

static void forget(struct recorded *recorded)
{
  for (int i = 0; i < recorded->count; i++)
    lent_free(&recorded->voices[i]);
  free(recorded->voices);
  recorded->voices = NULL;
  recorded->count = 0;
  recorded->amiss = (struct fault){0};
}

static void each_folder(struct recorded *recorded, const char *folder,
                        void (*found)(struct recorded *recorded, const char *folder))
{
  DIR *entries = opendir(folder);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char path[400];
    if (entry->d_name[0] != '.' && FORMAT_TEXT(path, "%s/%s", folder, entry->d_name))
      found(recorded, path);
  }
  if (entries)
    closedir(entries);
}

static void add_locale(struct recorded *recorded, const char *folder)
{
  each_folder(recorded, folder, add_voice);
}

static void read_again(struct recorded *recorded)
{
  if (atomic_exchange(&recorded->is_read, true))
    return;
  forget(recorded);
  if (*recorded->folder)
    each_folder(recorded, recorded->folder, add_locale);
}

static struct samples *say_as_one(struct recorded *recorded, const struct task *task)
{
  struct samples *samples = NULL;
  for (int i = 0; i < recorded->count && !samples; i++) {
    struct fault fault = {0};
    if (strcmp(recorded->voices[i].pack->locale, task->sentence->locale) == 0)
      samples = lent_say(&recorded->voices[i], task, recorded->rate, &fault);
    note(recorded, &fault);
  }
  return samples;
}

static enum verdict say(void *ctx, const struct task *task, struct samples **samples, struct fault *fault)
{
  struct recorded *recorded = ctx;
  if (*task->sentence->variant) // somebody else is wanted
    return SAID_NOT;
  read_again(recorded);
  *samples = say_as_one(recorded, task);
  *fault = recorded->amiss;
  if (*samples)
    return SAID;
  return *fault->sentence ? SAID_FAILED : SAID_NOT;
}

static void stop(void *ctx)
{
  forget(ctx);
}

struct engine recorded_engine(struct recorded *recorded)
{
  return (struct engine){.name = "recorded", .say = say, .stop = stop, .ctx = recorded};
}

void recorded_renew(struct recorded *recorded)
{
  atomic_store(&recorded->is_read, false);
}
