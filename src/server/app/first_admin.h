// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody must be the first to sign in.
#pragma once

#include "base/fault.h"
#include "server/store/db.h"

// When nobody is staff yet: "admin", with a password made at random, which stands in DATA/first-password, mode 0600.
bool first_admin_make(struct db *db, const char *data, struct fault *fault);
