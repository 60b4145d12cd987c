// SPDX-License-Identifier: GPL-3.0-or-later
// What has had its time goes, a little at a time.
#pragma once

#include "server/api/request.h"

void pruning_submit(struct api *api);
