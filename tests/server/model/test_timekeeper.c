// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Timers with a clock of the test's own.
#include "server/model/timekeeper.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"

#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define NOON ((anban_ms)1764561600000)

struct scene {
  struct folder folder;
  struct db *db;
  struct writer *writer;
  struct timekeeper *keeper;
  int bell, ran;
  anban_ms wall, steady;
};

static void ring(void *ctx)
{
  eventfd_write(((struct scene *)ctx)->bell, 1);
}

static void committed(void *ctx, struct db *db)
{
  timekeeper_committed(((struct scene *)ctx)->keeper, db);
}

static void count_run(void *ctx)
{
  ((struct scene *)ctx)->ran++;
}

// What was done stands in the data: day_number counts it, by the timer's subject.
static void write_down(struct db *db, const struct timer *timer)
{
  db_run(db,
         "INSERT INTO day_number(date, newest) VALUES($1, 1) ON CONFLICT(date) DO UPDATE SET newest ="
         " day_number.newest + 1",
         "s", timer->subject);
}

static bool do_it(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  write_down(db, timer);
  return true;
}

static bool do_it_daily(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  anban_ms next = timer->due_at;
  write_down(db, timer);
  while (next <= now)
    next += MS_DAY;
  timer_set(db, timer->kind, timer->subject, now, next, timer->payload);
  return true;
}

static bool fail_once(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  write_down(db, timer);
  return timer->tries > 0 || fault_set(fault, "not yet");
}

static const struct timer_kind kinds[] = {
    {"interval", TIMER_BY_INTERVAL, do_it},
    {"daily", TIMER_BY_CALENDAR, do_it_daily},
    {"trouble", TIMER_BY_INTERVAL, fail_once},
};

static void start(struct scene *scene)
{
  struct fault fault;
  struct writer_ears ears = {committed, ring, scene};
  struct timekeeper_ears keeper_ears = {count_run, scene};
  scene->keeper = timekeeper_new(kinds, sizeof kinds / sizeof *kinds, &keeper_ears);
  timekeeper_committed(scene->keeper, scene->db);
  scene->writer = writer_start(scene->db, &ears, &fault);
  assert_non_null(scene->writer);
}

static void stop(struct scene *scene)
{
  writer_stop(scene->writer);
  timekeeper_free(scene->keeper);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  scene->db = folder_db(&scene->folder);
  scene->bell = eventfd(0, EFD_CLOEXEC);
  scene->wall = NOON;
  scene->steady = 1000;
  start(scene);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  stop(scene);
  close(scene->bell);
  db_close(scene->db);
  folder_remove(&scene->folder);
  free(scene);
  return 0;
}

// The writer's db, while nothing else is asked of it.
static void set(struct scene *scene, const char *kind, const char *subject, anban_ms due_at)
{
  stop(scene);
  assert_true(db_begin(scene->db));
  timer_set(scene->db, kind, subject, scene->wall, due_at, "");
  assert_true(db_commit(scene->db));
  start(scene);
  timekeeper_tick(scene->keeper, scene->writer, scene->wall, scene->steady);
}

static bool is_idle(const struct scene *scene)
{
  struct writer_figures figures;
  writer_figures(scene->writer, &figures);
  return figures.waiting == 0;
}

// Ticks until nothing more comes of it.
static void settle(struct scene *scene)
{
  eventfd_t rung;
  timekeeper_tick(scene->keeper, scene->writer, scene->wall, scene->steady);
  while (!is_idle(scene)) {
    struct pollfd bell = {.fd = scene->bell, .events = POLLIN};
    assert_int_equal(poll(&bell, 1, 20000), 1);
    assert_int_equal(eventfd_read(scene->bell, &rung), 0);
    writer_deliver(scene->writer);
    timekeeper_tick(scene->keeper, scene->writer, scene->wall, scene->steady);
  }
}

static void pass(struct scene *scene, anban_ms time)
{
  scene->wall += time;
  scene->steady += time;
  settle(scene);
}

static void set_clock(struct scene *scene, anban_ms by)
{
  scene->wall += by;
  settle(scene);
}

static int64_t done_of(const struct scene *scene, const char *subject)
{
  struct db_rows *rows = db_query(scene->db, "SELECT newest FROM day_number WHERE date = $1", "s", subject);
  int64_t count = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return count;
}

