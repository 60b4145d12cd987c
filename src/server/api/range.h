// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a file, as players of sound ask for it (RFC 9110, 14.2): one range of bytes. Pure.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum range_kind {
  RANGE_ALL,    // none is asked for, or in a form that may be passed over
  RANGE_PART,   // from `first` to `last`, both included
  RANGE_OUTSIDE // of a file of this size
};
// `header`: of the request, NULL when there is none.
enum range_kind range_read(const char *header, size_t size, size_t *first, size_t *last);
