// SPDX-License-Identifier: GPL-3.0-or-later
// A message that is left when nobody answers, recorded or played.
#include "kiosk/call/session.h"

#include "base/text.h"

#include <unistd.h>

#define BEGIN_WITHIN (5 * MS_SECOND)
#define END_WITHIN (3 * MS_SECOND)
#define SAMPLES "audio/x-raw,format=S16LE,rate=48000,channels=1"
#define PLAY_MOST (10 * MS_MINUTE)

static void finish(struct session *session, const char *sentence, anban_ms now)
{
  struct message *message = &session->message;
  struct call_event event = {.kind = message->recording ? CALL_RECORDED : CALL_PLAYED};
  event.milliseconds = message->began_at < 0 ? 0 : (int)(now - message->began_at);
  COPY_TEXT(event.sentence, sentence);
  pipe_end(&message->pipe);
  if (message->recording && *sentence)
    unlink(message->path);
  *message = (struct message){0};
  session_emit(session, event);
}

// A file has a time of its own, not the call's.
static void begin(struct session *session, const char *description, anban_ms now)
{
  struct message *message = &session->message;
  struct fault fault;
  if (!pipe_build(&message->pipe, session->stage, description, &fault)) {
    finish(session, fault.sentence, now);
    return;
  }
  gst_element_set_start_time(message->pipe.top, 0);
  g_object_set(pipe_part(&message->pipe, "file"), "location", message->path, NULL);
  pipe_tell_flow(&message->pipe, session->stage, "out");
  pipe_play(&message->pipe, session->stage);
}

static bool prepare(struct session *session, bool recording, const char *path, anban_ms now)
{
  if (session->message.pipe.top || devices_are_open(session)) {
    struct call_event event = {.kind = recording ? CALL_RECORDED : CALL_PLAYED};
    COPY_TEXT(event.sentence, "the devices are in use");
    session_emit(session, event);
    return false;
  }
  session->message = (struct message){.recording = recording, .began_at = -1, .until = now + BEGIN_WITHIN};
  COPY_TEXT(session->message.path, path);
  return true;
}

void message_record(struct session *session, const char *path, anban_ms now)
{
  char source[400];
  char description[1000];
  struct fault fault;
  if (!prepare(session, true, path, now))
    return;
  if (source_is_none(session->call->settings.microphone) || session->controls.curtain) {
    finish(session, "there is no microphone", now);
    return;
  }
  if (!source_microphone(session->call->settings.microphone, source, sizeof source, &fault)) {
    finish(session, fault.sentence, now);
    return;
  }
  FORMAT_TEXT(description,
              "%s ! audioconvert ! audioresample ! " SAMPLES " ! queue ! opusenc name=out bitrate=24000 "
              "audio-type=voice ! oggmux ! filesink name=file",
              source);
  begin(session, description, now);
}

void message_play(struct session *session, const char *path, anban_ms now)
{
  char sink[300] = "fakesink sync=true";
  char description[1000];
  struct fault fault;
  const char *setting = session->call->settings.loudspeaker;
  if (!prepare(session, false, path, now))
    return;
  if (!source_is_none(setting) && !source_loudspeaker(setting, sink, sizeof sink, &fault)) {
    finish(session, fault.sentence, now);
    return;
  }
  double volume = session->controls.volume * session->controls.volume / 10000.0;
  FORMAT_TEXT(description,
              "filesrc name=file ! decodebin ! audioconvert ! audioresample ! " SAMPLES
              " ! volume volume=%.4f name=out ! audioconvert ! audioresample ! %s",
              volume, sink);
  begin(session, description, now);
}

void message_end(struct session *session, bool recording, anban_ms now)
{
  struct message *message = &session->message;
  if (!message->pipe.top || message->recording != recording || message->ending)
    return;
  if (!recording || message->began_at < 0) {
    finish(session, recording ? "nothing was recorded" : "", now);
    return;
  }
  message->ending = true;
  message->until = now + END_WITHIN;
  gst_element_send_event(message->pipe.top, gst_event_new_eos());
}

bool message_take(struct session *session, const struct note *note, anban_ms now)
{
  struct message *message = &session->message;
  if (!message->pipe.top || note->serial != message->pipe.serial)
    return false;
  if (note->kind == NOTE_FLOWS) {
    message->began_at = now;
    message->until = now + (message->recording ? CALL_MESSAGE_SECONDS * MS_SECOND : PLAY_MOST);
  }
  if (note->kind == NOTE_BROKEN)
    finish(session, note->text ? note->text : "it broke", now);
  else if (note->kind == NOTE_ENDED)
    finish(session, "", now);
  return true;
}

void message_tick(struct session *session, anban_ms now)
{
  struct message *message = &session->message;
  if (!message->pipe.top || now < message->until)
    return;
  if (message->began_at < 0)
    finish(session, message->recording ? "the microphone gives no sound" : "the file gives no sound", now);
  else if (message->ending)
    finish(session, "the file could not be finished", now);
  else
    message_end(session, message->recording, now);
}
