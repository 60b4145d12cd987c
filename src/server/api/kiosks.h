// SPDX-License-Identifier: GPL-3.0-or-later
// Which kiosks there are and which of them are heard.
#pragma once

#include "server/api/request.h"

// Tells the desk, and writes down, who has fallen silent; and, when `all`, when each was last heard.
void kiosks_write_heard(struct api *api, bool all);
