// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded voices and the site's readings on the disk, where src/voice finds them:
//   FOLDER/LOCALE/ID/pack.json, FOLDER/LOCALE/ID/HASH.opus
//   FOLDER/readings.tsv           a word, a tab, its pinyin
// A voice becomes visible by its pack.json, which is written when all its clips are there. Thread: link's only.
#pragma once

#include "protocol/pack.h"

#define PACKS_FOLDER_SIZE 300
#define MOST_PACK_BYTES (4 << 20)

struct packs {
  char folder[PACKS_FOLDER_SIZE];
  int wanted_count;
  struct pack_name *wanted; // owned; the last is fetched next
  struct pack *coming;      // owned; of the last wanted; NULL: it is to be asked for
  int clip;                 // of it, which is fetched next
};

void packs_init(struct packs *packs, const char *folder);
void packs_free(struct packs *packs);
// Notes the voices that the snapshot names and the folder lacks, removes those that it does not name, writes the
// readings. Returns whether something in the folder is another now.
bool packs_want(struct packs *packs, const struct snapshot *snapshot);
// What is to be fetched next; false: nothing.
bool packs_next(const struct packs *packs, char path[120]);
// The answer to that. What the server does not have or what came damaged is left out until the next snapshot, and the
// log says so. Returns whether a voice is there now, whole.
bool packs_take(struct packs *packs, int status, const void *bytes, size_t size);
