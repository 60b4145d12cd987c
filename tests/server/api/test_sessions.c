// SPDX-License-Identifier: GPL-3.0-or-later
#include "ear.h"

static void a_good_password_opens_a_session(void **state)
{
  struct heard heard = ask(*state, "POST", "/api/v1/session", "", "{\"name\":\"desk\",\"password\":\"" PASSWORD "\"}");
  assert_int_equal(heard.status, 200);
  assert_non_null(strstr(heard.head, "\r\nSet-Cookie: anban="));
  assert_non_null(strstr(heard.head, "; Path=/; HttpOnly; SameSite=Strict; Max-Age="));
  const json_t *staff = json_object_get(heard.json, "staff");
  assert_string_equal(json_string_value(json_object_get(staff, "role")), "desk");
  assert_null(json_object_get(staff, "password"));
  heard_free(&heard);
}

static void a_wrong_one_and_an_unknown_name_sound_alike(void **state)
{
  struct heard wrong = ask(*state, "POST", "/api/v1/session", "", "{\"name\":\"desk\",\"password\":\"wrong\"}");
  struct heard unknown =
      ask(*state, "POST", "/api/v1/session", "", "{\"name\":\"nobody\",\"password\":\"" PASSWORD "\"}");
  assert_int_equal(wrong.status, 401);
  assert_int_equal(unknown.status, 401);
  assert_string_equal(sentence_of(&wrong), sentence_of(&unknown));
  assert_null(strstr(wrong.head, "Set-Cookie"));
  heard_free(&wrong);
  heard_free(&unknown);
}

// All at once, from one address, each under a name of its own or all under one.
static void strangers_guess(struct house *house, int fds[], int count, bool one_name)
{
  for (int i = 0; i < count; i++) {
    char body[80], ask[300];
    FORMAT_TEXT(body, "{\"name\":\"stranger %d\",\"password\":\"a guess\"}", one_name ? 0 : i);
    FORMAT_TEXT(ask,
                "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                "Content-Length: %zu\r\n\r\n%s",
                strlen(body), body);
    fds[i] = wire_open_from("127.0.0.2", house->port);
    wire_say(fds[i], ask);
  }
}

static void strangers_at_one_address_do_not_shut_the_staff_out(void **state)
{
  int fds[100];
  char desk[HEADERS_SIZE];
  strangers_guess(*state, fds, 100, false); // nobody reads the answers
  for (int i = 0; i < 3; i++)
    sign_in(*state, "desk", desk); // each is let in
  for (int i = 0; i < 100; i++)
    close(fds[i]);
}

static void expect_one_too_often(struct house *house, int count, bool one_name)
{
  int fds[60], too_often = 0;
  strangers_guess(house, fds, count, one_name);
  for (int i = 0; i < count; i++) {
    struct buffer heard = {0};
    assert_true(wire_hear(fds[i], &heard, "\r\n\r\n"));
    too_often += wire_status(&heard) == 429;
    buffer_free(&heard);
    close(fds[i]);
  }
  assert_true(too_often > 0);
}

static void who_guesses_is_slowed_down(void **state)
{
  expect_one_too_often(*state, 12, true);
}

static void who_guesses_names_is_slowed_down_too(void **state)
{
  expect_one_too_often(*state, 60, false);
}

static void behind_a_proxy_the_cookie_is_for_its_host_only(void **state)
{
  struct api_settings settings = {.requests_per_second = 50, .origin = "https://anban.example"};
  struct house *house = house_open_with(&settings);
  struct heard heard = ask(house, "POST", "/api/v1/session", "Origin: https://anban.example\r\n",
                           "{\"name\":\"desk\",\"password\":\"" PASSWORD "\"}");
  assert_int_equal(heard.status, 200);
  assert_non_null(strstr(heard.head, "\r\nSet-Cookie: __Host-anban="));
  assert_non_null(strstr(heard.head, "; Secure\r\n"));
  heard_free(&heard);
  void *closing = house;
  house_close(&closing);
}

