// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk, a daughter's page and the desk call each other over the wire.
// Label: threads
#include "calls_scene.h"

static void it_rings_is_answered_and_ends(void **state)
{
  struct scene *scene = *state;
  put_consent_hours(scene->house, scene->desk, true, 0, 1440);
  daughter_calls(scene);
  expect_heard(&scene->kiosk_ear, "\"kind\":\"ring\"");
  expect_heard(&scene->kiosk_ear, "\"auto\":true");
  expect_heard(&scene->kiosk_ear, "\"name\":\"陈丽\"");
  struct heard heard = ask(scene->house, "POST", "/api/v1/calls/" CALL_1 "/signals", scene->machine.headers,
                           "{\"device\":\"" AT_KIOSK "\",\"kind\":\"accept\",\"data\":{\"auto\":true}}");
  assert_int_equal(heard.status, 200);
  assert_string_equal(json_string_value(json_object_get(json_object_get(heard.json, "call"), "state")), "talking");
  heard_free(&heard);
  expect_heard(&scene->daughter_ear, "\"kind\":\"accept\"");
  assert_int_equal(say(scene, scene->daughter, CALL_1, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"bye\"}"), 200);
  expect_heard(&scene->kiosk_ear, "\"reason\":\"hung_up\"");
  expect_heard(&scene->kiosk_ear, "event: call.log");
  expect_heard(&scene->daughter_ear, "event: call.log");
  expect_heard(&scene->desk_ear, "\"auto_answered\":true");
}

// A kiosk that has not heard of it is told, and not obeyed.
static void outside_the_elders_hours_no_call_is_answered_by_itself(void **state)
{
  struct scene *scene = *state;
  daughter_calls(scene);
  expect_heard(&scene->kiosk_ear, "\"auto\":false");
  const char *accept = "{\"device\":\"" AT_KIOSK "\",\"kind\":\"accept\",\"data\":{\"auto\":true}}";
  assert_int_equal(say(scene, scene->machine.headers, CALL_1, accept), 403);
  assert_int_equal(say(scene, scene->machine.headers, CALL_1, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"accept\"}"),
                   200);
}

static void set_answer_hours(struct scene *scene, int from, int to)
{
  char body[300];
  FORMAT_TEXT(body,
              "{\"id\":\"019aa9c0-0000-7000-8000-0000000000a1\",\"kind\":\"answer_hours.set\",\"made_at\":1000,"
              "\"body\":{\"resident_id\":\"" RESIDENT "\",\"from\":%d,\"to\":%d}}",
              from, to);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body), 200);
}

static json_int_t answers_from(struct scene *scene)
{
  struct heard heard = ask(scene->house, "GET", "/api/v1/residents", scene->desk, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "residents"), 0);
  json_int_t from = json_integer_value(json_object_get(one, "auto_answer_from"));
  heard_free(&heard);
  return from;
}

static void hours_that_the_elder_has_chosen_stay_when_their_file_is_corrected(void **state)
{
  struct scene *scene = *state;
  set_answer_hours(scene, 480, 1200);
  put_resident(scene->house, scene->desk, true, "");
  assert_int_equal(answers_from(scene), 480);
  put_resident(scene->house, scene->desk, true, ",\"auto_answer_from\":-1,\"auto_answer_to\":-1");
  assert_int_equal(answers_from(scene), -1);
}

static void a_resident_rings_the_desk_and_one_of_it_answers(void **state)
{
  struct scene *scene = *state;
  expect_heard(&scene->kiosk_ear, "\"id\":\"" DESK_ID "\",\"reachable\":true");
  struct heard heard =
      place_as(scene, scene->machine.headers, CALL_1, AT_KIOSK, ELDER_PARTY, PARTY("staff", DESK_ID), "");
  assert_int_equal(heard.status, 200);
  assert_string_equal(text_of(&heard, "state"), "ringing");
  heard_free(&heard);
  expect_heard(&scene->desk_ear, "\"kind\":\"ring\"");
  assert_int_equal(say(scene, scene->desk, CALL_1, "{\"device\":\"" AT_DESK "\",\"kind\":\"accept\"}"), 200);
  expect_heard(&scene->kiosk_ear, "\"kind\":\"accept\"");
  assert_int_equal(say(scene, scene->machine.headers, CALL_1, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"bye\"}"), 200);
  expect_heard(&scene->desk_ear, "event: call.log");
  expect_heard(&scene->desk_ear, "\"direction\":\"from_resident\"");
}

