// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>

bool fault_set(struct fault *fault, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  vsnprintf(fault->sentence, sizeof fault->sentence, format, args);
  va_end(args);
  return false;
}
