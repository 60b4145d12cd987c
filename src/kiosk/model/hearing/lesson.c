// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/hearing/lesson.h"

#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/core/navigation.h"

#define PATIENCE 3 // tries in a row that came to nothing, then it waits for a touch

static void tell(struct model *model, enum lesson_state state, struct requests *out)
{
  model->lesson.state = state;
  model_say(model);
  happen(model, HAPPENED_SIGN_OF_LIFE, out);
}

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number >= WORDS)
    return;
  model->lesson.word = intent->number;
  model->lesson.examples = 0;
  model->lesson.failed = 0;
  navigation_open(model, SCREEN_LESSON);
  tell(model, LESSON_ASKS, out);
}

static void once_more(struct model *model, const struct intent *intent, struct requests *out)
{
  model->lesson.failed = 0;
  tell(model, LESSON_ASKS, out);
}

static bool goes_on(const struct model *model)
{
  enum lesson_state state = model->lesson.state;
  bool over = state == LESSON_KNOWN || state == LESSON_ALIKE || state == LESSON_NO_EAR || state == LESSON_HEARS;
  return !over && model->lesson.failed < PATIENCE;
}

void lesson_spoken(struct model *model, struct requests *out)
{
  if (model_screen(model) != SCREEN_LESSON || !goes_on(model))
    return;
  ask(out, REQUEST_ENROL)->number = model->lesson.word;
}

void lesson_stop(struct model *model, struct requests *out)
{
  if (navigation_here(model) != SCREEN_LESSON)
    return;
  ask(out, REQUEST_DEAF);
  if (model->lesson.state == LESSON_HEARS)
    tell(model, LESSON_ASKS, out);
}

void lesson_touched(struct model *model, enum intent_kind kind, struct requests *out)
{
  if (kind != INTENT_REPEAT)
    lesson_stop(model, out);
}

void lesson_person_leaves(struct model *model, struct requests *out)
{
  model->lesson = (struct lesson){0};
}

void lesson_ear(struct model *model, enum ear ear, struct requests *out)
{
  if (ear == EAR_OPEN) {
    model->lesson.state = LESSON_HEARS;
    model_changed(model);
    return;
  }
  model->lesson.failed++;
  tell(model, ear == EAR_DEAD ? LESSON_NO_EAR : LESSON_QUIET, out);
}

void lesson_took(struct model *model, enum lesson_outcome outcome, int examples, int other, struct requests *out)
{
  if (model_screen(model) != SCREEN_LESSON)
    return;
  if (outcome == LESSON_KEPT) {
    model->lesson.failed = 0;
    model->lesson.examples = examples;
    if (examples >= LESSON_EXAMPLES)
      model->lesson.known |= 1u << model->lesson.word;
    tell(model, examples >= LESSON_EXAMPLES ? LESSON_KNOWN : LESSON_MORE, out);
    return;
  }
  model->lesson.failed++;
  model->lesson.other = other;
  tell(model, outcome == LESSON_LIKE_ANOTHER ? LESSON_ALIKE : LESSON_UNLIKE, out);
}

static void forget(struct model *model, const struct intent *intent, struct requests *out)
{
  model->lesson.known = 0;
  model_say(model);
  ask(out, REQUEST_FORGET_VOICE);
}

bool lesson_is_known(const struct model *model, enum word word)
{
  return model->lesson.known & (1u << word);
}

const struct intent_row lesson_intents[] = {
    {.kind = INTENT_LESSON, .act = begin},
    {.kind = INTENT_LESSON_AGAIN, .act = once_more},
    {.kind = INTENT_FORGET_VOICE, .act = forget},
    {.kind = INTENT_NONE},
};
