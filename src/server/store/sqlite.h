// SPDX-License-Identifier: GPL-3.0-or-later
// The driver for SQLite: each call goes on to src/database. Only the sqlite*.c files include it.
#pragma once

#include "server/store/driver.h"

bool sqlite_backup(const char *path, const char *to, struct fault *fault);