static void a_session_says_who_and_where_the_stream_is(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  struct heard heard = ask(*state, "GET", "/api/v1/session", desk, NULL);
  assert_int_equal(heard.status, 200);
  assert_int_equal(json_integer_value(json_object_get(heard.json, "event")), 0);
  heard_free(&heard);
}

static void nobody_is_not_let_in(void **state)
{
  struct heard heard = ask(*state, "GET", "/api/v1/residents", "Cookie: anban=made-up\r\n", NULL);
  assert_int_equal(heard.status, 401);
  assert_string_equal(sentence_of(&heard), "Please sign in.");
  heard_free(&heard);
  assert_int_equal(status_of(*state, "GET", "/api/v1/kiosk/snapshot", "Authorization: Bearer made-up\r\n", NULL), 401);
}

static void a_session_ends_with_signing_out(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  assert_int_equal(status_of(*state, "DELETE", "/api/v1/session", desk, NULL), 204);
  assert_int_equal(status_of(*state, "GET", "/api/v1/session", desk, NULL), 401);
}

static void its_stream_ends_with_it(void **state)
{
  char desk[HEADERS_SIZE];
  struct ear ear;
  sign_in(*state, "desk", desk);
  ear_open(*state, &ear, "/api/v1/desk/events", desk);
  house_change(*state, "UPDATE session SET made_at = made_at - 604800000"); // seven days
  house_pass_5_minutes(*state);
  ear_expect_end(&ear);
  assert_int_equal(status_of(*state, "GET", "/api/v1/session", desk, NULL), 401);
  ear_close(&ear);
}

static void who_listens_all_night_stays_signed_in(void **state)
{
  char desk[HEADERS_SIZE];
  struct ear ear;
  sign_in(*state, "desk", desk);
  ear_open(*state, &ear, "/api/v1/desk/events", desk);
  for (int i = 0; i < 2; i++) {
    house_change(*state, "UPDATE session SET seen_at = seen_at - 39600000"); // eleven hours
    house_pass_5_minutes(*state);
  }
  assert_int_equal(status_of(*state, "GET", "/api/v1/session", desk, NULL), 200);
  ear_close(&ear);
}

static void a_role_does_what_it_may(void **state)
{
  char kitchen[HEADERS_SIZE], desk[HEADERS_SIZE];
  sign_in(*state, "kitchen", kitchen);
  sign_in(*state, "desk", desk);
  assert_int_equal(status_of(*state, "GET", "/api/v1/residents", kitchen, NULL), 200);
  assert_int_equal(status_of(*state, "DELETE", "/api/v1/residents/" RESIDENT, kitchen, NULL), 403);
  assert_int_equal(status_of(*state, "GET", "/api/v1/staff", desk, NULL), 403);
  assert_int_equal(status_of(*state, "GET", "/api/v1/kiosk/snapshot", desk, NULL), 403);
}

static void a_page_of_another_server_can_change_nothing(void **state)
{
  struct house *house = *state;
  char desk[HEADERS_SIZE], headers[HEADERS_SIZE * 2];
  sign_in(house, "desk", desk);
  char *origin = strstr(desk, "Origin: ");
  *origin = '\0';
  assert_int_equal(status_of(house, "DELETE", "/api/v1/session", desk, NULL), 403);
  FORMAT_TEXT(headers, "%sOrigin: http://evil.example\r\n", desk);
  assert_int_equal(status_of(house, "DELETE", "/api/v1/session", headers, NULL), 403);
  FORMAT_TEXT(headers, "%sOrigin: http://127.0.0.1:%d\r\nSec-Fetch-Site: cross-site\r\n", desk, house->port);
  assert_int_equal(status_of(house, "DELETE", "/api/v1/session", headers, NULL), 403);
  assert_int_equal(status_of(house, "POST", "/api/v1/session", "Origin: http://evil.example\r\n",
                             "{\"name\":\"desk\",\"password\":\"" PASSWORD "\"}"),
                   403);
  assert_int_equal(status_of(house, "GET", "/api/v1/session", desk, NULL), 200);
}

