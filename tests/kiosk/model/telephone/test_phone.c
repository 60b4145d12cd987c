// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's telephone: what is sent and what the media do, who is answered by itself, what lies over what, who
// speaks.
#include "one_telephone.h"

#include "base/text.h"
#include "kiosk/model/act.h"
#include "kiosk/model/core/say.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/telephone/family.h"

static void one_touch_on_a_face_calls(void **state)
{
  assert_true(family_reachable(&player.model, community_member(MEMBER_DAUGHTER).id));
  assert_false(family_reachable(&player.model, community_member(MEMBER_SON).id));
  call_daughter();
  assert_screen(SCREEN_CALLING);
  assert_did("call");
  telephone_posted(&player, CALL_RINGING, CALL_REASON_NONE);
  telephone_signal(&player, SIGNAL_ACCEPT, TELEPHONE_DEVICE);
  assert_did("lend 1; media set; media open"); // sound lets go first
  assert_screen(SCREEN_CALL);
  telephone_media(&player, MEDIA_OFFERS, TELEPHONE_DEVICE);
  telephone_signal(&player, SIGNAL_ANSWER, TELEPHONE_DEVICE);
  assert_did("signal offer; media answer");
  telephone_media(&player, MEDIA_CONNECTED, TELEPHONE_DEVICE);
  player_do(&player, INTENT_HANG_UP, 0, NULL);
  assert_did("signal bye; media close all; lend 0");
  assert_screen(SCREEN_CALL_OVER);
  player_do(&player, INTENT_CALL_CLOSE, 0, NULL);
  assert_screen(SCREEN_FAMILY);
}

static void without_a_line_nothing_leaves_that_would_ring_later(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  call_daughter();
  assert_did("");
  assert_screen(SCREEN_CALL_OVER);
  assert_int_equal(player.model.phone.machine.reason, CALL_UNREACHABLE);
}

static void nobody_is_signed_out_in_a_call(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  player_do(&player, INTENT_ANSWER, 0, NULL);
  telephone_connect(&player, TELEPHONE_DEVICE);
  player_wait(&player, 20 * MS_MINUTE);
  assert_screen(SCREEN_CALL);
  assert_true(player.model.person.id[0]);
}

static void a_ringing_call_wakes_the_resting_screen_and_is_put_away_when_missed(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_screen(SCREEN_RINGING);
  assert_did("signal ringing; ring 1");
  telephone_over(&player, CALL_CANCELLED);
  assert_screen(SCREEN_REST);
  telephone_log(&player, MEMBER_SON, MS_MINUTE, false, false);
  const struct call_record *list[MOST_RECORDS];
  assert_int_equal(family_missed(&player.model, community_person_id(PERSON_CAREFUL), list), 1);
  telephone_log(&player, MEMBER_SON, 0, true, false); // they have talked since
  assert_int_equal(family_missed(&player.model, community_person_id(PERSON_CAREFUL), list), 0);
}

static void allow(int from, int to)
{
  struct resident *resident = &player.model.snapshot->residents[PERSON_CAREFUL];
  resident->auto_answer_from = from;
  resident->auto_answer_to = to;
}

static void a_call_is_answered_by_itself_after_ten_seconds_that_can_be_seen(void **state)
{
  allow(9 * 60, 9 * 60 + 1);
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_TALK);
  assert_screen(SCREEN_BY_ITSELF);
  for (int left = 10; left > 1; left--) {
    assert_int_equal(answering_seconds(&player.model), left);
    player_wait(&player, MS_SECOND);
  }
  assert_screen(SCREEN_BY_ITSELF);
  telephone_did(&player);
  player_wait(&player, MS_SECOND);
  assert_screen(SCREEN_CALL);
  assert_true(player.model.phone.automatic); // it goes along with the answer: they have looked
  assert_did("lend 1; media set; signal accept; media open");
}

static void assert_not_by_itself(int member, int from, int to)
{
  player_stop(&player);
  at_bedside(NULL);
  allow(from, to);
  telephone_rings(&player, member, CALL_TALK);
  assert_screen(SCREEN_RINGING);
}

static void only_who_may_in_the_hours_that_were_set(void **state)
{
  assert_not_by_itself(MEMBER_SON, 0, 1440);
  assert_not_by_itself(MEMBER_DAUGHTER, -1, -1);
  assert_not_by_itself(MEMBER_DAUGHTER, 0, 9 * 60);
  assert_not_by_itself(MEMBER_DAUGHTER, 9 * 60 + 1, 1440);
}

static void the_server_has_to_say_so_too(void **state)
{
  allow(0, 1440);
  player.no_auto = true;
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_TALK);
  assert_screen(SCREEN_RINGING);
}

// Who has signed in there may have walked on.
static void on_a_shared_kiosk_nobody_is_answered_by_itself(void **state)
{
  allow(0, 1440);
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_TALK);
  assert_screen(SCREEN_RINGING);
}

static void on_a_shared_kiosk_it_rings_only_for_who_is_signed_in(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_screen(SCREEN_REST);
  assert_did("");
  player_sign_in(&player, PERSON_CAREFUL);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_screen(SCREEN_RINGING);
}

static void the_desk_is_called_like_family(void **state)
{
  telephone_reach_desk(&player, true);
  assert_true(family_reachable(&player.model, DESK_ID));
  player_do(&player, INTENT_CALL, 0, DESK_ID);
  assert_screen(SCREEN_CALLING);
  assert_did("call");
  assert_true(party_is_desk(&player.model.phone.request.to));
  telephone_over(&player, CALL_NO_ANSWER);
  assert_screen(SCREEN_CALL_OVER);
  player_do(&player, INTENT_LEAVE_MESSAGE, 0, NULL);
  assert_screen(SCREEN_CALL_OVER); // spoken messages are the family's
  player_do(&player, INTENT_CALL_AGAIN, 0, NULL);
  assert_screen(SCREEN_CALLING);
}

