// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/call.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "kiosk/call/talk.h"

#include <stdlib.h>

void call_init(struct call_part *call, const struct call_settings *settings,
               void (*emit)(void *ctx, struct call_event *event), void (*picture)(void *ctx), void *ctx)
{
  *call = (struct call_part){.settings = *settings, .emit = emit, .ctx = ctx};
  call->stage = stage_new(picture, ctx);
}

static void work(struct call_part *call)
{
  struct talk *talk = memory_new(sizeof *talk);
  struct note note;
  talk_init(talk, call);
  // Closed and empty is the end; a deadline that has passed is not.
  for (;;) {
    anban_ms deadline = talk_wake_at(talk);
    bool got = mailbox_wait(&call->stage->notes, &note, deadline);
    anban_ms now = clock_steady();
    if (got)
      talk_take(talk, &note, now);
    else if (deadline < 0 || now < deadline)
      break;
    talk_tick(talk, now);
  }
  talk_end(talk);
  free(talk);
}

static void *run(void *ctx)
{
  struct call_part *call = ctx;
  GError *error = NULL;
  pthread_setname_np(pthread_self(), "call");
  if (!gst_init_check(NULL, NULL, &error)) {
    log_error("call", "GStreamer can't start: %s", error->message);
    g_error_free(error);
    return NULL;
  }
  call->stage->clock = gst_system_clock_obtain();
  call->stage->base = gst_clock_get_time(call->stage->clock);
  work(call);
  return NULL;
}

bool call_start(struct call_part *call, struct fault *fault)
{
  int error = pthread_create(&call->thread, NULL, run, call);
  call->started = error == 0;
  return call->started || fault_set(fault, "calls can't start a thread: error %d", error);
}

void call_stop(struct call_part *call)
{
  mailbox_close(&call->stage->notes);
}

void call_join(struct call_part *call)
{
  call_stop(call);
  if (call->started)
    pthread_join(call->thread, NULL);
  call->started = false;
  gallery_close(&call->stage->gallery);
  stage_unref(call->stage);
  call->stage = NULL;
}

static void send(struct call_part *call, struct note note)
{
  stage_note(call->stage, note);
}

static struct call_ice *copy_of(const struct call_ice *ice)
{
  if (!ice)
    return NULL;
  struct call_ice *copy = memory_new(sizeof *copy);
  *copy = *ice;
  return copy;
}

static struct note note_about(enum note_kind kind, const char *peer)
{
  struct note note = {.kind = kind};
  COPY_TEXT(note.peer, peer);
  return note;
}

void call_open(struct call_part *call, const char *peer, const struct call_ice *ice, bool video)
{
  struct note note = note_about(NOTE_OPEN, peer);
  note.ice = copy_of(ice);
  note.on = video;
  send(call, note);
}

void call_answer(struct call_part *call, const char *peer, int round, const char *sdp)
{
  struct note note = note_about(NOTE_ANSWER, peer);
  note.round = round;
  note.text = memory_text(sdp);
  send(call, note);
}

void call_candidate(struct call_part *call, const char *peer, int round, int line, const char *candidate)
{
  struct note note = note_about(NOTE_CANDIDATE, peer);
  note.round = round;
  note.line = line;
  note.text = memory_text(candidate);
  send(call, note);
}

void call_renew(struct call_part *call, const char *peer, const struct call_ice *ice)
{
  struct note note = note_about(NOTE_RENEW, peer);
  note.ice = copy_of(ice);
  send(call, note);
}

void call_close(struct call_part *call, const char *peer)
{
  send(call, note_about(NOTE_CLOSE, peer));
}

void call_close_all(struct call_part *call)
{
  send(call, (struct note){.kind = NOTE_CLOSE_ALL});
}

void call_set(struct call_part *call, const struct call_controls *controls)
{
  send(call, (struct note){.kind = NOTE_SET, .controls = *controls});
}

void call_check(struct call_part *call)
{
  send(call, (struct note){.kind = NOTE_CHECK});
}

static void send_file(struct call_part *call, enum note_kind kind, const char *id, const char *path)
{
  struct note note = note_about(kind, id);
  note.text = memory_text(path);
  send(call, note);
}

void call_record(struct call_part *call, const char *id, const char *path)
{
  send_file(call, NOTE_RECORD, id, path);
}

void call_record_end(struct call_part *call)
{
  send(call, (struct note){.kind = NOTE_RECORD_END});
}

void call_play(struct call_part *call, const char *id, const char *path)
{
  send_file(call, NOTE_PLAY, id, path);
}

void call_play_end(struct call_part *call)
{
  send(call, (struct note){.kind = NOTE_PLAY_END});
}

void call_show(struct call_part *call, const char *who, int width, int height)
{
  struct note note = note_about(NOTE_SHOW, who);
  note.width = width;
  note.height = height;
  send(call, note);
}

bool call_take_picture(struct call_part *call, const char *who, struct picture *out)
{
  return gallery_take(&call->stage->gallery, who, out);
}
