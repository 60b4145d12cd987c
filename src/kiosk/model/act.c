// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/act.h"

#include "kiosk/model/act_call.h"
#include "kiosk/model/ask.h"
#include "kiosk/model/basket.h"
#include "kiosk/model/door.h"
#include "kiosk/model/family.h"
#include "kiosk/model/hearing.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/lesson.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/ordering.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/person.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/settings.h"
#include "kiosk/model/voice_message.h"

// Which lie over a page and ask what was meant.
#define ASKING_SCREENS (ON(SCREEN_HEARD) | ON(SCREEN_OFFER))
// Where nothing is to be said: a PIN is nobody's to hear, and in a lesson the kiosk asks for the word itself.
#define MUTE_SCREENS (ASKING_SCREENS | ON(SCREEN_PIN) | ON(SCREEN_LESSON))
// Where there is nothing of the community to act on.
#define CLOSED_SCREENS (ON(SCREEN_SETUP) | ON(SCREEN_EMPTY))
// They lie over the others and have keys of their own for every way out.
#define CALL_SCREENS                                                                                                   \
  (ON(SCREEN_CALLING) | ON(SCREEN_RINGING) | ON(SCREEN_BY_ITSELF) | ON(SCREEN_CALL) | ON(SCREEN_CALL_CHECK) |          \
   ON(SCREEN_CALL_OVER) | ON(SCREEN_LEAVE))
#define ANYWHERE UINT64_MAX
#define OPEN_SCREENS (ANYWHERE & ~CLOSED_SCREENS & ~CALL_SCREENS)

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

static void open(struct model *model, const struct intent *intent, struct requests *out)
{
  enum screen screen = (enum screen)intent->number;
  if (intent->number < 0 || screen >= SCREENS || !(door_from(screen) & ON(navigation_here(model))))
    return;
  if (screen == SCREEN_ROOM_PEOPLE)
    person_search_room(model);
  else if ((screen != SCREEN_HOW && screen != SCREEN_CONFIRM) || basket_portions(model) > 0)
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
  outbox_retry(model, out);
}

static void show_news(struct model *model, const struct intent *intent, struct requests *out)
{
  if (outbox_take_news(model))
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
  model->say_due = true;
  model->revision++;
}

// From the ladder one goes back to where one was; the call stays open.
static void close_help(struct model *model)
{
  model->calling = false;
  model->say_due = true;
  model->revision++;
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
    [INTENT_SET] = {set, OPEN_SCREENS & ~ASKING_SCREENS},
    [INTENT_TURN] = {turn, OPEN_SCREENS},
    [INTENT_REPEAT] = {privacy_say_again, ANYWHERE},
    [INTENT_BACK] = {back, (OPEN_SCREENS & ~ASKING_SCREENS) | ON(SCREEN_HELP)},
    [INTENT_HOME] = {home, (OPEN_SCREENS & ~ASKING_SCREENS) | ON(SCREEN_HELP)},
    [INTENT_LEAVE] = {leave, OPEN_SCREENS},
    [INTENT_STAY] = {stay, ON(SCREEN_STILL_THERE)},
    [INTENT_HELP] = {help, ANYWHERE},
    [INTENT_SPEAK] = {speak, OPEN_SCREENS & ~MUTE_SCREENS},
    [INTENT_MEANT] = {meant, ASKING_SCREENS},
    [INTENT_NOT_MEANT] = {not_meant, ASKING_SCREENS},
    [INTENT_LESSON] = {lesson, ON(SCREEN_WORDS)},
    [INTENT_LESSON_AGAIN] = {lesson_once_more, ON(SCREEN_LESSON)},
    [INTENT_FORGET_VOICE] = {forget_voice, ON(SCREEN_WORDS)},
    [INTENT_CANCEL_HELP] = {cancel_help, ON(SCREEN_HELP) | ON(SCREEN_CALL)},
    [INTENT_CALL] = {act_call, ON(SCREEN_HOME) | ON(SCREEN_FAMILY) | ON(SCREEN_CALLS)},
    [INTENT_CALL_AGAIN] = {act_call, ON(SCREEN_CALL_OVER)},
    [INTENT_ANSWER] = {act_call, ON(SCREEN_RINGING) | ON(SCREEN_BY_ITSELF)},
    [INTENT_DECLINE] = {act_call, ON(SCREEN_RINGING) | ON(SCREEN_BY_ITSELF)},
    [INTENT_HANG_UP] = {act_call, ON(SCREEN_CALLING) | ON(SCREEN_CALL) | ON(SCREEN_CALL_CHECK)},
    [INTENT_CALL_LOUDER] = {act_call, ON(SCREEN_CALL) | ON(SCREEN_CALL_CHECK)},
    [INTENT_CALL_QUIETER] = {act_call, ON(SCREEN_CALL)},
    [INTENT_CURTAIN] = {act_call, ON(SCREEN_CALL) | ON(SCREEN_CALL_CHECK)},
    [INTENT_CHECK] = {act_call, ON(SCREEN_CALL) | ON(SCREEN_CALL_CHECK)},
    [INTENT_CHECKED] = {act_call, ON(SCREEN_CALL_CHECK)},
    [INTENT_CALL_CLOSE] = {act_call, ON(SCREEN_CALL_OVER) | ON(SCREEN_LEAVE)},
    [INTENT_LEAVE_MESSAGE] = {act_call, ON(SCREEN_CALL_OVER) | ON(SCREEN_LEAVE)},
    [INTENT_MESSAGE_BEGIN] = {act_call, ON(SCREEN_LEAVE)},
    [INTENT_MESSAGE_END] = {act_call, ON(SCREEN_LEAVE)},
    [INTENT_MESSAGE_DROP] = {act_call, ON(SCREEN_LEAVE)},
    [INTENT_PLAY] = {act_call, ON(SCREEN_VOICES)},
    [INTENT_PLAY_END] = {act_call, ON(SCREEN_VOICES)},
    [INTENT_ANSWER_HOURS] = {act_call, ON(SCREEN_HOURS)},
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

bool act_may(const struct model *model, const struct intent *intent)
{
  enum screen screen = model_screen(model);
  if (intent->kind == INTENT_OPEN && !(door_from((enum screen)intent->number) & ON(screen)))
    return false;
  if (intent->kind == INTENT_SPEAK && model->broken[PART_EAR])
    return false;
  return table[intent->kind].screens & ON(screen);
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
