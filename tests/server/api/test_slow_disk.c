// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// A disk that doesn't answer holds up who asks for a list, and nobody who calls for help.
#include "ear.h"

#define HELP "019aa9c0-0000-7000-8000-00000000000c"
#define LISTS "FROM resident" // in the statement that lists them, in none of a kiosk's own

struct scene {
  struct script script; // of what reads
  struct script writes;
  struct house *house;
  char desk[HEADERS_SIZE];
  struct machine machine;
  struct ear ear;     // of the desk
  struct ear slow[2]; // lists that were asked for
};

static int set_up(void **state)
{
  static const struct api_settings settings = {.requests_per_second = 50, .ring_seconds = 45};
  struct scene *scene = calloc(1, sizeof *scene);
  script_make(&scene->script);
  script_make(&scene->writes);
  scene->house = house_open_on(&settings, &scene->script, &scene->writes);
  sign_in(scene->house, "desk", scene->desk);
  machine_join(scene->house, &scene->machine, "A-1", scene->desk);
  ear_open(scene->house, &scene->ear, "/api/v1/desk/events", scene->desk);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  void *house = scene->house;
  script_hold(&scene->script, NULL);
  ear_close(&scene->ear);
  house_close(&house);
  script_end(&scene->script);
  script_end(&scene->writes);
  free(scene);
  return 0;
}

static void ask_for_list(struct scene *scene, struct ear *ear)
{
  char request[500];
  *ear = (struct ear){.fd = wire_open(scene->house->port)};
  FORMAT_TEXT(request, "GET /api/v1/residents HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n", scene->desk);
  wire_say(ear->fd, request);
}

// As many lists as there are readers for them, and each is held.
static void hold_lists(struct scene *scene, const char *part)
{
  script_hold(&scene->script, part);
  for (int i = 0; i < 2; i++)
    ask_for_list(scene, &scene->slow[i]);
  script_await_held(&scene->script, 2);
}

static void let_lists_go(struct scene *scene)
{
  assert_null(scene->slow[0].heard.bytes);
  script_hold(&scene->script, NULL);
  for (int i = 0; i < 2; i++) {
    assert_true(wire_hear(scene->slow[i].fd, &scene->slow[i].heard, "\"residents\""));
    assert_int_equal(wire_status(&scene->slow[i].heard), 200);
    ear_close(&scene->slow[i]);
  }
}

static void call_for_help(struct scene *scene)
{
  static const char help[] = "{\"id\":\"" HELP "\",\"kind\":\"help.raise\",\"made_at\":1000,\"body\":{\"help_id\":"
                             "\"" HELP "\",\"resident_id\":\"\",\"raised_at\":1000}}";
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/messages", scene->machine.headers, help), 200);
  assert_true(wire_hear(scene->ear.fd, &scene->ear.heard, "event: help"));
}

static void a_call_for_help_waits_for_no_list(void **state)
{
  struct scene *scene = *state;
  hold_lists(scene, LISTS);
  house_change(scene->house, "UPDATE kiosk SET name = 'B'"); // so that who calls must be looked up
  call_for_help(scene);
  let_lists_go(scene);
}

static void who_is_known_waits_for_no_disk_at_all(void **state)
{
  struct scene *scene = *state;
  static const char beat[] = "{\"version\":\"0.1\",\"problems\":[]}";
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/site", scene->desk, NULL), 200);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/kiosk/heartbeat", scene->machine.headers, beat), 204);
  hold_lists(scene, ""); // every statement
  call_for_help(scene);
  let_lists_go(scene);
}

static void a_disk_that_fails_is_said_and_forgotten(void **state)
{
  struct scene *scene = *state;
  script_fail(&scene->script, LISTS, "the disk can't be read");
  struct heard heard = ask(scene->house, "GET", "/api/v1/residents", scene->desk, NULL);
  assert_int_equal(heard.status, 503);
  assert_string_equal(sentence_of(&heard), "the disk can't be read");
  heard_free(&heard);
  script_fail(&scene->script, NULL, NULL);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/residents", scene->desk, NULL), 200);
}

// A kiosk that is told it is not known would enrol anew.
static void what_can_not_be_read_is_no_refusal(void **state)
{
  struct scene *scene = *state;
  script_fail(&scene->writes, "FROM kiosk ", "the disk can't be read");
  struct heard heard = machine_ask_token(scene->house, &scene->machine);
  assert_int_equal(heard.status, 503);
  heard_free(&heard);
  script_fail(&scene->writes, NULL, NULL);
  heard = machine_ask_token(scene->house, &scene->machine);
  assert_int_equal(heard.status, 200);
  heard_free(&heard);
}

// It asks while it is being sent away, and what was read of it before is not believed.
static void who_is_sent_away_while_looked_up_is_not_let_in(void **state)
{
  struct scene *scene = *state;
  struct ear kiosk = {.fd = wire_open(scene->house->port)};
  char request[500];
  house_change(scene->house, "UPDATE kiosk SET name = 'B'");
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/site", scene->desk, NULL), 200);
  script_hold_both(&scene->script, NULL, "FROM kiosk_token");
  FORMAT_TEXT(request, "GET /api/v1/kiosk/snapshot HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n",
              scene->machine.headers);
  wire_say(kiosk.fd, request);
  script_await_held(&scene->script, 1);
  FORMAT_TEXT(request, "/api/v1/kiosks/%s", scene->machine.id);
  assert_int_equal(status_of(scene->house, "DELETE", request, scene->desk, NULL), 204);
  script_hold(&scene->script, NULL);
  assert_true(wire_hear(kiosk.fd, &kiosk.heard, "\r\n\r\n"));
  assert_int_equal(wire_status(&kiosk.heard), 401);
  ear_close(&kiosk);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(a_call_for_help_waits_for_no_list),
      TEST(who_is_known_waits_for_no_disk_at_all),
      TEST(a_disk_that_fails_is_said_and_forgotten),
      TEST(what_can_not_be_read_is_no_refusal),
      TEST(who_is_sent_away_while_looked_up_is_not_let_in),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
