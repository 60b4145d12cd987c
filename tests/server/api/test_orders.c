// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// From a kiosk's message to the kitchen's list and everybody who follows.
#include "base/file.h"
#include "house.h"

#define MESSAGE "019aa9c0-0000-7000-8000-00000000000a"
#define ORDER "019aa9c0-0000-7000-8000-00000000000b"
#define HELP "019aa9c0-0000-7000-8000-00000000000c"

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
  community_fill(house, scene->desk);
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

static struct heard send_order(struct scene *scene, int count)
{
  char body[1000];
  message_print(scene->house, MESSAGE, ORDER, count, body, sizeof body);
  return ask(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body);
}

static int follow(const struct house *house, const char *path, const char *headers, struct buffer *heard)
{
  char request[600];
  int fd = wire_open(house->port);
  FORMAT_TEXT(request, "GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n", path, headers);
  wire_say(fd, request);
  assert_true(wire_hear(fd, heard, "event: hello\n"));
  return fd;
}

static json_t *kitchen_list(struct scene *scene)
{
  char path[100];
  FORMAT_TEXT(path, "/api/v1/kitchen?date=%s&meal=lunch", scene->house->tomorrow);
  struct heard heard = ask(scene->house, "GET", path, scene->desk, NULL);
  assert_int_equal(heard.status, 200);
  json_t *list = json_incref(heard.json);
  heard_free(&heard);
  return list;
}

static void an_order_reaches_the_kitchen_and_all_who_follow(void **state)
{
  struct scene *scene = *state;
  struct buffer desk = {0}, kiosk = {0};
  int desk_fd = follow(scene->house, "/api/v1/desk/events", scene->desk, &desk);
  int kiosk_fd = follow(scene->house, "/api/v1/kiosk/events", scene->machine.headers, &kiosk);
  struct heard heard = send_order(scene, 2);
  assert_int_equal(heard.status, 200);
  assert_true(json_is_true(json_object_get(heard.json, "accepted")));
  assert_int_equal(json_integer_value(json_object_get(json_object_get(heard.json, "order"), "total_fen")), 1600);
  heard_free(&heard);
  assert_true(wire_hear(desk_fd, &desk, "event: order\n"));
  assert_true(wire_hear(desk_fd, &desk, ORDER));
  assert_true(wire_hear(kiosk_fd, &kiosk, ORDER));
  json_t *list = kitchen_list(scene);
  const json_t *total = json_array_get(json_object_get(list, "totals"), 0);
  assert_int_equal(json_integer_value(json_object_get(total, "count")), 2);
  json_decref(list);
  close(desk_fd);
  close(kiosk_fd);
  buffer_free(&desk);
  buffer_free(&kiosk);
}

static void any_number_of_deliveries_have_one_effect(void **state)
{
  struct scene *scene = *state;
  for (int i = 0; i < 3; i++) {
    struct heard heard = send_order(scene, 1);
    assert_int_equal(heard.status, 200);
    heard_free(&heard);
  }
  json_t *list = kitchen_list(scene);
  assert_int_equal(json_array_size(json_object_get(list, "people")), 1);
  json_decref(list);
}

static size_t count_in_snapshot(struct scene *scene, const char *what)
{
  struct heard heard = ask(scene->house, "GET", "/api/v1/kiosk/snapshot", scene->machine.headers, NULL);
  assert_int_equal(heard.status, 200);
  size_t count = json_array_size(json_object_get(heard.json, what));
  heard_free(&heard);
  return count;
}

static void a_snapshot_goes_with_what_happens(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(count_in_snapshot(scene, "orders"), 0);
  assert_int_equal(count_in_snapshot(scene, "orders"), 0);
  struct heard heard = send_order(scene, 1);
  heard_free(&heard);
  assert_int_equal(count_in_snapshot(scene, "orders"), 1);
  assert_int_equal(status_of(scene->house, "DELETE", "/api/v1/dishes/" DISH, scene->desk, NULL), 204);
  assert_int_equal(count_in_snapshot(scene, "dishes"), 0);
}

static void the_same_id_with_another_body_is_refused(void **state)
{
  struct heard first = send_order(*state, 1), other = send_order(*state, 2);
  assert_int_equal(first.status, 200);
  assert_int_equal(other.status, 422);
  assert_non_null(strstr(sentence_of(&other), MESSAGE));
  heard_free(&first);
  heard_free(&other);
}

