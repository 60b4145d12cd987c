// SPDX-License-Identifier: GPL-3.0-or-later
// What webhook and mail share of libcurl: patience, who is trusted, and which addresses may be spoken to.
#pragma once

#include "server/outbound/driver.h"

#include <curl/curl.h>

// Before there are threads.
bool outside_start(struct fault *fault);
// A transfer to this address; what comes back is thrown away. Ends within half a minute.
CURL *outside_new(const struct outbound_settings *settings, const char *url);
