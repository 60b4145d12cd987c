// SPDX-License-Identifier: GPL-3.0-or-later
// The community as kiosks get it. When it changes all of them ask at once, so the text is kept until the next event or
// the next day. Thread: a reader's.
#pragma once

#include "server/api/request.h"

struct kept_snapshot *kept_snapshot_new(void);
void kept_snapshot_free(struct kept_snapshot *kept); // NULL is fine
