// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the door. Only the db*.c files include it.
#pragma once

#include "database/database.h"
#include "server/store/db.h"

struct db {
  struct database *file;
  int lock; // file that says a writer is at work; -1: none
};
