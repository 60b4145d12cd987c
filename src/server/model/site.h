// SPDX-License-Identifier: GPL-3.0-or-later
// The community itself: its name, telephone and meal hours. Thread: the db's.
#pragma once

#include "protocol/catalogue.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// As it was last saved, or the usual hours of a Chinese community canteen before anybody has said anything.
void site_load(struct db *db, struct site *out);
enum outcome site_put(struct db *db, const struct site *site, const struct actor *who, anban_ms now,
                      struct fault *fault);
