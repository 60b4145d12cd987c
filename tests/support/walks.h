// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to the sample states: each brings a kiosk at rest to a screen, as a person would.
#pragma once

#include "player.h"

// walks_people.c
void walk_rest(struct player *player);
void walk_rest_offline(struct player *player);
void walk_setup(struct player *player);
void walk_revoked(struct player *player);
void walk_who(struct player *player);
void walk_who_card_unknown(struct player *player);
void walk_who_many(struct player *player);
void walk_room(struct player *player);
void walk_room_unknown(struct player *player);
void walk_room_people(struct player *player);
void walk_pin(struct player *player);
void walk_pin_wrong(struct player *player);
void walk_pin_paused(struct player *player);
void walk_home(struct player *player);
void walk_home_long_name(struct player *player);
void walk_still_there(struct player *player);

// walks_ordering.c
void walk_day(struct player *player);
void walk_meal(struct player *player);
void walk_dishes(struct player *player);
void walk_dishes_chosen(struct player *player);
void walk_dishes_changed_menu(struct player *player);
void walk_home_half_made(struct player *player);
void walk_basket(struct player *player);
void walk_diet(struct player *player);
void walk_how(struct player *player);
void walk_how_no_room(struct player *player);
void walk_confirm(struct player *player);
void walk_confirm_everything(struct player *player);

// walks_afterwards.c
void walk_done_writing(struct player *player);
void walk_done_noted(struct player *player);
void walk_done_slow(struct player *player);
void walk_done_offline(struct player *player);
void walk_done_not_saved(struct player *player);
void walk_done_accepted(struct player *player);
void walk_done_refused(struct player *player);
void walk_home_news(struct player *player);
void walk_meal_ordered(struct player *player);
void walk_today_empty(struct player *player);
void walk_today(struct player *player);
void walk_order_of_today(struct player *player);
void walk_order_declined(struct player *player);
void walk_order_cooking(struct player *player);
void walk_cancel(struct player *player);
void walk_done_cancelled(struct player *player);

// walks_speaking.c, walks_settings_and_help.c
void walk_settings(struct player *player);
void walk_volume(struct player *player);
void walk_volume_silent(struct player *player);
void walk_rate(struct player *player);
void walk_text_size(struct player *player);
void walk_theme(struct player *player);
void walk_language(struct player *player);
void walk_listening(struct player *player);
void walk_not_understood(struct player *player);
void walk_no_ear(struct player *player);
void walk_heard(struct player *player);
void walk_offer(struct player *player);
void walk_words(struct player *player);
void walk_lesson(struct player *player);
void walk_lesson_more(struct player *player);
void walk_lesson_alike(struct player *player);
void walk_lesson_known(struct player *player);
void walk_help_pressed(struct player *player);
void walk_help_received(struct player *player);
void walk_help_not_taken(struct player *player);
void walk_help_taken(struct player *player);
void walk_help_cancelled(struct player *player);
void walk_help_offline(struct player *player);
