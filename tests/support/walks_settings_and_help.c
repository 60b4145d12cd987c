// SPDX-License-Identifier: GPL-3.0-or-later
// To the settings and the ladder of help.
#include "walks.h"

void walk_settings(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_SETTINGS);
}

void walk_volume(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_VOLUME);
}

void walk_volume_silent(struct player *player)
{
  player_part(player, PART_SOUND, false);
  walk_volume(player);
}

void walk_rate(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_RATE);
}

void walk_text_size(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_TEXT_SIZE);
}

void walk_theme(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_THEME);
}

void walk_language(struct player *player)
{
  walk_settings(player);
  player_open(player, SCREEN_LANGUAGE);
}

void walk_help_pressed(struct player *player)
{
  walk_home(player);
  player_do(player, INTENT_HELP, 0, NULL);
}

void walk_help_received(struct player *player)
{
  walk_help_pressed(player);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

void walk_help_not_taken(struct player *player)
{
  walk_help_received(player);
  player_wait(player, MS_MINUTE);
}

void walk_help_taken(struct player *player)
{
  walk_help_received(player);
  player_help_state(player, HELP_ACKNOWLEDGED, "周敏");
}

void walk_help_cancelled(struct player *player)
{
  walk_help_received(player);
  player_do(player, INTENT_CANCEL_HELP, 0, NULL);
}

void walk_help_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
  walk_help_pressed(player);
  player_saved(player);
}
