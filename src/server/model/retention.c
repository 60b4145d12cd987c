// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/retention.h"

#include "server/model/call_log.h"
#include "server/model/family_session.h"
#include "server/model/helper_links.h"
#include "server/model/kiosk.h"
#include "server/model/media.h"
#include "server/model/messages.h"
#include "server/model/residents.h"
#include "server/model/session.h"
#include "server/model/voice_message.h"
#include "server/store/events.h"
#include "server/store/outbound.h"

#define RETENTION_EVERY_MS (5 * MS_MINUTE)
#define MOST_AT_ONCE 2000
#define OUTBOUND_KEPT_MS (30 * MS_DAY)
#define MEDIA_KEPT_MS MS_DAY // a picture is sent up before the dish or person that shows it

void retention_prune(struct db *db, anban_ms now)
{
  session_prune(db, now);
  family_session_prune(db, now);
  helper_links_prune(db, now);
  kiosk_token_prune(db, now);
  events_prune(db, now - EVENTS_KEPT_MS, MOST_AT_ONCE);
  messages_prune(db, now - MESSAGES_KEPT_MS, MOST_AT_ONCE);
  call_log_prune(db, now - CALL_LOG_KEPT_MS, MOST_AT_ONCE);
  voice_message_prune(db, now - VOICE_MESSAGES_KEPT_MS, MOST_AT_ONCE);
  residents_forget(db, now - LEFT_KEPT_MS);
  outbound_prune(db, now - OUTBOUND_KEPT_MS);
  media_prune(db, now - MEDIA_KEPT_MS, MOST_AT_ONCE);
}

bool retention_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  retention_prune(db, now);
  timer_set(db, timer->kind, timer->subject, now, now + RETENTION_EVERY_MS, "");
  return true;
}
