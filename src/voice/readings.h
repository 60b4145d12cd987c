// SPDX-License-Identifier: GPL-3.0-or-later
// How words are read at this site, over the dictionary of every dialect: people's names, dishes, streets.
//   FILE: a line is a word, a tab, its pinyin, "乐清	yue4 qing1"; # begins a note
// Thread: one, but for readings_renew.
#pragma once

#include "base/fault.h"
#include "protocol/reading.h"

#include <stdatomic.h>

struct readings {
  const char *path; // outlives this; "" or a file that isn't there: none
  atomic_bool is_read;
  int count;
  struct reading *list; // owned
  struct fault amiss;   // a line that is passed over: the file, the line and what is expected
};

void readings_renew(struct readings *readings); // the file has changed. Thread: any
// Reads the file when it is new.
void readings_heed(struct readings *readings);
// The longest word that stands at the beginning of a text; NULL: none.
const struct reading *readings_at(const struct readings *readings, const char *text);
void readings_free(struct readings *readings);
