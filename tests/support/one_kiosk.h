// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk of its own for each test, ready at rest, with the samples' people.
#pragma once

#include "../cmocka_all.h"
#include "player.h"

static struct player player;

static inline int ready(void **state)
{
  player_start_ready(&player, COMMUNITY_PEOPLE);
  return 0;
}

static inline int stop(void **state)
{
  player_stop(&player);
  return 0;
}

static inline void assert_screen(enum screen screen)
{
  assert_int_equal(model_screen(&player.model), screen);
}

static inline void choose(int dish)
{
  player_do(&player, INTENT_CHOOSE_DISH, 0, community_dish_id(dish));
}

static inline void confirm(void)
{
  player_do(&player, INTENT_CONFIRM, 0, NULL);
}
