// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/call_machine.h"

#include <string.h>

const char *call_machine_state_code(enum call_machine_state state)
{
  static const char *const codes[CALL_MACHINE_STATES] = {"idle",    "calling",      "ringing", "connecting",
                                                         "talking", "reconnecting", "over"};
  return codes[state];
}

const char *call_machine_kind_code(enum call_machine_kind kind)
{
  static const char *const codes[CALL_MACHINE_KINDS] = {
      "person call",    "person join",    "person answer",   "person decline",  "person hang_up",   "server posted",
      "server refused", "server resumed", "server away",     "signal ring",     "signal ringing",   "signal accept",
      "signal decline", "signal join",    "signal offer",    "signal answer",   "signal candidate", "signal renew",
      "signal state",   "signal update",  "signal gone",     "signal back",     "signal bye",       "signal over",
      "media offer",    "media answer",   "media candidate", "media connected", "media silent",     "media back",
      "media failed",   "time passed"};
  return codes[kind];
}

enum call_machine_kind call_machine_kind_of(const char *code)
{
  int kind = 0;
  while (kind < CALL_MACHINE_KINDS && strcmp(call_machine_kind_code((enum call_machine_kind)kind), code) != 0)
    kind++;
  return (enum call_machine_kind)kind;
}
