// SPDX-License-Identifier: GPL-3.0-or-later
// The courses that a call can take.
#include "switchboard.h"

static void it_rings_at_every_device_of_whom_it_is_to(void **state)
{
  struct switchboard *x = *state;
  assert_int_equal(place(x, 1, DAUGHTER, 0, KIOSK, 2, CALL_TALK), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_RING), 1);
  assert_int_equal(heard(x, KIOSK_2, 0, SIGNAL_RING), 1);
  assert_int_equal(x->seats[KIOSK][0].call.members[0].state, CALL_RINGING);
  assert_string_equal(x->seats[KIOSK][0].call.resident_id, ELDER);
}

static void answered_at_one_it_stops_at_the_others(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 2, CALL_TALK);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_ACCEPT), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_TALKING);
  assert_string_equal(x->call.kiosk_id, x->seats[KIOSK][0].asker.device.owner);
  assert_int_equal(heard(x, KIOSK_2, 0, SIGNAL_OVER), 1);
  assert_int_equal(x->seats[KIOSK_2][0].reason, CALL_ANSWERED_ELSEWHERE);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_ACCEPT), 1);
  assert_int_equal(say(x, 1, KIOSK_2, 0, SIGNAL_ACCEPT), CALLS_SETTLED);
}

static void members_stand_as_they_came_in(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(say(x, 1, SON, 0, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(x->call.member_count, 3);
  assert_int_equal(x->call.members[0].party.kind, PARTY_FAMILY);
  assert_int_equal(x->call.members[1].party.kind, PARTY_RESIDENT);
  assert_string_equal(x->call.members[2].device, x->seats[SON][0].asker.device.id);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_JOIN), 1);
}

static void a_refusal_ends_it_for_all(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 2, CALL_TALK);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_DECLINE), CALLS_DONE);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_DECLINED);
  assert_int_equal(heard(x, KIOSK_2, 0, SIGNAL_OVER), 1);
  assert_int_equal(x->records, 1);
  assert_int_equal(x->record.reason, CALL_DECLINED);
  assert_true(x->record.answered_at == 0);
}

static void nobody_answers_for_45_seconds(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  pass(x, CALL_RING_MS - 1);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_OVER), 0);
  pass(x, 1);
  assert_int_equal(x->seats[KIOSK][0].reason, CALL_NO_ANSWER);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_NO_ANSWER);
  assert_false(x->record.from_resident);
}

static void who_calls_thinks_better_of_it(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, KIOSK, 0, DAUGHTER, 2, CALL_TALK);
  assert_int_equal(heard(x, DAUGHTER, 1, SIGNAL_RING), 1);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_BYE), CALLS_DONE);
  assert_int_equal(x->seats[DAUGHTER][1].reason, CALL_CANCELLED);
  assert_true(x->record.from_resident);
}

static void nobody_is_there(void **state)
{
  struct switchboard *x = *state;
  assert_int_equal(place(x, 1, KIOSK, 0, DAUGHTER, 0, CALL_TALK), CALLS_DONE);
  assert_int_equal(x->call.reason, CALL_UNREACHABLE);
  assert_int_equal(x->records, 1);
}

static void who_talks_is_busy_and_may_be_joined(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(place(x, 2, SON, 0, KIOSK, 1, CALL_TALK), CALLS_DONE);
  assert_int_equal(x->call.reason, CALL_BUSY);
  char id[UUID_SIZE];
  call_id_of(1, id);
  assert_string_equal(x->other.joinable, id);
}

static void a_stranger_hears_of_nothing_to_join(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  place(x, 2, STRANGER, 0, KIOSK, 1, CALL_TALK);
  assert_string_equal(x->other.joinable, "");
  assert_false(x->other.full);
  assert_int_equal(say(x, 1, STRANGER, 0, SIGNAL_JOIN), CALLS_NOT_IN);
  assert_int_equal(say(x, 1, STRANGER, 0, SIGNAL_OFFER), CALLS_NOT_IN);
  assert_int_equal(say(x, 1, STRANGER, 0, SIGNAL_BYE), CALLS_NOT_IN);
}

