// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/session.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

#define FLOOR_DB (-90)

static void each(struct session *session, struct device *out[3])
{
  out[0] = &session->camera.device;
  out[1] = &session->microphone.device;
  out[2] = &session->loudspeaker.device;
}

static void tell(struct session *session)
{
  struct device *devices[3];
  each(session, devices);
  struct call_devices now = {device_state(devices[0]), device_state(devices[1]), device_state(devices[2])};
  if (session->with_picture && *session->no_codec.sentence)
    now.camera = CALL_DEVICE_MISSING;
  if (memcmp(&now, &session->told, sizeof now) == 0)
    return;
  session->told = now;
  struct call_event event = {.kind = CALL_DEVICES, .devices = now};
  if (session->with_picture)
    COPY_TEXT(event.sentence, session->no_codec.sentence);
  for (int i = 0; i < 3 && !*event.sentence; i++)
    COPY_TEXT(event.sentence, devices[i]->missing.sentence);
  session_emit(session, event);
}

// The microphone begins when it is known what plays: it takes away what that says.
static void follow_loudspeaker(struct session *session, anban_ms now)
{
  struct device *microphone = &session->microphone.device;
  if (microphone->open)
    device_again(microphone, now);
  else
    device_open(microphone, now);
}

void devices_open(struct session *session, bool video, anban_ms now)
{
  if (video && !*session->no_codec.sentence)
    device_open(&session->camera.device, now);
  session->with_picture = session->with_picture || video;
  if (!session->loudspeaker.device.open) {
    device_open(&session->loudspeaker.device, now);
    // Unless it is still being tried.
    if (session->loudspeaker.device.now.top)
      follow_loudspeaker(session, now);
  }
  tell(session);
}

void devices_close(struct session *session)
{
  struct device *devices[3];
  each(session, devices);
  for (int i = 0; i < 3; i++)
    device_close(devices[i]);
  session->with_picture = false;
  tell(session);
}

bool devices_are_open(const struct session *session)
{
  return session->loudspeaker.device.open;
}

void devices_set(struct session *session, const struct call_controls *controls, anban_ms now)
{
  const struct call_settings *settings = &session->call->settings;
  session->controls = *controls;
  loudspeaker_set_volume(&session->loudspeaker, controls->volume);
  microphone_mute(&session->microphone, controls->muted);
  device_cover(&session->camera.device, controls->curtain || source_is_none(settings->camera), now);
  device_cover(&session->microphone.device, controls->curtain || source_is_none(settings->microphone), now);
  tell(session);
}

static int rounded(double level)
{
  return level < FLOOR_DB || isnan(level) ? FLOOR_DB : (int)lround(level);
}

static void take_level(struct session *session, const struct note *note)
{
  bool remote = note->serial == session->loudspeaker.device.now.serial;
  *(remote ? &session->levels.remote : &session->levels.microphone) = rounded(note->level);
  check_level(&session->check, remote, note->level);
  // The loudspeaker's always come, the microphone's only while it works: one of both says both.
  if (remote)
    session_emit(session, (struct call_event){.kind = CALL_LEVELS, .levels = session->levels});
}

bool devices_take(struct session *session, const struct note *note, anban_ms now)
{
  struct device *devices[3];
  bool changed = false;
  each(session, devices);
  for (int i = 0; i < 3; i++) {
    if (!device_take(devices[i], note, now, &changed))
      continue;
    if (note->kind == NOTE_LEVEL)
      take_level(session, note);
    if (changed && devices[i] == &session->loudspeaker.device)
      follow_loudspeaker(session, now);
    if (changed)
      tell(session);
    return true;
  }
  return false;
}

void devices_tick(struct session *session, anban_ms now)
{
  struct device *devices[3];
  each(session, devices);
  for (int i = 0; i < 3; i++) {
    if (!device_tick(devices[i], now))
      continue;
    if (devices[i] == &session->loudspeaker.device)
      follow_loudspeaker(session, now);
    tell(session);
  }
}
