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
void walk_done_refused_time(struct player *player);
void walk_done_refused_dish(struct player *player);
void walk_done_refused_staff(struct player *player);
void walk_home_news(struct player *player);
void walk_meal_ordered(struct player *player);
void walk_today_empty(struct player *player);
void walk_today(struct player *player);
void walk_today_private(struct player *player);
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

// walks_calls.c
void walk_home_missed(struct player *player);
void walk_home_voice(struct player *player);
void walk_rest_missed(struct player *player);
void walk_family(struct player *player);
void walk_family_none(struct player *player);
void walk_calls(struct player *player);
void walk_calls_none(struct player *player);
void walk_voices(struct player *player);
void walk_voices_playing(struct player *player);
void walk_voices_none(struct player *player);
void walk_hours(struct player *player);
void walk_calling(struct player *player);
void walk_calling_rings(struct player *player);
void walk_calling_desk(struct player *player);
void walk_desk_no_answer(struct player *player);
void walk_home_alone(struct player *player);
void walk_ringing(struct player *player);
void walk_ringing_long(struct player *player);
void walk_by_itself(struct player *player);
void walk_call_connecting(struct player *player);
void walk_call(struct player *player);
void walk_call_two(struct player *player);
void walk_call_curtain(struct player *player);
void walk_call_weak(struct player *player);
void walk_call_help(struct player *player);
void walk_call_check(struct player *player);
void walk_call_checked(struct player *player);
void walk_call_checked_bad(struct player *player);
void walk_call_over(struct player *player);
void walk_call_no_answer(struct player *player);
void walk_call_declined(struct player *player);
void walk_call_busy(struct player *player);
void walk_call_unreachable(struct player *player);
void walk_call_offline(struct player *player);
void walk_call_lost(struct player *player);
void walk_call_failed(struct player *player);
void walk_call_not_allowed(struct player *player);
void walk_leave(struct player *player);
void walk_leave_records(struct player *player);
void walk_leave_failed(struct player *player);
void walk_leave_noted(struct player *player);
void walk_leave_sent(struct player *player);
