// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/signed_in.h"

#include "base/memory.h"
#include "server/api/streams.h"

#include <stdlib.h>

static bool write_seen(struct db *db, void *token, struct fault *fault)
{
  session_seen(db, token, clock_wall());
  return true;
}

static bool write_family_seen(struct db *db, void *token, struct fault *fault)
{
  family_session_seen(db, token, clock_wall());
  return true;
}

static void forget_token(void *token, bool committed, const struct fault *fault)
{
  free(token);
}

void signed_in_note(struct api *api, enum cookie kind, const char *token, anban_ms seen_at, anban_ms now)
{
  bool is_staff = kind == COOKIE_STAFF;
  if (now - seen_at <= (is_staff ? SESSION_SEEN_EVERY_MS : FAMILY_SEEN_EVERY_MS))
    return;
  struct write_job job = {is_staff ? write_seen : write_family_seen, forget_token, memory_text(token)};
  if (!writer_submit(api->parts.writer, &job))
    free(job.ctx);
}

static bool find(struct db *db, enum cookie kind, const char *token, anban_ms now, anban_ms *seen_at)
{
  struct staff staff;
  struct family_member member;
  return kind == COOKIE_STAFF ? session_staff(db, token, now, &staff, seen_at)
                              : family_session_member(db, token, now, &member, seen_at);
}

// A kiosk's stream outlives its token, which is a new one each day; a kiosk that is revoked is sent away by its id.
static bool goes_on(struct api *api, enum hub_stream stream, const char *token)
{
  struct fault fault;
  anban_ms seen_at = 0, now = clock_wall();
  enum cookie kind = stream == HUB_DESK ? COOKIE_STAFF : COOKIE_FAMILY;
  if (stream == HUB_KIOSKS)
    return true;
  bool is_good = find(api->parts.reader, kind, token, now, &seen_at);
  if (db_fault_take(api->parts.reader, &fault))
    return true; // who can't be looked up now is asked for again soon
  if (is_good)
    signed_in_note(api, kind, token, seen_at, now);
  return is_good;
}

void signed_in_look_at_streams(struct api *api)
{
  streams_close_unless(api, goes_on);
}
