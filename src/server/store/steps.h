// SPDX-License-Identifier: GPL-3.0-or-later
// The server's file and the steps of its schema, from the first to the newest.
#pragma once

#include "database/database.h"

extern const struct database_kind server_file;
