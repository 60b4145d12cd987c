// SPDX-License-Identifier: GPL-3.0-or-later
// To the moods of a kiosk that is spoken to.
#include "walks.h"

#include "kiosk/model/hearing/word.h"

void walk_listening(struct player *player)
{
  walk_home(player);
  player_do(player, INTENT_SPEAK, 0, NULL);
  player_ear(player, EAR_OPEN);
}

void walk_not_understood(struct player *player)
{
  walk_listening(player);
  player_ear(player, EAR_UNKNOWN);
}

void walk_no_ear(struct player *player)
{
  walk_home(player);
  player_do(player, INTENT_SPEAK, 0, NULL);
  player_ear(player, EAR_DEAD);
}

void walk_heard(struct player *player)
{
  walk_listening(player);
  player_hears(player, word_intent(WORD_EAT), "我要吃饭");
}

void walk_offer(struct player *player)
{
  walk_listening(player);
  for (int i = 0; i < 3; i++) {
    player_ear(player, EAR_UNKNOWN);
    player_said(player);
  }
}

void walk_words(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_WORDS);
}

void walk_lesson(struct player *player)
{
  walk_words(player);
  player_do(player, INTENT_LESSON, WORD_EAT, NULL);
}

void walk_lesson_more(struct player *player)
{
  walk_lesson(player);
  player_said(player);
  player_learns(player, LESSON_KEPT, 1, 0);
}

void walk_lesson_alike(struct player *player)
{
  walk_lesson(player);
  player_said(player);
  player_learns(player, LESSON_LIKE_ANOTHER, 0, WORD_DAY);
}

void walk_lesson_known(struct player *player)
{
  walk_lesson_more(player);
  player_learns(player, LESSON_KEPT, 3, 0);
}
