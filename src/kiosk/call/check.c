// SPDX-License-Identifier: GPL-3.0-or-later
// "I can't hear you": what is wrong, as far as a machine can know. A room at night has some -65 dBFS of noise through a
// cheap microphone; one that is switched off at its plug has none at all.
#include "kiosk/call/session.h"

#define LISTEN (3 * MS_SECOND)
#define DEAD_DB (-80.0)
#define FAINT_DB (-50.0)
#define FAINT_VOLUME 20 // percent
#define DARK 12         // of 255

void check_begin(struct session *session, anban_ms now)
{
  if (session->check.until >= 0)
    return;
  session->check = (struct check){.until = now + LISTEN, .opened = !devices_are_open(session), -200, -200};
  if (session->check.opened)
    devices_open(session, true, now);
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

static enum call_finding microphone(const struct session *session)
{
  if (session->controls.muted || session->controls.curtain)
    return CALL_OFF;
  if (device_state(&session->microphone.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  return of_level(session->check.microphone);
}

static enum call_finding loudspeaker(const struct session *session)
{
  int volume = session->controls.volume;
  if (device_state(&session->loudspeaker.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  return volume == 0 ? CALL_OFF : volume < FAINT_VOLUME ? CALL_FAINT : CALL_GOOD;
}

static enum call_finding camera(const struct session *session)
{
  if (!session->with_picture || session->controls.curtain)
    return CALL_OFF;
  if (device_state(&session->camera.device) != CALL_DEVICE_WORKS)
    return CALL_MISSING;
  int light = gallery_light(&session->stage->gallery);
  return light >= 0 && light < DARK ? CALL_FAINT : CALL_GOOD;
}

static enum call_finding remote(const struct session *session)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (session->peers[i].genuine)
      return of_level(session->check.remote);
  return CALL_MISSING;
}

void check_tick(struct session *session, anban_ms now)
{
  struct check *check = &session->check;
  if (check->until < 0 || now < check->until)
    return;
  struct call_event event = {.kind = CALL_CHECKED,
                             .checked = {.microphone = microphone(session),
                                         .loudspeaker = loudspeaker(session),
                                         .camera = camera(session),
                                         .remote = remote(session)}};
  check->until = -1;
  if (check->opened && !peers_any(session))
    devices_close(session);
  session_emit(session, event);
}
