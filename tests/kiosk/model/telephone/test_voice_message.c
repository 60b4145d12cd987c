// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages: when one is recorded and when not, what is heard, and who has the sound devices meanwhile.
#include "one_telephone.h"

static void a_message_is_left_when_nobody_answers(void **state)
{
  call_daughter();
  telephone_posted(&player, CALL_OVER, CALL_NO_ANSWER);
  telephone_did(&player);
  player_do(&player, INTENT_LEAVE_MESSAGE, 0, NULL);
  player_wait(&player, 15 * MS_SECOND); // nothing can be said here: it begins by itself
  assert_did("lend 1; media set; media record");
  player_do(&player, INTENT_MESSAGE_END, 0, NULL);
  telephone_recorded(&player, 4200);
  assert_did("media record end; voice send; lend 0");
  assert_int_equal(player.model.phone.message_out.seconds, 4);
  assert_screen(SCREEN_LEAVE);
}

static void a_call_that_comes_while_one_speaks_to_the_machine_loses_nothing(void **state)
{
  call_daughter();
  telephone_posted(&player, CALL_OVER, CALL_NO_ANSWER);
  player_do(&player, INTENT_LEAVE_MESSAGE, 0, NULL);
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_did(&player);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_screen(SCREEN_RINGING);
  telephone_recorded(&player, 9000);
  assert_non_null(strstr(telephone_did(&player), "voice send"));
}

static void what_is_heard_is_told_and_a_touch_stops_it(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  const struct voice_message *list[MOST_VOICES];
  assert_int_equal(family_voices(&player.model, player.model.person.id, list), 1);
  char id[UUID_SIZE];
  COPY_TEXT(id, list[0]->id);
  player_do(&player, INTENT_PLAY, 0, id);
  assert_did("lend 1; media set; media play");
  telephone_media(&player, MEDIA_PLAYED, id);
  assert_did("voice heard; lend 0");
  assert_int_equal(family_unheard(&player.model, player.model.person.id), 0);
  player_do(&player, INTENT_PLAY, 0, id);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_did("lend 1; media set; media play; media play end; lend 0");
}

// Who wants to speak does not want to be spoken to; the message is there to be heard again.
static void the_key_to_speak_stops_a_message(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  player_do(&player, INTENT_PLAY, 0, player.model.snapshot->voices[0].id);
  player_do(&player, INTENT_SPEAK, 0, NULL);
  assert_did("lend 1; media set; media play; media play end; lend 0");
  assert_true(player.listening);
  assert_int_equal(family_unheard(&player.model, player.model.person.id), 1);
}

// What the player did when the first was ended is not what became of the second.
static void another_message_takes_the_place_of_the_one_that_plays(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  telephone_voice(&player, 2, MEMBER_SON, false);
  player_open(&player, SCREEN_VOICES);
  const struct voice_message *list[MOST_VOICES];
  assert_int_equal(family_voices(&player.model, player.model.person.id, list), 2);
  player_do(&player, INTENT_PLAY, 0, list[0]->id);
  player_do(&player, INTENT_PLAY, 0, list[1]->id);
  assert_did("lend 1; media set; media play; media play end; media play");
  telephone_media(&player, MEDIA_PLAYED, list[0]->id);
  assert_string_equal(player.model.phone.playing, list[1]->id);
  assert_int_equal(family_unheard(&player.model, player.model.person.id), 2);
  telephone_media(&player, MEDIA_PLAYED, list[1]->id);
  assert_did("voice heard; lend 0");
}

static void a_message_that_plays_is_not_begun_anew_by_a_second_touch(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  const char *id = player.model.snapshot->voices[0].id;
  player_do(&player, INTENT_PLAY, 0, id);
  telephone_did(&player);
  player_do(&player, INTENT_PLAY, 0, id);
  assert_did("");
  assert_string_equal(player.model.phone.playing, id);
}

