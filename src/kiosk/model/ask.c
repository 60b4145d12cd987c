// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ask.h"

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

void ask_settings(const struct model *model, struct requests *out)
{
  COPY_TEXT(ask(out, REQUEST_LOCALE)->locale, model->set.locale);
  ask(out, REQUEST_VOICE)->voice = model->set.voice;
}
