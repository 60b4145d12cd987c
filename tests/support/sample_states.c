// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_states.h"

#include "base/text.h"

#include <string.h>

#define MANY_PEOPLE 60
#define LUNCH_CUTOFF (10 * 60)

static void rest(struct player *player)
{
}

static void rest_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
}

static void setup(struct player *player)
{
  player_line(player, LINE_STATE_NOT_APPROVED, "427 918");
}

static void revoked(struct player *player)
{
  player_line(player, LINE_STATE_NOT_APPROVED, "");
}

static void who(struct player *player)
{
  player_do(player, INTENT_BEGIN, 0, NULL);
}

static void who_card_unknown(struct player *player)
{
  player_card(player, "0099999999");
}

static void who_many(struct player *player)
{
  player_snapshot(player, community_new(MANY_PEOPLE));
  who(player);
}

static void room(struct player *player)
{
  who_many(player);
  player_open(player, SCREEN_ROOM);
  player_type(player, "305");
}

static void room_unknown(struct player *player)
{
  room(player);
  player_type(player, "9");
  player_open(player, SCREEN_ROOM_PEOPLE);
}

static void room_people(struct player *player)
{
  room(player);
  player_open(player, SCREEN_ROOM_PEOPLE);
}

static void pin(struct player *player)
{
  who(player);
  player_do(player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  player_type(player, "25");
}

static void pin_wrong(struct player *player)
{
  pin(player);
  player_type(player, "00");
}

static void pin_paused(struct player *player)
{
  pin(player);
  player_type(player, "00");
  for (int i = 0; i < 4; i++)
    player_type(player, "0000");
}

static void home(struct player *player)
{
  player_sign_in(player, PERSON_CAREFUL);
}

static void home_long_name(struct player *player)
{
  player_sign_in(player, PERSON_LONG);
}

static void day(struct player *player)
{
  home(player);
  player_open(player, SCREEN_DAY);
}

static void meal(struct player *player)
{
  day(player);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
}

static void dishes(struct player *player)
{
  meal(player);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
}

static void choose(struct player *player, int dish)
{
  player_do(player, INTENT_CHOOSE_DISH, 0, community_dish_id(dish));
}

static void dishes_chosen(struct player *player)
{
  dishes(player);
  choose(player, DISH_LUNCH_SET);
  choose(player, DISH_RICE);
  choose(player, DISH_RICE);
}

static void dishes_changed_menu(struct player *player)
{
  dishes_chosen(player);
  struct snapshot *other = community_new(COMMUNITY_PEOPLE);
  for (int i = 0; i < other->menu_count; i++)
    COPY_TEXT(other->menus[i].dishes[0], community_dish_id(DISH_CONGEE)); // no rice any more
  player_snapshot(player, other);
}

static void home_half_made(struct player *player)
{
  dishes_chosen(player);
  player_do(player, INTENT_LEAVE, 0, NULL);
  home(player);
}

static void basket(struct player *player)
{
  dishes_chosen(player);
  player_open(player, SCREEN_BASKET);
}

static void diet(struct player *player)
{
  dishes(player);
  choose(player, DISH_PEANUT_SET);
}

static void how(struct player *player)
{
  dishes_chosen(player);
  player_open(player, SCREEN_HOW);
}

static void how_no_room(struct player *player)
{
  player_sign_in(player, PERSON_NO_ROOM);
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  choose(player, DISH_LUNCH_SET);
  player_open(player, SCREEN_HOW);
}

static void confirm(struct player *player)
{
  how(player);
  player_do(player, INTENT_CHOOSE_DELIVERY, DELIVERY_DELIVER, NULL);
}

static void confirm_everything(struct player *player)
{
  dishes_chosen(player);
  choose(player, DISH_LONG);
  choose(player, DISH_SOUP);
  player_open(player, SCREEN_HOW);
  player_do(player, INTENT_CHOOSE_DELIVERY, DELIVERY_DELIVER, NULL);
}

static void done_writing(struct player *player)
{
  confirm(player);
  player_do(player, INTENT_CONFIRM, 0, NULL);
}

static void done_noted(struct player *player)
{
  done_writing(player);
  player_saved(player);
}

static void done_slow(struct player *player)
{
  done_noted(player);
  player_wait(player, 11 * MS_SECOND);
}

static void done_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
  done_noted(player);
}

static void done_not_saved(struct player *player)
{
  done_writing(player);
  player_not_saved(player);
}

static void done_accepted(struct player *player)
{
  done_noted(player);
  player_answer(player, true, REFUSAL_NONE, 27);
}

static void done_refused(struct player *player)
{
  done_noted(player);
  player_answer(player, false, REFUSAL_NOT_ON_MENU, 0);
}

static void home_news(struct player *player)
{
  done_noted(player);
  player_do(player, INTENT_LEAVE, 0, NULL);
  player_answer(player, false, REFUSAL_CUTOFF, 0);
  home(player);
}

static void meal_ordered(struct player *player)
{
  done_accepted(player);
  player_do(player, INTENT_HOME, 0, NULL);
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
}

static void today_empty(struct player *player)
{
  home(player);
  player_open(player, SCREEN_TODAY);
}

static void add_orders(struct player *player)
{
  static const enum order_status statuses[] = {ORDER_ACCEPTED, ORDER_DECLINED, ORDER_CANCELLED};
  for (int i = 0; i < 3; i++) {
    struct report report = {.kind = REPORT_ORDER};
    char date[CLOCK_DATE_SIZE];
    clock_add_days(COMMUNITY_TODAY, i + 1, date);
    report.is.order = community_order(20 + i, PERSON_CAREFUL, date, MEAL_SUPPER);
    report.is.order.status = statuses[i];
    if (statuses[i] == ORDER_DECLINED)
      COPY_TEXT(report.is.order.reason, refusal_code(REFUSAL_BY_STAFF));
    player_report(player, &report);
  }
}

