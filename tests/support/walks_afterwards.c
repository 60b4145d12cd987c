// SPDX-License-Identifier: GPL-3.0-or-later
// To the screens of what becomes of an order.
#include "walks.h"

#include "base/text.h"

#define LUNCH_CUTOFF (10 * 60)

void walk_done_writing(struct player *player)
{
  walk_confirm(player);
  player_do(player, INTENT_CONFIRM, 0, NULL);
}

void walk_done_noted(struct player *player)
{
  walk_done_writing(player);
  player_saved(player);
}

void walk_done_slow(struct player *player)
{
  walk_done_noted(player);
  player_wait(player, 11 * MS_SECOND);
}

void walk_done_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
  walk_done_noted(player);
}

void walk_done_paper(struct player *player)
{
  player->model.settings.prints = PRINTS_OFFLINE;
  walk_done_offline(player);
  player_wait(player, 5 * MS_SECOND);
}

void walk_done_paper_printed(struct player *player)
{
  walk_done_paper(player);
  player_paper(player, PAPER_PRINTED);
}

void walk_done_paper_ended(struct player *player)
{
  walk_done_paper(player);
  player_paper(player, PAPER_ENDED);
}

void walk_done_paper_needless(struct player *player)
{
  walk_done_paper_printed(player);
  player_line(player, LINE_STATE_UP, "");
  player_answer(player, true, REFUSAL_NONE, 27);
}

void walk_done_not_saved(struct player *player)
{
  walk_done_writing(player);
  player_not_saved(player);
}

void walk_done_accepted(struct player *player)
{
  walk_done_noted(player);
  player_answer(player, true, REFUSAL_NONE, 27);
}

// As it is in a hall, but with the settings of the bedside.
void walk_done_ends(struct player *player)
{
  walk_done_accepted(player);
  player->model.settings.kind = KIOSK_SHARED;
}

void walk_done_refused(struct player *player)
{
  walk_done_noted(player);
  player_answer(player, false, REFUSAL_NOT_ON_MENU, 0);
}

void walk_done_refused_time(struct player *player)
{
  walk_done_noted(player);
  player_refuse(player, REFUSAL_CUTOFF, (struct facts){.until = clock_at(COMMUNITY_TODAY, LUNCH_CUTOFF, 480)});
}

void walk_done_refused_dish(struct player *player)
{
  walk_done_noted(player);
  player_refuse(player, REFUSAL_DIET, (struct facts){.subject = "红烧狮子头套餐"});
}

void walk_done_refused_staff(struct player *player)
{
  walk_done_noted(player);
  player_refuse(player, REFUSAL_BY_STAFF, (struct facts){.decided_by = "欧阳师傅"});
}

void walk_home_news(struct player *player)
{
  walk_done_noted(player);
  player_do(player, INTENT_LEAVE, 0, NULL);
  player_answer(player, false, REFUSAL_CUTOFF, 0);
  walk_home(player);
}

void walk_meal_ordered(struct player *player)
{
  walk_done_accepted(player);
  player_do(player, INTENT_HOME, 0, NULL);
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
}

void walk_today_empty(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_TODAY);
}

static void add_orders(struct player *player)
{
  static const enum order_status statuses[] = {ORDER_ACCEPTED, ORDER_DECLINED, ORDER_CANCELLED};
  for (int i = 0; i < 3; i++) {
    struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_ORDER};
    char date[CLOCK_DATE_SIZE];
    clock_add_days(COMMUNITY_TODAY, i + 1, date);
    report.is.standing.is.order = community_order(20 + i, PERSON_CAREFUL, date, MEAL_SUPPER);
    report.is.standing.is.order.status = statuses[i];
    if (statuses[i] == ORDER_DECLINED)
      COPY_TEXT(report.is.standing.is.order.reason, refusal_code(REFUSAL_BY_STAFF));
    player_report(player, &report);
  }
}

void walk_today(struct player *player)
{
  add_orders(player);
  walk_done_noted(player);
  player_do(player, INTENT_HOME, 0, NULL);
  player_open(player, SCREEN_TODAY);
}

void walk_today_private(struct player *player)
{
  walk_today(player);
  player->model.settings.kind = KIOSK_SHARED;
}

void walk_order_of_today(struct player *player)
{
  walk_done_accepted(player);
  player_do(player, INTENT_SHOW_ORDER, 0, player_last_message(player)->body.is.order.id);
}

void walk_order_declined(struct player *player)
{
  walk_today(player);
  player_do(player, INTENT_SHOW_ORDER, 0, community_order(21, 0, COMMUNITY_TODAY, 0).id);
}

void walk_order_cooking(struct player *player)
{
  walk_order_of_today(player);
  while (model_local(&player->model).minute < LUNCH_CUTOFF) { // somebody touches it now and then
    player_wait(player, 100 * MS_SECOND);
    player_do(player, INTENT_REPEAT, 0, NULL);
  }
}

void walk_cancel(struct player *player)
{
  walk_order_of_today(player);
  player_do(player, INTENT_CANCEL_ORDER, 0, player_last_message(player)->body.is.order.id);
}

void walk_done_cancelled(struct player *player)
{
  walk_cancel(player);
  player_do(player, INTENT_CANCEL_ORDER, 0, player->model.ordering.order_in_hand);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}