static void both_call_at_once(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  assert_int_equal(place(x, 2, KIOSK, 0, DAUGHTER, 1, CALL_TALK), CALLS_DONE);
  char id[UUID_SIZE];
  call_id_of(1, id);
  assert_string_equal(x->call.id, id);
  assert_int_equal(x->call.state, CALL_TALKING);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_ACCEPT), 1);
  assert_int_equal(x->seats[DAUGHTER][0].call.state, CALL_TALKING);
  assert_int_equal(calls_live(x->calls), 1);
}

static void who_talks_already_does_not_call_the_other_once_more(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(place(x, 2, KIOSK, 0, DAUGHTER, 2, CALL_TALK), CALLS_DONE);
  assert_int_equal(x->call.reason, CALL_BUSY);
}

static void the_same_wish_again_is_the_same_call(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  assert_int_equal(place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_RING), 1);
  assert_int_equal(place(x, 1, SON, 0, KIOSK, 1, CALL_TALK), CALLS_CONFLICT);
}

static void it_is_over_when_only_one_is_left(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, SON, 0, SIGNAL_JOIN);
  say(x, 1, DAUGHTER, 0, SIGNAL_BYE);
  assert_int_equal(x->call.state, CALL_TALKING);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_UPDATE), 1);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_HUNG_UP);
  say(x, 1, SON, 0, SIGNAL_BYE);
  assert_int_equal(x->seats[KIOSK][0].reason, CALL_HUNG_UP);
  assert_int_equal(x->records, 2);
  assert_int_equal(calls_live(x->calls), 0);
}

static void when_the_elder_hangs_up_all_are_out(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, SON, 0, SIGNAL_JOIN);
  say(x, 1, KIOSK, 0, SIGNAL_BYE);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_OVER), 1);
  assert_int_equal(heard(x, SON, 0, SIGNAL_OVER), 1);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_OVER), 1);
}

static void the_fifth_of_the_family_finds_no_room(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(say(x, 1, SON, 0, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(say(x, 1, GRANDSON, 0, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(say(x, 1, AUNT, 0, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(say(x, 1, UNCLE, 0, SIGNAL_JOIN), CALLS_SETTLED);
  place(x, 2, UNCLE, 0, KIOSK, 1, CALL_TALK);
  assert_string_equal(x->other.joinable, "");
  assert_true(x->other.full);
  say(x, 1, AUNT, 0, SIGNAL_BYE);
  assert_int_equal(say(x, 1, UNCLE, 0, SIGNAL_JOIN), CALLS_DONE);
}

static void a_new_device_takes_the_members_place(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(say(x, 1, DAUGHTER, 1, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_JOINED_OVER);
  assert_int_equal(x->call.state, CALL_TALKING);
  assert_int_equal(say(x, 1, DAUGHTER, 0, SIGNAL_STATE), CALLS_SETTLED);
  assert_int_equal(say(x, 1, KIOSK, 1, SIGNAL_JOIN), CALLS_DONE);
  assert_int_equal(x->seats[KIOSK][0].reason, CALL_JOINED_OVER);
  assert_int_equal(x->records, 0);
}

static void words_go_to_whom_they_are_for(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, SON, 0, SIGNAL_JOIN);
  struct signal offer = {.kind = SIGNAL_OFFER, .data = json_pack("{s:s, s:b}", "sdp", "v=0", "fresh", 0)};
  char id[UUID_SIZE];
  call_id_of(1, id);
  COPY_TEXT(offer.to_device, x->seats[SON][0].asker.device.id);
  assert_int_equal(
      calls_signal(x->calls, id, &x->seats[KIOSK][0].asker, &offer, x->now, &x->seq, &x->call, &x->changed),
      CALLS_DONE);
  assert_false(x->changed);
  assert_int_equal(heard(x, SON, 0, SIGNAL_OFFER), 1);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_OFFER), 0);
  signal_free(&offer);
}

static void media_is_not_talked_of_before_an_answer(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_CANDIDATE), CALLS_NOT_IN);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_RINGING), CALLS_DONE);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_RINGING), 1);
  assert_int_equal(say(x, 1, DAUGHTER, 0, SIGNAL_RINGING), CALLS_NOT_IN);
  assert_int_equal(say(x, 1, DAUGHTER, 0, SIGNAL_ACCEPT), CALLS_NOT_IN);
}

