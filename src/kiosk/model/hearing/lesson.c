// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/hearing/lesson.h"

#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/idle.h"

#define PATIENCE 3 // tries in a row that came to nothing, then it waits for a touch

static void tell(struct model *model, enum lesson_state state)
{
  model->lesson.state = state;
  model_say(model);
  idle_touched(model);
}

void lesson_begin(struct model *model, enum word word)
{
  model->lesson.word = (int)word;
  model->lesson.examples = 0;
  model->lesson.failed = 0;
  navigation_open(model, SCREEN_LESSON);
  tell(model, LESSON_ASKS);
}

void lesson_again(struct model *model)
{
  model->lesson.failed = 0;
  tell(model, LESSON_ASKS);
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
    tell(model, LESSON_ASKS);
}

void lesson_ear(struct model *model, enum ear ear)
{
  if (ear == EAR_OPEN) {
    model->lesson.state = LESSON_HEARS;
    model_changed(model);
    return;
  }
  model->lesson.failed++;
  tell(model, ear == EAR_DEAD ? LESSON_NO_EAR : LESSON_QUIET);
}

void lesson_took(struct model *model, enum lesson_outcome outcome, int examples, int other)
{
  if (model_screen(model) != SCREEN_LESSON)
    return;
  if (outcome == LESSON_KEPT) {
    model->lesson.failed = 0;
    model->lesson.examples = examples;
    if (examples >= LESSON_EXAMPLES)
      model->lesson.known |= 1u << model->lesson.word;
    tell(model, examples >= LESSON_EXAMPLES ? LESSON_KNOWN : LESSON_MORE);
    return;
  }
  model->lesson.failed++;
  model->lesson.other = other;
  tell(model, outcome == LESSON_LIKE_ANOTHER ? LESSON_ALIKE : LESSON_UNLIKE);
}

void lesson_forget(struct model *model, struct requests *out)
{
  model->lesson.known = 0;
  model_say(model);
  ask(out, REQUEST_FORGET_VOICE);
}

bool lesson_is_known(const struct model *model, enum word word)
{
  return model->lesson.known & (1u << word);
}
