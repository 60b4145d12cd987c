// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Readers against a real log in a folder of their own.
#include "server/hub/hub.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"
#include "server/store/events.h"

#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define KIOSK "01890000-0000-7000-8000-000000000001"
#define OTHER "01890000-0000-7000-8000-000000000002"

struct scene {
  struct folder folder;
  struct db *writing, *reading;
  struct reader *log;
  int bell; // rings when something was read
  struct hub *hub;
};

static void ring(void *ctx)
{
  eventfd_write(((struct scene *)ctx)->bell, 1);
}

// Waits until all that was asked of the log has come.
static void settle(struct scene *scene)
{
  eventfd_t rung;
  while (reader_waiting(scene->log) > 0) {
    struct pollfd bell = {.fd = scene->bell, .events = POLLIN};
    assert_int_equal(poll(&bell, 1, 20000), 1);
    assert_int_equal(eventfd_read(scene->bell, &rung), 0);
    reader_deliver(scene->log);
  }
}

struct ear {
  struct buffer heard;
  bool is_full; // takes what comes, but says that it can't take more
};

static bool take(void *ctx, const char *bytes, size_t size)
{
  struct ear *ear = ctx;
  buffer_add(&ear->heard, bytes, size);
  return !ear->is_full;
}

static void append(struct scene *scene, int count, const char *only_for)
{
  assert_true(db_begin(scene->writing));
  for (int i = 0; i < count; i++)
    events_append(scene->writing, STREAM_KIOSKS, "order", only_for, "{}", 1000);
  assert_true(db_commit(scene->writing));
  hub_committed(scene->hub, scene->writing);
}

static int set_up(void **state)
{
  struct fault fault;
  struct scene *scene = calloc(1, sizeof *scene);
  scene->writing = folder_db(&scene->folder);
  scene->reading = db_open(scene->folder.url, DB_READ, &fault);
  scene->bell = eventfd(0, EFD_CLOEXEC);
  scene->log = reader_start("log", &scene->reading, 1, ring, scene, &fault);
  scene->hub = hub_new(scene->reading, scene->log);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  reader_stop(scene->log);
  hub_free(scene->hub);
  reader_free(scene->log);
  close(scene->bell);
  db_close(scene->reading);
  db_close(scene->writing);
  folder_remove(&scene->folder);
  free(scene);
  return 0;
}

static struct hub_reader *join(struct scene *scene, int64_t after, struct ear *ear)
{
  struct hub_reader *reader = hub_join(scene->hub, HUB_KIOSKS, KIOSK, after, take, ear, 42);
  settle(scene);
  return reader;
}

static void drain(struct scene *scene, struct hub_reader *reader)
{
  hub_drained(reader);
  settle(scene);
}

// The ids heard, as "1 2 3 ".
static void ids_of(const struct ear *ear, char *out, size_t size)
{
  out[0] = '\0';
  for (const char *at = ear->heard.bytes; at && (at = strstr(at, "id: ")); at += 4) {
    size_t length = strlen(out);
    text_format(out + length, size - length, "%d ", atoi(at + 4));
  }
}

static void expect_ids(const struct ear *ear, const char *expected)
{
  char ids[256];
  ids_of(ear, ids, sizeof ids);
  assert_string_equal(ids, expected);
}

static void leave(struct hub_reader *reader, struct ear *ear)
{
  hub_leave(reader);
  buffer_free(&ear->heard);
}

static void hello_comes_first(void **state)
{
  struct ear ear = {0};
  struct hub_reader *reader = join(*state, HUB_FROM_NOW, &ear);
  assert_string_equal(ear.heard.bytes, "event: hello\ndata: {\"now\":42}\n\n");
  leave(reader, &ear);
}

static void what_is_committed_is_heard_once_told(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  struct hub_reader *reader = join(scene, HUB_FROM_NOW, &ear);
  append(scene, 2, "");
  expect_ids(&ear, "");
  hub_moved(scene->hub);
  hub_moved(scene->hub);
  expect_ids(&ear, "1 2 ");
  assert_int_equal(hub_newest(scene->hub, HUB_KIOSKS), 2);
  leave(reader, &ear);
}

static void a_reader_goes_on_where_it_was(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 5, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = join(scene, 3, &ear);
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "4 5 6 ");
  leave(reader, &ear);
}

static void from_now_skips_what_was(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 5, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = join(scene, HUB_FROM_NOW, &ear);
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "6 ");
  leave(reader, &ear);
}

static void one_kiosks_events_are_for_its_ears_only(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0}, other_ear = {0};
  append(scene, 1, KIOSK);
  struct hub_reader *reader = join(scene, 0, &ear);
  struct hub_reader *other = hub_join(scene->hub, HUB_KIOSKS, OTHER, 0, take, &other_ear, 42);
  settle(scene);
  append(scene, 1, OTHER);
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "1 3 ");
  expect_ids(&other_ear, "2 3 ");
  leave(reader, &ear);
  leave(other, &other_ear);
}

