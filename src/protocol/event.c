// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/event.h"

#include <string.h>

static const char *kind_code_at(int kind)
{
  static const char *const codes[EVENT_KINDS] = {
      [EVENT_HELLO] = "hello",
      [EVENT_CATALOGUE_CHANGED] = "catalogue.changed",
      [EVENT_KIOSK] = "kiosk",
      [EVENT_CALL] = "call",
      [EVENT_REACH] = "reach",
      [EVENT_CALL_LOG] = "call.log",
      [EVENT_VOICE_MESSAGE] = "voice.message",
  };
  return codes[kind];
}

const char *event_kind_code(enum event_kind kind)
{
  return kind_code_at((int)kind);
}

enum event_kind event_kind_of(const char *code)
{
  int i = 0;
  while (i < EVENT_KINDS && strcmp(kind_code_at(i), code) != 0)
    i++;
  return (enum event_kind)i;
}
