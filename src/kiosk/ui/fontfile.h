// SPDX-License-Identifier: GPL-3.0-or-later
// Which font files the machine has (the only fontconfig). Thread: the main one.
#pragma once

#include <stdbool.h>

struct fontfiles;

struct fontfile {
  char path[512];
  int index; // of the face in a collection
  char family[96];
};

struct fontfiles *fontfiles_open(void);
void fontfiles_close(struct fontfiles *files); // NULL is fine

// The file of this family, or of what the machine has in its stead; false when it has no font at all.
bool fontfiles_family(struct fontfiles *files, const char *family, bool bold, struct fontfile *out);
// A file that has this character; false when none has.
bool fontfiles_character(struct fontfiles *files, unsigned character, struct fontfile *out);
