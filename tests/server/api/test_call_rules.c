// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call, and who may say what in a call.
#include "calls_scene.h"

static void nobody_calls_whom_they_may_not(void **state)
{
  struct scene *scene = *state;
  static const char *const wrong[] = {
      PARTY("resident", "019aa9c0-0000-7000-8000-000000000099"), // another family's
      SON_PARTY,                                                 // not by way of the server
      PARTY("kiosk", RESIDENT),
      PARTY("staff", SON),
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct heard heard = place_as(scene, scene->daughter, CALL_1, AT_DAUGHTER, DAUGHTER_PARTY, wrong[i], "");
    assert_int_equal(heard.status, 403);
    heard_free(&heard);
  }
  struct heard heard = place_as(scene, scene->daughter, CALL_1, AT_DAUGHTER, SON_PARTY, ELDER_PARTY, "");
  assert_int_equal(heard.status, 403); // in somebody else's name
  heard_free(&heard);
  heard = place_as(scene, scene->machine.headers, CALL_1, AT_KIOSK, PARTY("resident", SON), DAUGHTER_PARTY, "");
  assert_int_equal(heard.status, 403); // of whom the kiosk does not answer for
  heard_free(&heard);
}

static void nobody_speaks_into_a_call_of_others(void **state)
{
  struct scene *scene = *state;
  struct ear ear;
  answer(scene);
  ear_open(scene->house, &ear, "/api/v1/family/events?device=" AT_SON, scene->son);
  assert_int_equal(say(scene, scene->son, CALL_1, "{\"device\":\"" AT_SON "\",\"kind\":\"bye\"}"), 403);
  assert_int_equal(say(scene, scene->desk, CALL_1, "{\"device\":\"" AT_DESK "\",\"kind\":\"join\"}"), 403);
  // Another's device is nobody's.
  assert_int_equal(say(scene, scene->son, CALL_1, "{\"device\":\"" AT_DAUGHTER "\",\"kind\":\"bye\"}"), 409);
  assert_int_equal(say(scene, scene->son, CALL_1, "{\"device\":\"" AT_SON "\",\"kind\":\"join\"}"), 200);
  expect_heard(&scene->kiosk_ear, "\"kind\":\"join\"");
  ear_close(&ear);
}

static void a_device_needs_a_stream(void **state)
{
  struct scene *scene = *state;
  struct heard heard = place_as(scene, scene->son, CALL_1, AT_SON, SON_PARTY, ELDER_PARTY, "");
  assert_int_equal(heard.status, 409);
  heard_free(&heard);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/events?device=mine", scene->son, NULL), 400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/calls?device=" AT_SON, scene->son, NULL), 409);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/calls", scene->son, NULL), 400);
}

static void consent_taken_back_ends_the_talk(void **state)
{
  struct scene *scene = *state;
  answer(scene);
  put_consent(scene->house, scene->desk, false);
  expect_heard(&scene->kiosk_ear, "\"reason\":\"not_allowed\"");
}

static void put_nurse(struct scene *scene, const char *admin, const char *display_name, const char *role)
{
  char path[100], body[300], id[UUID_SIZE];
  struct heard who = ask(scene->house, "GET", "/api/v1/session", scene->desk, NULL);
  COPY_TEXT(id, json_string_value(json_object_get(json_object_get(who.json, "staff"), "id")));
  heard_free(&who);
  FORMAT_TEXT(path, "/api/v1/staff/%s", id);
  FORMAT_TEXT(body, "{\"id\":\"%s\",\"name\":\"desk\",\"display_name\":\"%s\",\"role\":\"%s\"}", id, display_name,
              role);
  assert_int_equal(status_of(scene->house, "PUT", path, admin, body), 204);
}

static void a_name_that_is_corrected_ends_no_talk_but_another_role_does(void **state)
{
  struct scene *scene = *state;
  char admin[HEADERS_SIZE];
  sign_in(scene->house, "admin", admin);
  struct heard heard =
      place_as(scene, scene->machine.headers, CALL_1, AT_KIOSK, ELDER_PARTY, PARTY("staff", DESK_ID), "");
  heard_free(&heard);
  assert_int_equal(say(scene, scene->desk, CALL_1, "{\"device\":\"" AT_DESK "\",\"kind\":\"accept\"}"), 200);
  put_nurse(scene, admin, "王小芳", "desk");
  assert_int_equal(say(scene, scene->desk, CALL_1, "{\"device\":\"" AT_DESK "\",\"kind\":\"renew\"}"), 200);
  put_nurse(scene, admin, "王小芳", "kitchen");
  expect_heard(&scene->kiosk_ear, "\"reason\":\"not_allowed\"");
  ear_expect_end(&scene->desk_ear);
}

static void servers_for_media_are_named(void **state)
{
  struct scene *scene = *state;
  struct heard heard = ask(scene->house, "GET", "/api/v1/calls/ice", scene->daughter, NULL);
  assert_int_equal(heard.status, 200);
  assert_int_equal(json_array_size(json_object_get(heard.json, "ice_servers")), 0);
  heard_free(&heard);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/calls/ice", "", NULL), 401);
}

static void who_calls_all_the_time_is_slowed_down(void **state)
{
  struct scene *scene = *state;
  int status = 200;
  for (int i = 0; i < 300 && status == 200; i++) {
    struct heard heard = place_as(scene, scene->daughter, CALL_1, AT_DAUGHTER, DAUGHTER_PARTY, ELDER_PARTY, "");
    status = heard.status;
    heard_free(&heard);
  }
  assert_int_equal(status, 429);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_name_that_is_corrected_ends_no_talk_but_another_role_does),
      TEST(nobody_calls_whom_they_may_not),
      TEST(nobody_speaks_into_a_call_of_others),
      TEST(a_device_needs_a_stream),
      TEST(consent_taken_back_ends_the_talk),
      TEST(servers_for_media_are_named),
      TEST(who_calls_all_the_time_is_slowed_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
