// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/lent.h"

#include "base/file.h"
#include "base/memory.h"
#include "voice/clip.h"
#include "voice/cover.h"
#include "voice/join.h"
#include "voice/normal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_PACK_BYTES (4 << 20)
#define PATH_SIZE 500

static struct pack *read_pack(const char *path, struct fault *fault)
{
  struct buffer bytes = {0};
  struct fault why;
  json_t *json = file_read(path, MOST_PACK_BYTES, &bytes, &why) ? json_parse(bytes.bytes, bytes.size, &why) : NULL;
  struct pack *pack = json ? pack_read(json, &why) : NULL;
  json_decref(json);
  buffer_free(&bytes);
  if (!pack)
    fault_set(fault, "the recorded voice %.150s can't be read: %.200s", path, why.sentence);
  return pack;
}

static void clip_path(const struct lent *lent, int clip, char path[PATH_SIZE])
{
  text_format(path, PATH_SIZE, "%s/%s.opus", lent->folder, lent->pack->clips[clip].hash);
}

static char *words_of(const char *text, const char *locale)
{
  struct rewrite words = {0};
  normal_words(text, locale, &words);
  char *own = memory_text(rewrite_text(&words));
  rewrite_free(&words);
  clip_text_trim(own);
  return own;
}

static void read_texts(struct lent *lent, struct fault *fault)
{
  char path[PATH_SIZE];
  int missing = 0;
  lent->texts = memory_new((size_t)(lent->pack->clip_count + 1) * sizeof *lent->texts);
  for (int i = 0; i < lent->pack->clip_count; i++) {
    clip_path(lent, i, path);
    bool is_there = access(path, R_OK) == 0;
    lent->texts[i] = is_there ? words_of(lent->pack->clips[i].text, lent->pack->locale) : memory_text("");
    if (!is_there && ++missing == 1)
      fault_set(fault, "the recorded clip %.300s is missing", path);
  }
}

bool lent_read(struct lent *lent, const char *folder, struct fault *fault)
{
  char path[PATH_SIZE];
  *lent = (struct lent){0};
  COPY_TEXT(lent->folder, folder);
  FORMAT_TEXT(path, "%s/pack.json", folder);
  lent->pack = read_pack(path, fault);
  if (lent->pack)
    read_texts(lent, fault);
  return lent->pack;
}

void lent_free(struct lent *lent)
{
  for (int i = 0; lent->texts && i < lent->pack->clip_count; i++)
    free(lent->texts[i]);
  free(lent->texts);
  pack_free(lent->pack);
  *lent = (struct lent){0};
}

// False: a clip is damaged. It is not asked for again.
static bool join_clips(struct lent *lent, const struct task *task, const struct joint *joints, int count,
                       struct samples *out, struct fault *fault)
{
  for (int i = 0; i < count; i++) {
    char path[PATH_SIZE];
    int text = joints[i].text;
    clip_path(lent, text, path);
    struct samples *clip = clip_play(path, lent->pack->clips[text].gain_cb, out->rate, fault);
    if (!clip) {
      lent->texts[text][0] = '\0';
      return false;
    }
    join_clip(out, clip, task->words, &joints[i], i > 0 ? joints[i - 1].to : joints[i].from);
    samples_free(clip);
  }
  return true;
}

struct samples *lent_say(struct lent *lent, const struct task *task, int rate, struct fault *fault)
{
  struct joint *joints;
  const char *const *texts = (const char *const *)lent->texts;
  int count = cover(rewrite_text(task->words), texts, lent->pack->clip_count, &joints);
  struct samples *samples = count > 0 ? samples_new(rate) : NULL;
  if (samples && !join_clips(lent, task, joints, count, samples, fault)) {
    samples_free(samples);
    samples = NULL;
  }
  free(joints);
  return samples;
}
