// SPDX-License-Identifier: GPL-3.0-or-later
// The schema's steps, forward only. A step that has been released is never edited: the next one mends it. Dialects
// differ in four words only: @ID@ (a primary key that counts by itself), @I64@, @BLOB@, @STRICT@.
#pragma once

struct step {
  int number; // 1, 2, 3 …
  const char *name;
  const char *sql; // statements, each ended by ';'
};

extern const struct step steps[];
extern const int step_count;
