// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/person/pin.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

#define MOST_TRIES 5
#define PAUSE MS_MINUTE

static struct pin_tries *find(const struct model *model, const char *resident_id)
{
  for (int i = 0; i < model->person.tries_count; i++) {
    if (strcmp(model->person.tries[i].resident_id, resident_id) == 0)
      return &model->person.tries[i];
  }
  return NULL;
}

anban_ms pin_pause(const struct model *model)
{
  const struct pin_tries *tries = find(model, model->person.candidate);
  return tries && tries->paused_until > model->uptime ? tries->paused_until - model->uptime : 0;
}

static void count_wrong(struct model *model, const char *resident_id)
{
  struct pin_tries *tries = find(model, resident_id);
  if (!tries) {
    model->person.tries =
        memory_resize(model->person.tries, (size_t)(model->person.tries_count + 1) * sizeof *model->person.tries);
    tries = &model->person.tries[model->person.tries_count++];
    *tries = (struct pin_tries){0};
    COPY_TEXT(tries->resident_id, resident_id);
  }
  model->navigation.notice = NOTICE_PIN_WRONG;
  if (++tries->wrong < MOST_TRIES)
    return;
  tries->wrong = 0;
  tries->paused_until = model->uptime + PAUSE;
  model->navigation.notice = NOTICE_PIN_PAUSED;
}

bool pin_is_right(struct model *model, const struct resident *resident)
{
  bool right = secret_password_matches(resident->pin, model->person.keypad.digits);
  memset(&model->person.keypad, 0, sizeof model->person.keypad);
  struct pin_tries *tries = find(model, resident->id);
  if (right) {
    if (tries)
      tries->wrong = 0;
    return true;
  }
  count_wrong(model, resident->id);
  model_say(model);
  return false;
}

anban_ms pin_due(const struct model *model)
{
  return model->navigation.notice == NOTICE_PIN_PAUSED ? model->person.pause_shown + MS_SECOND : -1;
}

// The seconds that are left are shown.
static void count_down(struct model *model)
{
  if (model->uptime < model->person.pause_shown + MS_SECOND)
    return;
  model->person.pause_shown = model->uptime;
  model_changed(model);
}

void pin_passed(struct model *model, struct requests *out)
{
  if (model->navigation.notice != NOTICE_PIN_PAUSED)
    return;
  if (pin_pause(model) > 0) {
    count_down(model);
    return;
  }
  model->navigation.notice = NOTICE_NONE;
  model_say(model);
}
