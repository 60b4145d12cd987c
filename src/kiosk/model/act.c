// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/act.h"

#include "kiosk/model/ask.h"
#include "kiosk/model/basket.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering.h"
#include "kiosk/model/person.h"
#include "kiosk/model/set.h"
#include "kiosk/model/trail.h"
#include "kiosk/model/wish.h"

#define ON(screen) (UINT64_C(1) << (screen))
#define SETTING_SCREENS                                                                                                \
  (ON(SCREEN_VOLUME) | ON(SCREEN_RATE) | ON(SCREEN_TEXT_SIZE) | ON(SCREEN_THEME) | ON(SCREEN_LANGUAGE))
// Where there is nothing of the community to act on.
#define CLOSED_SCREENS (ON(SCREEN_SETUP) | ON(SCREEN_EMPTY))
#define ANYWHERE UINT64_MAX
#define OPEN_SCREENS (ANYWHERE & ~CLOSED_SCREENS)

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  person_begin(model, out);
}

static void choose_person(struct model *model, const struct intent *intent, struct requests *out)
{
  person_choose(model, intent->id, out);
}

static void digit(struct model *model, const struct intent *intent, struct requests *out)
{
  person_digit(model, intent->number, out);
}

// From which screens each may be opened; the others are reached by what is done.
static uint64_t doors_to(enum screen screen)
{
  switch (screen) {
  case SCREEN_ROOM:
    return ON(SCREEN_WHO);
  case SCREEN_ROOM_PEOPLE:
    return ON(SCREEN_ROOM);
  case SCREEN_DAY:
    return ON(SCREEN_HOME) | ON(SCREEN_TODAY) | ON(SCREEN_DONE) | ON(SCREEN_ORDER);
  case SCREEN_TODAY:
  case SCREEN_SETTINGS:
    return ON(SCREEN_HOME) | ON(SCREEN_DONE);
  case SCREEN_BASKET:
    return ON(SCREEN_DISHES);
  case SCREEN_HOW:
    return ON(SCREEN_DISHES) | ON(SCREEN_BASKET) | ON(SCREEN_CONFIRM);
  case SCREEN_CONFIRM:
    return ON(SCREEN_DISHES) | ON(SCREEN_BASKET);
  case SCREEN_DISHES:
    return ON(SCREEN_CONFIRM) | ON(SCREEN_BASKET);
  case SCREEN_VOLUME:
  case SCREEN_RATE:
  case SCREEN_TEXT_SIZE:
  case SCREEN_THEME:
  case SCREEN_LANGUAGE:
    return ON(SCREEN_SETTINGS);
  default:
    return 0;
  }
}

static void open(struct model *model, const struct intent *intent, struct requests *out)
{
  enum screen screen = (enum screen)intent->number;
  if (intent->number < 0 || screen >= SCREENS || !(doors_to(screen) & ON(trail_end(model))))
    return;
  if (screen == SCREEN_ROOM_PEOPLE)
    person_search_room(model);
  else if ((screen != SCREEN_HOW && screen != SCREEN_CONFIRM) || basket_portions(model) > 0)
    trail_open(model, screen);
}

static void choose_day(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number >= 0 && intent->number < MOST_MENU_DAYS)
    ordering_day(model, intent->number);
}

static void choose_meal(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number >= 0 && intent->number < MEALS)
    ordering_meal(model, (enum meal)intent->number);
}

static void choose_dish(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_dish(model, intent->id);
}

static void remove_dish(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_remove(model, intent->id);
}

static void accept_diet(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_accept_diet(model);
}

static void choose_delivery(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number >= 0 && intent->number < DELIVERIES)
    ordering_how(model, (enum delivery)intent->number);
}

static void confirm(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_confirm(model, out);
}

static void the_usual(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_usual(model);
}

static void resume(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_resume(model);
}

static void another(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_another(model);
}

static void retry(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_retry(model, out);
}

static void show_news(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!wish_has_news(model))
    return;
  wish_take_news(model);
  trail_open(model, SCREEN_DONE);
}

static void show_order(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_show(model, intent->id);
}

static void change_order(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_change(model, intent->id);
}

static void cancel_order(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_cancel(model, intent->id, out);
}

static void set(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number >= 0 && intent->number < SETTING_STEPS)
    set_step(model, (enum setting_step)intent->number, out);
}

static void turn(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number == model->shown.page)
    return;
  model->page_of[model_screen(model)] = intent->number;
  model->dish_in_hand[0] = '\0';
  model->say_due = true;
  model->revision++;
}

static void repeat(struct model *model, const struct intent *intent, struct requests *out)
{
  ask(out, REQUEST_SPEAK);
}

// From the ladder one goes back to where one was; the call stays open.
static void close_help(struct model *model)
{
  model->calling = false;
  model->say_due = true;
  model->revision++;
}

