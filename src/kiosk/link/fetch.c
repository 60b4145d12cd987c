// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/fetch.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdlib.h>

#define LONGEST (60 * MS_SECOND)

static bool take_snapshot(struct fetch *fetch, struct fault *fault)
{
  const struct buffer *bytes = &fetch->lane.exchange.answer;
  const char *text = bytes->bytes ? bytes->bytes : "";
  json_t *json = json_parse(text, bytes->size, fault);
  struct snapshot *snapshot = json ? snapshot_read(json, fault) : NULL;
  json_decref(json);
  if (!snapshot)
    return false;
  pictures_want(&fetch->pictures, snapshot);
  stream_follow(fetch->stream, snapshot->event);
  struct link_event event = {.kind = LINK_SNAPSHOT, .is.snapshot = {.read = snapshot, .text = memory_text(text)}};
  session_emit(fetch->lane.session, &event);
  return true;
}

static void snapshot_done(struct fetch *fetch)
{
  struct fault fault;
  enum outcome outcome = lane_outcome(&fetch->lane);
  bool ok = outcome == OUTCOME_GOOD && take_snapshot(fetch, &fault);
  if (outcome == OUTCOME_GOOD && !ok)
    lane_trouble(&fetch->lane, fault.sentence);
  if (!ok)
    fetch->lane.session->snapshot_wanted = true;
}

// One that the server does not have or that came damaged is left out until the next snapshot.
static void picture_done(struct fetch *fetch)
{
  struct fault fault;
  int status = fetch->lane.exchange.status;
  const struct buffer *bytes = &fetch->lane.exchange.answer;
  if (status != 404 && lane_outcome(&fetch->lane) == OUTCOME_AGAIN)
    return;
  struct link_event event = {.kind = LINK_PICTURE};
  COPY_TEXT(event.is.hash, fetch->pictures.missing[--fetch->pictures.missing_count]);
  if (status != 200)
    log_warning("link", "the server has no picture %s: %d", event.is.hash, status);
  else if (pictures_keep(&fetch->pictures, event.is.hash, bytes->bytes, bytes->size, &fault))
    session_emit(fetch->lane.session, &event);
  else
    log_error("link", "%s", fault.sentence);
}

static void done(void *ctx)
{
  struct fetch *fetch = ctx;
  if (fetch->at_picture)
    picture_done(fetch);
  else
    snapshot_done(fetch);
}

void fetch_init(struct fetch *fetch, struct session *session, struct stream *stream, const char *pictures)
{
  *fetch = (struct fetch){.stream = stream};
  lane_init(&fetch->lane, session, "the snapshot", done, fetch);
  pictures_init(&fetch->pictures, pictures);
}

void fetch_free(struct fetch *fetch)
{
  lane_free(&fetch->lane);
  pictures_free(&fetch->pictures);
}

static void begin_picture(struct fetch *fetch)
{
  char path[100];
  FORMAT_TEXT(path, "/api/v1/media/%s", fetch->pictures.missing[fetch->pictures.missing_count - 1]);
  struct exchange_request request = {
      .path = path, .token = fetch->lane.session->token, .longest = LONGEST, .most = MOST_PICTURE_BYTES};
  fetch->at_picture = true;
  lane_begin(&fetch->lane, &request);
}

static void begin_snapshot(struct fetch *fetch)
{
  struct session *session = fetch->lane.session;
  struct exchange_request request = {
      .path = "/api/v1/kiosk/snapshot", .token = session->token, .longest = LONGEST, .most = MOST_SNAPSHOT_BYTES};
  fetch->at_picture = false;
  session->snapshot_wanted = false; // what changes from now on makes it wanted again
  lane_begin(&fetch->lane, &request);
}

anban_ms fetch_step(struct fetch *fetch, anban_ms now)
{
  const struct session *session = fetch->lane.session;
  bool wanted = session->snapshot_wanted || fetch->pictures.missing_count > 0;
  if (!wanted || !*session->token || fetch->lane.exchange.busy)
    return -1;
  if (!lane_is_free(&fetch->lane, now))
    return fetch->lane.retry.due;
  if (session->snapshot_wanted)
    begin_snapshot(fetch);
  else
    begin_picture(fetch);
  return -1;
}
