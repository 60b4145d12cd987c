// SPDX-License-Identifier: GPL-3.0-or-later
// Voice messages, what is broken or hostile, and a kiosk that dies in a call.
#include "calls_scene.h"

#define MESSAGE "019aa9c0-0000-7000-8000-000000000040"
#define AT_KIOSK_ANEW "019aa9c0-0000-7000-8000-000000000034"
#define OGG "OggS and more"

static int send_up(struct scene *scene, const char *headers, const char *query, const void *bytes, size_t size)
{
  char path[400], with_type[HEADERS_SIZE + 40];
  FORMAT_TEXT(path, "/api/v1/voice_messages?%s", query);
  FORMAT_TEXT(with_type, "%sContent-Type: audio/ogg\r\n", headers);
  struct heard heard = ask_bytes(scene->house, "POST", path, with_type, bytes, size);
  heard_free(&heard);
  return heard.status;
}

#define TO_ELDER "message_id=" MESSAGE "&resident_id=" RESIDENT "&to_kind=resident&to_id=" RESIDENT
#define TO_DAUGHTER "message_id=" MESSAGE "&resident_id=" RESIDENT "&to_kind=family&to_id=" DAUGHTER

static void what_the_daughter_said_is_heard_at_the_kiosk(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(send_up(scene, scene->daughter, TO_ELDER "&seconds=7", OGG, strlen(OGG)), 200);
  expect_heard(&scene->kiosk_ear, "event: voice.message");
  struct heard heard = ask(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, scene->machine.headers, NULL);
  assert_int_equal(heard.status, 200);
  assert_non_null(strstr(heard.head, "Content-Type: audio/ogg"));
  heard_free(&heard);
  assert_int_equal(
      status_of(scene->house, "POST", "/api/v1/voice_messages/" MESSAGE "/heard", scene->machine.headers, "{}"), 204);
  expect_heard(&scene->daughter_ear, "\"seconds\":7");
  heard = ask(scene->house, "GET", "/api/v1/voice_messages", scene->daughter, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "messages"), 0);
  assert_true(json_integer_value(json_object_get(one, "heard_at")) > 0);
  heard_free(&heard);
}

static void a_player_may_ask_for_a_part(void **state)
{
  struct scene *scene = *state;
  char headers[HEADERS_SIZE + 40];
  assert_int_equal(send_up(scene, scene->daughter, TO_ELDER, OGG, strlen(OGG)), 200);
  FORMAT_TEXT(headers, "%sRange: bytes=0-1\r\n", scene->daughter);
  struct heard heard = ask(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, headers, NULL);
  assert_int_equal(heard.status, 206);
  assert_non_null(strstr(heard.head, "Content-Range: bytes 0-1/13\r\n"));
  assert_non_null(strstr(heard.head, "Content-Length: 2\r\n"));
  heard_free(&heard);
  FORMAT_TEXT(headers, "%sRange: bytes=13-\r\n", scene->daughter);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, headers, NULL), 416);
}

static void what_the_elder_said_is_the_daughters_alone(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(send_up(scene, scene->machine.headers, TO_DAUGHTER, OGG, strlen(OGG)), 200);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, scene->daughter, NULL), 200);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, scene->son, NULL), 404);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/voice_messages/" MESSAGE, scene->desk, NULL), 404);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/voice_messages/" MESSAGE "/heard", scene->son, NULL), 404);
  assert_int_equal(
      status_of(scene->house, "POST", "/api/v1/voice_messages/" MESSAGE "/heard", scene->machine.headers, NULL), 404);
  struct heard heard = ask(scene->house, "GET", "/api/v1/voice_messages", scene->son, NULL);
  assert_int_equal(json_array_size(json_object_get(heard.json, "messages")), 0);
  heard_free(&heard);
}

// The kiosk takes a refusal for final and throws the message away.
static void what_is_said_at_a_kiosk_whose_clock_is_fast_is_kept(void **state)
{
  struct scene *scene = *state;
  char query[300];
  FORMAT_TEXT(query, TO_DAUGHTER "&made_at=%lld", (long long)(clock_wall() + MS_MINUTE));
  assert_int_equal(send_up(scene, scene->machine.headers, query, OGG, strlen(OGG)), 200);
  struct heard heard = ask(scene->house, "GET", "/api/v1/voice_messages", scene->daughter, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "messages"), 0);
  assert_in_range(json_integer_value(json_object_get(one, "made_at")), 1, clock_wall());
  heard_free(&heard);
}

static void voices_that_make_no_sense_are_refused(void **state)
{
  struct scene *scene = *state;
  static const char *const queries[] = {
      "",
      "message_id=" MESSAGE,
      "message_id=x&resident_id=" RESIDENT "&to_kind=resident&to_id=" RESIDENT,
      "message_id=" MESSAGE "&resident_id=" RESIDENT "&to_kind=kiosk&to_id=" RESIDENT,
      TO_ELDER "&seconds=61",
      TO_ELDER "&seconds=",
      TO_ELDER "&made_at=soon",
  };
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
    if (send_up(scene, scene->daughter, queries[i], OGG, strlen(OGG)) != 400)
      fail_msg("not refused: %s", queries[i]);
  assert_int_equal(send_up(scene, scene->daughter, TO_ELDER, "<html>", 6), 422);
  assert_int_equal(send_up(scene, scene->daughter, TO_DAUGHTER, OGG, strlen(OGG)), 404);
  char *long_one = calloc(1, MOST_VOICE_BYTES + 1);
  memcpy(long_one, "OggS", 4);
  assert_int_equal(send_up(scene, scene->daughter, TO_ELDER, long_one, MOST_VOICE_BYTES + 1), 413);
  free(long_one);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/voice_messages/..%2f..", scene->daughter, NULL), 404);
}

