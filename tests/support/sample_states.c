// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_states.h"

#include "walks.h"

static const struct {
  const char *name;
  void (*play)(struct player *player);
} states[] = {
    {"rest", walk_rest},
    {"rest.offline", walk_rest_offline},
    {"setup", walk_setup},
    {"setup.revoked", walk_revoked},
    {"who", walk_who},
    {"who.card_unknown", walk_who_card_unknown},
    {"who.many", walk_who_many},
    {"room", walk_room},
    {"room.unknown", walk_room_unknown},
    {"room_people", walk_room_people},
    {"pin", walk_pin},
    {"pin.wrong", walk_pin_wrong},
    {"pin.paused", walk_pin_paused},
    {"home", walk_home},
    {"home.long_name", walk_home_long_name},
    {"home.half_made", walk_home_half_made},
    {"home.news", walk_home_news},
    {"day", walk_day},
    {"meal", walk_meal},
    {"meal.ordered", walk_meal_ordered},
    {"dishes", walk_dishes},
    {"dishes.chosen", walk_dishes_chosen},
    {"dishes.changed_menu", walk_dishes_changed_menu},
    {"basket", walk_basket},
    {"diet", walk_diet},
    {"how", walk_how},
    {"how.no_room", walk_how_no_room},
    {"confirm", walk_confirm},
    {"confirm.everything", walk_confirm_everything},
    {"done.writing", walk_done_writing},
    {"done.noted", walk_done_noted},
    {"done.slow", walk_done_slow},
    {"done.offline", walk_done_offline},
    {"done.not_saved", walk_done_not_saved},
    {"done.accepted", walk_done_accepted},
    {"done.refused", walk_done_refused},
    {"done.refused.time", walk_done_refused_time},
    {"done.refused.dish", walk_done_refused_dish},
    {"done.refused.staff", walk_done_refused_staff},
    {"done.cancelled", walk_done_cancelled},
    {"today", walk_today},
    {"today.private", walk_today_private},
    {"today.empty", walk_today_empty},
    {"order", walk_order_of_today},
    {"order.declined", walk_order_declined},
    {"order.cooking", walk_order_cooking},
    {"cancel", walk_cancel},
    {"settings", walk_settings},
    {"volume", walk_volume},
    {"volume.silent", walk_volume_silent},
    {"rate", walk_rate},
    {"text_size", walk_text_size},
    {"theme", walk_theme},
    {"language", walk_language},
    {"home.listening", walk_listening},
    {"home.not_understood", walk_not_understood},
    {"home.no_ear", walk_no_ear},
    {"heard", walk_heard},
    {"offer", walk_offer},
    {"words", walk_words},
    {"lesson", walk_lesson},
    {"lesson.more", walk_lesson_more},
    {"lesson.alike", walk_lesson_alike},
    {"lesson.known", walk_lesson_known},
    {"help", walk_help_pressed},
    {"help.received", walk_help_received},
    {"help.not_taken", walk_help_not_taken},
    {"help.taken", walk_help_taken},
    {"help.cancelled", walk_help_cancelled},
    {"help.offline", walk_help_offline},
    {"home.missed", walk_home_missed},
    {"home.voice", walk_home_voice},
    {"rest.missed", walk_rest_missed},
    {"family", walk_family},
    {"family.none", walk_family_none},
    {"calls", walk_calls},
    {"calls.none", walk_calls_none},
    {"voices", walk_voices},
    {"voices.playing", walk_voices_playing},
    {"voices.none", walk_voices_none},
    {"hours", walk_hours},
    {"calling", walk_calling},
    {"calling.rings", walk_calling_rings},
    {"calling.desk", walk_calling_desk},
    {"call_over.desk", walk_desk_no_answer},
    {"home.alone", walk_home_alone},
    {"ringing", walk_ringing},
    {"ringing.long", walk_ringing_long},
    {"by_itself", walk_by_itself},
    {"call.connecting", walk_call_connecting},
    {"call", walk_call},
    {"call.two", walk_call_two},
    {"call.curtain", walk_call_curtain},
    {"call.weak", walk_call_weak},
    {"call.help", walk_call_help},
    {"call_check", walk_call_check},
    {"call_check.good", walk_call_checked},
    {"call_check.bad", walk_call_checked_bad},
    {"call_over", walk_call_over},
    {"call_over.no_answer", walk_call_no_answer},
    {"call_over.declined", walk_call_declined},
    {"call_over.busy", walk_call_busy},
    {"call_over.unreachable", walk_call_unreachable},
    {"call_over.offline", walk_call_offline},
    {"call_over.lost", walk_call_lost},
    {"call_over.failed", walk_call_failed},
    {"call_over.not_allowed", walk_call_not_allowed},
    {"leave", walk_leave},
    {"leave.records", walk_leave_records},
    {"leave.failed", walk_leave_failed},
    {"leave.noted", walk_leave_noted},
    {"leave.sent", walk_leave_sent},
    {"still_there", walk_still_there},
    {"empty", NULL}, // the community is not known: nothing to walk through
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
  player_part(player, PART_EAR, true);
  if (!states[state].play)
    return;
  player_snapshot(player, community_new(COMMUNITY_PEOPLE));
  states[state].play(player);
}
