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
  while (width - narrow > from->em / 4 + 1) {
    int middle = (width + narrow) / 2;
    fill(from, middle, out);
    if (out->count == count && out->whole == whole)
      width = middle;
    else
      narrow = middle;
  }
  fill(from, width, out);
}

// A dot between the parts of a name stays with the part before it.
static bool is_middle_dot(unsigned character)
{
  return character == 0xB7 || character == 0x2027 || character == 0x30FB;
}

static bool ends_a_part(unsigned character)
{
  static const unsigned marks[] = {0xFF0C, 0x3002, 0x3001, 0xFF1F, 0xFF01, 0xFF1B, 0xFF1A, ',', ':', ';', '?'};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (character == marks[i])
      return true;
  return is_middle_dot(character);
}

static void find_breaks(struct breakable *from)
{
  set_linebreaks_utf8((const utf8_t *)from->text, (size_t)from->length, "zh", from->breaks);
  int before = 0; // where the character before ends
  for (const char *at = from->text; at < from->text + from->length;) {
    unsigned character = text_next(&at);
    int end = (int)(at - from->text);
    if (is_middle_dot(character) && before > 0 && end < from->length) {
      from->breaks[before - 1] = LINEBREAK_NOBREAK;
      from->breaks[end - 1] = LINEBREAK_ALLOWBREAK;
    }
    before = end;
  }
}

// Parts a text of two lines after a comma, when both halves then fit and neither is a scrap.
static bool part_at_mark(const struct breakable *from, int width, struct lines *out)
{
  int best = 0;
  int uneven = width;
  for (const char *at = from->text; at < from->text + from->length;) {
    bool mark = ends_a_part(text_next(&at));
    int end = (int)(at - from->text);
    if (!mark || end >= from->length || from->breaks[end - 1] != LINEBREAK_ALLOWBREAK)
      continue;
    int head = lines_width(from->measure, from->text, end, from->em, from->bold);
    int tail = lines_width(from->measure, from->text + end, from->length - end, from->em, from->bold);
    int apart = head > tail ? head - tail : tail - head;
    if (head <= width && tail <= width && apart < uneven && head < 4 * tail && tail < 4 * head) {
      best = end;
      uneven = apart;
    }
  }
  if (best == 0)
    return false;
  out->count = 0;
  add_line(out, from, 0, best);
  add_line(out, from, after_spaces(from, best), from->length);
  return true;
}

void lines_break(const struct measure *measure, const char *text, int em, bool bold, enum lines_shape shape, int width,
                 struct lines *out)
{
  struct breakable from = {.measure = measure, .text = text, .length = (int)strlen(text), .em = em, .bold = bold};
  if (from.length > TEXT_MOST)
    from.length = TEXT_MOST;
  find_breaks(&from);
  fill(&from, width, out);
  if (out->count < 2)
    return;
  if (out->count == 2 && out->whole && part_at_mark(&from, width, out))
    return;
  bool scrap = out->line[out->count - 1].width <= em * 5 / 2;
  if (shape == LINES_EVEN || scrap)
    even_out(&from, width, out);
}