static void a_message_for_headphones_stops_when_they_are_pulled(void **state)
{
  player_headphones(&player, true);
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  player_do(&player, INTENT_PLAY, 0, player.model.snapshot->voices[0].id);
  telephone_did(&player);
  player_headphones(&player, false);
  assert_did("media play end; lend 0");
}

static void who_rings_is_heard_over_a_message_that_plays(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  player_do(&player, INTENT_PLAY, 0, player.model.snapshot->voices[0].id);
  telephone_did(&player);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_non_null(strstr(telephone_did(&player), "media play end; lend 0"));
  int spoken = player.spoken;
  player_shown(&player);
  assert_int_equal(player.spoken, spoken + 1);
}

static void begin_to_leave_a_message(void)
{
  call_daughter();
  telephone_posted(&player, CALL_OVER, CALL_NO_ANSWER);
  player_do(&player, INTENT_LEAVE_MESSAGE, 0, NULL);
  telephone_did(&player);
}

// The sentence of the page before, hushed by the touch, ends a moment later.
static void a_recording_begins_when_that_was_said_and_not_before(void **state)
{
  begin_to_leave_a_message();
  player_hushed(&player);
  assert_int_equal(player.model.phone.message_out.step, LEAVE_TOLD);
  player_said(&player);
  assert_did("lend 1; media set; media record");
}

static void a_call_is_not_recorded_for_who_did_not_answer(void **state)
{
  begin_to_leave_a_message();
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  player_said(&player);
  player_wait(&player, 20 * MS_SECOND);
  assert_null(strstr(telephone_did(&player), "record"));
}

static void what_was_said_is_sent_when_the_call_that_ended_it_was_short(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  telephone_over(&player, CALL_CANCELLED);
  telephone_did(&player);
  telephone_recorded(&player, 3000);
  assert_did("voice send; lend 0");
  assert_string_equal(player.model.phone.with.id, community_member(MEMBER_DAUGHTER).id);
  assert_screen(SCREEN_LEAVE);
}

static void a_message_that_could_not_be_kept_is_not_promised(void **state)
{
  struct report report = {.kind = REPORT_VOICE_MESSAGE_LOST};
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_recorded(&player, 3000);
  COPY_TEXT(report.text, player.model.phone.message_out.id);
  player_report(&player, &report);
  assert_int_equal(player.model.phone.message_out.step, LEAVE_FAILED);
}

static void a_call_for_help_is_not_recorded_either(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_HELP, 0, NULL);
  player_said(&player);
  player_wait(&player, 20 * MS_SECOND);
  assert_null(strstr(telephone_did(&player), "record"));
}

static void a_call_for_help_ends_a_recording_so_that_it_can_be_heard(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_did(&player);
  player_do(&player, INTENT_HELP, 0, NULL);
  telephone_recorded(&player, 3000);
  assert_did("media record end; voice send; lend 0");
  assert_screen(SCREEN_HELP);
}

static void staff_who_answer_a_call_for_help_keep_the_sound_when_a_recording_ends(void **state)
{
  player_do(&player, INTENT_HELP, 0, NULL);
  player_saved(&player);
  player_do(&player, INTENT_BACK, 0, NULL);
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_HELP);
  telephone_did(&player);
  telephone_recorded(&player, 3000);
  assert_did("voice send");
  telephone_over(&player, CALL_HUNG_UP);
  assert_non_null(strstr(telephone_did(&player), "lend 0"));
}

static void who_is_called_back_sees_how_the_call_ended_and_has_a_voice_again(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_recorded(&player, 3000);
  telephone_rings(&player, MEMBER_DAUGHTER, CALL_TALK);
  player_do(&player, INTENT_ANSWER, 0, NULL);
  telephone_connect(&player, TELEPHONE_DEVICE);
  telephone_did(&player);
  telephone_over(&player, CALL_HUNG_UP);
  assert_non_null(strstr(telephone_did(&player), "lend 0"));
  assert_screen(SCREEN_CALL_OVER);
}

