// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/media_device.h"

#include "base/log.h"
#include "base/text.h"

#define TRY_FOR (8 * MS_SECOND)
#define TRY_AGAIN (3 * MS_SECOND)

#define DESCRIPTION 3000

static bool build(struct media_device *device, bool real, struct pipe *pipe, struct fault *fault)
{
  char description[DESCRIPTION];
  if (!device->describe(device->ctx, real, description, sizeof description, fault) ||
      !pipe_build(pipe, device->stage, description, fault))
    return false;
  if (device->built)
    device->built(device->ctx, pipe);
  pipe_tell_flow(pipe, device->stage, device->flows_to);
  pipe_play(pipe, device->stage);
  return true;
}

static void take(struct media_device *device, bool real, const struct pipe *pipe)
{
  pipe_end(&device->now);
  device->now = *pipe;
  device->real = real;
  device->took(device->ctx, pipe);
}

static void substitute(struct media_device *device)
{
  struct pipe pipe;
  struct fault fault;
  if (device->now.top && !device->real)
    return;
  if (build(device, false, &pipe, &fault))
    take(device, false, &pipe);
  else
    log_error("call", "nothing stands in for the %s: %s", device->name, fault.sentence);
}

static void miss(struct media_device *device, const char *why, anban_ms now)
{
  if (!*device->missing.sentence)
    log_warning("call", "the %s does not work: %s", device->name, why);
  FORMAT_TEXT(device->missing.sentence, "the %s does not work: %s", device->name, why);
  pipe_end(&device->next);
  device->try_at = now + TRY_AGAIN;
  substitute(device);
}

static void try_real(struct media_device *device, anban_ms now)
{
  struct fault fault;
  device->try_at = -1;
  device->try_until = now + TRY_FOR;
  if (!build(device, true, &device->next, &fault))
    miss(device, fault.sentence, now);
}

void media_device_open(struct media_device *device, anban_ms now)
{
  if (device->open)
    return;
  device->open = true;
  device->try_at = -1;
  if (device->covered)
    substitute(device);
  else
    try_real(device, now);
}

static void clear(struct media_device *device)
{
  pipe_end(&device->next);
  pipe_end(&device->now);
  device->real = false;
  device->missing = (struct fault){0};
  device->try_at = -1;
}

void media_device_close(struct media_device *device)
{
  if (!device->open)
    return;
  device->open = false;
  device->took(device->ctx, &(struct pipe){0});
  clear(device);
}

void media_device_again(struct media_device *device, anban_ms now)
{
  if (!device->open)
    return;
  clear(device);
  device->open = false;
  media_device_open(device, now);
}

void media_device_cover(struct media_device *device, bool cover, anban_ms now)
{
  if (device->covered == cover)
    return;
  device->covered = cover;
  if (!device->open)
    return;
  pipe_end(&device->next);
  device->missing = (struct fault){0};
  device->try_at = -1;
  if (cover)
    substitute(device);
  else
    try_real(device, now);
}

static bool take_next(struct media_device *device, const struct note *note, anban_ms now)
{
  if (note->kind == NOTE_BROKEN || note->kind == NOTE_ENDED) {
    miss(device, note->text ? note->text : "it gave nothing", now);
    return true;
  }
  if (note->kind != NOTE_FLOWS)
    return false;
  if (*device->missing.sentence)
    log_info("call", "the %s works again", device->name);
  device->missing = (struct fault){0};
  struct pipe pipe = device->next;
  device->next = (struct pipe){0};
  take(device, true, &pipe);
  return true;
}

static bool take_now(struct media_device *device, const struct note *note, anban_ms now)
{
  if (note->kind != NOTE_BROKEN && note->kind != NOTE_ENDED)
    return false;
  if (device->real) {
    miss(device, note->text ? note->text : "it was unplugged", now);
    return true;
  }
  log_error("call", "what stands in for the %s has failed: %s", device->name, note->text ? note->text : "it ended");
  pipe_end(&device->now);
  return false;
}

bool media_device_take(struct media_device *device, const struct note *note, anban_ms now, bool *changed)
{
  *changed = false;
  if (note->serial == 0 || (note->serial != device->now.serial && note->serial != device->next.serial))
    return false;
  const struct pipe *pipe = note->serial == device->now.serial ? &device->now : &device->next;
  if (note->kind == NOTE_LATENCY)
    gst_bin_recalculate_latency(GST_BIN(pipe->top));
  else
    *changed = pipe == &device->now ? take_now(device, note, now) : take_next(device, note, now);
  return true;
}

bool media_device_tick(struct media_device *device, anban_ms now)
{
  if (!device->open)
    return false;
  if (device->next.top && now >= device->try_until) {
    miss(device, "it gives no answer", now);
    return true;
  }
  if (!device->next.top && device->try_at >= 0 && now >= device->try_at)
    try_real(device, now);
  return false;
}

enum call_device media_device_state(const struct media_device *device)
{
  if (!device->open || device->covered)
    return CALL_DEVICE_CLOSED;
  return *device->missing.sentence ? CALL_DEVICE_MISSING : device->real ? CALL_DEVICE_WORKS : CALL_DEVICE_CLOSED;
}
