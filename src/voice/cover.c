// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/cover.h"

#include "base/memory.h"
#include "base/text.h"
#include "protocol/pack.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PART (-1)    // nothing is said from there to here
#define UNKNOWN (-2) // no way leads here

// The best way to each byte of the sentence.
struct way {
  int text; // that ends here, or PART, UNKNOWN
  size_t from;
  int joints; // so far
};

struct covering {
  const char *sentence;
  const char *const *texts;
  size_t *sizes; // of the texts
  int text_count;
  struct way *ways;
};

static bool is_letter(char c)
{
  return isalnum((unsigned char)c);
}

static bool fits(const struct covering *covering, int text, size_t at)
{
  const char *here = covering->sentence + at, *words = covering->texts[text];
  size_t size = covering->sizes[text];
  if (size == 0 || strncasecmp(here, words, size) != 0)
    return false;
  bool cuts_before = at > 0 && is_letter(here[-1]) && is_letter(here[0]);
  bool cuts_after = is_letter(here[size - 1]) && is_letter(here[size]);
  return !cuts_before && !cuts_after;
}

static void reach(struct covering *covering, size_t from, size_t to, int text, int joints)
{
  struct way *way = &covering->ways[to];
  if (way->text == UNKNOWN || joints < way->joints)
    *way = (struct way){text, from, joints};
}

static void go_on(struct covering *covering, size_t at)
{
  const char *next = covering->sentence + at;
  int joints = covering->ways[at].joints;
  if (clip_text_parts(text_next(&next)))
    reach(covering, at, (size_t)(next - covering->sentence), PART, joints);
  for (int text = 0; text < covering->text_count; text++)
    if (fits(covering, text, at))
      reach(covering, at, at + covering->sizes[text], text, joints + 1);
}

// Back from the end along the best way.
static int collect(const struct covering *covering, size_t end, struct joint **joints)
{
  int count = covering->ways[end].joints, left = count;
  *joints = count ? memory_new((size_t)count * sizeof **joints) : NULL;
  for (size_t at = end; left > 0; at = covering->ways[at].from)
    if (covering->ways[at].text != PART)
      (*joints)[--left] = (struct joint){covering->ways[at].text, covering->ways[at].from, at};
  return count;
}

int cover(const char *sentence, const char *const *texts, int text_count, struct joint **joints)
{
  size_t end = strlen(sentence);
  struct covering covering = {.sentence = sentence, .texts = texts, .text_count = text_count};
  covering.sizes = memory_new((size_t)(text_count + 1) * sizeof *covering.sizes);
  covering.ways = memory_new((end + 1) * sizeof *covering.ways);
  for (int i = 0; i < text_count; i++)
    covering.sizes[i] = strlen(texts[i]);
  for (size_t at = 1; at <= end; at++)
    covering.ways[at].text = UNKNOWN;
  for (size_t at = 0; at < end; at++)
    if (covering.ways[at].text != UNKNOWN)
      go_on(&covering, at);
  *joints = NULL;
  int count = covering.ways[end].text == UNKNOWN ? 0 : collect(&covering, end, joints);
  free(covering.sizes);
  free(covering.ways);
  return count;
}