static void today(struct player *player)
{
  add_orders(player);
  done_noted(player);
  player_do(player, INTENT_HOME, 0, NULL);
  player_open(player, SCREEN_TODAY);
}

static void order_of_today(struct player *player)
{
  done_accepted(player);
  player_do(player, INTENT_SHOW_ORDER, 0, player_last_message(player)->body.order.id);
}

static void order_declined(struct player *player)
{
  today(player);
  player_do(player, INTENT_SHOW_ORDER, 0, community_order(21, 0, COMMUNITY_TODAY, 0).id);
}

static void order_cooking(struct player *player)
{
  order_of_today(player);
  while (model_local(&player->model).minute < LUNCH_CUTOFF) { // somebody touches it now and then
    player_wait(player, 100 * MS_SECOND);
    player_do(player, INTENT_REPEAT, 0, NULL);
  }
}

static void cancel(struct player *player)
{
  order_of_today(player);
  player_do(player, INTENT_CANCEL_ORDER, 0, player_last_message(player)->body.order.id);
}

static void done_cancelled(struct player *player)
{
  cancel(player);
  player_do(player, INTENT_CANCEL_ORDER, 0, player->model.order_in_hand);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

static void settings(struct player *player)
{
  home(player);
  player_open(player, SCREEN_SETTINGS);
}

static void volume(struct player *player)
{
  settings(player);
  player_open(player, SCREEN_VOLUME);
}

static void rate(struct player *player)
{
  settings(player);
  player_open(player, SCREEN_RATE);
}

static void text_size(struct player *player)
{
  settings(player);
  player_open(player, SCREEN_TEXT_SIZE);
}

static void theme(struct player *player)
{
  settings(player);
  player_open(player, SCREEN_THEME);
}

static void language(struct player *player)
{
  settings(player);
  player_open(player, SCREEN_LANGUAGE);
}

static void help_pressed(struct player *player)
{
  home(player);
  player_do(player, INTENT_HELP, 0, NULL);
}

static void help_received(struct player *player)
{
  help_pressed(player);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

static void help_not_taken(struct player *player)
{
  help_received(player);
  player_wait(player, MS_MINUTE);
}

static void help_taken(struct player *player)
{
  help_received(player);
  player_help_state(player, HELP_ACKNOWLEDGED, "周敏");
}

static void help_cancelled(struct player *player)
{
  help_received(player);
  player_do(player, INTENT_CANCEL_HELP, 0, NULL);
}

static void help_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
  help_pressed(player);
  player_saved(player);
}

static void still_there(struct player *player)
{
  dishes_chosen(player);
  player_wait(player, 121 * MS_SECOND);
}

static const struct {
  const char *name;
  void (*play)(struct player *player);
} states[] = {
    {"rest", rest},
    {"rest.offline", rest_offline},
    {"setup", setup},
    {"setup.revoked", revoked},
    {"who", who},
    {"who.card_unknown", who_card_unknown},
    {"who.many", who_many},
    {"room", room},
    {"room.unknown", room_unknown},
    {"room_people", room_people},
    {"pin", pin},
    {"pin.wrong", pin_wrong},
    {"pin.paused", pin_paused},
    {"home", home},
    {"home.long_name", home_long_name},
    {"home.half_made", home_half_made},
    {"home.news", home_news},
    {"day", day},
    {"meal", meal},
    {"meal.ordered", meal_ordered},
    {"dishes", dishes},
    {"dishes.chosen", dishes_chosen},
    {"dishes.changed_menu", dishes_changed_menu},
    {"basket", basket},
    {"diet", diet},
    {"how", how},
    {"how.no_room", how_no_room},
    {"confirm", confirm},
    {"confirm.everything", confirm_everything},
    {"done.writing", done_writing},
    {"done.noted", done_noted},
    {"done.slow", done_slow},
    {"done.offline", done_offline},
    {"done.not_saved", done_not_saved},
    {"done.accepted", done_accepted},
    {"done.refused", done_refused},
    {"done.cancelled", done_cancelled},
    {"today", today},
    {"today.empty", today_empty},
    {"order", order_of_today},
    {"order.declined", order_declined},
    {"order.cooking", order_cooking},
    {"cancel", cancel},
    {"settings", settings},
    {"volume", volume},
    {"rate", rate},
    {"text_size", text_size},
    {"theme", theme},
    {"language", language},
    {"help", help_pressed},
    {"help.received", help_received},
    {"help.not_taken", help_not_taken},
    {"help.taken", help_taken},
    {"help.cancelled", help_cancelled},
    {"help.offline", help_offline},
    {"still_there", still_there},
    {"empty", NULL},
};

int sample_state_count(void)
{
  return (int)(sizeof states / sizeof *states);
}

const char *sample_state_name(int state)
{
  return states[state].name;
}

void sample_state_play(int state, const struct kept_settings *set, struct player *player)
{
  // At a bedside what is set there counts more than what people bring along.
  struct model_settings settings = {.kind = KIOSK_BEDSIDE, .media_folder = "media", .kept = *set};
  player_start(player, &settings);
  player_line(player, LINE_STATE_UP, "");
  if (!states[state].play)
    return;
  player_snapshot(player, community_new(COMMUNITY_PEOPLE));
  states[state].play(player);
}
