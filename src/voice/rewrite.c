// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/rewrite.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void add(struct rewrite *rewrite, struct rewrite_piece piece, const char *bytes, size_t size)
{
  if (rewrite->count == rewrite->room) {
    rewrite->room = rewrite->room * 2 + 8;
    rewrite->pieces = memory_resize(rewrite->pieces, (size_t)rewrite->room * sizeof *rewrite->pieces);
  }
  piece.at = rewrite->text.size;
  rewrite->pieces[rewrite->count++] = piece;
  buffer_add(&rewrite->text, bytes, size);
}

void rewrite_keep(struct rewrite *rewrite, const char *source, size_t from, size_t to)
{
  if (from < to)
    add(rewrite, (struct rewrite_piece){.from = from, .to = to, .kept = true}, source + from, to - from);
}

void rewrite_put(struct rewrite *rewrite, size_t from, size_t to, const char *words)
{
  if (*words)
    add(rewrite, (struct rewrite_piece){.from = from, .to = to}, words, strlen(words));
}

void rewrite_take(struct rewrite *rewrite, size_t from, size_t to, struct buffer *words)
{
  rewrite_put(rewrite, from, to, words->bytes ? words->bytes : "");
  buffer_free(words);
}

void rewrite_append(struct rewrite *rewrite, const struct rewrite *more)
{
  for (int i = 0; i < more->count; i++) {
    size_t end = i + 1 < more->count ? more->pieces[i + 1].at : more->text.size;
    add(rewrite, more->pieces[i], more->text.bytes + more->pieces[i].at, end - more->pieces[i].at);
  }
}

const char *rewrite_text(const struct rewrite *rewrite)
{
  return rewrite->text.bytes ? rewrite->text.bytes : "";
}

static const struct rewrite_piece *piece_at(const struct rewrite *rewrite, size_t at)
{
  int piece = rewrite->count - 1;
  while (piece > 0 && rewrite->pieces[piece].at > at)
    piece--;
  return piece < 0 ? NULL : &rewrite->pieces[piece];
}

void rewrite_source(const struct rewrite *rewrite, size_t *from, size_t *to)
{
  const struct rewrite_piece *first = piece_at(rewrite, *from);
  const struct rewrite_piece *last = piece_at(rewrite, *to > *from ? *to - 1 : *to);
  if (!first)
    return;
  size_t end = last->kept ? last->from + (*to - last->at) : last->to;
  *from = first->kept ? first->from + (*from - first->at) : first->from;
  *to = end > last->to ? last->to : end;
}

void rewrite_free(struct rewrite *rewrite)
{
  buffer_free(&rewrite->text);
  free(rewrite->pieces);
  *rewrite = (struct rewrite){0};
}