static void a_stream_does_not_hear_the_other(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  struct hub_reader *desk = hub_join(scene->hub, HUB_DESK, "", HUB_FROM_NOW, take, &ear, 42);
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "");
  assert_int_equal(hub_count(scene->hub, HUB_DESK), 1);
  assert_int_equal(hub_count(scene->hub, HUB_KIOSKS), 0);
  leave(desk, &ear);
}

static int count_ids(const struct ear *ear)
{
  int count = 0;
  for (const char *at = ear->heard.bytes; at && (at = strstr(at, "id: ")); at += 4)
    count++;
  return count;
}

static void a_long_replay_comes_in_pages(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 450, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = join(scene, 0, &ear);
  assert_int_equal(count_ids(&ear), 200);
  hub_moved(scene->hub); // it is not live yet: this is not for it
  assert_int_equal(count_ids(&ear), 200);
  drain(scene, reader);
  drain(scene, reader);
  assert_int_equal(count_ids(&ear), 450);
  append(scene, 1, "");
  hub_moved(scene->hub);
  assert_int_equal(count_ids(&ear), 451);
  leave(reader, &ear);
}

// What is committed while a page is on its way is neither left out nor told twice.
static void what_comes_while_a_page_is_read_is_heard_after_it(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 3, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = hub_join(scene->hub, HUB_KIOSKS, KIOSK, 1, take, &ear, 42);
  struct pollfd bell = {.fd = scene->bell, .events = POLLIN};
  assert_int_equal(poll(&bell, 1, 20000), 1); // it is read, and not handed over yet
  append(scene, 2, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "");
  settle(scene);
  drain(scene, reader);
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "2 3 4 5 6 ");
  leave(reader, &ear);
}

static void who_leaves_while_a_page_is_read_hears_nothing(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 3, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = hub_join(scene->hub, HUB_KIOSKS, KIOSK, 1, take, &ear, 42);
  leave(reader, &ear);
  settle(scene);
  assert_null(ear.heard.bytes);
}

static void a_page_of_nothing_for_it_still_leads_on(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 200, OTHER);
  append(scene, 1, "");
  hub_moved(scene->hub);
  struct hub_reader *reader = join(scene, 0, &ear);
  assert_non_null(strstr(ear.heard.bytes, ": \n\n")); // something that can drain
  drain(scene, reader);
  expect_ids(&ear, "201 ");
  leave(reader, &ear);
}

static void a_slow_reader_gets_the_rest_when_it_has_drained(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  struct hub_reader *reader = join(scene, HUB_FROM_NOW, &ear);
  ear.is_full = true;
  append(scene, 3, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "1 ");
  ear.is_full = false;
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "1 ");
  drain(scene, reader);
  expect_ids(&ear, "1 2 3 4 ");
  leave(reader, &ear);
}

static void who_asks_for_what_is_gone_is_told_to_start_again(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 5, "");
  db_begin(scene->writing);
  assert_int_equal(events_prune(scene->writing, 2000, 3), 3);
  db_commit(scene->writing);
  struct hub_reader *reader = join(scene, 1, &ear);
  assert_non_null(strstr(ear.heard.bytes, "id: 5\nevent: reset\ndata: {}\n\n"));
  append(scene, 1, "");
  hub_moved(scene->hub);
  expect_ids(&ear, "5 6 ");
  leave(reader, &ear);
}

static void a_number_from_the_future_is_told_to_start_again(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  append(scene, 2, "");
  struct hub_reader *reader = join(scene, 9, &ear);
  assert_non_null(strstr(ear.heard.bytes, "event: reset\n"));
  leave(reader, &ear);
}

static void a_heartbeat_is_a_comment_to_all(void **state)
{
  struct scene *scene = *state;
  struct ear ear = {0};
  struct hub_reader *reader = join(scene, HUB_FROM_NOW, &ear);
  size_t before = ear.heard.size;
  hub_heartbeat(scene->hub);
  assert_string_equal(ear.heard.bytes + before, ": \n\n");
  leave(reader, &ear);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(hello_comes_first),
      TEST(what_is_committed_is_heard_once_told),
      TEST(a_reader_goes_on_where_it_was),
      TEST(from_now_skips_what_was),
      TEST(one_kiosks_events_are_for_its_ears_only),
      TEST(a_stream_does_not_hear_the_other),
      TEST(a_long_replay_comes_in_pages),
      TEST(what_comes_while_a_page_is_read_is_heard_after_it),
      TEST(who_leaves_while_a_page_is_read_hears_nothing),
      TEST(a_page_of_nothing_for_it_still_leads_on),
      TEST(a_slow_reader_gets_the_rest_when_it_has_drained),
      TEST(who_asks_for_what_is_gone_is_told_to_start_again),
      TEST(a_number_from_the_future_is_told_to_start_again),
      TEST(a_heartbeat_is_a_comment_to_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
