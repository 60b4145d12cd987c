// SPDX-License-Identifier: GPL-3.0-or-later
// To the settings and the ladder of help.
#include "walks.h"

#include "base/text.h"

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

// Nobody sits at the desk: one is told, another can't be reached, and a third comes next.
void walk_help_told(struct player *player)
{
  walk_help_received(player);
  struct help help = player_help_of_server(player);
  player_wait(player, MS_MINUTE);
  player_help_step(&help, HELP_STEP_RECEIVED, "desk", "周敏", player->now);
  player_help_step(&help, HELP_STEP_TELLING, "", "网格员老李", player->now);
  player_help_step(&help, HELP_STEP_SENT, "sms", "网格员老李", player->now);
  player_help_step(&help, HELP_STEP_TELLING, "", "张晓梅", player->now);
  player_help_step(&help, HELP_STEP_FAILED, "sms", "张晓梅", player->now);
  help.next_at = player->now + MS_MINUTE;
  COPY_TEXT(help.next_who, "邻居王阿姨");
  player_help(player, &help);
}

void walk_help_decide(struct player *player)
{
  walk_help_told(player);
  struct help help = player_help_of_server(player);
  help.next_at = 0;
  player_help_step(&help, HELP_STEP_DECIDE, "desk", "", player->now);
  player_help(player, &help);
}

void walk_help_coming(struct player *player)
{
  walk_help_told(player);
  struct help help = player_help_of_server(player);
  help.next_at = 0;
  help.state = HELP_ACKNOWLEDGED;
  COPY_TEXT(help.staff_name, "网格员老李");
  player_help_step(&help, HELP_STEP_TAKEN, "sms", "网格员老李", player->now);
  player_help_step(&help, HELP_STEP_COMING, "sms", "网格员老李", player->now);
  player_help(player, &help);
}

void walk_help_drill(struct player *player)
{
  struct help help = {.id = "019aa9c0-0000-7000-8000-0000000000fd",
                      .state = HELP_RAISED,
                      .drill = true,
                      .presses = 1,
                      .raised_at = player->now};
  player_help_step(&help, HELP_STEP_PRESSED, "", "", player->now);
  player_help_step(&help, HELP_STEP_RECEIVED, "server", "", player->now);
  player_help(player, &help);
}
