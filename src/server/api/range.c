// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/range.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

// A number at `*at`; false: there is none, or it is too large.
static bool read_number(const char **at, unsigned long long *out)
{
  char *end;
  if (!isdigit((unsigned char)**at))
    return false;
  errno = 0;
  *out = strtoull(*at, &end, 10);
  *at = end;
  return !errno;
}

enum range_kind range_read(const char *header, size_t size, size_t *first, size_t *last)
{
  unsigned long long from = 0, to = 0;
  if (!header || strncmp(header, "bytes=", 6) != 0)
    return RANGE_ALL;
  const char *at = header + 6;
  bool has_from = read_number(&at, &from);
  if (*at++ != '-')
    return RANGE_ALL;
  bool has_to = read_number(&at, &to);
  if (*at || (!has_from && !has_to) || (has_from && has_to && to < from))
    return RANGE_ALL;
  if (size == 0 || (has_from ? from >= size : to == 0))
    return RANGE_OUTSIDE;
  *first = has_from ? (size_t)from : to < size ? size - (size_t)to : 0;
  *last = has_from && has_to && to < size ? (size_t)to : size - 1;
  return RANGE_PART;
}
