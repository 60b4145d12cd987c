// SPDX-License-Identifier: GPL-3.0-or-later
// What a program of the next version says is understood as far as this one can.
#include "samples.h"

#include "protocol/event.h"
#include "protocol/family.h"
#include "protocol/message.h"
#include "protocol/signal.h"

#include <string.h>

// A member that nobody knows, in each object but in what devices say among themselves.
static void add_members(json_t *json)
{
  const char *name;
  json_t *value;
  size_t i;
  json_object_foreach(json, name, value) if (strcmp(name, "data") != 0) add_members(value);
  json_array_foreach(json, i, value) add_members(value);
  if (json_is_object(json))
    json_object_set_new(json, "of_a_newer_version", json_pack("{s:[i, n]}", "of", 1));
}

static void assert_same(json_t *expected, json_t *written)
{
  char *text = json_print(written);
  if (!json_equal(expected, written))
    fail_msg("written differently: %s", text);
  free(text);
  json_decref(expected);
  json_decref(written);
}

// What is read of a sample with more members is what is read without them. `read` and `write` are those of `type`.
#define ASSERT_PASSED_OVER(name, type, read, write)                                                                    \
  do {                                                                                                                 \
    json_t *more = sample(name);                                                                                       \
    type thing;                                                                                                        \
    struct fault fault = {{0}};                                                                                        \
    add_members(more);                                                                                                 \
    if (!read(more, &thing, &fault))                                                                                   \
      fail_msg("%s: %s", name, fault.sentence);                                                                        \
    json_decref(more);                                                                                                 \
    assert_same(sample(name), write(&thing));                                                                          \
  } while (0)

static void members_that_nobody_knows_are_passed_over(void **state)
{
  ASSERT_PASSED_OVER("message-order-place", struct message, message_read, message_write);
  ASSERT_PASSED_OVER("answer-order", struct answer, answer_read, answer_write);
  ASSERT_PASSED_OVER("answer-refused", struct answer, answer_read, answer_write);
  ASSERT_PASSED_OVER("event-help", struct help, help_read, help_write);
  ASSERT_PASSED_OVER("call-object", struct call, call_read, call_write);
  ASSERT_PASSED_OVER("call-request", struct call_request, call_request_read, call_request_write);
  ASSERT_PASSED_OVER("call-request-resume", struct call_request, call_request_read, call_request_write);
  ASSERT_PASSED_OVER("call-ice", struct ice, ice_read, ice_write);
  ASSERT_PASSED_OVER("call-family-member", struct family_member, family_member_read, family_member_write);
  ASSERT_PASSED_OVER("call-record", struct call_record, call_record_read, call_record_write);
  ASSERT_PASSED_OVER("call-voice-message", struct voice_message, voice_message_read, voice_message_write);
}

static void a_snapshot_with_more_in_it_is_read(void **state)
{
  json_t *more = sample("snapshot");
  struct fault fault = {{0}};
  add_members(more);
  struct snapshot *snapshot = snapshot_read(more, &fault);
  if (!snapshot)
    fail_msg("%s", fault.sentence);
  assert_same(sample("snapshot"), snapshot_write(snapshot));
  snapshot_free(snapshot);
  json_decref(more);
}

// Of a newer server: where a service is done, how a booking stands.
static void words_that_nobody_knows_cost_their_own_item_only(void **state)
{
  json_t *json = sample("snapshot");
  struct fault fault = {{0}};
  size_t services = json_array_size(json_object_get(json, "services"));
  size_t bookings = json_array_size(json_object_get(json, "bookings"));
  assert_true(services > 0 && bookings > 0);
  json_object_set_new(json_array_get(json_object_get(json, "services"), 0), "place", json_string("garden"));
  json_object_set_new(json_array_get(json_object_get(json, "bookings"), 0), "status", json_string("dreamt"));
  struct snapshot *snapshot = snapshot_read(json, &fault);
  if (!snapshot)
    fail_msg("%s", fault.sentence);
  assert_int_equal(snapshot->service_count, services - 1);
  assert_int_equal(snapshot->booking_count, bookings - 1);
  snapshot_free(snapshot);
  json_decref(json);
}

static void a_signal_with_more_in_it_is_read(void **state)
{
  static const char *const names[] = {"call-signal-ring", "call-signal-offer"};
  for (size_t i = 0; i < 2; i++) {
    json_t *more = sample(names[i]);
    struct signal signal;
    struct fault fault = {{0}};
    add_members(more);
    assert_false(signal_is_newer(more));
    if (!signal_read(more, &signal, &fault))
      fail_msg("%s", fault.sentence);
    assert_same(sample(names[i]), signal_write(&signal));
    signal_free(&signal);
    json_decref(more);
  }
}

static void kinds_that_nobody_knows_are_told_from_broken_ones(void **state)
{
  json_t *json = json_pack("{s:s}", "kind", "wave");
  assert_true(signal_is_newer(json));
  json_object_set_new(json, "kind", json_integer(7));
  assert_false(signal_is_newer(json));
  json_decref(json);
  assert_false(message_kind_is_known("visit.book"));
  assert_true(message_kind_is_known("help.raise"));
  assert_int_equal(event_kind_of("visit"), EVENT_KINDS);
  assert_int_equal(record_kind_of("visit"), RECORD_NONE);
}

static void an_answer_counts_whatever_its_reason(void **state)
{
  json_t *json = sample("answer-order");
  struct answer answer;
  struct fault fault = {{0}};
  json_object_set_new(json, "accepted", json_false());
  json_object_set_new(json, "reason", json_string("no_room_left"));
  if (!answer_read(json, &answer, &fault))
    fail_msg("%s", fault.sentence);
  assert_false(answer.accepted);
  assert_int_equal(answer.reason, REFUSAL_NONE);
  json_object_set_new(json, "reason", json_integer(3));
  assert_false(answer_read(json, &answer, &fault));
  json_decref(json);
}

static void a_fact_that_is_not_understood_is_missing(void **state)
{
  json_t *json = sample("answer-order");
  struct answer answer;
  struct fault fault = {{0}};
  json_object_set_new(
      json, "facts",
      json_pack("{s:s, s:s, s:b, s:[i]}", "until", "soon", "subject", "soup", "decided_by", 1, "seats", 3));
  if (!answer_read(json, &answer, &fault))
    fail_msg("%s", fault.sentence);
  assert_string_equal(answer.facts.subject, "soup");
  assert_true(answer.facts.until == 0);
  assert_string_equal(answer.facts.decided_by, "");
  json_decref(json);
}

static void a_call_is_over_whatever_its_reason(void **state)
{
  json_t *json = sample("call-record");
  struct call_record record;
  struct fault fault = {{0}};
  json_object_set_new(json, "reason", json_string("abducted"));
  if (!call_record_read(json, &record, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(record.reason, CALL_HUNG_UP);
  json_decref(json);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(members_that_nobody_knows_are_passed_over),
      cmocka_unit_test(a_snapshot_with_more_in_it_is_read),
      cmocka_unit_test(words_that_nobody_knows_cost_their_own_item_only),
      cmocka_unit_test(a_signal_with_more_in_it_is_read),
      cmocka_unit_test(kinds_that_nobody_knows_are_told_from_broken_ones),
      cmocka_unit_test(an_answer_counts_whatever_its_reason),
      cmocka_unit_test(a_fact_that_is_not_understood_is_missing),
      cmocka_unit_test(a_call_is_over_whatever_its_reason),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
