// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/gear.h"

#include "base/log.h"
#include "base/text.h"

#define TRY_FOR (8 * MS_SECOND)
#define TRY_AGAIN (3 * MS_SECOND)

#define DESCRIPTION 3000

static bool build(struct gear *gear, bool real, struct pipe *pipe, struct fault *fault)
{
  char description[DESCRIPTION];
  if (!gear->describe(gear->ctx, real, description, sizeof description, fault) ||
      !pipe_build(pipe, gear->stage, description, fault))
    return false;
  if (gear->built)
    gear->built(gear->ctx, pipe);
  pipe_tell_flow(pipe, gear->stage, gear->flows_to);
  pipe_play(pipe, gear->stage);
  return true;
}

static void take(struct gear *gear, bool real, const struct pipe *pipe)
{
  pipe_end(&gear->now);
  gear->now = *pipe;
  gear->real = real;
  gear->took(gear->ctx, pipe);
}

static void substitute(struct gear *gear)
{
  struct pipe pipe;
  struct fault fault;
  if (gear->now.top && !gear->real)
    return;
  if (build(gear, false, &pipe, &fault))
    take(gear, false, &pipe);
  else
    log_error("call", "nothing stands in for the %s: %s", gear->name, fault.sentence);
}

static void miss(struct gear *gear, const char *why, anban_ms now)
{
  if (!*gear->missing.sentence)
    log_warning("call", "the %s does not work: %s", gear->name, why);
  FORMAT_TEXT(gear->missing.sentence, "the %s does not work: %s", gear->name, why);
  pipe_end(&gear->next);
  gear->try_at = now + TRY_AGAIN;
  substitute(gear);
}

static void try_real(struct gear *gear, anban_ms now)
{
  struct fault fault;
  gear->try_at = -1;
  gear->try_until = now + TRY_FOR;
  if (!build(gear, true, &gear->next, &fault))
    miss(gear, fault.sentence, now);
}

void gear_open(struct gear *gear, anban_ms now)
{
  if (gear->open)
    return;
  gear->open = true;
  gear->try_at = -1;
  if (gear->covered)
    substitute(gear);
  else
    try_real(gear, now);
}

static void clear(struct gear *gear)
{
  pipe_end(&gear->next);
  pipe_end(&gear->now);
  gear->real = false;
  gear->missing = (struct fault){0};
  gear->try_at = -1;
}

void gear_close(struct gear *gear)
{
  if (!gear->open)
    return;
  gear->open = false;
  gear->took(gear->ctx, &(struct pipe){0});
  clear(gear);
}

void gear_again(struct gear *gear, anban_ms now)
{
  if (!gear->open)
    return;
  clear(gear);
  gear->open = false;
  gear_open(gear, now);
}

void gear_cover(struct gear *gear, bool cover, anban_ms now)
{
  if (gear->covered == cover)
    return;
  gear->covered = cover;
  if (!gear->open)
    return;
  pipe_end(&gear->next);
  gear->missing = (struct fault){0};
  gear->try_at = -1;
  if (cover)
    substitute(gear);
  else
    try_real(gear, now);
}

static bool take_next(struct gear *gear, const struct note *note, anban_ms now)
{
  if (note->kind == NOTE_BROKEN || note->kind == NOTE_ENDED) {
    miss(gear, note->text ? note->text : "it gave nothing", now);
    return true;
  }
  if (note->kind != NOTE_FLOWS)
    return false;
  if (*gear->missing.sentence)
    log_info("call", "the %s works again", gear->name);
  gear->missing = (struct fault){0};
  struct pipe pipe = gear->next;
  gear->next = (struct pipe){0};
  take(gear, true, &pipe);
  return true;
}

static bool take_now(struct gear *gear, const struct note *note, anban_ms now)
{
  if (note->kind != NOTE_BROKEN && note->kind != NOTE_ENDED)
    return false;
  if (gear->real) {
    miss(gear, note->text ? note->text : "it was unplugged", now);
    return true;
  }
  log_error("call", "what stands in for the %s has failed: %s", gear->name, note->text ? note->text : "it ended");
  pipe_end(&gear->now);
  return false;
}

bool gear_take(struct gear *gear, const struct note *note, anban_ms now, bool *changed)
{
  *changed = false;
  if (note->serial == 0 || (note->serial != gear->now.serial && note->serial != gear->next.serial))
    return false;
  const struct pipe *pipe = note->serial == gear->now.serial ? &gear->now : &gear->next;
  if (note->kind == NOTE_LATENCY)
    gst_bin_recalculate_latency(GST_BIN(pipe->top));
  else
    *changed = pipe == &gear->now ? take_now(gear, note, now) : take_next(gear, note, now);
  return true;
}

bool gear_tick(struct gear *gear, anban_ms now)
{
  if (!gear->open)
    return false;
  if (gear->next.top && now >= gear->try_until) {
    miss(gear, "it gives no answer", now);
    return true;
  }
  if (!gear->next.top && gear->try_at >= 0 && now >= gear->try_at)
    try_real(gear, now);
  return false;
}

enum call_device gear_state(const struct gear *gear)
{
  if (!gear->open || gear->covered)
    return CALL_DEVICE_CLOSED;
  return *gear->missing.sentence ? CALL_DEVICE_MISSING : gear->real ? CALL_DEVICE_WORKS : CALL_DEVICE_CLOSED;
}