static void what_was_is_listed(void **state)
{
  struct scene *scene = *state;
  daughter_calls(scene);
  say(scene, scene->machine.headers, CALL_1, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"decline\"}");
  expect_heard(&scene->daughter_ear, "event: call.log");
  struct heard hers = ask(scene->house, "GET", "/api/v1/call_log", scene->daughter, NULL);
  assert_int_equal(json_array_size(json_object_get(hers.json, "calls")), 1);
  heard_free(&hers);
  struct heard his = ask(scene->house, "GET", "/api/v1/call_log", scene->son, NULL);
  assert_int_equal(json_array_size(json_object_get(his.json, "calls")), 0);
  heard_free(&his);
  struct heard all = ask(scene->house, "GET", "/api/v1/call_log?resident_id=" RESIDENT, scene->desk, NULL);
  const json_t *one = json_array_get(json_object_get(all.json, "calls"), 0);
  assert_string_equal(json_string_value(json_object_get(one, "reason")), "declined");
  heard_free(&all);
  struct heard snapshot = ask(scene->house, "GET", "/api/v1/kiosk/snapshot", scene->machine.headers, NULL);
  assert_int_equal(json_array_size(json_object_get(snapshot.json, "calls")), 1);
  assert_int_equal(json_array_size(json_object_get(snapshot.json, "family")), 2);
  heard_free(&snapshot);
}

static void who_called_whom_is_not_for_the_kitchen(void **state)
{
  struct scene *scene = *state;
  char kitchen[HEADERS_SIZE];
  struct ear ear;
  sign_in(scene->house, "kitchen", kitchen);
  ear_open(scene->house, &ear, "/api/v1/desk/events", kitchen);
  daughter_calls(scene);
  say(scene, scene->machine.headers, CALL_1, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"decline\"}");
  expect_heard(&scene->desk_ear, "event: call.log");
  put_consent(scene->house, scene->desk, true);
  expect_heard(&ear, "event: catalogue.changed"); // which comes later
  assert_null(strstr(ear.heard.bytes, "call.log"));
  ear_close(&ear);
}

static void words_of_media_reach_the_other_side(void **state)
{
  struct scene *scene = *state;
  answer(scene);
  assert_int_equal(say(scene, scene->machine.headers, CALL_1,
                       "{\"device\":\"" AT_KIOSK "\",\"kind\":\"offer\",\"to_device\":\"" AT_DAUGHTER "\","
                       "\"data\":{\"sdp\":\"v=0\\r\\n\",\"fresh\":false}}"),
                   200);
  expect_heard(&scene->daughter_ear, "\"sdp\":\"v=0\\r\\n\"");
  assert_int_equal(say(scene, scene->machine.headers, CALL_1,
                       "{\"device\":\"" AT_KIOSK "\",\"kind\":\"offer\",\"data\":{\"sdp\":\"\",\"fresh\":false}}"),
                   400);
}

static void the_elder_calls(void **state)
{
  struct scene *scene = *state;
  struct heard heard = place_as(scene, scene->machine.headers, CALL_1, AT_KIOSK, ELDER_PARTY, DAUGHTER_PARTY, "");
  assert_int_equal(heard.status, 200);
  heard_free(&heard);
  expect_heard(&scene->daughter_ear, "\"name\":\"陈国强\"");
  heard = place_as(scene, scene->machine.headers, CALL_2, AT_KIOSK, ELDER_PARTY, SON_PARTY, "");
  assert_string_equal(text_of(&heard, "reason"), "busy");
  heard_free(&heard);
}

static void who_comes_back_asks_how_it_stands(void **state)
{
  struct scene *scene = *state;
  answer(scene);
  struct heard heard = ask(scene->house, "GET", "/api/v1/calls?device=" AT_DAUGHTER "&after=0", scene->daughter, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "calls"), 0);
  assert_string_equal(json_string_value(json_object_get(json_object_get(one, "call"), "state")), "talking");
  assert_int_equal(json_array_size(json_object_get(one, "signals")), 1);
  heard_free(&heard);
  assert_int_equal(
      status_of(scene->house, "GET", "/api/v1/calls?device=" AT_DAUGHTER "&after=x", scene->daughter, NULL), 400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/calls?device=" AT_DAUGHTER "&call=x", scene->daughter, NULL),
                   400);
}

static int signals_missed(struct scene *scene, const char *path)
{
  struct heard heard = ask(scene->house, "GET", path, scene->daughter, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "calls"), 0);
  int count = (int)json_array_size(json_object_get(one, "signals"));
  heard_free(&heard);
  return count;
}

static void what_was_heard_of_one_call_is_not_left_out_of_another(void **state)
{
  struct scene *scene = *state;
  answer(scene);
  assert_int_equal(signals_missed(scene, "/api/v1/calls?device=" AT_DAUGHTER "&after=99&call=" CALL_1), 0);
  assert_int_equal(signals_missed(scene, "/api/v1/calls?device=" AT_DAUGHTER "&after=99&call=" CALL_2), 1);
}

