// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/fetch.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdlib.h>

#define LONGEST (60 * MS_SECOND)

static void tell_voices(struct fetch *fetch)
{
  struct link_event event = {.kind = LINK_VOICES};
  session_emit(fetch->queue.session, &event);
}

static bool take_snapshot(struct fetch *fetch, struct fault *fault)
{
  const struct buffer *bytes = &fetch->queue.transfer.answer;
  const char *text = bytes->bytes ? bytes->bytes : "";
  json_t *json = json_parse(text, bytes->size, fault);
  struct snapshot *snapshot = json ? snapshot_read(json, fault) : NULL;
  json_decref(json);
  if (!snapshot)
    return false;
  pictures_want(&fetch->pictures, snapshot);
  voice_messages_want(fetch->stream->messages, snapshot);
  if (packs_want(&fetch->packs, snapshot))
    tell_voices(fetch);
  stream_follow(fetch->stream, snapshot->event);
  struct link_event event = {.kind = LINK_SNAPSHOT, .is.snapshot = {.read = snapshot, .text = memory_text(text)}};
  session_emit(fetch->queue.session, &event);
  return true;
}

static void snapshot_done(struct fetch *fetch)
{
  struct fault fault;
  enum outcome outcome = request_queue_outcome(&fetch->queue);
  bool ok = outcome == OUTCOME_GOOD && take_snapshot(fetch, &fault);
  if (outcome == OUTCOME_GOOD && !ok)
    request_queue_trouble(&fetch->queue, fault.sentence);
  if (!ok)
    fetch->queue.session->snapshot_wanted = true;
}

// The server does not have it.
static bool is_missing(const struct fetch *fetch)
{
  return fetch->queue.transfer.status == 404 && request_queue_is_refusal(&fetch->queue);
}

// One that the server does not have or that came damaged is left out until the next snapshot.
static void picture_done(struct fetch *fetch)
{
  struct fault fault;
  int status = fetch->queue.transfer.status;
  const struct buffer *bytes = &fetch->queue.transfer.answer;
  if (!is_missing(fetch) && request_queue_outcome(&fetch->queue) == OUTCOME_AGAIN)
    return;
  struct link_event event = {.kind = LINK_PICTURE};
  COPY_TEXT(event.is.hash, fetch->pictures.missing[--fetch->pictures.missing_count]);
  if (status != 200)
    log_warning("link", "the server has no picture %s: %d", event.is.hash, status);
  else if (pictures_keep(&fetch->pictures, event.is.hash, bytes->bytes, bytes->size, &fault))
    session_emit(fetch->queue.session, &event);
  else
    log_error("link", "%s", fault.sentence);
}

static void voice_done(struct fetch *fetch)
{
  const struct buffer *bytes = &fetch->queue.transfer.answer;
  int status = fetch->queue.transfer.status;
  if (!is_missing(fetch) && request_queue_outcome(&fetch->queue) == OUTCOME_AGAIN)
    return;
  if (packs_take(&fetch->packs, status, bytes->bytes, bytes->size))
    tell_voices(fetch);
}

static void done(void *ctx)
{
  struct fetch *fetch = ctx;
  switch (fetch->errand) {
  case FETCH_SNAPSHOT:
    snapshot_done(fetch);
    break;
  case FETCH_PICTURE:
    picture_done(fetch);
    break;
  case FETCH_VOICE:
    voice_done(fetch);
    break;
  }
}

void fetch_init(struct fetch *fetch, struct session *session, struct stream *stream, const char *pictures,
                const char *voices)
{
  *fetch = (struct fetch){.stream = stream};
  request_queue_init(&fetch->queue, session, "the snapshot", done, fetch);
  pictures_init(&fetch->pictures, pictures);
  packs_init(&fetch->packs, voices);
}

void fetch_free(struct fetch *fetch)
{
  request_queue_free(&fetch->queue);
  pictures_free(&fetch->pictures);
  packs_free(&fetch->packs);
}

static void begin(struct fetch *fetch, enum errand errand, const char *path, size_t most)
{
  struct http_transfer_request request = {
      .path = path, .token = fetch->queue.session->token, .longest = LONGEST, .most = most};
  fetch->errand = errand;
  request_queue_begin(&fetch->queue, &request);
}

static void begin_snapshot(struct fetch *fetch)
{
  fetch->queue.session->snapshot_wanted = false; // what changes from now on makes it wanted again
  begin(fetch, FETCH_SNAPSHOT, "/api/v1/kiosk/snapshot", MOST_SNAPSHOT_BYTES);
}

static void begin_picture(struct fetch *fetch)
{
  char path[100];
  FORMAT_TEXT(path, "/api/v1/media/%s", fetch->pictures.missing[fetch->pictures.missing_count - 1]);
  begin(fetch, FETCH_PICTURE, path, MOST_PICTURE_BYTES);
}

anban_ms fetch_step(struct fetch *fetch, anban_ms now)
{
  const struct session *session = fetch->queue.session;
  char voice[120];
  bool wants_picture = fetch->pictures.missing_count > 0, wants_voice = packs_next(&fetch->packs, voice);
  bool wanted = session->snapshot_wanted || wants_picture || wants_voice;
  if (!wanted || !*session->token || fetch->queue.transfer.busy)
    return -1;
  if (!request_queue_is_free(&fetch->queue, now))
    return fetch->queue.retry.due;
  if (session->snapshot_wanted)
    begin_snapshot(fetch);
  else if (wants_picture)
    begin_picture(fetch);
  else
    begin(fetch, FETCH_VOICE, voice, MOST_PACK_BYTES);
  return -1;
}
