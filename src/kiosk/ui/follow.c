// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/follow.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define CHARACTERS 400 // of a sentence, and of what is written on one item

// A character that sounds, and where it is: a byte of the sentence, or a byte of the text of a mark.
struct place {
  unsigned character;
  int mark, from, to;
};

struct row {
  int count;
  struct place at[CHARACTERS];
};

static bool sounds(unsigned character)
{
  static const unsigned silent[] = {0xFF0C, 0x3002, 0x3001, 0xFF1F, 0xFF01, 0xFF1B, 0xFF1A, 0x201C, 0x201D, 0xB7};
  if (character < 0x30 || (character > 0x39 && character < 0x41))
    return false;
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
    if (character == silent[i])
      return false;
  return true;
}

static unsigned folded(unsigned character)
{
  return character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
}

static void add(struct row *row, const char *text, int from, int to, int mark)
{
  for (const char *at = text + from; at < text + to && row->count < CHARACTERS;) {
    int begin = (int)(at - text);
    unsigned character = text_next(&at);
    if (sounds(character))
      row->at[row->count++] = (struct place){folded(character), mark, begin, (int)(at - text)};
  }
}

static void read_written(const struct tree *tree, int node, struct row *out)
{
  out->count = 0;
  for (int i = 0; i < tree->mark_count; i++) {
    const struct mark *mark = &tree->marks[i];
    if (mark->kind == MARK_TEXT && mark->node == node)
      add(out, mark->text, 0, (int)strlen(mark->text), i);
  }
}

static const struct page_span *span_at(const struct tree *tree, int at)
{
  for (int i = 0; i < tree->span_count; i++)
    if (at >= tree->spans[i].from && at < tree->spans[i].to)
      return &tree->spans[i];
  return NULL;
}

// table[i][j]: how many characters the rest of the sentence from i and the rest of the writing from j have in common,
// in order.
static short *common(const struct row *said, const struct row *written)
{
  int wide = written->count + 1;
  short *table = memory_new((size_t)(said->count + 1) * (size_t)wide * sizeof *table);
  for (int i = said->count - 1; i >= 0; i--)
    for (int j = written->count - 1; j >= 0; j--) {
      short down = table[(i + 1) * wide + j], right = table[i * wide + j + 1];
      bool same = said->at[i].character == written->at[j].character;
      table[i * wide + j] = same ? (short)(table[(i + 1) * wide + j + 1] + 1) : down > right ? down : right;
    }
  return table;
}

// The written place of the said character `wanted`, or NULL. Where less than half of a sentence is written, the eye
// would be led astray.
static const struct place *partner(const struct row *said, const struct row *written, int wanted)
{
  short *table = common(said, written);
  int wide = written->count + 1;
  const struct place *found = NULL;
  bool reads_along = table[0] * 2 >= said->count;
  for (int i = 0, j = 0; reads_along && i <= wanted && j < written->count;) {
    if (said->at[i].character == written->at[j].character) {
      if (i == wanted)
        found = &written->at[j];
      i++;
      j++;
    } else if (table[(i + 1) * wide + j] >= table[i * wide + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  free(table);
  return found;
}

static struct said said_at(const struct tree *tree, const struct measure *measure, const struct place *place)
{
  const struct mark *mark = &tree->marks[place->mark];
  const char *from = mark->text + place->from;
  int before = lines_width(measure, mark->text, place->from, mark->em, mark->bold);
  struct said out = {.ink = mark->ink};
  out.box = (struct box){mark->box.x + before, mark->box.y,
                         lines_width(measure, from, place->to - place->from, mark->em, mark->bold), mark->box.h};
  memcpy(out.character, from, (size_t)(place->to - place->from));
  return out;
}

struct said follow_said(const struct tree *tree, const struct measure *measure, int at)
{
  const struct page_span *span = at >= 0 ? span_at(tree, at) : NULL;
  int node = span && span->name[0] ? tree_find(tree, span->name) : -1;
  if (node < 0)
    return (struct said){0};
  struct row said = {0}, written;
  add(&said, tree->spoken, span->from, span->to, 0);
  read_written(tree, node, &written);
  int wanted = 0;
  while (wanted < said.count && said.at[wanted].to <= at)
    wanted++;
  const struct place *place =
      wanted < said.count && said.at[wanted].from <= at ? partner(&said, &written, wanted) : NULL;
  return place ? said_at(tree, measure, place) : (struct said){0};
}
