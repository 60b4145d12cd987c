// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/help_news.h"

#include <string.h>

static bool is_about_somebody(const struct help_step *step)
{
  switch (step->kind) {
  case HELP_STEP_TELLING:
  case HELP_STEP_SENT:
  case HELP_STEP_FAILED:
    return step->who[0];
  case HELP_STEP_CLOSED: // the title says so
  case HELP_STEP_CANCELLED:
    return false;
  case HELP_STEP_PRESSED:
  case HELP_STEP_RECEIVED:
  case HELP_STEP_TAKEN:
  case HELP_STEP_COMING:
  case HELP_STEP_THERE:
  case HELP_STEP_DECIDE:
  case HELP_STEP_KINDS:
    break;
  }
  return true;
}

static bool is_try(const struct help_step *step)
{
  return step->kind == HELP_STEP_TELLING || step->kind == HELP_STEP_SENT || step->kind == HELP_STEP_FAILED;
}

// That somebody is being told is over once it is known how that went.
static bool overtakes(const struct help_step *later, const struct help_step *step)
{
  if (!is_try(later) || !is_try(step) || strcmp(later->who, step->who) != 0)
    return false;
  return step->kind == HELP_STEP_TELLING || strcmp(later->way, step->way) == 0;
}

// A second page of the desk that shows it is no news.
static bool repeats(const struct help_step *earlier, const struct help_step *step)
{
  return step->kind == HELP_STEP_RECEIVED && earlier->kind == step->kind && strcmp(earlier->way, step->way) == 0;
}

bool help_step_is_seen(const struct help *help, int place)
{
  const struct help_step *step = &help->steps[place];
  bool seen = is_about_somebody(step);
  for (int i = 0; seen && i < place; i++)
    seen = !repeats(&help->steps[i], step);
  for (int i = place + 1; seen && i < help->step_count; i++)
    seen = !overtakes(&help->steps[i], step);
  return seen;
}

const struct help_step *help_news(const struct help *help)
{
  for (int i = help->step_count - 1; i >= 0; i--)
    if (help->steps[i].kind != HELP_STEP_PRESSED && help_step_is_seen(help, i))
      return &help->steps[i];
  return NULL;
}

bool help_news_is(const struct help *before, const struct help *now)
{
  const struct help_step *old = help_news(before), *new = help_news(now);
  if (before->state != now->state || before->presses != now->presses)
    return true;
  if (!old || !new)
    return old != new;
  return old->kind != new->kind || old->at != new->at || strcmp(old->who, new->who) != 0 ||
         strcmp(old->way, new->way) != 0;
}
