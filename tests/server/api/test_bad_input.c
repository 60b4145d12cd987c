// SPDX-License-Identifier: GPL-3.0-or-later
// What is broken or hostile gets a fitting status and a sentence, and the server lives on.
#include "house.h"

struct scene {
  struct house *house;
  char desk[HEADERS_SIZE];
  struct machine machine;
};

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  void *house;
  house_open(&house);
  scene->house = house;
  sign_in(house, "desk", scene->desk);
  machine_join(house, &scene->machine, "A-1", scene->desk);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  void *house = scene->house;
  assert_int_equal(status_of(house, "GET", "/healthz", "", NULL), 200);
  house_close(&house);
  free(scene);
  return 0;
}

static void expect(struct scene *scene, const char *body, size_t size, int status, const char *sentence)
{
  char headers[HEADERS_SIZE + 40];
  FORMAT_TEXT(headers, "%sContent-Type: application/json\r\n", scene->machine.headers);
  struct heard heard = ask_bytes(scene->house, "POST", "/api/v1/messages", headers, body, size);
  if (heard.status != status || !strstr(sentence_of(&heard), sentence))
    fail_msg("%d \"%s\" for %.60s", heard.status, sentence_of(&heard), body);
  heard_free(&heard);
}

static void json_that_is_broken_is_named(void **state)
{
  static const struct {
    const char *body, *sentence;
  } broken[] = {
      {"{\"id\":\"x\"", "line 1"},
      {"", "line 1"},
      {"{\"id\":1,\"id\":2}", "duplicate"},
      {"{\"id\":\"\\u0000\"}", "line 1"},
      {"[]", "message"},
      {"{}", "message.id"},
      {"{\"id\":\"A9AA9C0-0000\"}", "message.id"},
      {"\xff\xfe", "line 1"},
      {"{\"id\":\"\xc0\xaf\"}", "line 1"},
      {"{\"id\":\"\xed\xa0\x80\"}", "line 1"},
      {"{\"id\":\"019aa9c0-0000-7000-8000-00000000000a\",\"kind\":\"order.eat\",\"made_at\":1,\"body\":{}}",
       "no message of the kind \"order.eat\""},
      {"{\"id\":\"019aa9c0-0000-7000-8000-00000000000a\",\"kind\":\"order.place\",\"made_at\":1e3,\"body\":{}}",
       "message.made_at"},
  };
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
    expect(*state, broken[i].body, strlen(broken[i].body), 400, broken[i].sentence);
}

static void a_nul_in_json_is_refused(void **state)
{
  static const char body[] = "{\"id\":\"a\0b\"}";
  expect(*state, body, sizeof body - 1, 400, "line 1");
}

static void deep_json_is_refused(void **state)
{
  struct buffer deep = {0};
  for (int i = 0; i < 30000; i++)
    buffer_add_text(&deep, "[");
  expect(*state, deep.bytes, deep.size, 400, "");
  buffer_free(&deep);
}

static void a_long_text_is_refused(void **state)
{
  struct buffer body = {0};
  buffer_add_text(&body, "{\"id\":\"");
  for (int i = 0; i < 60000; i++)
    buffer_add_text(&body, "a");
  buffer_add_text(&body, "\"}");
  expect(*state, body.bytes, body.size, 400, "message.id");
  buffer_free(&body);
}

static void a_body_of_10_mb_is_refused(void **state)
{
  struct scene *scene = *state;
  size_t size = 10 << 20;
  char *body = calloc(1, size);
  memset(body, ' ', size);
  struct heard heard = ask_bytes(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body, size);
  assert_int_equal(heard.status, 413);
  assert_string_equal(sentence_of(&heard), "The body of the request has 10485760 bytes; at most 65536 are taken here.");
  heard_free(&heard);
  free(body);
}

static void another_type_than_json_is_refused(void **state)
{
  struct scene *scene = *state;
  char headers[HEADERS_SIZE + 40];
  FORMAT_TEXT(headers, "%sContent-Type: text/plain\r\n", scene->machine.headers);
  struct heard heard = ask_bytes(scene->house, "POST", "/api/v1/messages", headers, "{}", 2);
  assert_int_equal(heard.status, 415);
  heard_free(&heard);
}

static void addresses_that_are_none_are_refused(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/nothing", scene->desk, NULL), 404);
  assert_int_equal(status_of(scene->house, "PUT", "/api/v1/session", scene->desk, "{}"), 405);
  assert_int_equal(status_of(scene->house, "GET", "/desk/../../etc/passwd", "", NULL), 404);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/kitchen?date=2026-02-30&meal=lunch", scene->desk, NULL),
                   400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/kitchen?date=2026-02-20&meal=tea", scene->desk, NULL), 400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/orders?from=2026-02-20&to=2029-02-20", scene->desk, NULL),
                   400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/media/..%2f..%2fetc", scene->desk, NULL), 404);
  assert_int_equal(status_of(scene->house, "DELETE", "/api/v1/residents/x'%20OR%201=1", scene->desk, NULL), 404);
}

static void an_id_in_the_address_must_be_the_one_in_the_body(void **state)
{
  struct scene *scene = *state;
  struct heard heard = ask(scene->house, "PUT", "/api/v1/dishes/019aa9c0-0000-7000-8000-0000000000ff", scene->desk,
                           "{\"id\":\"" DISH "\",\"name\":\"x\",\"contents\":\"\",\"picture\":\"\",\"kind\":\"set\","
                           "\"price_fen\":1,\"diet\":{\"marks\":[],\"allergens\":[]}}");
  assert_int_equal(heard.status, 400);
  assert_string_equal(sentence_of(&heard), "dish.id: the id in the address is expected");
  heard_free(&heard);
}

static void figures_are_for_this_machine_or_the_token(void **state)
{
  struct api_settings settings = {.requests_per_second = 50, .metrics_token = "figures"};
  struct scene *scene = *state;
  struct house *house = house_open_with(&settings);
  assert_int_equal(status_of(scene->house, "GET", "/metrics", "", NULL), 200);
  assert_int_equal(status_of(scene->house, "GET", "/metrics", "X-Forwarded-For: 127.0.0.1, 203.0.113.9\r\n", NULL),
                   403);
  assert_int_equal(status_of(house, "GET", "/metrics", "", NULL), 403);
  assert_int_equal(status_of(house, "GET", "/metrics", "Authorization: Bearer figures\r\n", NULL), 200);
  void *closing = house;
  house_close(&closing);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(json_that_is_broken_is_named),
      TEST(a_nul_in_json_is_refused),
      TEST(deep_json_is_refused),
      TEST(a_long_text_is_refused),
      TEST(a_body_of_10_mb_is_refused),
      TEST(another_type_than_json_is_refused),
      TEST(addresses_that_are_none_are_refused),
      TEST(an_id_in_the_address_must_be_the_one_in_the_body),
      TEST(figures_are_for_this_machine_or_the_token),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
