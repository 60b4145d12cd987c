// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/talk.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

#define FLOOR_DB (-90)

static void each(struct talk *talk, struct media_device *out[3])
{
  out[0] = &talk->camera.device;
  out[1] = &talk->microphone.device;
  out[2] = &talk->loudspeaker.device;
}

static void tell(struct talk *talk)
{
  struct media_device *devices[3];
  each(talk, devices);
  struct call_devices now = {media_device_state(devices[0]), media_device_state(devices[1]),
                             media_device_state(devices[2])};
  if (talk->with_picture && *talk->no_codec.sentence)
    now.camera = CALL_DEVICE_MISSING;
  if (memcmp(&now, &talk->told, sizeof now) == 0)
    return;
  talk->told = now;
  struct call_event event = {.kind = CALL_DEVICES, .devices = now};
  if (talk->with_picture)
    COPY_TEXT(event.sentence, talk->no_codec.sentence);
  for (int i = 0; i < 3 && !*event.sentence; i++)
    COPY_TEXT(event.sentence, devices[i]->missing.sentence);
  talk_emit(talk, event);
}

// The microphone begins when it is known what plays: it takes away what that says.
static void follow_loudspeaker(struct talk *talk, anban_ms now)
{
  struct media_device *microphone = &talk->microphone.device;
  if (microphone->open)
    media_device_again(microphone, now);
  else
    media_device_open(microphone, now);
}

void devices_open(struct talk *talk, bool video, anban_ms now)
{
  if (video && !*talk->no_codec.sentence)
    media_device_open(&talk->camera.device, now);
  talk->with_picture = talk->with_picture || video;
  if (!talk->loudspeaker.device.open) {
    media_device_open(&talk->loudspeaker.device, now);
    // Unless it is still being tried.
    if (talk->loudspeaker.device.now.top)
      follow_loudspeaker(talk, now);
  }
  tell(talk);
}

void devices_close(struct talk *talk)
{
  struct media_device *devices[3];
  each(talk, devices);
  for (int i = 0; i < 3; i++)
    media_device_close(devices[i]);
  talk->with_picture = false;
  tell(talk);
}

bool devices_are_open(const struct talk *talk)
{
  return talk->loudspeaker.device.open;
}

void devices_set(struct talk *talk, const struct call_controls *controls, anban_ms now)
{
  const struct call_settings *settings = &talk->call->settings;
  talk->controls = *controls;
  loudspeaker_set_volume(&talk->loudspeaker, controls->volume);
  microphone_mute(&talk->microphone, controls->muted);
  media_device_cover(&talk->camera.device, controls->curtain || source_is_none(settings->camera), now);
  media_device_cover(&talk->microphone.device, controls->curtain || source_is_none(settings->microphone), now);
  tell(talk);
}

int devices_db(double level)
{
  return level < FLOOR_DB || isnan(level) ? FLOOR_DB : (int)lround(level);
}

static void take_level(struct talk *talk, const struct note *note)
{
  bool remote = note->serial == talk->loudspeaker.device.now.serial;
  *(remote ? &talk->levels.remote : &talk->levels.microphone) = devices_db(note->level);
  check_level(&talk->check, remote, note->level);
  // The loudspeaker's always come, the microphone's only while it works: one of both says both.
  if (remote)
    talk_emit(talk, (struct call_event){.kind = CALL_LEVELS, .levels = talk->levels});
}

bool devices_take(struct talk *talk, const struct note *note, anban_ms now)
{
  struct media_device *devices[3];
  bool changed = false;
  each(talk, devices);
  for (int i = 0; i < 3; i++) {
    if (!media_device_take(devices[i], note, now, &changed))
      continue;
    if (note->kind == NOTE_LEVEL)
      take_level(talk, note);
    if (changed && devices[i] == &talk->loudspeaker.device)
      follow_loudspeaker(talk, now);
    if (changed)
      tell(talk);
    return true;
  }
  return false;
}

void devices_tick(struct talk *talk, anban_ms now)
{
  struct media_device *devices[3];
  each(talk, devices);
  for (int i = 0; i < 3; i++) {
    if (!media_device_tick(devices[i], now))
      continue;
    if (devices[i] == &talk->loudspeaker.device)
      follow_loudspeaker(talk, now);
    tell(talk);
  }
}