static void back(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->calling) {
    close_help(model);
  } else if (!model->person[0] && model->depth == 2) {
    person_leave(model, out); // from "who" to rest
  } else {
    ordering_turned_away(model);
    trail_back(model);
  }
}

static void home(struct model *model, const struct intent *intent, struct requests *out)
{
  model->calling = false;
  ordering_turned_away(model);
  if (model->person[0])
    trail_begin(model, SCREEN_HOME);
  else
    person_leave(model, out);
}

static void leave(struct model *model, const struct intent *intent, struct requests *out)
{
  model->calling = false;
  person_leave(model, out);
}

// It was enough to touch: idle has been told already.
static void stay(struct model *model, const struct intent *intent, struct requests *out)
{
}

static void help(struct model *model, const struct intent *intent, struct requests *out)
{
  help_call_raise(model, out);
}

static void cancel_help(struct model *model, const struct intent *intent, struct requests *out)
{
  help_call_cancel(model, out);
}

static const struct {
  void (*act)(struct model *model, const struct intent *intent, struct requests *out);
  uint64_t screens;
} table[INTENTS] = {
    [INTENT_BEGIN] = {begin, ON(SCREEN_REST)},
    [INTENT_CHOOSE_PERSON] = {choose_person, ON(SCREEN_WHO) | ON(SCREEN_ROOM_PEOPLE)},
    [INTENT_DIGIT] = {digit, ON(SCREEN_PIN) | ON(SCREEN_ROOM)},
    [INTENT_OPEN] = {open, OPEN_SCREENS},
    [INTENT_CHOOSE_DAY] = {choose_day, ON(SCREEN_DAY)},
    [INTENT_CHOOSE_MEAL] = {choose_meal, ON(SCREEN_MEAL)},
    [INTENT_CHOOSE_DISH] = {choose_dish, ON(SCREEN_DISHES) | ON(SCREEN_BASKET)},
    [INTENT_REMOVE_DISH] = {remove_dish, ON(SCREEN_BASKET)},
    [INTENT_ACCEPT_DIET] = {accept_diet, ON(SCREEN_DIET)},
    [INTENT_CHOOSE_DELIVERY] = {choose_delivery, ON(SCREEN_HOW)},
    [INTENT_CONFIRM] = {confirm, ON(SCREEN_CONFIRM)},
    [INTENT_THE_USUAL] = {the_usual, ON(SCREEN_HOME)},
    [INTENT_RESUME] = {resume, ON(SCREEN_HOME)},
    [INTENT_ANOTHER] = {another, ON(SCREEN_ORDER)},
    [INTENT_RETRY] = {retry, ON(SCREEN_DONE)},
    [INTENT_SHOW_NEWS] = {show_news, ON(SCREEN_HOME)},
    [INTENT_SHOW_ORDER] = {show_order, ON(SCREEN_TODAY) | ON(SCREEN_DONE)},
    [INTENT_CHANGE_ORDER] = {change_order, ON(SCREEN_ORDER) | ON(SCREEN_DONE)},
    [INTENT_CANCEL_ORDER] = {cancel_order, ON(SCREEN_ORDER) | ON(SCREEN_DONE) | ON(SCREEN_CANCEL)},
    [INTENT_SET] = {set, SETTING_SCREENS},
    [INTENT_TURN] = {turn, OPEN_SCREENS},
    [INTENT_REPEAT] = {repeat, ANYWHERE},
    [INTENT_BACK] = {back, OPEN_SCREENS | ON(SCREEN_HELP)},
    [INTENT_HOME] = {home, OPEN_SCREENS | ON(SCREEN_HELP)},
    [INTENT_LEAVE] = {leave, OPEN_SCREENS},
    [INTENT_STAY] = {stay, ON(SCREEN_STILL_THERE)},
    [INTENT_HELP] = {help, ANYWHERE},
    [INTENT_CANCEL_HELP] = {cancel_help, ON(SCREEN_HELP)},
};

// "I am still here" is said by any touch; what else it meant is left undone, but for help and leaving.
static bool answers_still_there(struct model *model, enum intent_kind kind)
{
  if (!model->asked_still_there)
    return false;
  model->asked_still_there = false;
  model->say_due = true;
  model->revision++;
  return kind != INTENT_HELP && kind != INTENT_LEAVE;
}

void act(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->kind <= INTENT_NONE || intent->kind >= INTENTS)
    return;
  ask(out, REQUEST_HUSH);
  ask(out, REQUEST_CLICK);
  idle_touched(model);
  if (answers_still_there(model, intent->kind))
    return;
  if (table[intent->kind].screens & ON(model_screen(model)))
    table[intent->kind].act(model, intent, out);
}
