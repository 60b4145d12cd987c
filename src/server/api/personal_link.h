// SPDX-License-Identifier: GPL-3.0-or-later
// A link that is given to one person, as the desk shows it once: what stands behind the # stays with whoever has it,
// and in no log.
#pragma once

#include "protocol/json.h"

// {"url", "svg"}: the address of `page` ("family", "visit") at `origin` with the token, and the same as a QR code.
json_t *personal_link_write(const char *origin, const char *page, const char *token);