static void not_now_declines(void **state)
{
  allow(0, 1440);
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_TALK);
  telephone_did(&player);
  player_do(&player, INTENT_DECLINE, 0, NULL);
  assert_did("signal decline");
  player_wait(&player, MS_MINUTE);
  assert_screen(SCREEN_REST);
}

static void staff_are_answered_at_once_after_a_press_for_help_and_not_without(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_HELP);
  assert_screen(SCREEN_RINGING);
  telephone_over(&player, CALL_CANCELLED);
  player_do(&player, INTENT_HELP, 0, NULL);
  player.seq = 100;
  telephone_rings(&player, MEMBER_SON, CALL_HELP);
  assert_screen(SCREEN_CALL);
}

static void in_a_call_help_goes_through_and_buries_nobody(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  player_do(&player, INTENT_ANSWER, 0, NULL);
  telephone_connect(&player, TELEPHONE_DEVICE);
  int spoken = player.spoken;
  player_do(&player, INTENT_HELP, 0, NULL);
  assert_screen(SCREEN_CALL);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_RAISE);
  player_shown(&player);
  assert_int_equal(player.spoken, spoken); // nothing speaks over a call
  player_do(&player, INTENT_HANG_UP, 0, NULL);
  assert_screen(SCREEN_HELP); // the ladder comes first now
  player_shown(&player);
  assert_int_equal(player.spoken, spoken + 1);
}

static void the_more_important_is_said(void **state)
{
  assert_true(say_may(SAY_HELP, SAY_CALL, false));
  assert_true(say_may(SAY_CALL, SAY_REMINDER, false));
  assert_true(say_may(SAY_REMINDER, SAY_PROMPT, false));
  assert_true(say_may(SAY_PROMPT, SAY_PROMPT, false));
  assert_false(say_may(SAY_PROMPT, SAY_REMINDER, false));
  assert_false(say_may(SAY_CALL, SAY_HELP, false));
  assert_false(say_may(SAY_HELP, SAY_NOTHING, true));
}

static void the_curtain_shuts_and_says_so(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  player_do(&player, INTENT_ANSWER, 0, NULL);
  telephone_connect(&player, TELEPHONE_DEVICE);
  telephone_did(&player);
  player_do(&player, INTENT_CURTAIN, 0, NULL);
  assert_did("media set; signal state");
  assert_true(player.model.phone.curtain);
}

static void a_server_that_forgot_is_told_and_the_media_go_on(void **state)
{
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  player_do(&player, INTENT_ANSWER, 0, NULL);
  telephone_connect(&player, TELEPHONE_DEVICE);
  player_line(&player, LINE_STATE_AWAY, "");
  player_line(&player, LINE_STATE_UP, "");
  telephone_did(&player);
  telephone_forgotten(&player);
  assert_did("resume");
  assert_true(player.model.phone.request.resume);
  assert_screen(SCREEN_CALL);
}

// Two keys answer a call; what is said while it rings is said to nobody.
static void while_a_call_rings_nothing_is_listened_to(void **state)
{
  const struct intent to_speak = {.kind = INTENT_SPEAK};
  player_do(&player, INTENT_SPEAK, 0, NULL);
  assert_true(player.listening);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_false(player.listening);
  assert_false(act_may(&player.model, &to_speak));
  player_do(&player, INTENT_SPEAK, 0, NULL);
  assert_false(player.listening);
  assert_screen(SCREEN_RINGING);
}

static void the_hours_that_are_chosen_reach_the_desk(void **state)
{
  player_open(&player, SCREEN_HOURS);
  player_do(&player, INTENT_ANSWER_HOURS, HOURS_EVENING, NULL);
  const struct message *message = player_last_message(&player);
  assert_int_equal(message->kind, MESSAGE_ANSWER_HOURS);
  assert_int_equal(message->body.is.auto_answer.from, 18 * 60);
  assert_int_equal(answering_hours_of(model_person(&player.model)), HOURS_EVENING);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      AT_FAMILY(one_touch_on_a_face_calls),
      AT_FAMILY(without_a_line_nothing_leaves_that_would_ring_later),
      AT_FAMILY(nobody_is_signed_out_in_a_call),
      AT_REST(a_ringing_call_wakes_the_resting_screen_and_is_put_away_when_missed),
      AT_REST(a_call_is_answered_by_itself_after_ten_seconds_that_can_be_seen),
      AT_REST(only_who_may_in_the_hours_that_were_set),
      AT_REST(the_server_has_to_say_so_too),
      AT_FAMILY(on_a_shared_kiosk_nobody_is_answered_by_itself),
      cmocka_unit_test_setup_teardown(on_a_shared_kiosk_it_rings_only_for_who_is_signed_in, ready, stop),
      AT_FAMILY(the_desk_is_called_like_family),
      AT_REST(not_now_declines),
      AT_REST(staff_are_answered_at_once_after_a_press_for_help_and_not_without),
      AT_FAMILY(in_a_call_help_goes_through_and_buries_nobody),
      AT_REST(the_more_important_is_said),
      AT_REST(the_curtain_shuts_and_says_so),
      AT_REST(a_server_that_forgot_is_told_and_the_media_go_on),
      AT_FAMILY(while_a_call_rings_nothing_is_listened_to),
      AT_FAMILY(the_hours_that_are_chosen_reach_the_desk),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
