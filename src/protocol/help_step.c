// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/help_step.h"

#include "base/text.h"

#include <string.h>

#define MOST_READ 1000 // of a list that a newer server sends

static const char *kind_at(int kind)
{
  static const char *const codes[HELP_STEP_KINDS] = {
      [HELP_STEP_PRESSED] = "pressed", [HELP_STEP_TELLING] = "telling",     [HELP_STEP_SENT] = "sent",
      [HELP_STEP_FAILED] = "failed",   [HELP_STEP_RECEIVED] = "received",   [HELP_STEP_TAKEN] = "taken",
      [HELP_STEP_COMING] = "coming",   [HELP_STEP_THERE] = "there",         [HELP_STEP_DECIDE] = "decide",
      [HELP_STEP_CLOSED] = "closed",   [HELP_STEP_CANCELLED] = "cancelled",
  };
  return codes[kind];
}

const char *help_step_kind_code(enum help_step_kind kind)
{
  return kind_at((int)kind);
}

json_t *help_step_write(const struct help_step *step)
{
  return json_pack("{s:s, s:I, s:s, s:s, s:s}", "kind", help_step_kind_code(step->kind), "at", (json_int_t)step->at,
                   "way", step->way, "who", step->who, "press", step->press);
}

enum help_step_kind help_step_kind_of(const char *code)
{
  int kind = 0;
  while (kind < HELP_STEP_KINDS && strcmp(kind_at(kind), code) != 0)
    kind++;
  return (enum help_step_kind)kind;
}

// What is no text at all is a fault, and is found when it is read.
static bool is_known(const struct json_at *kind)
{
  const char *code = json_string_value(kind->value);
  return !code || help_step_kind_of(code) != HELP_STEP_KINDS;
}

static bool read_step(const struct json_at *at, struct help_step *out, struct fault *fault)
{
  struct json_at kind = json_member(at, "kind"), time = json_member(at, "at"), way = json_member(at, "way");
  struct json_at who = json_member(at, "who"), press = json_member(at, "press");
  int index = 0;
  *out = (struct help_step){0};
  bool ok = json_get_code(&kind, kind_at, HELP_STEP_KINDS, &index, fault) && json_get_time(&time, &out->at, fault) &&
            json_get_text(&way, out->way, sizeof out->way, fault) &&
            json_get_text(&who, out->who, sizeof out->who, fault) && json_get_uuid_or_empty(&press, out->press, fault);
  out->kind = (enum help_step_kind)index;
  return ok;
}

void help_steps_add(struct help_step steps[], int *count, const struct help_step *step)
{
  if (*count == MOST_HELP_STEPS)
    memmove(steps, steps + 1, (size_t)-- * count * sizeof *steps);
  steps[(*count)++] = *step;
}

bool help_steps_read(const struct json_at *at, struct help_step out[], int *count, struct fault *fault)
{
  *count = 0;
  if (!at->value)
    return true;
  if (!json_get_array(at, MOST_READ, fault))
    return false;
  for (size_t i = 0; i < json_array_size(at->value); i++) {
    struct help_step step;
    struct json_at item = json_item(at, i);
    struct json_at kind = json_member(&item, "kind");
    if (!json_get_object(&item, fault))
      return false;
    if (!is_known(&kind))
      continue;
    if (!read_step(&item, &step, fault))
      return false;
    help_steps_add(out, count, &step);
  }
  return true;
}