// The kiosk is a version ahead: it must learn at once that this one can't go anywhere, and which it was.
static void a_message_of_an_unknown_kind_is_named(void **state)
{
  struct scene *scene = *state;
  static const char body[] = "{\"id\":\"" MESSAGE "\",\"kind\":\"visit.book\",\"made_at\":1,\"body\":{}}";
  struct heard heard = ask(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body);
  assert_int_equal(heard.status, 400);
  const json_t *error = json_object_get(heard.json, "error");
  assert_string_equal(json_string_value(json_object_get(error, "code")), "unknown_kind");
  assert_non_null(strstr(sentence_of(&heard), "\"visit.book\""));
  heard_free(&heard);
  heard = send_order(scene, 1); // its id is not used up
  assert_int_equal(heard.status, 200);
  heard_free(&heard);
}

static void a_member_that_nobody_knows_is_passed_over(void **state)
{
  struct scene *scene = *state;
  char body[1000], more[1200];
  message_print(scene->house, MESSAGE, ORDER, 1, body, sizeof body);
  FORMAT_TEXT(more, "{\"of_a_newer_version\":{\"a\":[1]},%s", body + 1);
  struct heard heard = ask(scene->house, "POST", "/api/v1/messages", scene->machine.headers, more);
  assert_int_equal(heard.status, 200);
  assert_true(json_is_true(json_object_get(heard.json, "accepted")));
  heard_free(&heard);
}

static void a_reader_resumes_where_it_was(void **state)
{
  struct scene *scene = *state;
  struct buffer all = {0}, rest = {0}, header = {0};
  char headers[HEADERS_SIZE * 2], path[80];
  struct heard heard = send_order(scene, 1);
  heard_free(&heard);
  int fd = follow(scene->house, "/api/v1/kiosk/events?after=0", scene->machine.headers, &all);
  assert_true(wire_hear(fd, &all, ORDER));
  const char *order = strstr(all.bytes, "event: order");
  int number = 0;
  for (const char *at = all.bytes; (at = strstr(at, "id: ")) && at < order; at++)
    number = atoi(at + 4);
  assert_true(number > 1);
  close(fd);
  FORMAT_TEXT(path, "/api/v1/kiosk/events?after=%d", number - 1);
  fd = follow(scene->house, path, scene->machine.headers, &rest);
  assert_true(wire_hear(fd, &rest, ORDER));
  assert_null(strstr(rest.bytes, "catalogue.changed"));
  close(fd);
  FORMAT_TEXT(headers, "%sLast-Event-ID: %d\r\n", scene->machine.headers, number - 1);
  fd = follow(scene->house, "/api/v1/kiosk/events?after=0", headers, &header); // the header wins
  assert_true(wire_hear(fd, &header, ORDER));
  assert_null(strstr(header.bytes, "catalogue.changed"));
  close(fd);
  buffer_free(&all);
  buffer_free(&rest);
  buffer_free(&header);
}

static void a_number_that_is_none_is_refused(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/desk/events?after=x", scene->desk, NULL), 400);
  assert_int_equal(status_of(scene->house, "GET", "/api/v1/desk/events?after=-2", scene->desk, NULL), 400);
}

static void staff_take_an_order_back_and_its_kiosk_hears_it(void **state)
{
  struct scene *scene = *state;
  struct buffer kiosk = {0};
  struct heard heard = send_order(scene, 1);
  heard_free(&heard);
  int fd = follow(scene->house, "/api/v1/kiosk/events", scene->machine.headers, &kiosk);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/orders/" ORDER "/decline", scene->desk, NULL), 200);
  assert_true(wire_hear(fd, &kiosk, "\"by_staff\""));
  json_t *list = kitchen_list(scene);
  assert_int_equal(json_array_size(json_object_get(list, "people")), 0);
  json_decref(list);
  close(fd);
  buffer_free(&kiosk);
}

