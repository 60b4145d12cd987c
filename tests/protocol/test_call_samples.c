// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about calls, read from its samples and written again, is the same document; what is wrong is named.
#include "samples.h"

#include "protocol/family.h"
#include "protocol/signal.h"

#include <string.h>

static void assert_same(json_t *expected, json_t *written)
{
  char *text = json_print(written);
  if (!json_equal(expected, written))
    fail_msg("written differently: %s", text);
  free(text);
  json_decref(expected);
  json_decref(written);
}

// Of any shape: `read` and `write` are the functions of `type`.
#define ASSERT_SURVIVES(name, type, read, write)                                                                       \
  do {                                                                                                                 \
    json_t *json = sample(name);                                                                                       \
    type thing;                                                                                                        \
    struct fault fault = {{0}};                                                                                        \
    if (!read(json, &thing, &fault))                                                                                   \
      fail_msg("%s: %s", name, fault.sentence);                                                                        \
    assert_same(json, write(&thing));                                                                                  \
  } while (0)

static void shapes_survive(void **state)
{
  ASSERT_SURVIVES("call-object", struct call, call_read, call_write);
  ASSERT_SURVIVES("call-request", struct call_request, call_request_read, call_request_write);
  ASSERT_SURVIVES("call-request-resume", struct call_request, call_request_read, call_request_write);
  ASSERT_SURVIVES("call-ice", struct ice, ice_read, ice_write);
  ASSERT_SURVIVES("call-family-member", struct family_member, family_member_read, family_member_write);
  ASSERT_SURVIVES("call-record", struct call_record, call_record_read, call_record_write);
  ASSERT_SURVIVES("call-voice-message", struct voice_message, voice_message_read, voice_message_write);
}

static void a_signal_survives(const char *name, enum signal_kind kind)
{
  json_t *json = sample(name);
  struct signal signal;
  struct fault fault = {{0}};
  if (!signal_read(json, &signal, &fault))
    fail_msg("%s: %s", name, fault.sentence);
  assert_int_equal(signal.kind, kind);
  assert_same(json, signal_write(&signal));
  signal_free(&signal);
}

static void signals_survive(void **state)
{
  a_signal_survives("call-signal-ring", SIGNAL_RING);
  a_signal_survives("call-signal-offer", SIGNAL_OFFER);
}

static void a_post_survives(void **state)
{
  json_t *json = sample("call-signal-post");
  struct signal signal;
  struct fault fault = {{0}};
  if (!signal_read_post(json, &signal, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(signal.kind, SIGNAL_CANDIDATE);
  assert_same(json, signal_write_post(&signal));
  signal_free(&signal);
}

static void who_is_reachable_is_read(void **state)
{
  struct reach reach[2];
  struct fault fault = {{0}};
  int count = 0;
  json_t *json = sample("call-reach");
  if (!reach_read(json, reach, 2, &count, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(count, 2);
  assert_true(reach[0].reachable);
  assert_false(reach[1].reachable);
  assert_false(reach_read(json, reach, 1, &count, &fault));
  assert_string_equal(fault.sentence, "reach.family: an array of at most 1 is expected");
  json_decref(json);
}

static void a_member_is_found_by_its_party(void **state)
{
  json_t *json = sample("call-object");
  struct call call;
  struct fault fault = {{0}};
  assert_true(call_read(json, &call, &fault));
  struct call_member *caller = call_member_of(&call, &call.caller);
  assert_non_null(caller);
  assert_string_equal(caller->relation, "女儿");
  struct party as_staff = call.caller;
  as_staff.kind = PARTY_STAFF;
  assert_null(call_member_of(&call, &as_staff));
  json_decref(json);
}

// The member at `path` of a sample set to `value` must be refused with `sentence`.
static void assert_fault(const char *name, const char *path, json_t *value, const char *sentence)
{
  json_t *json = sample(name);
  json_t *at = json;
  const char *slash;
  for (; (slash = strchr(path, '/')) != NULL; path = slash + 1)
    at =
        json_is_array(at) ? json_array_get(at, (size_t)atoi(path)) : json_object_getn(at, path, (size_t)(slash - path));
  json_object_set_new(at, path, value);
  struct call call;
  struct signal signal = {0};
  struct fault fault = {{0}};
  bool is_call = json_object_get(json, "members") != NULL;
  bool is_post = json_object_get(json, "seq") == NULL;
  assert_false(is_call   ? call_read(json, &call, &fault)
               : is_post ? signal_read_post(json, &signal, &fault)
                         : signal_read(json, &signal, &fault));
  assert_string_equal(fault.sentence, sentence);
  signal_free(&signal);
  json_decref(json);
}

static json_t *text_of(size_t size)
{
  char *bytes = malloc(size);
  memset(bytes, 'a', size);
  json_t *text = json_stringn(bytes, size);
  free(bytes);
  return text;
}

static void a_fault_names_the_item(void **state)
{
  assert_fault("call-object", "members/1/state", json_string("asleep"),
               "call.members[1].state: one of \"ringing\" \"talking\" \"over\" is expected");
  assert_fault("call-object", "caller/kind", json_string("cat"),
               "call.caller.kind: one of \"resident\" \"family\" \"staff\" \"kiosk\" is expected");
  assert_fault("call-signal-ring", "call/made_at", json_integer(-1),
               "signal.call.made_at: a whole number from 0 to 9223372036854775807 is expected");
  assert_fault("call-signal-offer", "seq", json_integer(0),
               "signal.seq: a whole number from 1 to 9223372036854775807 is expected");
  assert_fault("call-signal-offer", "data/sdp", json_string(""),
               "signal.data.sdp: a session description of at most 32 KiB is expected");
  assert_fault("call-signal-offer", "data/sdp", text_of(MOST_SDP_BYTES + 1),
               "signal.data.sdp: a session description of at most 32 KiB is expected");
  assert_fault("call-signal-post", "data/candidate", text_of(MOST_CANDIDATE_BYTES),
               "signal.data.candidate: one line of text of at most 1023 bytes is expected");
  assert_fault("call-signal-post", "data", json_array(), "signal.data: an object is expected");
  assert_fault("call-signal-post", "data/more", text_of(MOST_SIGNAL_BYTES),
               "signal.data: an object of at most 40 KiB is expected");
}

static void devices_do_not_speak_for_the_server(void **state)
{
  assert_fault("call-signal-post", "kind", json_string("ring"), "signal.kind: a kind that devices send is expected");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shapes_survive),
      cmocka_unit_test(signals_survive),
      cmocka_unit_test(a_post_survives),
      cmocka_unit_test(who_is_reachable_is_read),
      cmocka_unit_test(a_member_is_found_by_its_party),
      cmocka_unit_test(a_fault_names_the_item),
      cmocka_unit_test(devices_do_not_speak_for_the_server),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
