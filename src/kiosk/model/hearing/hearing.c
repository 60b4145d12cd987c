// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/hearing/hearing.h"

#include "base/text.h"
#include "kiosk/model/act.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"

#define PATIENCE 3 // misunderstandings, then a person is offered

static void become(struct model *model, enum hearing_state state)
{
  model->hearing.state = state;
  model_changed(model);
}

// The kiosk says how it stands; the ear opens when that has been said.
static void tell(struct model *model, enum hearing_state state)
{
  become(model, state);
  model_say(model);
}

static void open_ear(struct model *model, struct requests *out)
{
  ask(out, REQUEST_HUSH);
  ask(out, REQUEST_HEAR);
}

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->hearing.state == HEARING_BEGINS || model->hearing.state == HEARING_LISTENS) {
    hearing_end(model, out); // the key that opens the ear closes it too
    return;
  }
  model->hearing = (struct hearing){0};
  become(model, HEARING_BEGINS);
  open_ear(model, out);
}

void hearing_end(struct model *model, struct requests *out)
{
  if (model->hearing.state == HEARING_OFF)
    return;
  model->hearing = (struct hearing){0};
  model_changed(model);
  ask(out, REQUEST_DEAF);
}

void hearing_touched(struct model *model, enum intent_kind kind, struct requests *out)
{
  bool of_hearing = kind == INTENT_SPEAK || kind == INTENT_MEANT || kind == INTENT_NOT_MEANT || kind == INTENT_REPEAT;
  if (!of_hearing)
    hearing_end(model, out);
}

bool hearing_asks(const struct model *model)
{
  return model->hearing.state == HEARING_UNDERSTOOD || model->hearing.state == HEARING_OFFERS;
}

static void miss(struct model *model, enum hearing_state state)
{
  model->hearing.missed++;
  tell(model, model->hearing.missed >= PATIENCE ? HEARING_OFFERS : state);
}

void hearing_ear(struct model *model, enum ear ear, struct requests *out)
{
  if (model->hearing.state == HEARING_OFF)
    return;
  happen(model, HAPPENED_SIGN_OF_LIFE, out);
  if (hearing_asks(model))
    return; // the keys are there as well, so nothing is said twice
  if (ear == EAR_OPEN)
    become(model, HEARING_LISTENS);
  else if (ear == EAR_DEAD)
    tell(model, HEARING_NO_EAR);
  else
    miss(model, ear == EAR_QUIET ? HEARING_NOTHING : HEARING_NOT_UNDERSTOOD);
}

// What the person means is done as if it had been touched.
static void carry_out(struct model *model, const struct intent *meant, struct requests *out)
{
  model->hearing = (struct hearing){0};
  model_changed(model);
  act(model, meant, out);
}

void hearing_heard(struct model *model, const struct report *report, struct requests *out)
{
  const struct intent *meant = &report->is.intent;
  if (model->hearing.state == HEARING_OFF)
    return;
  happen(model, HAPPENED_SIGN_OF_LIFE, out);
  if (meant->kind == INTENT_HELP || meant->kind == INTENT_MEANT || meant->kind == INTENT_NOT_MEANT) {
    act(model, meant, out);
    return;
  }
  if (hearing_asks(model))
    return;
  model->hearing.meant = *meant;
  COPY_TEXT(model->hearing.words, report->text);
  tell(model, HEARING_UNDERSTOOD);
}

void hearing_spoken(struct model *model, struct requests *out)
{
  switch (model->hearing.state) {
  case HEARING_NOT_UNDERSTOOD:
  case HEARING_NOTHING:
    become(model, HEARING_BEGINS);
    open_ear(model, out);
    break;
  case HEARING_UNDERSTOOD:
  case HEARING_OFFERS:
    open_ear(model, out);
    break;
  case HEARING_OFF:
  case HEARING_BEGINS:
  case HEARING_LISTENS:
  case HEARING_NO_EAR:
    break;
  }
}

static void meant_it(struct model *model, const struct intent *intent, struct requests *out)
{
  struct intent meant = model->hearing.meant;
  if (model->hearing.state == HEARING_OFFERS)
    meant = (struct intent){.kind = INTENT_HELP};
  ask(out, REQUEST_DEAF);
  carry_out(model, &meant, out);
}

static void not_meant(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->hearing.state == HEARING_OFFERS) {
    hearing_end(model, out);
    model_say(model);
    return;
  }
  ask(out, REQUEST_DEAF);
  miss(model, HEARING_NOT_UNDERSTOOD);
}

static bool may_speak(const struct model *model, const struct intent *intent)
{
  return !model->broken[PART_EAR] && !screen_row(model_screen(model))->mute;
}

const struct intent_row hearing_intents[] = {
    {.kind = INTENT_SPEAK, .act = begin, .kinds = FREE_KINDS, .may = may_speak},
    {.kind = INTENT_MEANT, .act = meant_it},
    {.kind = INTENT_NOT_MEANT, .act = not_meant},
    {.kind = INTENT_NONE},
};
