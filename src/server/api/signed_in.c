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

// Sessions under which somebody listens.
struct session {
  enum cookie kind;
  char token[TOKEN_SIZE];
  bool is_good;
  anban_ms seen_at;
};

struct look {
  struct api *api;
  struct session *sessions;
  int count, room;
  anban_ms now;
};

// A kiosk's stream outlives its token, which is a new one each day; a kiosk that is revoked is sent away by its id.
static void add(void *ctx, enum hub_stream stream, const char *token)
{
  struct look *look = ctx;
  if (stream == HUB_KIOSKS)
    return;
  if (look->count == look->room) {
    look->room = look->room ? look->room * 2 : 64;
    look->sessions = memory_resize(look->sessions, (size_t)look->room * sizeof *look->sessions);
  }
  struct session *session = &look->sessions[look->count++];
  *session = (struct session){.kind = stream == HUB_DESK ? COOKIE_STAFF : COOKIE_FAMILY};
  COPY_TEXT(session->token, token);
}

static bool find(struct db *db, struct session *session, anban_ms now)
{
  struct staff staff;
  struct family_member member;
  return session->kind == COOKIE_STAFF ? session_staff(db, session->token, now, &staff, &session->seen_at)
                                       : family_session_member(db, session->token, now, &member, &session->seen_at);
}

// Who can't be looked up now is asked for again soon.
static void read_sessions(struct db *db, void *ctx)
{
  struct look *look = ctx;
  struct fault fault;
  for (int i = 0; i < look->count; i++) {
    struct session *session = &look->sessions[i];
    session->seen_at = look->now;
    session->is_good = find(db, session, look->now) || db_fault_take(db, &fault);
  }
}

static void sessions_read(void *ctx)
{
  struct look *look = ctx;
  for (int i = 0; i < look->count; i++) {
    const struct session *session = &look->sessions[i];
    if (session->is_good)
      signed_in_note(look->api, session->kind, session->token, session->seen_at, look->now);
    else
      streams_close_of(look->api, session->token);
  }
  free(look->sessions);
  free(look);
}

void signed_in_look_at_streams(struct api *api)
{
  struct look *look = memory_new(sizeof *look);
  look->api = api;
  look->now = clock_wall();
  streams_each(api, add, look);
  if (look->count > 0 && reader_submit(api->parts.large, &(struct read_job){read_sessions, sessions_read, look}))
    return;
  free(look->sessions); // nobody listens, or the server is busy: the next time
  free(look);
}
