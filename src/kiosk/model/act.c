// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/act.h"

#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/ordering/ordering.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/telephone/act_call.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/telephone/voice_message.h"

#define OF(kind) (1u << (kind))
#define ANYWHERE (OF(SCREEN_KINDS) - 1)
#define OPEN_KINDS (ANYWHERE & ~OF(KIND_CLOSED) & ~OF(KIND_CALL))
// What is asked has keys of its own for yes and no.
#define FREE_KINDS (OPEN_KINDS & ~OF(KIND_ASKS))

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

static void find_room(struct model *model, const struct intent *intent, struct requests *out)
{
  person_search_room(model);
}

static void open(struct model *model, const struct intent *intent, struct requests *out)
{
  enum screen screen = (enum screen)intent->number;
  if (screen_row(screen)->wants_portions && basket_portions(model) == 0)
    return;
  navigation_open(model, screen);
  if (screen == SCREEN_CALLS)
    family_looked(model, model->person);
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
  if (!outbox_has_news(model))
    return;
  outbox_take_news(model);
  navigation_open(model, SCREEN_DONE);
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
    settings_step(model, (enum setting_step)intent->number, out);
}

static void turn(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number == model->shown.page)
    return;
  model->page_of[model_screen(model)] = intent->number;
  model->dish_in_hand[0] = '\0';
  model_say(model);
}

// From the ladder one goes back to where one was; the call stays open.
static void close_help(struct model *model)
{
  model->calling = false;
  model_say(model);
}

static void leave(struct model *model, const struct intent *intent, struct requests *out)
{
  model->calling = false;
  person_leave(model, out);
}

static void back(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->calling && model->left_alone) {
    leave(model, intent, out);
  } else if (model->calling) {
    close_help(model);
  } else if (!model->person[0] && model->depth == 2) {
    person_leave(model, out); // from "who" to rest
  } else {
    ordering_turned_away(model);
    navigation_back(model);
  }
}

static void home(struct model *model, const struct intent *intent, struct requests *out)
{
  bool stays = model->person[0] && !(model->calling && model->left_alone);
  model->calling = false;
  ordering_turned_away(model);
  if (stays)
    navigation_begin(model, SCREEN_HOME);
  else
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

static void speak(struct model *model, const struct intent *intent, struct requests *out)
{
  hearing_begin(model, out);
}

static void meant(struct model *model, const struct intent *intent, struct requests *out)
{
  hearing_yes(model, out);
}

static void not_meant(struct model *model, const struct intent *intent, struct requests *out)
{
  hearing_no(model, out);
}

static void lesson(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number >= 0 && intent->number < WORDS)
    lesson_begin(model, (enum word)intent->number);
}

static void lesson_once_more(struct model *model, const struct intent *intent, struct requests *out)
{
  lesson_again(model);
}

static void forget_voice(struct model *model, const struct intent *intent, struct requests *out)
{
  lesson_forget(model, out);
}

