// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/lines.h"

#include "base/text.h"

#include <linebreak.h>
#include <math.h>
#include <string.h>

#define TEXT_MOST 640

void lines_start(void)
{
  init_linebreak();
}

int lines_pitch(int em)
{
  return (em * 135 + 99) / 100;
}

int lines_width(const struct measure *measure, const char *text, int length, int em, bool bold)
{
  double sum = 0;
  for (const char *at = text; at < text + length;)
    sum += measure->advance(measure->ctx, text_next(&at), bold);
  return (int)ceil(sum * em);
}

// A text with where it may be broken.
struct breakable {
  const struct measure *measure;
  const char *text;
  int length, em;
  bool bold;
  char breaks[TEXT_MOST]; // libunibreak's word after each byte
};

static void add_line(struct lines *out, const struct breakable *from, int start, int end)
{
  while (end > start && (from->text[end - 1] == ' ' || from->text[end - 1] == '\n'))
    end--;
  if (out->count == LINES_MOST) {
    out->whole = false;
    return;
  }
  int width = lines_width(from->measure, from->text + start, end - start, from->em, from->bold);
  out->line[out->count++] = (struct line){start, end - start, width};
}

static int after_spaces(const struct breakable *from, int at)
{
  while (at < from->length && from->text[at] == ' ')
    at++;
  return at;
}

// Where a line that begins at `start` ends: the last chance to break that fits, or, when a word is too wide, after
// the last character that fits (at least one).
static int line_end(const struct breakable *from, int start, int width, bool *whole)
{
  int chance = 0;
  int inside = 0;
  double sum = 0;
  const char *at = from->text + start;
  while (at < from->text + from->length) {
    unsigned character = text_next(&at);
    int end = (int)(at - from->text);
    if (character != '\n')
      sum += from->measure->advance(from->measure->ctx, character, from->bold) * from->em;
    if (character != ' ' && inside && ceil(sum) > width) {
      *whole = *whole && chance;
      return chance ? chance : inside;
    }
    inside = end;
    if (ceil(sum) > width)
      *whole = false;
    if (from->breaks[end - 1] == LINEBREAK_MUSTBREAK)
      return end;
    if (from->breaks[end - 1] == LINEBREAK_ALLOWBREAK)
      chance = end;
  }
  return from->length;
}

static void fill(const struct breakable *from, int width, struct lines *out)
{
  out->count = 0;
  out->whole = true;
  for (int start = 0; start < from->length;) {
    int end = line_end(from, start, width, &out->whole);
    add_line(out, from, start, end);
    start = after_spaces(from, end);
  }
}

// The narrowest width that needs no more lines: lines of much the same length read calmer than a full one and a rest.
static void even_out(const struct breakable *from, int width, struct lines *out)
{
  int count = out->count;
  bool whole = out->whole;
  int narrow = width / 2;
  while (width - narrow > from->em / 4) {
    int middle = (width + narrow) / 2;
    fill(from, middle, out);
    if (out->count == count && out->whole == whole)
      width = middle;
    else
      narrow = middle;
  }
  fill(from, width, out);
}

void lines_break(const struct measure *measure, const char *text, int em, bool bold, int width, struct lines *out)
{
  struct breakable from = {.measure = measure, .text = text, .length = (int)strlen(text), .em = em, .bold = bold};
  if (from.length > TEXT_MOST)
    from.length = TEXT_MOST;
  set_linebreaks_utf8((const utf8_t *)text, (size_t)from.length, "zh", from.breaks);
  fill(&from, width, out);
  if (out->count > 1 && out->count <= 4)
    even_out(&from, width, out);
}