static void who_was_away_hears_what_was_missed(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  json_t *all = calls_write(x->calls, &x->seats[DAUGHTER][0].asker, "", 0);
  const json_t *signals = json_object_get(json_array_get(all, 0), "signals");
  assert_int_equal(json_array_size(signals), 1);
  assert_string_equal(json_string_value(json_object_get(json_array_get(signals, 0), "kind")), "accept");
  assert_null(json_object_get(json_array_get(signals, 0), "call")); // how it stood then is not how it stands
  json_decref(all);
  all = calls_write(x->calls, &x->seats[DAUGHTER][0].asker, "", x->seats[DAUGHTER][0].seq);
  assert_int_equal(json_array_size(json_object_get(json_array_get(all, 0), "signals")), 0);
  json_decref(all);
  all = calls_write(x->calls, &x->seats[DAUGHTER][0].asker, "another", x->seats[DAUGHTER][0].seq);
  assert_int_equal(json_array_size(json_object_get(json_array_get(all, 0), "signals")), 1); // each counts from 1
  json_decref(all);
  all = calls_write(x->calls, &x->seats[STRANGER][0].asker, "", 0);
  assert_int_equal(json_array_size(all), 0);
  json_decref(all);
}

static void who_was_away_hears_that_it_is_over(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, KIOSK, 0, SIGNAL_BYE);
  json_t *all = calls_write(x->calls, &x->seats[DAUGHTER][0].asker, "", 2);
  const json_t *one = json_array_get(all, 0);
  assert_string_equal(json_string_value(json_object_get(json_object_get(one, "call"), "state")), "over");
  assert_int_equal(json_array_size(json_object_get(one, "signals")), 1);
  json_decref(all);
  pass(x, CALL_KEPT_MS);
  all = calls_write(x->calls, &x->seats[DAUGHTER][0].asker, "", 0);
  assert_int_equal(json_array_size(all), 0);
  json_decref(all);
}

static void a_device_that_came_while_it_rang_may_answer(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, KIOSK, 0, DAUGHTER, 1, CALL_TALK);
  json_t *all = calls_write(x->calls, &x->seats[DAUGHTER][2].asker, "", 0);
  assert_int_equal(json_array_size(all), 1);
  json_decref(all);
  assert_int_equal(say(x, 1, DAUGHTER, 2, SIGNAL_ACCEPT), CALLS_DONE);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_ANSWERED_ELSEWHERE);
}

static void who_goes_away_is_told_of_and_comes_back(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  calls_gone(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  calls_gone(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_GONE), 1);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_GONE), 0);
  pass(x, CALL_LOST_MS - 1);
  calls_back(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_BACK), 1);
  pass(x, CALL_LOST_MS);
  assert_int_equal(calls_live(x->calls), 1);
}

static void who_does_not_come_back_is_lost(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, SON, 0, SIGNAL_JOIN);
  calls_gone(x->calls, &x->seats[SON][0].asker.device, x->now);
  pass(x, CALL_LOST_MS);
  assert_int_equal(x->record.reason, CALL_LOST);
  assert_int_equal(calls_live(x->calls), 1);
  calls_gone(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  pass(x, CALL_LOST_MS);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_LOST);
  assert_int_equal(calls_live(x->calls), 0);
}

static void who_can_not_come_back_is_lost_at_once(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  calls_lost(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_LOST);
  assert_int_equal(calls_live(x->calls), 0);
  place(x, 2, KIOSK, 0, DAUGHTER, 1, CALL_TALK);
  calls_lost(x->calls, &x->seats[DAUGHTER][0].asker.device, x->now); // where it only rings
  assert_int_equal(calls_live(x->calls), 1);
  calls_lost(x->calls, &x->seats[KIOSK][0].asker.device, x->now);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_CANCELLED);
}

static void who_calls_and_goes_away_rings_no_longer(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  calls_gone(x->calls, &x->seats[DAUGHTER][0].asker.device, x->now);
  assert_int_equal(x->seats[KIOSK][0].reason, CALL_CANCELLED);
}

static void help_comes_before_a_talk(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  assert_int_equal(place(x, 2, NURSE, 0, KIOSK, 1, CALL_HELP), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_BUSY);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_RING), 2);
  assert_int_equal(say_with(x, 2, KIOSK, 0, SIGNAL_ACCEPT, json_pack("{s:b}", "auto", 1)), CALLS_DONE);
  assert_int_equal(x->auto_answered, 1);
  assert_int_equal(place(x, 3, DAUGHTER, 0, KIOSK, 1, CALL_TALK), CALLS_DONE);
  assert_string_equal(x->other.joinable, ""); // nobody comes in between
  assert_int_equal(say(x, 2, DAUGHTER, 0, SIGNAL_JOIN), CALLS_SETTLED);
}