static const struct {
  void (*act)(struct model *model, const struct intent *intent, struct requests *out);
  unsigned kinds; // of screens that take it, beside those that name it (screens.def)
} table[INTENTS] = {
    [INTENT_BEGIN] = {begin, 0},
    [INTENT_CHOOSE_PERSON] = {choose_person, 0},
    [INTENT_DIGIT] = {digit, 0},
    [INTENT_FIND_ROOM] = {find_room, 0},
    [INTENT_OPEN] = {open, OPEN_KINDS},
    [INTENT_CHOOSE_DAY] = {choose_day, 0},
    [INTENT_CHOOSE_MEAL] = {choose_meal, 0},
    [INTENT_CHOOSE_DISH] = {choose_dish, 0},
    [INTENT_REMOVE_DISH] = {remove_dish, 0},
    [INTENT_ACCEPT_DIET] = {accept_diet, 0},
    [INTENT_CHOOSE_DELIVERY] = {choose_delivery, 0},
    [INTENT_CONFIRM] = {confirm, 0},
    [INTENT_THE_USUAL] = {the_usual, 0},
    [INTENT_RESUME] = {resume, 0},
    [INTENT_ANOTHER] = {another, 0},
    [INTENT_RETRY] = {retry, 0},
    [INTENT_SHOW_NEWS] = {show_news, 0},
    [INTENT_SHOW_ORDER] = {show_order, 0},
    [INTENT_CHANGE_ORDER] = {change_order, 0},
    [INTENT_CANCEL_ORDER] = {cancel_order, 0},
    [INTENT_SET] = {set, FREE_KINDS},
    [INTENT_TURN] = {turn, OPEN_KINDS},
    [INTENT_REPEAT] = {privacy_say_again, ANYWHERE},
    [INTENT_BACK] = {back, FREE_KINDS},
    [INTENT_HOME] = {home, FREE_KINDS},
    [INTENT_LEAVE] = {leave, OPEN_KINDS},
    [INTENT_STAY] = {stay, 0},
    [INTENT_HELP] = {help, ANYWHERE},
    [INTENT_SPEAK] = {speak, FREE_KINDS},
    [INTENT_MEANT] = {meant, 0},
    [INTENT_NOT_MEANT] = {not_meant, 0},
    [INTENT_LESSON] = {lesson, 0},
    [INTENT_LESSON_AGAIN] = {lesson_once_more, 0},
    [INTENT_FORGET_VOICE] = {forget_voice, 0},
    [INTENT_CANCEL_HELP] = {cancel_help, 0},
    [INTENT_CALL] = {act_call, 0},
    [INTENT_CALL_AGAIN] = {act_call, 0},
    [INTENT_ANSWER] = {act_call, 0},
    [INTENT_DECLINE] = {act_call, 0},
    [INTENT_HANG_UP] = {act_call, 0},
    [INTENT_CALL_LOUDER] = {act_call, 0},
    [INTENT_CALL_QUIETER] = {act_call, 0},
    [INTENT_CURTAIN] = {act_call, 0},
    [INTENT_CHECK] = {act_call, 0},
    [INTENT_CHECKED] = {act_call, 0},
    [INTENT_CALL_CLOSE] = {act_call, 0},
    [INTENT_LEAVE_MESSAGE] = {act_call, 0},
    [INTENT_MESSAGE_BEGIN] = {act_call, 0},
    [INTENT_MESSAGE_END] = {act_call, 0},
    [INTENT_MESSAGE_DROP] = {act_call, 0},
    [INTENT_PLAY] = {act_call, 0},
    [INTENT_PLAY_END] = {act_call, 0},
    [INTENT_ANSWER_HOURS] = {act_call, 0},
};

// A touch ends a try to hear: who touches has found another way.
static void leave_hearing(struct model *model, enum intent_kind kind, struct requests *out)
{
  bool of_hearing = kind == INTENT_SPEAK || kind == INTENT_MEANT || kind == INTENT_NOT_MEANT || kind == INTENT_REPEAT;
  if (!of_hearing)
    hearing_end(model, out);
  if (kind != INTENT_REPEAT)
    lesson_stop(model, out);
}

bool act_takes(enum screen screen, enum intent_kind kind)
{
  return screen_takes(screen, kind) || table[kind].kinds & OF(screen_row(screen)->kind);
}

static bool may_open(int number, enum screen from)
{
  return number >= 0 && number < SCREENS && screen_opens_from((enum screen)number, from);
}

bool act_may(const struct model *model, const struct intent *intent)
{
  enum screen screen = model_screen(model);
  if (intent->kind == INTENT_OPEN && !may_open(intent->number, screen))
    return false;
  if (intent->kind == INTENT_SPEAK && (model->broken[PART_EAR] || screen_row(screen)->mute))
    return false;
  return act_takes(screen, intent->kind);
}

void act(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->kind <= INTENT_NONE || intent->kind >= INTENTS)
    return;
  ask(out, REQUEST_HUSH);
  ask(out, REQUEST_CLICK);
  model->saying = SAY_NOTHING;
  idle_touched(model);
  if (model_screen(model) == SCREEN_DONE)
    model->done.seen = true;
  if (intent->kind != INTENT_PLAY && intent->kind != INTENT_TURN)
    voice_message_stop(model, out); // whatever else is wanted, it is not to listen on
  if (idle_answered(model, intent->kind))
    return;
  if (!act_may(model, intent))
    return;
  leave_hearing(model, intent->kind, out);
  table[intent->kind].act(model, intent, out);
}
