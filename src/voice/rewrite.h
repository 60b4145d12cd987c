// SPDX-License-Identifier: GPL-3.0-or-later
// A text made from another one piece by piece, which knows for each byte what it stands for in the first: so that the
// character that is heard can be shown in the sentence as it was written.
#pragma once

#include "base/text.h"

struct rewrite_piece {
  size_t at;       // where it begins in the new text
  size_t from, to; // what it stands for in the source
  bool kept;       // byte by byte the same
};

// Born empty by zeroing. The source is read while pieces are added only.
struct rewrite {
  struct buffer text;
  struct rewrite_piece *pieces;
  int count, room;
};

void rewrite_keep(struct rewrite *rewrite, const char *source, size_t from, size_t to);
void rewrite_put(struct rewrite *rewrite, size_t from, size_t to, const char *words);
// The same, and the buffer is emptied and freed.
void rewrite_take(struct rewrite *rewrite, size_t from, size_t to, struct buffer *words);
// All of another one's pieces, of the same source.
void rewrite_append(struct rewrite *rewrite, const struct rewrite *more);
const char *rewrite_text(const struct rewrite *rewrite); // never NULL
// Turns bytes of the new text into those of the source that they stand for.
void rewrite_source(const struct rewrite *rewrite, size_t *from, size_t *to);
void rewrite_free(struct rewrite *rewrite);
