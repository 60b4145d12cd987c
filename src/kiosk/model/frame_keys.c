// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/frame_keys.h"

#include "kiosk/model/core/happen.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/person/person.h"

static void open(struct model *model, const struct intent *intent, struct requests *out)
{
  enum screen screen = (enum screen)intent->number;
  if (screen_row(screen)->wants_portions && basket_portions(model) == 0)
    return;
  navigation_open(model, screen);
  happen(model, HAPPENED_OPENED, out);
}

static bool may_open(const struct model *model, const struct intent *intent)
{
  bool known = intent->number >= 0 && intent->number < SCREENS;
  return known && screen_opens_from((enum screen)intent->number, model_screen(model));
}

static void turn(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number == model->navigation.shown.page)
    return;
  model->navigation.page_of[model_screen(model)] = intent->number;
  model->navigation.item_in_hand[0] = '\0';
  model_say(model);
}

// From the ladder one goes back to where one was; the call stays open.
static void close_help(struct model *model)
{
  model->help.shown = false;
  model_say(model);
}

static void leave(struct model *model, const struct intent *intent, struct requests *out)
{
  model->help.shown = false;
  person_leave(model, out);
}

static void back(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->help.shown && model->idle.left_alone) {
    leave(model, intent, out);
  } else if (model->help.shown) {
    close_help(model);
  } else if (!model->person.id[0] && model->navigation.depth == 2) {
    person_leave(model, out); // from "who" to rest
  } else {
    happen(model, HAPPENED_TURNED_AWAY, out);
    navigation_back(model);
  }
}

static void home(struct model *model, const struct intent *intent, struct requests *out)
{
  bool stays = model->person.id[0] && !(model->help.shown && model->idle.left_alone);
  model->help.shown = false;
  happen(model, HAPPENED_TURNED_AWAY, out);
  if (stays)
    navigation_begin(model, SCREEN_HOME);
  else
    person_leave(model, out);
}

// It was enough to touch: idle has been told already.
static void stay(struct model *model, const struct intent *intent, struct requests *out)
{
}

const struct intent_row frame_keys_intents[] = {
    {.kind = INTENT_OPEN, .act = open, .kinds = OPEN_KINDS, .may = may_open},
    {.kind = INTENT_TURN, .act = turn, .kinds = OPEN_KINDS},
    {.kind = INTENT_BACK, .act = back, .kinds = FREE_KINDS},
    {.kind = INTENT_HOME, .act = home, .kinds = FREE_KINDS},
    {.kind = INTENT_LEAVE, .act = leave, .kinds = OPEN_KINDS},
    {.kind = INTENT_STAY, .act = stay},
    {.kind = INTENT_NONE},
};
