// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/clock.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

// Written once, before threads start.
static enum log_level most = LOG_INFO;

void log_set_level(enum log_level level)
{
  most = level;
}

void log_line(enum log_level level, const char *part, const char *format, ...)
{
  static const char *const names[] = {"error", "warning", "info", "debug"};
  if (level > most)
    return;
  char line[1024];
  anban_ms now = clock_wall();
  time_t seconds = (time_t)(now / MS_SECOND);
  struct tm tm;
  gmtime_r(&seconds, &tm);
  char time_text[24];
  strftime(time_text, sizeof time_text, "%Y-%m-%dT%H:%M:%S", &tm);
  int head = snprintf(line, sizeof line, "%s.%03dZ %-7s %s: ", time_text, (int)(now % MS_SECOND), names[level], part);
  va_list args;
  va_start(args, format);
  vsnprintf(line + head, sizeof line - (size_t)head, format, args);
  va_end(args);
  fprintf(stderr, "%s\n", line);
}