static void a_message_that_was_dropped_says_nothing_of_the_next(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  char dropped[UUID_SIZE];
  COPY_TEXT(dropped, player.model.phone.message_out.id);
  player_do(&player, INTENT_MESSAGE_DROP, 0, NULL);
  player_do(&player, INTENT_LEAVE_MESSAGE, 0, NULL);
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  telephone_media(&player, MEDIA_RECORDED, dropped);
  assert_int_equal(player.model.phone.message_out.step, LEAVE_RECORDS);
}

static const struct request *asked(enum request_kind kind)
{
  for (int i = 0; i < player.asked.count; i++)
    if (player.asked.list[i].kind == kind)
      return &player.asked.list[i];
  fail_msg("nobody asked for that");
  return NULL;
}

static void whose_file_is_not_wanted_is_said(void **state)
{
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  char dropped[UUID_SIZE];
  COPY_TEXT(dropped, player.model.phone.message_out.id);
  player_do(&player, INTENT_MESSAGE_DROP, 0, NULL);
  assert_string_equal(asked(REQUEST_VOICE_MESSAGE_DROP)->id, dropped);
}

static void the_curtain_of_a_call_is_not_drawn_before_the_next_message(void **state)
{
  call_daughter();
  telephone_signal(&player, SIGNAL_ACCEPT, TELEPHONE_DEVICE);
  telephone_connect(&player, TELEPHONE_DEVICE);
  player_do(&player, INTENT_CURTAIN, 0, NULL);
  telephone_over(&player, CALL_HUNG_UP);
  player_do(&player, INTENT_CALL_CLOSE, 0, NULL);
  begin_to_leave_a_message();
  player_do(&player, INTENT_MESSAGE_BEGIN, 0, NULL);
  assert_did("lend 1; media set; media record");
  assert_false(player.model.phone.curtain);
}

// Media that have died tell nothing; nobody stays signed in for that.
static void a_message_that_never_ends_is_ended(void **state)
{
  telephone_voice(&player, 1, MEMBER_DAUGHTER, false);
  player_open(&player, SCREEN_VOICES);
  player_do(&player, INTENT_PLAY, 0, player.model.snapshot->voices[0].id);
  player_wait(&player, 80 * MS_SECOND);
  assert_did("lend 1; media set; media play; media play end; lend 0");
  player_wait(&player, 10 * MS_MINUTE);
  assert_screen(SCREEN_REST);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      AT_FAMILY(a_message_is_left_when_nobody_answers),
      AT_FAMILY(a_call_that_comes_while_one_speaks_to_the_machine_loses_nothing),
      AT_FAMILY(what_is_heard_is_told_and_a_touch_stops_it),
      AT_FAMILY(the_key_to_speak_stops_a_message),
      AT_FAMILY(another_message_takes_the_place_of_the_one_that_plays),
      AT_FAMILY(a_message_that_plays_is_not_begun_anew_by_a_second_touch),
      AT_FAMILY(a_message_for_headphones_stops_when_they_are_pulled),
      AT_FAMILY(who_rings_is_heard_over_a_message_that_plays),
      AT_FAMILY(a_recording_begins_when_that_was_said_and_not_before),
      AT_FAMILY(a_call_is_not_recorded_for_who_did_not_answer),
      AT_FAMILY(what_was_said_is_sent_when_the_call_that_ended_it_was_short),
      AT_FAMILY(a_message_that_could_not_be_kept_is_not_promised),
      AT_FAMILY(a_call_for_help_is_not_recorded_either),
      AT_FAMILY(a_call_for_help_ends_a_recording_so_that_it_can_be_heard),
      AT_FAMILY(staff_who_answer_a_call_for_help_keep_the_sound_when_a_recording_ends),
      AT_FAMILY(who_is_called_back_sees_how_the_call_ended_and_has_a_voice_again),
      AT_FAMILY(a_message_that_was_dropped_says_nothing_of_the_next),
      AT_FAMILY(whose_file_is_not_wanted_is_said),
      AT_FAMILY(the_curtain_of_a_call_is_not_drawn_before_the_next_message),
      AT_FAMILY(a_message_that_never_ends_is_ended),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