static void it_is_done_once_when_due_and_not_before(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  assert_true(timekeeper_next(scene->keeper) == NOON + MS_MINUTE);
  pass(scene, MS_MINUTE - 1);
  assert_int_equal(done_of(scene, "a"), 0);
  pass(scene, 1);
  assert_int_equal(done_of(scene, "a"), 1);
  pass(scene, MS_HOUR);
  assert_int_equal(done_of(scene, "a"), 1);
  assert_int_equal(scene->ran, 1);
  assert_true(timekeeper_next(scene->keeper) == -1);
}

static void it_is_done_after_a_restart(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  stop(scene);
  scene->wall += MS_HOUR;
  start(scene);
  settle(scene);
  assert_int_equal(done_of(scene, "a"), 1);
}

static void one_that_is_set_anew_waits_anew(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  set(scene, "interval", "a", NOON + 2 * MS_MINUTE);
  pass(scene, MS_MINUTE);
  assert_int_equal(done_of(scene, "a"), 0);
  pass(scene, MS_MINUTE);
  assert_int_equal(done_of(scene, "a"), 1);
}

static void what_fails_leaves_nothing_and_is_tried_again_later(void **state)
{
  struct scene *scene = *state;
  set(scene, "trouble", "a", NOON);
  set(scene, "interval", "b", NOON);
  settle(scene);
  assert_int_equal(done_of(scene, "a"), 0);
  assert_int_equal(done_of(scene, "b"), 1); // the other is none the worse
  pass(scene, MS_MINUTE - 1);
  assert_int_equal(done_of(scene, "a"), 0);
  pass(scene, 1);
  assert_int_equal(done_of(scene, "a"), 1);
}

static void many_at_once_are_all_done(void **state)
{
  struct scene *scene = *state;
  char subject[16];
  stop(scene);
  assert_true(db_begin(scene->db));
  for (int i = 0; i < 300; i++) {
    FORMAT_TEXT(subject, "%d", i);
    timer_set(scene->db, "interval", subject, scene->wall, NOON + i % 3, "");
  }
  assert_true(db_commit(scene->db));
  start(scene);
  pass(scene, 10);
  assert_int_equal(number_of(scene->db, "SELECT COUNT(*) FROM day_number WHERE newest = 1"), 300);
}

static void forty_days_forward_hurry_no_interval_and_make_one_day_of_forty(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  set(scene, "daily", "b", NOON + MS_HOUR);
  settle(scene);
  set_clock(scene, 40 * MS_DAY);
  assert_int_equal(done_of(scene, "a"), 0);
  assert_int_equal(done_of(scene, "b"), 1);
  pass(scene, MS_MINUTE);
  assert_int_equal(done_of(scene, "a"), 1);
  assert_int_equal(done_of(scene, "b"), 1);
  pass(scene, MS_DAY);
  assert_int_equal(done_of(scene, "b"), 2);
}

static void a_clock_set_back_keeps_no_interval_waiting(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  settle(scene);
  set_clock(scene, -MS_DAY);
  pass(scene, MS_MINUTE);
  assert_int_equal(done_of(scene, "a"), 1);
}

static void a_clock_set_back_while_nobody_looked_is_mended_at_the_start(void **state)
{
  struct scene *scene = *state;
  set(scene, "interval", "a", NOON + MS_MINUTE);
  stop(scene);
  scene->wall -= MS_DAY;
  assert_true(db_begin(scene->db));
  timers_mend(scene->db, "interval", scene->wall);
  assert_true(db_commit(scene->db));
  start(scene);
  settle(scene);
  assert_int_equal(done_of(scene, "a"), 0);
  pass(scene, MS_MINUTE);
  assert_int_equal(done_of(scene, "a"), 1);
}

static void a_kind_that_nobody_knows_holds_up_nobody(void **state)
{
  struct scene *scene = *state;
  set(scene, "unheard of", "a", NOON);
  set(scene, "interval", "b", NOON + 1);
  pass(scene, 1);
  assert_int_equal(done_of(scene, "b"), 1);
  assert_true(timekeeper_next(scene->keeper) == -1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(it_is_done_once_when_due_and_not_before),
      TEST(it_is_done_after_a_restart),
      TEST(one_that_is_set_anew_waits_anew),
      TEST(what_fails_leaves_nothing_and_is_tried_again_later),
      TEST(many_at_once_are_all_done),
      TEST(forty_days_forward_hurry_no_interval_and_make_one_day_of_forty),
      TEST(a_clock_set_back_keeps_no_interval_waiting),
      TEST(a_clock_set_back_while_nobody_looked_is_mended_at_the_start),
      TEST(a_kind_that_nobody_knows_holds_up_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