static void find_staff(const struct house *house, const char *admin, const char *name, char id[UUID_SIZE])
{
  struct heard heard = ask(house, "GET", "/api/v1/staff", admin, NULL);
  size_t i;
  json_t *one;
  id[0] = '\0';
  json_array_foreach(json_object_get(heard.json, "staff"), i, one)
  {
    if (strcmp(json_string_value(json_object_get(one, "name")), name) == 0)
      text_copy(id, UUID_SIZE, json_string_value(json_object_get(one, "id")));
  }
  assert_true(id[0]);
  heard_free(&heard);
}

static int put_member(const struct house *house, const char *admin, const char *id, const char *rest)
{
  char path[100], body[400];
  FORMAT_TEXT(path, "/api/v1/staff/%s", id);
  FORMAT_TEXT(body, "{\"id\":\"%s\",%s}", id, rest);
  return status_of(house, "PUT", path, admin, body);
}

static void a_new_password_ends_the_sessions_of_the_old_one(void **state)
{
  char admin[HEADERS_SIZE], desk[HEADERS_SIZE], id[UUID_SIZE];
  sign_in(*state, "admin", admin);
  sign_in(*state, "desk", desk);
  find_staff(*state, admin, "desk", id);
  assert_int_equal(put_member(*state, admin, id,
                              "\"name\":\"desk\",\"display_name\":\"李\",\"role\":\"desk\",\"password\":\"short\""),
                   400);
  assert_int_equal(status_of(*state, "GET", "/api/v1/session", desk, NULL), 200);
  assert_int_equal(put_member(*state, admin, id,
                              "\"name\":\"desk\",\"display_name\":\"李\",\"role\":\"desk\","
                              "\"password\":\"another long one\""),
                   204);
  assert_int_equal(status_of(*state, "GET", "/api/v1/session", desk, NULL), 401);
  assert_int_equal(
      status_of(*state, "POST", "/api/v1/session", "", "{\"name\":\"desk\",\"password\":\"another long one\"}"), 200);
}

static void the_last_administrator_stays(void **state)
{
  char admin[HEADERS_SIZE], id[UUID_SIZE], path[100];
  sign_in(*state, "admin", admin);
  find_staff(*state, admin, "admin", id);
  FORMAT_TEXT(path, "/api/v1/staff/%s", id);
  assert_int_equal(status_of(*state, "DELETE", path, admin, NULL), 409);
  assert_int_equal(put_member(*state, admin, id, "\"name\":\"admin\",\"display_name\":\"王\",\"role\":\"desk\""), 409);
  find_staff(*state, admin, "kitchen", id);
  FORMAT_TEXT(path, "/api/v1/staff/%s", id);
  assert_int_equal(put_member(*state, admin, id, "\"name\":\"admin\",\"display_name\":\"王\",\"role\":\"desk\""), 409);
  assert_int_equal(status_of(*state, "DELETE", path, admin, NULL), 204);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, house_open, house_close)
  const struct CMUnitTest tests[] = {
      TEST(a_good_password_opens_a_session),
      TEST(a_wrong_one_and_an_unknown_name_sound_alike),
      TEST(who_guesses_is_slowed_down),
      cmocka_unit_test_setup_teardown(strangers_at_one_address_do_not_shut_the_staff_out, house_open, house_close),
      cmocka_unit_test_setup_teardown(who_guesses_names_is_slowed_down_too, house_open, house_close),
      cmocka_unit_test(behind_a_proxy_the_cookie_is_for_its_host_only),
      TEST(a_session_says_who_and_where_the_stream_is),
      TEST(nobody_is_not_let_in),
      TEST(a_session_ends_with_signing_out),
      TEST(its_stream_ends_with_it),
      TEST(who_listens_all_night_stays_signed_in),
      TEST(a_role_does_what_it_may),
      TEST(a_page_of_another_server_can_change_nothing),
      TEST(a_new_password_ends_the_sessions_of_the_old_one),
      TEST(the_last_administrator_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
