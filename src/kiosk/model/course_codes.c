// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/course.h"

#include <string.h>

const char *course_state_code(enum course_state state)
{
  static const char *const codes[COURSE_STATES] = {"idle",    "calling",      "ringing", "connecting",
                                                   "talking", "reconnecting", "over"};
  return codes[state];
}

const char *course_kind_code(enum course_kind kind)
{
  static const char *const codes[COURSE_KINDS] = {
      "person call",    "person join",    "person answer",   "person decline",  "person hang_up",   "server posted",
      "server refused", "server resumed", "server away",     "signal ring",     "signal ringing",   "signal accept",
      "signal decline", "signal join",    "signal offer",    "signal answer",   "signal candidate", "signal renew",
      "signal state",   "signal update",  "signal gone",     "signal back",     "signal bye",       "signal over",
      "media offer",    "media answer",   "media candidate", "media connected", "media silent",     "media back",
      "media failed",   "time passed"};
  return codes[kind];
}

enum course_kind course_kind_of(const char *code)
{
  int kind = 0;
  while (kind < COURSE_KINDS && strcmp(course_kind_code((enum course_kind)kind), code) != 0)
    kind++;
  return (enum course_kind)kind;
}
