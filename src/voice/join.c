// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/join.h"

#include "protocol/pack.h"

#include <string.h>

// A clip has this much silence at its ends (server/sound/cut.c): a pause that is there already.
#define BEFORE_MS 50
#define AFTER_MS 100
#define SENTENCE_PAUSE_MS 400
#define COMMA_PAUSE_MS 220
#define WORD_PAUSE_MS 20

static size_t samples_in(const struct samples *samples, int ms)
{
  return (size_t)samples->rate * (size_t)ms / 1000;
}

static int pause_of(unsigned c)
{
  static const char sentence_ends[] = ".!?";
  bool ends = c == 0x3002 || c == 0xff01 || c == 0xff1f || (c && c < 0x80 && strchr(sentence_ends, (int)c));
  if (ends)
    return SENTENCE_PAUSE_MS;
  bool wide = c == ' ' || c == '-' || c == 0xb7 || (c >= 0x300c && c <= 0x300f) || c == 0x201c || c == 0x201d;
  return clip_text_parts(c) && !wide ? COMMA_PAUSE_MS : WORD_PAUSE_MS;
}

// The longest pause of what stands between two joints.
static int pause_between(const char *text, size_t from, size_t to)
{
  int longest = WORD_PAUSE_MS;
  for (const char *at = text + from; at < text + to;) {
    int pause = pause_of(text_next(&at));
    longest = pause > longest ? pause : longest;
  }
  return longest;
}

// Adds the clip from `at` on, over what is there already.
static void lay(struct samples *out, const struct samples *clip, size_t at)
{
  size_t over = out->count > at ? out->count - at : 0;
  for (size_t i = 0; i < over && i < clip->count; i++) {
    int sum = out->at[at + i] + clip->at[i];
    out->at[at + i] = (int16_t)(sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum);
  }
  if (over < clip->count)
    samples_add(out, clip->at + over, clip->count - over);
}

static void add_silence(struct samples *out, size_t count)
{
  static const int16_t silence[512];
  for (; count > 0; count -= count < 512 ? count : 512)
    samples_add(out, silence, count < 512 ? count : 512);
}

static bool is_latin(unsigned c)
{
  return c < 0x3000 && !clip_text_parts(c);
}

// The end of what is heard as one from `at` on: a Chinese character, or a word.
static const char *unit_end(const char *at, const char *end)
{
  bool latin = is_latin(text_next(&at));
  for (const char *next = at; latin && at < end && is_latin(text_next(&next));)
    at = next;
  return at;
}

static void mark(struct samples *out, size_t begin, size_t count, const struct rewrite *words,
                 const struct joint *joint)
{
  const char *text = rewrite_text(words), *end = text + joint->to;
  size_t units = 0, unit = 0;
  for (const char *at = text + joint->from; at < end; at = unit_end(at, end))
    units++;
  for (const char *at = text + joint->from, *next; at < end; at = next, unit++) {
    next = unit_end(at, end);
    const char *first = at;
    if (clip_text_parts(text_next(&first)))
      continue;
    size_t from = (size_t)(at - text), to = (size_t)(next - text);
    rewrite_source(words, &from, &to);
    samples_mark(out, begin + count * unit / units, from, to);
  }
}

void join_clip(struct samples *out, const struct samples *clip, const struct rewrite *words, const struct joint *joint,
               size_t before)
{
  size_t at = out->count;
  if (at > 0) {
    size_t pause = samples_in(out, pause_between(rewrite_text(words), before, joint->from));
    size_t there = samples_in(out, BEFORE_MS + AFTER_MS);
    if (pause > there)
      add_silence(out, pause - there);
    at = out->count;
    if (pause < there)
      at -= there - pause < at ? there - pause : at;
  }
  lay(out, clip, at);
  size_t quiet = samples_in(out, BEFORE_MS + AFTER_MS);
  size_t heard = clip->count > quiet ? clip->count - quiet : clip->count;
  mark(out, at + (clip->count > quiet ? samples_in(out, BEFORE_MS) : 0), heard, words, joint);
}