// Be it on another page, or what is left of one that has crashed.
static void help_comes_before_what_the_helper_is_in(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  place_to_desk(x, 2, KIOSK_2);
  assert_int_equal(say(x, 2, NURSE, 0, SIGNAL_ACCEPT), CALLS_DONE);
  assert_int_equal(place(x, 3, NURSE, 1, KIOSK, 1, CALL_HELP), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(x->seats[NURSE][0].reason, CALL_BUSY);
  assert_int_equal(x->seats[KIOSK_2][0].reason, CALL_BUSY);
}

static void help_that_reaches_no_device_ends_nothing(void **state)
{
  struct switchboard *x = *state;
  place_to_desk(x, 2, KIOSK_2);
  assert_int_equal(say(x, 2, NURSE, 0, SIGNAL_ACCEPT), CALLS_DONE);
  assert_int_equal(place(x, 3, NURSE, 1, KIOSK, 0, CALL_HELP), CALLS_DONE);
  assert_int_equal(x->call.reason, CALL_UNREACHABLE);
  assert_int_equal(x->seats[NURSE][0].reason, CALL_REASON_NONE);
}

static void of_the_desk_who_answers_first_has_the_call(void **state)
{
  struct switchboard *x = *state;
  assert_int_equal(place_to_desk(x, 1, KIOSK), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(heard(x, NURSE, 0, SIGNAL_RING), 1);
  assert_int_equal(heard(x, COOK, 1, SIGNAL_RING), 1);
  assert_int_equal(say(x, 1, COOK, 1, SIGNAL_ACCEPT), CALLS_DONE);
  assert_string_equal(x->call.members[1].party.id, x->seats[COOK][1].asker.device.owner);
  assert_int_equal(x->seats[NURSE][0].reason, CALL_ANSWERED_ELSEWHERE);
  assert_int_equal(x->seats[COOK][0].reason, CALL_ANSWERED_ELSEWHERE);
  assert_int_equal(say(x, 1, NURSE, 0, SIGNAL_JOIN), CALLS_NOT_IN); // nor takes it over
  assert_int_equal(place_to_desk(x, 2, KIOSK_2), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_RINGING); // at who is free
  assert_int_equal(heard(x, COOK, 0, SIGNAL_RING), 1);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_BYE), CALLS_DONE);
  assert_true(x->record.from_resident);
  assert_string_equal(x->record.party.id, x->seats[COOK][1].asker.device.owner);
}

static void at_the_desk_each_declines_for_themselves(void **state)
{
  struct switchboard *x = *state;
  place_to_desk(x, 1, KIOSK);
  assert_int_equal(say(x, 1, COOK, 0, SIGNAL_DECLINE), CALLS_DONE);
  assert_int_equal(x->seats[COOK][1].reason, CALL_DECLINED);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_OVER), 0);
  assert_int_equal(say(x, 1, NURSE, 0, SIGNAL_DECLINE), CALLS_DONE);
  assert_int_equal(x->seats[KIOSK][0].reason, CALL_DECLINED);
  place_to_desk(x, 2, KIOSK);
  pass(x, CALL_RING_MS);
  assert_true(party_is_desk(&x->record.party)); // nobody of it in particular has missed it
  assert_int_equal(x->record.reason, CALL_NO_ANSWER);
}

static void nobody_answers_by_itself_who_may_not(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  assert_int_equal(say_with(x, 1, KIOSK, 0, SIGNAL_ACCEPT, json_pack("{s:b}", "auto", 1)), CALLS_NOT_IN);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_ACCEPT), CALLS_DONE);
}