static void a_call_for_help_is_heard_at_the_desk_and_by_its_kiosk_alone(void **state)
{
  struct scene *scene = *state;
  struct machine other;
  struct buffer own = {0}, others = {0};
  machine_join(scene->house, &other, "A-2", scene->desk);
  int own_fd = follow(scene->house, "/api/v1/kiosk/events", scene->machine.headers, &own);
  int other_fd = follow(scene->house, "/api/v1/kiosk/events", other.headers, &others);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/messages", scene->machine.headers,
                             "{\"id\":\"" MESSAGE "\",\"kind\":\"help.raise\",\"made_at\":1000,\"body\":{\"help_id\":"
                             "\"" HELP "\",\"resident_id\":\"\"}}"),
                   200);
  assert_true(wire_hear(own_fd, &own, "event: help\n"));
  struct heard open = ask(scene->house, "GET", "/api/v1/help", scene->desk, NULL);
  assert_int_equal(json_array_size(json_object_get(open.json, "help")), 1);
  heard_free(&open);
  assert_int_equal(status_of(scene->house, "POST", "/api/v1/help/" HELP "/acknowledge", scene->desk, NULL), 200);
  assert_true(wire_hear(own_fd, &own, "王芳"));
  struct heard order = send_order(scene, 1); // fails: the id was a call for help
  assert_int_equal(order.status, 422);
  heard_free(&order);
  assert_int_equal(status_of(scene->house, "PUT", "/api/v1/dishes/" DISH, scene->desk, "{}"), 400);
  community_fill(scene->house, scene->desk); // something the other kiosk hears for sure
  assert_true(wire_hear(other_fd, &others, "event: catalogue.changed\n"));
  assert_null(strstr(others.bytes, "event: help"));
  close(own_fd);
  close(other_fd);
  buffer_free(&own);
  buffer_free(&others);
}

static void calls_for_help_are_never_held_back(void **state)
{
  struct scene *scene = *state;
  char body[300];
  for (int i = 0; i < 400; i++) {
    FORMAT_TEXT(body,
                "{\"id\":\"019aa9c0-0000-7000-8000-%012d\",\"kind\":\"help.raise\",\"made_at\":1000,\"body\":{"
                "\"help_id\":\"" HELP "\",\"resident_id\":\"\"}}",
                i);
    assert_int_equal(status_of(scene->house, "POST", "/api/v1/messages", scene->machine.headers, body), 200);
  }
}

static struct heard send_picture(struct scene *scene, const char *name)
{
  char path[300];
  struct buffer file = {0};
  struct fault fault;
  FORMAT_TEXT(path, "%s/pictures/%s", ANBAN_SAMPLES, name);
  assert_true(file_read(path, 1 << 20, &file, &fault));
  struct heard heard = ask_bytes(scene->house, "POST", "/api/v1/media", scene->desk, file.bytes, file.size);
  buffer_free(&file);
  return heard;
}

static void a_picture_is_made_anew_and_kept_by_its_hash(void **state)
{
  struct scene *scene = *state;
  char path[120];
  struct heard heard = send_picture(scene, "glass.png");
  assert_int_equal(heard.status, 200);
  FORMAT_TEXT(path, "/api/v1/media/%s", text_of(&heard, "hash"));
  heard_free(&heard);
  heard = ask(scene->house, "GET", path, scene->machine.headers, NULL);
  assert_int_equal(heard.status, 200);
  assert_non_null(strstr(heard.head, "\r\nContent-Type: image/jpeg\r\n"));
  assert_non_null(strstr(heard.head, "immutable"));
  heard_free(&heard);
  assert_int_equal(status_of(scene->house, "GET", path, "", NULL), 401);
}

static void a_picture_that_is_none_or_too_large_is_refused(void **state)
{
  struct scene *scene = *state;
  struct heard heard = send_picture(scene, "huge.png");
  assert_int_equal(heard.status, 422);
  assert_string_equal(sentence_of(&heard), "the picture has 16000 × 16000 pixels: at most 40 megapixels are taken");
  heard_free(&heard);
  heard = ask_bytes(scene->house, "POST", "/api/v1/media", scene->desk, "<svg/>", 6);
  assert_int_equal(heard.status, 422);
  heard_free(&heard);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(an_order_reaches_the_kitchen_and_all_who_follow),
      TEST(any_number_of_deliveries_have_one_effect),
      TEST(a_snapshot_goes_with_what_happens),
      TEST(the_same_id_with_another_body_is_refused),
      TEST(a_message_of_an_unknown_kind_is_named),
      TEST(a_member_that_nobody_knows_is_passed_over),
      TEST(a_reader_resumes_where_it_was),
      TEST(a_number_that_is_none_is_refused),
      TEST(staff_take_an_order_back_and_its_kiosk_hears_it),
      TEST(a_call_for_help_is_heard_at_the_desk_and_by_its_kiosk_alone),
      TEST(calls_for_help_are_never_held_back),
      TEST(a_picture_is_made_anew_and_kept_by_its_hash),
      TEST(a_picture_that_is_none_or_too_large_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
