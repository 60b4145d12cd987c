// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/act.h"

#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/frame_keys.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering/ordering.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/telephone/phone.h"
#include "kiosk/model/telephone/voice_message.h"
#include "kiosk/model/visiting/visiting.h"

static const struct intent_row *const tables[] = {
    frame_keys_intents, person_intents, ordering_intents,  settings_intents, privacy_intents,
    hearing_intents,    lesson_intents, help_call_intents, phone_intents,    voice_message_intents,
    answering_intents,  outbox_intents, visiting_intents,
};

static const struct intent_row *find(enum intent_kind kind)
{
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    for (const struct intent_row *row = tables[i]; row->kind != INTENT_NONE; row++)
      if (row->kind == kind)
        return row;
  return NULL;
}

static bool takes(enum screen screen, const struct intent_row *row)
{
  return row && (screen_takes(screen, row->kind) || row->kinds & OF_KIND(screen_row(screen)->kind));
}

bool act_takes(enum screen screen, enum intent_kind kind)
{
  return takes(screen, find(kind));
}

bool act_may(const struct model *model, const struct intent *intent)
{
  const struct intent_row *row = find(intent->kind);
  return takes(model_screen(model), row) && (!row->may || row->may(model, intent));
}

void act(struct model *model, const struct intent *intent, struct requests *out)
{
  const struct intent_row *row = find(intent->kind);
  if (!row)
    return;
  ask(out, REQUEST_HUSH);
  ask(out, REQUEST_CLICK);
  model->saying = SAY_NOTHING;
  happen_touch(model, intent->kind, out);
  if (idle_answered(model, intent->kind) || !act_may(model, intent))
    return;
  happen_act(model, intent->kind, out);
  row->act(model, intent, out);
}