static void a_server_started_anew_takes_the_talk_up_again(void **state)
{
  struct switchboard *x = *state;
  assert_int_equal(say(x, 1, DAUGHTER, 0, SIGNAL_STATE), CALLS_UNKNOWN);
  assert_int_equal(resume(x, 1, DAUGHTER, 0, KIOSK), CALLS_DONE);
  assert_int_equal(resume(x, 1, KIOSK, 0, DAUGHTER), CALLS_DONE);
  assert_int_equal(x->call.state, CALL_TALKING);
  assert_int_equal(x->call.member_count, 2);
  assert_int_equal(heard(x, DAUGHTER, 0, SIGNAL_UPDATE), 1);
  pass(x, CALL_ALONE_MS);
  assert_int_equal(calls_live(x->calls), 1);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_STATE), CALLS_DONE);
  assert_int_equal(resume(x, 1, STRANGER, 0, KIOSK), CALLS_CONFLICT);
  assert_true(x->seq > 1000); // above what anybody has seen before
}

static void a_talk_that_nobody_else_takes_up_ends(void **state)
{
  struct switchboard *x = *state;
  resume(x, 1, DAUGHTER, 0, KIOSK);
  pass(x, CALL_ALONE_MS);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_LOST);
}

static void who_may_not_call_any_more_is_out(void **state)
{
  struct switchboard *x = *state;
  talk(x);
  say(x, 1, SON, 0, SIGNAL_JOIN);
  calls_end_of(x->calls, x->seats[SON][0].asker.device.owner, x->now);
  assert_int_equal(x->seats[SON][0].reason, CALL_NOT_ALLOWED);
  assert_int_equal(calls_live(x->calls), 1);
  calls_end_of(x->calls, ELDER, x->now);
  assert_int_equal(x->seats[DAUGHTER][0].reason, CALL_NOT_ALLOWED);
  assert_int_equal(calls_live(x->calls), 0);
}

static void a_kiosk_for_two_rings_for_one_at_a_time(void **state)
{
  struct switchboard *x = *state;
  place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK);
  place(x, 2, STRANGER, 0, KIOSK, 1, CALL_TALK);
  assert_int_equal(x->call.reason, CALL_BUSY);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_RING), 1);
  place(x, 3, STRANGER, 1, KIOSK, 2, CALL_TALK); // it rings where nothing else does
  assert_int_equal(x->call.state, CALL_RINGING);
  assert_int_equal(heard(x, KIOSK, 0, SIGNAL_RING), 1);
  assert_int_equal(heard(x, KIOSK_2, 0, SIGNAL_RING), 1);
  assert_int_equal(say(x, 3, KIOSK, 0, SIGNAL_ACCEPT), CALLS_NOT_IN);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, switchboard_open, switchboard_close)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(it_rings_at_every_device_of_whom_it_is_to),
      TEST(answered_at_one_it_stops_at_the_others),
      TEST(members_stand_as_they_came_in),
      TEST(a_refusal_ends_it_for_all),
      TEST(nobody_answers_for_45_seconds),
      TEST(who_calls_thinks_better_of_it),
      TEST(nobody_is_there),
      TEST(who_talks_is_busy_and_may_be_joined),
      TEST(a_stranger_hears_of_nothing_to_join),
      TEST(both_call_at_once),
      TEST(who_talks_already_does_not_call_the_other_once_more),
      TEST(the_same_wish_again_is_the_same_call),
      TEST(it_is_over_when_only_one_is_left),
      TEST(when_the_elder_hangs_up_all_are_out),
      TEST(the_fifth_of_the_family_finds_no_room),
      TEST(a_new_device_takes_the_members_place),
      TEST(words_go_to_whom_they_are_for),
      TEST(media_is_not_talked_of_before_an_answer),
      TEST(who_was_away_hears_what_was_missed),
      TEST(who_was_away_hears_that_it_is_over),
      TEST(a_device_that_came_while_it_rang_may_answer),
      TEST(who_goes_away_is_told_of_and_comes_back),
      TEST(who_does_not_come_back_is_lost),
      TEST(who_can_not_come_back_is_lost_at_once),
      TEST(who_calls_and_goes_away_rings_no_longer),
      TEST(help_comes_before_a_talk),
      TEST(help_comes_before_what_the_helper_is_in),
      TEST(help_that_reaches_no_device_ends_nothing),
      TEST(of_the_desk_who_answers_first_has_the_call),
      TEST(at_the_desk_each_declines_for_themselves),
      TEST(nobody_answers_by_itself_who_may_not),
      TEST(a_server_started_anew_takes_the_talk_up_again),
      TEST(a_talk_that_nobody_else_takes_up_ends),
      TEST(who_may_not_call_any_more_is_out),
      TEST(a_kiosk_for_two_rings_for_one_at_a_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
