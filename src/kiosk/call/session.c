// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/session.h"

#include "base/text.h"

#define TICK (MS_SECOND / 2)
#define RATES MS_SECOND

void session_emit(struct session *session, struct call_event event)
{
  session->call->emit(session->call->ctx, &event);
}

void session_init(struct session *session, struct call_part *call)
{
  const struct call_settings *settings = &call->settings;
  *session = (struct session){.call = call, .stage = call->stage};
  session->controls.volume = 60;
  session->check.until = -1;
  session->tick_at = session->rates_at = session->levels_at = -1;
  camera_init(&session->camera, session->stage, settings, &session->no_codec);
  loudspeaker_init(&session->loudspeaker, session->stage, settings);
  microphone_init(&session->microphone, session->stage, settings, &session->loudspeaker);
}

void session_end(struct session *session)
{
  peers_close_all(session);
  devices_close(session);
  pipe_end(&session->message.pipe);
}

static void take_command(struct session *session, struct note *note, anban_ms now)
{
  switch (note->kind) {
  case NOTE_PREPARE:
    devices_open(session, note->on, now);
    break;
  case NOTE_CLOSE_ALL:
    peers_close_all(session);
    devices_close(session);
    break;
  case NOTE_SET:
    devices_set(session, &note->controls, now);
    break;
  case NOTE_CHECK:
    check_begin(session, now);
    break;
  case NOTE_RECORD:
    message_record(session, note->text, now);
    break;
  case NOTE_PLAY:
    message_play(session, note->text, now);
    break;
  case NOTE_RECORD_END:
  case NOTE_PLAY_END:
    message_end(session, note->kind == NOTE_RECORD_END, now);
    break;
  default:
    peers_command(session, note, now);
    break;
  }
}

void session_take(struct session *session, struct note *note, anban_ms now)
{
  if (note->serial == 0)
    take_command(session, note, now);
  else if (!devices_take(session, note, now) && !message_take(session, note, now))
    peers_take(session, note, now);
  note_free(note);
  bool busy = devices_are_open(session) || peers_any(session) || session->message.pipe.top;
  if (busy && session->tick_at < 0)
    session->tick_at = session->rates_at = now;
}

void session_tick(struct session *session, anban_ms now)
{
  if (session->tick_at < 0 || now < session->tick_at)
    return;
  devices_tick(session, now);
  peers_tick(session, now);
  message_tick(session, now);
  check_tick(session, now);
  if (now >= session->rates_at) {
    peers_share_rates(session, now);
    session->rates_at = now + RATES;
  }
  bool busy = devices_are_open(session) || peers_any(session) || session->message.pipe.top;
  session->tick_at = busy ? now + TICK : -1;
}

anban_ms session_wake_at(const struct session *session)
{
  return session->tick_at;
}
