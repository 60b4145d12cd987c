// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/watch.h"

void watch_offered(struct watch *watch, anban_ms now)
{
  watch->offered_at = now;
  watch->packets = 0;
  watch->connected = false;
}

void watch_connected(struct watch *watch, anban_ms now)
{
  watch->connected = true;
  watch->heard_at = now;
}

static enum watch_news hear(struct watch *watch, unsigned packets, anban_ms now)
{
  bool was_silent = watch->silent;
  watch->packets = packets;
  watch->heard_at = now;
  watch->silent = false;
  return was_silent ? WATCH_IS_BACK : WATCH_NOTHING;
}

enum watch_news watch_step(struct watch *watch, unsigned packets, anban_ms now)
{
  if (!watch->connected)
    return now - watch->offered_at < WATCH_SETUP ? WATCH_NOTHING : WATCH_LATE;
  if (packets != watch->packets)
    return hear(watch, packets, now);
  if (watch->silent || now - watch->heard_at < WATCH_SILENT)
    return WATCH_NOTHING;
  watch->silent = true;
  return WATCH_IS_SILENT;
}
