// SPDX-License-Identifier: GPL-3.0-or-later
// "I can't hear you": what is wrong, as far as a machine can know. A room at night has some -65 dBFS of noise through a
// cheap microphone; one that is switched off at its plug has none at all.
#include "kiosk/call/talk.h"

#define LISTEN (3 * MS_SECOND)
#define DEAD_DB (-80.0)
#define FAINT_DB (-50.0)
#define FAINT_VOLUME 20 // percent
#define DARK 12         // of 255

void check_begin(struct talk *talk, anban_ms now)
{
  if (talk->check.until >= 0)
    return;
  talk->check = (struct check){.until = now + LISTEN, -200, -200};
  if (!devices_are_open(talk))
    devices_open(talk, true, now);
}

void check_level(struct check *check, bool remote, double level)
{
  double *loudest = remote ? &check->remote : &check->microphone;
  if (level > *loudest)
    *loudest = level;
}

static enum call_finding of_level(double level)
{
  return level < DEAD_DB ? CALL_NO_SIGNAL : level < FAINT_DB ? CALL_FAINT : CALL_GOOD;
}

static enum call_finding microphone(const struct talk *talk)
{
  if (talk->controls.muted || talk->controls.curtain)
    return CALL_OFF;
  if (media_device_state(&talk->microphone.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  return of_level(talk->check.microphone);
}

static enum call_finding loudspeaker(const struct talk *talk)
{
  int volume = talk->controls.volume;
  if (media_device_state(&talk->loudspeaker.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  return volume == 0 ? CALL_OFF : volume < FAINT_VOLUME ? CALL_FAINT : CALL_GOOD;
}

static enum call_finding camera(const struct talk *talk)
{
  if (!talk->with_picture || talk->controls.curtain)
    return CALL_OFF;
  if (media_device_state(&talk->camera.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  int light = gallery_light(&talk->stage->gallery);
  return light >= 0 && light < DARK ? CALL_FAINT : CALL_GOOD;
}

static enum call_finding remote(const struct talk *talk)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (talk->peers[i].genuine)
      return of_level(talk->check.remote);
  return CALL_MISSING;
}

void check_tick(struct talk *talk, anban_ms now)
{
  struct check *check = &talk->check;
  if (check->until < 0 || now < check->until)
    return;
  struct call_event event = {.kind = CALL_CHECKED,
                             .checked = {.microphone = microphone(talk),
                                         .loudspeaker = loudspeaker(talk),
                                         .camera = camera(talk),
                                         .remote = remote(talk)}};
  check->until = -1;
  // It had opened them itself, or the last peer has gone meanwhile and left them to it.
  if (!peers_any(talk))
    devices_close(talk);
  talk_emit(talk, event);
}