static void expect_refused(struct scene *scene, const char *path, const char *body, const char *sentence)
{
  struct heard heard = ask(scene->house, "POST", path, scene->daughter, body);
  if (heard.status != 400 || !strstr(sentence_of(&heard), sentence))
    fail_msg("%d \"%s\" for %s", heard.status, sentence_of(&heard), body);
  heard_free(&heard);
}

static void calls_that_make_no_sense_are_named(void **state)
{
  struct scene *scene = *state;
  static const char calls[] = "/api/v1/calls", signals[] = "/api/v1/calls/" CALL_1 "/signals";
  expect_refused(scene, calls, "{}", "call.call_id");
  expect_refused(scene, calls, "[]", "call: an object");
  expect_refused(scene, calls, "{\"call_id\":\"" CALL_1 "\",\"device\":7}", "call.device");
  expect_refused(scene, calls,
                 "{\"call_id\":\"" CALL_1 "\",\"device\":\"" AT_DAUGHTER "\",\"from\":" DAUGHTER_PARTY
                 ",\"to\":{\"kind\":\"dog\"}}",
                 "call.to.kind");
  expect_refused(scene, calls,
                 "{\"call_id\":\"" CALL_1 "\",\"device\":\"" AT_DAUGHTER "\",\"from\":" DAUGHTER_PARTY
                 ",\"to\":" ELDER_PARTY ",\"media\":\"video\",\"purpose\":\"talk\",\"resume\":true,\"answered_at\":1,"
                 "\"members\":[1]}",
                 "call.members[0]");
  expect_refused(scene, signals, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"gone\"}", "signal.kind");
  expect_refused(scene, signals, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"state\",\"data\":{\"camera\":1}}",
                 "signal.data.camera");
  assert_int_equal(say(scene, scene->daughter, "nothing", "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"bye\"}"), 404);
}

static void people_that_make_no_sense_are_named(void **state)
{
  struct scene *scene = *state;
  static const char path[] = "/api/v1/kiosk/people";
  const char *kiosk = scene->machine.headers;
  assert_int_equal(status_of(scene->house, "PUT", path, kiosk, "{\"device\":\"" AT_KIOSK "\"}"), 400);
  assert_int_equal(status_of(scene->house, "PUT", path, kiosk, "{\"device\":\"" AT_KIOSK "\",\"residents\":[1]}"), 400);
  assert_int_equal(
      status_of(scene->house, "PUT", path, kiosk, "{\"device\":\"" AT_KIOSK "\",\"residents\":[1,2,3,4,5,6,7,8,9]}"),
      400);
  assert_int_equal(status_of(scene->house, "PUT", path, kiosk, "{\"device\":\"" AT_SON "\",\"residents\":[]}"), 409);
  assert_int_equal(status_of(scene->house, "PUT", path, scene->desk, "{}"), 403);
}

static void a_kiosk_that_dies_in_a_call_is_noticed(void **state)
{
  struct scene *scene = *state;
  answer(scene);
  close(scene->kiosk_ear.fd);
  expect_heard(&scene->daughter_ear, "\"kind\":\"gone\"");
  expect_heard(&scene->daughter_ear, "\"reachable\":false");
  buffer_free(&scene->kiosk_ear.heard);
  ear_open(scene->house, &scene->kiosk_ear, "/api/v1/kiosk/events?device=" AT_KIOSK, scene->machine.headers);
  expect_heard(&scene->daughter_ear, "\"kind\":\"back\"");
  assert_int_equal(say(scene, scene->machine.headers, CALL_1,
                       "{\"device\":\"" AT_KIOSK "\",\"kind\":\"offer\",\"data\":{\"sdp\":\"v=0\",\"fresh\":true}}"),
                   200);
}

// What it was in is not to be held against it.
static void a_kiosk_that_is_started_anew_in_a_call_may_call_at_once(void **state)
{
  struct scene *scene = *state;
  struct ear anew;
  answer(scene);
  ear_open(scene->house, &anew, "/api/v1/kiosk/events?device=" AT_KIOSK_ANEW, scene->machine.headers);
  put_people_at(scene, AT_KIOSK_ANEW, "\"" RESIDENT "\"");
  struct heard heard = place_as(scene, scene->machine.headers, CALL_2, AT_KIOSK_ANEW, ELDER_PARTY, DAUGHTER_PARTY, "");
  assert_string_equal(text_of(&heard, "state"), "ringing");
  expect_heard(&scene->daughter_ear, "\"reason\":\"lost\"");
  heard_free(&heard);
  ear_close(&anew);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(what_the_daughter_said_is_heard_at_the_kiosk),
      TEST(a_player_may_ask_for_a_part),
      TEST(what_the_elder_said_is_the_daughters_alone),
      TEST(what_is_said_at_a_kiosk_whose_clock_is_fast_is_kept),
      TEST(voices_that_make_no_sense_are_refused),
      TEST(calls_that_make_no_sense_are_named),
      TEST(people_that_make_no_sense_are_named),
      TEST(a_kiosk_that_dies_in_a_call_is_noticed),
      TEST(a_kiosk_that_is_started_anew_in_a_call_may_call_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
