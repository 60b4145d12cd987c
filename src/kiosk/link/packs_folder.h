// SPDX-License-Identifier: GPL-3.0-or-later
// The files of recorded voices and readings; see kiosk/link/packs.h. Thread: link's only.
#pragma once

#include "kiosk/link/packs.h"

#define PACK_PATH_SIZE 500

// Of the voice as it stands there; -1: it is not there, or can't be read.
int64_t packs_folder_revision(const char *folder, const struct pack_name *name);
void packs_folder_clip(const char *folder, const struct pack *pack, const char *hash, char path[PACK_PATH_SIZE]);
bool packs_folder_make(const char *folder, const struct pack *pack, struct fault *fault);
// Then removes the clips that it does not name.
bool packs_folder_write_pack(const char *folder, const struct pack *pack, struct fault *fault);
// Removes the voices that the snapshot does not name. Returns whether there were any.
bool packs_folder_prune(const char *folder, const struct snapshot *snapshot);
// Returns whether they are others than before.
bool packs_folder_write_readings(const char *folder, const struct snapshot *snapshot);
