// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/privacy.h"

#include "kiosk/model/core/ask.h"
#include "kiosk/model/telephone/voice_message.h"
#include "kiosk/model/visiting/visiting.h"

static bool is_for_all_ears(const struct model *model)
{
  const struct screen_row *row = screen_row(model_screen(model));
  return row->public && !(row->about_service && visiting_is_private(model));
}

bool privacy_is_kept(const struct model *model)
{
  bool in_a_hall = model->settings.kind == KIOSK_SHARED && !model->privacy.headphones;
  return in_a_hall && !model->privacy.aloud && !is_for_all_ears(model);
}

static void say_again(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!privacy_is_kept(model)) {
    ask_speak(model, out);
    return;
  }
  model->privacy.aloud = true;
  model_say(model);
}

void privacy_plugged(struct model *model, bool plugged, struct requests *out)
{
  model->privacy.headphones = plugged;
  model_changed(model);
  if (!privacy_is_kept(model))
    return;
  ask(out, REQUEST_HUSH);
  voice_message_stop(model, out);
}

const struct intent_row privacy_intents[] = {
    {.kind = INTENT_REPEAT, .act = say_again, .kinds = ANYWHERE},
    {.kind = INTENT_NONE},
};
