// SPDX-License-Identifier: GPL-3.0-or-later
// A mail as it is sent: headers and a body of RFC 5322 in UTF-8. Pure.
#pragma once

#include "base/clock.h"
#include "base/text.h"

struct mail {
  const char *from, *to;      // addresses
  const char *id;             // of the message: the same when it comes again
  const char *subject, *text; // UTF-8
  anban_ms at;
};
void mail_write(const struct mail *mail, struct buffer *out);
