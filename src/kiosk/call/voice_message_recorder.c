// SPDX-License-Identifier: GPL-3.0-or-later
// A message that is left when nobody answers, recorded or played.
#include "kiosk/call/talk.h"

#include "base/text.h"

#include <unistd.h>

#define BEGIN_WITHIN (5 * MS_SECOND)
#define END_WITHIN (3 * MS_SECOND)
#define SAMPLES "audio/x-raw,format=S16LE,rate=48000,channels=1"
#define PLAY_MOST (10 * MS_MINUTE)

static void finish(struct talk *talk, const char *sentence, anban_ms now)
{
  struct voice_message_recorder *recorder = &talk->recorder;
  struct call_event event = {.kind = recorder->recording ? CALL_RECORDED : CALL_PLAYED};
  bool lost = recorder->recording && *sentence;
  event.milliseconds = recorder->began_at < 0 || lost ? 0 : (int)(now - recorder->began_at);
  COPY_TEXT(event.peer, recorder->id);
  COPY_TEXT(event.sentence, sentence);
  pipe_end(&recorder->pipe);
  if (lost)
    unlink(recorder->path);
  *recorder = (struct voice_message_recorder){0};
  talk_emit(talk, event);
}

// A file has a time of its own, not the call's.
static void begin(struct talk *talk, const char *description, anban_ms now)
{
  struct voice_message_recorder *recorder = &talk->recorder;
  struct fault fault;
  if (!pipe_build(&recorder->pipe, talk->stage, description, &fault)) {
    finish(talk, fault.sentence, now);
    return;
  }
  gst_element_set_start_time(recorder->pipe.top, 0);
  g_object_set(pipe_part(&recorder->pipe, "file"), "location", recorder->path, NULL);
  pipe_tell_flow(&recorder->pipe, talk->stage, "out");
  pipe_play(&recorder->pipe, talk->stage);
}

static bool prepare(struct talk *talk, bool recording, const char *id, const char *path, anban_ms now)
{
  if (talk->recorder.pipe.top || devices_are_open(talk)) {
    struct call_event event = {.kind = recording ? CALL_RECORDED : CALL_PLAYED};
    COPY_TEXT(event.peer, id);
    COPY_TEXT(event.sentence, "the devices are in use");
    talk_emit(talk, event);
    return false;
  }
  talk->recorder = (struct voice_message_recorder){.recording = recording, .began_at = -1, .until = now + BEGIN_WITHIN};
  COPY_TEXT(talk->recorder.id, id);
  COPY_TEXT(talk->recorder.path, path);
  return true;
}

void voice_message_recorder_record(struct talk *talk, const char *id, const char *path, anban_ms now)
{
  char source[400];
  char description[1000];
  struct fault fault;
  if (!prepare(talk, true, id, path, now))
    return;
  if (source_is_none(talk->call->settings.microphone) || talk->controls.curtain) {
    finish(talk, "there is no microphone", now);
    return;
  }
  if (!source_microphone(talk->call->settings.microphone, source, sizeof source, &fault)) {
    finish(talk, fault.sentence, now);
    return;
  }
  FORMAT_TEXT(description,
              "%s ! audioconvert ! audioresample ! " SAMPLES
              " ! level name=level interval=500000000 ! queue ! opusenc name=out bitrate=24000 "
              "audio-type=voice ! oggmux ! filesink name=file",
              source);
  begin(talk, description, now);
}

void voice_message_recorder_play(struct talk *talk, const char *id, const char *path, anban_ms now)
{
  char sink[300] = "fakesink sync=true";
  char description[1000];
  struct fault fault;
  const char *setting = talk->call->settings.loudspeaker;
  if (!prepare(talk, false, id, path, now))
    return;
  if (!source_is_none(setting) && !source_loudspeaker(setting, sink, sizeof sink, &fault)) {
    finish(talk, fault.sentence, now);
    return;
  }
  double volume = talk->controls.volume * talk->controls.volume / 10000.0;
  FORMAT_TEXT(description,
              "filesrc name=file ! decodebin ! audioconvert ! audioresample ! " SAMPLES
              " ! volume volume=%.4f name=out ! audioconvert ! audioresample ! %s",
              volume, sink);
  begin(talk, description, now);
}

void voice_message_recorder_end(struct talk *talk, bool recording, anban_ms now)
{
  struct voice_message_recorder *recorder = &talk->recorder;
  if (!recorder->pipe.top || recorder->recording != recording || recorder->ending)
    return;
  if (!recording || recorder->began_at < 0) {
    finish(talk, recording ? "nothing was recorded" : "", now);
    return;
  }
  recorder->ending = true;
  recorder->until = now + END_WITHIN;
  gst_element_send_event(recorder->pipe.top, gst_event_new_eos());
}

bool voice_message_recorder_take(struct talk *talk, const struct note *note, anban_ms now)
{
  struct voice_message_recorder *recorder = &talk->recorder;
  if (!recorder->pipe.top || note->serial != recorder->pipe.serial)
    return false;
  if (note->kind == NOTE_FLOWS) {
    recorder->began_at = now;
    recorder->until = now + (recorder->recording ? CALL_MESSAGE_SECONDS * MS_SECOND : PLAY_MOST);
  }
  if (note->kind == NOTE_LEVEL && recorder->recording)
    talk_emit(talk, (struct call_event){.kind = CALL_LEVELS, .levels = {devices_db(note->level), -90}});
  if (note->kind == NOTE_BROKEN)
    finish(talk, note->text ? note->text : "it broke", now);
  else if (note->kind == NOTE_ENDED)
    finish(talk, "", now);
  return true;
}

void voice_message_recorder_tick(struct talk *talk, anban_ms now)
{
  struct voice_message_recorder *recorder = &talk->recorder;
  if (!recorder->pipe.top || now < recorder->until)
    return;
  if (recorder->began_at < 0)
    finish(talk, recorder->recording ? "the microphone gives no sound" : "the file gives no sound", now);
  else if (recorder->ending)
    finish(talk, "the file could not be finished", now);
  else
    voice_message_recorder_end(talk, recorder->recording, now);
}
