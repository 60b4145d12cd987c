// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/core/ask.h"

#include "base/text.h"

#include <assert.h>

struct request *ask(struct requests *out, enum request_kind kind)
{
  assert(out->count < MOST_REQUESTS);
  struct request *request = &out->list[out->count++];
  *request = (struct request){.kind = kind};
  return request;
}

void ask_new_id(const struct model *model, char out[UUID_SIZE])
{
  model->settings.new_id(out, model_now(model));
}

bool ask_speak(struct model *model, struct requests *out)
{
  enum say_rank rank = screen_rank(model_screen(model));
  if (!say_may(rank, model->saying, model->phone.lent))
    return false;
  model->saying = rank;
  ask(out, REQUEST_SPEAK);
  return true;
}

void ask_settings(const struct model *model, struct requests *out)
{
  COPY_TEXT(ask(out, REQUEST_LOCALE)->locale, model->person.chosen.locale);
  ask(out, REQUEST_VOICE)->voice = model->person.chosen.voice;
}
