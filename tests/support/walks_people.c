// SPDX-License-Identifier: GPL-3.0-or-later
// To the screens of rest and of who stands there.
#include "walks.h"

#define MANY_PEOPLE 60

void walk_rest(struct player *player)
{
}

void walk_rest_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
}

void walk_setup(struct player *player)
{
  player_line(player, LINE_STATE_NOT_APPROVED, "427 918");
}

void walk_revoked(struct player *player)
{
  player_line(player, LINE_STATE_NOT_APPROVED, "");
}

void walk_who(struct player *player)
{
  player_do(player, INTENT_BEGIN, 0, NULL);
}

void walk_who_card_unknown(struct player *player)
{
  player_card(player, "0099999999");
}

void walk_who_many(struct player *player)
{
  player_snapshot(player, community_new(MANY_PEOPLE));
  walk_who(player);
}

void walk_room(struct player *player)
{
  walk_who_many(player);
  player_open(player, SCREEN_ROOM);
  player_type(player, "305");
}

void walk_room_unknown(struct player *player)
{
  walk_room(player);
  player_type(player, "9");
  player_do(player, INTENT_FIND_ROOM, 0, NULL);
}

void walk_room_people(struct player *player)
{
  walk_room(player);
  player_do(player, INTENT_FIND_ROOM, 0, NULL);
}

void walk_pin(struct player *player)
{
  walk_who(player);
  player_do(player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  player_type(player, "25");
}

void walk_pin_wrong(struct player *player)
{
  walk_pin(player);
  player_type(player, "00");
}

void walk_pin_paused(struct player *player)
{
  walk_pin(player);
  player_type(player, "00");
  for (int i = 0; i < 4; i++)
    player_type(player, "0000");
}

void walk_home(struct player *player)
{
  player_sign_in(player, PERSON_CAREFUL);
}

void walk_home_long_name(struct player *player)
{
  player_sign_in(player, PERSON_LONG);
}

void walk_still_there(struct player *player)
{
  walk_dishes_chosen(player);
  player_wait(player, 121 * MS_SECOND);
}
