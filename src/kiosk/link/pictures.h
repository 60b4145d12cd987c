// SPDX-License-Identifier: GPL-3.0-or-later
// Portraits and dishes on the disk, each a file named by its hash.
#pragma once

#include "base/fault.h"
#include "protocol/catalogue.h"

#define PICTURES_FOLDER_SIZE 400

struct pictures {
  char folder[PICTURES_FOLDER_SIZE];
  size_t missing_count, room;
  char (*missing)[HASH_SIZE]; // owned; the last is fetched next
};

void pictures_init(struct pictures *pictures, const char *folder);
void pictures_free(struct pictures *pictures);
// Notes what the snapshot shows and the folder lacks; removes from the folder what nobody shows any more.
void pictures_want(struct pictures *pictures, const struct snapshot *snapshot);
// Of the one fetched last: true when the file is there.
bool pictures_keep(struct pictures *pictures, const char *hash, const void *bytes, size_t size, struct fault *fault);
// Whether a name can be that of a picture: 64 hexadecimal digits.
bool pictures_is_hash(const char *name);
