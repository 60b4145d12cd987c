// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/privacy.h"

#include "kiosk/model/ask.h"
#include "kiosk/model/voice_message.h"

static bool is_private(enum screen screen)
{
  return screen == SCREEN_TODAY || screen == SCREEN_ORDER || screen == SCREEN_DIET || screen == SCREEN_CALLS ||
         screen == SCREEN_VOICES;
}

bool privacy_is_kept(const struct model *model)
{
  return model->settings.kind == KIOSK_SHARED && !model->headphones && !model->aloud && is_private(model_screen(model));
}

void privacy_say_again(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!privacy_is_kept(model)) {
    ask_speak(model, out);
    return;
  }
  model->aloud = true;
  model->say_due = true;
  model->revision++;
}

void privacy_plugged(struct model *model, bool plugged, struct requests *out)
{
  model->headphones = plugged;
  model->revision++;
  if (!privacy_is_kept(model))
    return;
  ask(out, REQUEST_HUSH);
  voice_message_stop(model, out);
}
