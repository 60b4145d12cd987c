// SPDX-License-Identifier: GPL-3.0-or-later
// A daughter is entered at the desk, comes in by her link, and is let out again.
#include "base/file.h"
#include "family.h"

#define MEMBER "/api/v1/family/members/" DAUGHTER

struct scene {
  struct house *house;
  char desk[HEADERS_SIZE], family[HEADERS_SIZE];
  char link[TOKEN_SIZE];
};

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  void *house;
  house_open(&house);
  scene->house = house;
  sign_in(house, "desk", scene->desk);
  community_fill(house, scene->desk);
  put_consent(house, scene->desk, true);
  put_member(house, scene->desk, DAUGHTER, "陈丽");
  make_link(house, scene->desk, DAUGHTER, scene->link);
  assert_int_equal(come_in(house, scene->link, scene->family), 200);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  void *house = scene->house;
  house_close(&house);
  free(scene);
  return 0;
}

static void a_link_is_shown_with_its_code(void **state)
{
  struct scene *scene = *state;
  char start[100];
  struct heard heard = ask(scene->house, "POST", MEMBER "/link", scene->desk, NULL);
  FORMAT_TEXT(start, "http://127.0.0.1:%d/family#", scene->house->port);
  assert_int_equal(strncmp(text_of(&heard, "url"), start, strlen(start)), 0);
  assert_int_equal(strncmp(text_of(&heard, "svg"), "<svg xmlns=", 11), 0);
  assert_null(strstr(text_of(&heard, "svg"), "script"));
  heard_free(&heard);
}

static void who_has_the_link_comes_in(void **state)
{
  struct scene *scene = *state;
  struct heard heard = ask(scene->house, "GET", "/api/v1/family/session", scene->family, NULL);
  assert_int_equal(heard.status, 200);
  const json_t *member = json_object_get(heard.json, "member"), *resident = json_object_get(heard.json, "resident");
  assert_string_equal(json_string_value(json_object_get(member, "relation")), "孩子");
  assert_string_equal(json_string_value(json_object_get(resident, "id")), RESIDENT);
  assert_null(json_object_get(resident, "card"));
  heard_free(&heard);
}

static void family_is_not_staff(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/residents", scene->family, NULL), 401);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/session", scene->desk, NULL), 401);
  assert_int_equal(status_of(scene->house, "POST", MEMBER "/link", scene->family, NULL), 401);
}

static void who_guesses_a_link_is_slowed_down(void **state)
{
  struct scene *scene = *state;
  int status = 0;
  for (int i = 0; i < 200 && status != 429; i++) {
    status = status_of(scene->house, "POST", "/api/v1/family/session", "", "{\"token\":\"guess\"}");
    assert_true(status == 401 || status == 429);
  }
  assert_int_equal(status, 429);
}

static void a_new_link_ends_what_came_in_by_the_old(void **state)
{
  struct scene *scene = *state;
  char link[TOKEN_SIZE], unused[HEADERS_SIZE];
  make_link(scene->house, scene->desk, DAUGHTER, link);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/session", scene->family, NULL), 401);
  assert_int_equal(come_in(scene->house, scene->link, unused), 401);
  assert_int_equal(come_in(scene->house, link, unused), 200);
}

static void a_stream_ends_with_the_consent(void **state)
{
  struct scene *scene = *state;
  struct ear ear;
  ear_open(scene->house, &ear, "/api/v1/family/events", scene->family);
  put_consent(scene->house, scene->desk, false);
  ear_expect_end(&ear);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/session", scene->family, NULL), 401);
  ear_close(&ear);
}

static void a_stream_ends_with_the_session(void **state)
{
  struct scene *scene = *state;
  struct ear ear;
  ear_open(scene->house, &ear, "/api/v1/family/events", scene->family);
  house_change(scene->house, "UPDATE family_session SET made_at = made_at - 31536000000"); // a year
  house_pass_5_minutes(scene->house);
  ear_expect_end(&ear);
  ear_close(&ear);
}

static void a_page_of_another_server_can_change_nothing(void **state)
{
  struct scene *scene = *state;
  char family[HEADERS_SIZE];
  COPY_TEXT(family, scene->family);
  *strstr(family, "Origin: ") = '\0';
  assert_int_equal(status_of(scene->house, "DELETE", "/api/v1/family/session", family, NULL), 403);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/session", family, NULL), 200);
}

static void put_picture(struct scene *scene, char path[200])
{
  struct buffer file = {0};
  struct fault fault;
  assert_true(file_read(ANBAN_SAMPLES "/pictures/turned.jpg", 1 << 20, &file, &fault));
  struct heard heard = ask_bytes(scene->house, "POST", "/api/v1/media", scene->desk, file.bytes, file.size);
  assert_int_equal(heard.status, 200);
  buffer_free(&file);
  text_format(path, 200, "/api/v1/media/%s", text_of(&heard, "hash"));
  heard_free(&heard);
}

static void with_both_cookies_the_page_says_as_whom(void **state)
{
  struct scene *scene = *state;
  char both[2 * HEADERS_SIZE], picture[200], as_family[220];
  FORMAT_TEXT(both, "%.*s; %s", (int)strcspn(scene->desk, "\r"), scene->desk, scene->family + strlen("Cookie: "));
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/residents", both, NULL), 200);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/session", both, NULL), 200);
  put_picture(scene, picture); // of nobody of hers, so that she is told apart from staff
  FORMAT_TEXT(as_family, "%s?as=family", picture);
  assert_int_equal(status_of(scene->house, "GET", picture, both, NULL), 200);
  assert_int_equal(status_of(scene->house, "GET", as_family, both, NULL), 404);
}

static void wrong_members_are_named(void **state)
{
  struct scene *scene = *state;
  struct heard heard =
      ask(scene->house, "PUT", MEMBER, scene->desk, "{\"resident_id\":\"" RESIDENT "\",\"name\":\"\"}");
  assert_int_equal(heard.status, 400);
  assert_string_equal(sentence_of(&heard), "member.name: a text that is not empty is expected");
  heard_free(&heard);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/family/members?resident_id=me", scene->desk, NULL), 400);
  assert_int_equal(status_of(scene->house, "DELETE", "/api/v1/family/members/nobody", scene->desk, NULL), 404);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/family/members/nobody/link", scene->desk, NULL), 404);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_link_is_shown_with_its_code, set_up, tear_down),
      cmocka_unit_test_setup_teardown(who_has_the_link_comes_in, set_up, tear_down),
      cmocka_unit_test_setup_teardown(family_is_not_staff, set_up, tear_down),
      cmocka_unit_test_setup_teardown(who_guesses_a_link_is_slowed_down, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_new_link_ends_what_came_in_by_the_old, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_stream_ends_with_the_consent, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_stream_ends_with_the_session, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_page_of_another_server_can_change_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(with_both_cookies_the_page_says_as_whom, set_up, tear_down),
      cmocka_unit_test_setup_teardown(wrong_members_are_named, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
