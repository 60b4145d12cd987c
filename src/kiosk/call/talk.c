// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/talk.h"

#include "base/text.h"

#define TICK (MS_SECOND / 2)
#define RATES MS_SECOND

void talk_emit(struct talk *talk, struct call_event event)
{
  talk->call->emit(talk->call->ctx, &event);
}

void talk_init(struct talk *talk, struct call_part *call)
{
  const struct call_settings *settings = &call->settings;
  *talk = (struct talk){.call = call, .stage = call->stage};
  talk->controls.volume = 60;
  talk->check.until = -1;
  talk->tick_at = talk->rates_at = -1;
  camera_init(&talk->camera, talk->stage, settings, &talk->no_codec);
  loudspeaker_init(&talk->loudspeaker, talk->stage, settings);
  microphone_init(&talk->microphone, talk->stage, settings, &talk->loudspeaker);
}

void talk_end(struct talk *talk)
{
  peers_close_all(talk);
  devices_close(talk);
  pipe_end(&talk->recorder.pipe);
  codec_free(&talk->camera.codec);
}

static void take_command(struct talk *talk, struct note *note, anban_ms now)
{
  switch (note->kind) {
  case NOTE_CLOSE_ALL:
    peers_close_all(talk);
    devices_close(talk);
    break;
  case NOTE_SET:
    devices_set(talk, &note->controls, now);
    break;
  case NOTE_CHECK:
    check_begin(talk, now);
    break;
  case NOTE_RECORD:
    voice_message_recorder_record(talk, note->peer, note->text, now);
    break;
  case NOTE_PLAY:
    voice_message_recorder_play(talk, note->peer, note->text, now);
    break;
  case NOTE_RECORD_END:
  case NOTE_PLAY_END:
    voice_message_recorder_end(talk, note->kind == NOTE_RECORD_END, now);
    break;
  case NOTE_OPEN:
  case NOTE_ANSWER:
  case NOTE_CANDIDATE:
  case NOTE_RENEW:
  case NOTE_CLOSE:
  case NOTE_SHOW:
    peers_command(talk, note, now);
    break;
  case NOTE_FLOWS:
  case NOTE_BROKEN:
  case NOTE_ENDED:
  case NOTE_LEVEL:
  case NOTE_LATENCY:
  case NOTE_OFFERED:
  case NOTE_WAY:
  case NOTE_CONNECTED:
  case NOTE_REFUSED:
  case NOTE_KEY: // of a pipeline
    break;
  }
}

void talk_take(struct talk *talk, struct note *note, anban_ms now)
{
  if (note->serial == 0)
    take_command(talk, note, now);
  else if (!devices_take(talk, note, now) && !voice_message_recorder_take(talk, note, now))
    peers_take(talk, note, now);
  note_free(note);
  bool busy = devices_are_open(talk) || peers_any(talk) || talk->recorder.pipe.top;
  if (busy && talk->tick_at < 0)
    talk->tick_at = talk->rates_at = now;
}

void talk_tick(struct talk *talk, anban_ms now)
{
  if (talk->tick_at < 0 || now < talk->tick_at)
    return;
  devices_tick(talk, now);
  peers_tick(talk, now);
  voice_message_recorder_tick(talk, now);
  check_tick(talk, now);
  if (now >= talk->rates_at) {
    peers_share_rates(talk, now);
    talk->rates_at = now + RATES;
  }
  bool busy = devices_are_open(talk) || peers_any(talk) || talk->recorder.pipe.top;
  talk->tick_at = busy ? now + TICK : -1;
}

anban_ms talk_wake_at(const struct talk *talk)
{
  return talk->tick_at;
}
