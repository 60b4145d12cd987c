// SPDX-License-Identifier: GPL-3.0-or-later
// To the screens of an order that is being made.
#include "walks.h"

#include "base/text.h"

void walk_day(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_DAY);
}

void walk_meal(struct player *player)
{
  walk_day(player);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
}

void walk_dishes(struct player *player)
{
  walk_meal(player);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
}

static void choose(struct player *player, int dish)
{
  player_do(player, INTENT_CHOOSE_DISH, 0, community_dish_id(dish));
}

void walk_dishes_chosen(struct player *player)
{
  walk_dishes(player);
  choose(player, DISH_LUNCH_SET);
  choose(player, DISH_RICE);
  player_open(player, SCREEN_BASKET);
  player_do(player, INTENT_ADD_DISH, 0, community_dish_id(DISH_RICE));
  player_do(player, INTENT_BACK, 0, NULL);
}

void walk_dishes_changed_menu(struct player *player)
{
  walk_dishes_chosen(player);
  struct snapshot *other = community_new(COMMUNITY_PEOPLE);
  for (int i = 0; i < other->menu_count; i++)
    COPY_TEXT(other->menus[i].dishes[0], community_dish_id(DISH_CONGEE)); // no rice any more
  player_snapshot(player, other);
}

void walk_home_half_made(struct player *player)
{
  walk_dishes_chosen(player);
  player_do(player, INTENT_LEAVE, 0, NULL);
  walk_home(player);
}

void walk_basket(struct player *player)
{
  walk_dishes_chosen(player);
  player_open(player, SCREEN_BASKET);
}

void walk_diet(struct player *player)
{
  walk_dishes(player);
  choose(player, DISH_PEANUT_SET);
}

void walk_diet_habit(struct player *player)
{
  player_sign_in(player, PERSON_NO_ROOM);
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, COMMUNITY_TODAY);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  choose(player, DISH_PEANUT_SET);
}

void walk_allergy(struct player *player)
{
  walk_diet(player);
  player_do(player, INTENT_ACCEPT_DIET, 0, NULL);
}

void walk_how(struct player *player)
{
  walk_dishes_chosen(player);
  player_open(player, SCREEN_HOW);
}

void walk_how_no_room(struct player *player)
{
  player_sign_in(player, PERSON_NO_ROOM);
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  choose(player, DISH_LUNCH_SET);
  player_open(player, SCREEN_HOW);
}

void walk_confirm(struct player *player)
{
  walk_how(player);
  player_do(player, INTENT_CHOOSE_DELIVERY, DELIVERY_DELIVER, NULL);
}

void walk_confirm_everything(struct player *player)
{
  walk_dishes_chosen(player);
  choose(player, DISH_LONG);
  choose(player, DISH_SOUP);
  player_open(player, SCREEN_HOW);
  player_do(player, INTENT_CHOOSE_DELIVERY, DELIVERY_DELIVER, NULL);
}
