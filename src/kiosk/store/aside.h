// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file is never deleted: it is moved aside, and the messages in it that can still be read are taken over.
#pragma once

#include "kiosk/store/store.h"

#define ASIDE_PATH_SIZE 600

// Moves the file and its journal: kiosk.db to kiosk-damaged-2026-11-22-063000.db. `path` must be closed.
bool aside_move(const char *path, anban_ms now, char aside[ASIDE_PATH_SIZE], struct fault *fault);
// Adds the readable messages of the file `aside` to the store; returns how many.
int aside_salvage(struct store *store, const char *aside);