static void a_talk_is_taken_up_after_a_restart(void **state)
{
  struct scene *scene = *state;
  static const char resume[] = ",\"resume\":true,\"answered_at\":1000,\"members\":[]";
  assert_int_equal(say(scene, scene->daughter, CALL_1, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"renew\"}"), 404);
  struct heard heard = place_as(scene, scene->daughter, CALL_1, AT_DAUGHTER, DAUGHTER_PARTY, ELDER_PARTY, resume);
  assert_int_equal(heard.status, 200);
  assert_string_equal(text_of(&heard, "state"), "talking");
  heard_free(&heard);
  heard = place_as(scene, scene->machine.headers, CALL_1, AT_KIOSK, ELDER_PARTY, DAUGHTER_PARTY, resume);
  assert_int_equal(heard.status, 200);
  heard_free(&heard);
  expect_heard(&scene->daughter_ear, "\"kind\":\"update\"");
  assert_int_equal(say(scene, scene->daughter, CALL_1, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"renew\"}"), 200);
  expect_heard(&scene->kiosk_ear, "\"kind\":\"renew\"");
}

static void raise_help(struct scene *scene, const char *id)
{
  char body[300];
  FORMAT_TEXT(body,
              "{\"id\":\"%s\",\"kind\":\"help.raise\",\"made_at\":1000,\"body\":{\"help_id\":\"%s\","
              "\"resident_id\":\"\"}}",
              id, id);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body), 200);
}

static void staff_call_the_kiosk_where_help_was_called(void **state)
{
  struct scene *scene = *state;
  char staff_id[UUID_SIZE], body[600];
  struct heard who = ask(scene->house, "GET", "/api/v1/session", scene->desk, NULL);
  COPY_TEXT(staff_id, json_string_value(json_object_get(json_object_get(who.json, "staff"), "id")));
  heard_free(&who);
  answer(scene);
  FORMAT_TEXT(body,
              "{\"call_id\":\"" CALL_2 "\",\"device\":\"" AT_DESK "\",\"from\":{\"kind\":\"staff\",\"id\":\"%s\"},"
              "\"to\":{\"kind\":\"kiosk\",\"id\":\"%s\"},\"media\":\"audio\",\"purpose\":\"help\","
              "\"help_id\":\"019aa9c0-0000-7000-8000-0000000000f1\"}",
              staff_id, scene->machine.id);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/calls", scene->desk, body), 404); // nobody has called
  raise_help(scene, "019aa9c0-0000-7000-8000-0000000000f1");
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/calls", scene->desk, body), 200);
  expect_heard(&scene->kiosk_ear, "\"purpose\":\"help\"");
  expect_heard(&scene->daughter_ear, "\"reason\":\"busy\"");
  assert_int_equal(say(scene, scene->machine.headers, CALL_2, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"accept\"}"),
                   200);
  expect_heard(&scene->desk_ear, "\"kind\":\"accept\"");
}

static void who_can_be_reached_is_told(void **state)
{
  struct scene *scene = *state;
  struct ear ear;
  expect_heard(&scene->daughter_ear, "\"resident\":{\"id\":\"" RESIDENT "\",\"reachable\":true}");
  ear_open(scene->house, &ear, "/api/v1/family/events?device=" AT_SON, scene->son);
  expect_heard(&scene->kiosk_ear, "{\"family\":[{\"id\":\"" SON "\",\"reachable\":true}]}");
  put_people(scene, "");
  expect_heard(&scene->daughter_ear, "\"resident\":{\"id\":\"" RESIDENT "\",\"reachable\":false}");
  expect_heard(&scene->desk_ear, "\"residents\":[]");
  struct heard heard = ask(scene->house, "GET", "/api/v1/reach", scene->desk, NULL);
  assert_int_equal(json_array_size(json_object_get(heard.json, "kiosks")), 1);
  heard_free(&heard);
  heard = ask(scene->house, "GET", "/api/v1/family/session", scene->daughter, NULL);
  assert_true(json_is_false(json_object_get(json_object_get(heard.json, "resident"), "reachable")));
  heard_free(&heard);
  ear_close(&ear);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(it_rings_is_answered_and_ends),
      TEST(outside_the_elders_hours_no_call_is_answered_by_itself),
      TEST(hours_that_the_elder_has_chosen_stay_when_their_file_is_corrected),
      TEST(a_resident_rings_the_desk_and_one_of_it_answers),
      TEST(what_was_is_listed),
      TEST(who_called_whom_is_not_for_the_kitchen),
      TEST(words_of_media_reach_the_other_side),
      TEST(the_elder_calls),
      TEST(who_comes_back_asks_how_it_stands),
      TEST(what_was_heard_of_one_call_is_not_left_out_of_another),
      TEST(a_talk_is_taken_up_after_a_restart),
      TEST(staff_call_the_kiosk_where_help_was_called),
      TEST(who_can_be_reached_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
