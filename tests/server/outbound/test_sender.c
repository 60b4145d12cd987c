// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Messages that leave, by ways that do as the test says and with a clock of its own.
#include "server/outbound/sender.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"

#include <poll.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOON ((anban_ms)1764561600000)

struct scene {
  struct folder folder;
  struct db *db;
  struct writer *writer;
  struct sender *sender;
  int bell;
  anban_ms wall, steady;
};

static atomic_int next_result; // of the way "post"
static atomic_int posted;
static char last_id[UUID_SIZE]; // read when nothing is on its way
static sem_t gate;              // the way "slow" waits here
static int told = -1;           // a pipe that hears the id of what begins to be sent, or -1

static bool always(const struct outbound_settings *settings)
{
  return true;
}

static bool is_well(const struct outbound_settings *settings, struct fault *fault)
{
  return true;
}

static enum outbound_result post(const struct outbound_settings *settings, const struct outbound *work,
                                 struct fault *fault)
{
  COPY_TEXT(last_id, work->id);
  atomic_fetch_add(&posted, 1);
  fault_set(fault, "nobody at home");
  return (enum outbound_result)atomic_load(&next_result);
}

static enum outbound_result wait_at_gate(const struct outbound_settings *settings, const struct outbound *work,
                                         struct fault *fault)
{
  if (told >= 0 && write(told, work->id, sizeof work->id) != sizeof work->id)
    return OUTBOUND_NEVER;
  while (sem_wait(&gate) < 0)
    ;
  return OUTBOUND_SENT;
}

static const struct outbound_driver drivers[] = {
    {"post", OUTBOUND_TAKES_ALL, always, is_well, post},
    {"slow", OUTBOUND_TAKES_ALL, always, is_well, wait_at_gate},
};

static void ring(void *ctx)
{
  eventfd_write(((struct scene *)ctx)->bell, 1);
}

static void committed(void *ctx, struct db *db)
{
  sender_committed(((struct scene *)ctx)->sender, db);
}

static void start(struct scene *scene, const struct outbound_driver *with, int count)
{
  static const struct outbound_settings settings;
  struct fault fault;
  struct writer_ears ears = {committed, ring, scene};
  struct sender_ears sender_ears = {ring, scene, NULL};
  assert_true(db_begin(scene->db));
  sender_begin(with, count, &settings, scene->db, scene->wall);
  assert_true(db_commit(scene->db));
  scene->sender = sender_start(with, count, &settings, &sender_ears, &fault);
  assert_non_null(scene->sender);
  sender_committed(scene->sender, scene->db);
  scene->writer = writer_start(scene->db, &ears, &fault);
  assert_non_null(scene->writer);
}

static void stop(struct scene *scene)
{
  sender_stop(scene->sender);
  writer_stop(scene->writer);
  sender_free(scene->sender);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  scene->db = folder_db(&scene->folder);
  scene->bell = eventfd(0, EFD_CLOEXEC);
  scene->wall = NOON;
  scene->steady = 1000;
  sem_init(&gate, 0, 0);
  atomic_store(&posted, 0);
  atomic_store(&next_result, OUTBOUND_SENT);
  start(scene, drivers, 1);
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
  sem_destroy(&gate);
  free(scene);
  return 0;
}

static bool add(struct db *db, void *ctx, struct fault *fault)
{
  const struct scene *scene = ctx;
  outbound_add(db, "help", "{}", scene->wall);
  return true;
}

static void added(void *ctx, bool was_committed, const struct fault *fault)
{
  assert_true(was_committed);
}

static void say_it(struct scene *scene)
{
  struct write_job job = {add, added, scene};
  assert_true(writer_submit(scene->writer, &job));
}

static void tick(struct scene *scene)
{
  writer_deliver(scene->writer);
  sender_tick(scene->sender, scene->writer, scene->wall, scene->steady);
}

// Until so many rows stand so, with nothing of the writer's on its way.
static void await(struct scene *scene, const char *sql, int64_t count)
{
  eventfd_t rung;
  struct writer_figures figures;
  for (;;) {
    tick(scene);
    writer_figures(scene->writer, &figures);
    if (figures.waiting == 0 && number_of(scene->db, sql) == count)
      return;
    struct pollfd bell = {.fd = scene->bell, .events = POLLIN};
    assert_int_equal(poll(&bell, 1, 20000), 1);
    assert_int_equal(eventfd_read(scene->bell, &rung), 0);
  }
}

#define WAITING "SELECT COUNT(*) FROM outbound WHERE state = 0"
#define TRIED "SELECT COUNT(*) FROM outbound WHERE state = 0 AND tries > 0"
#define DONE "SELECT COUNT(*) FROM outbound WHERE state = 1"
#define GIVEN_UP "SELECT COUNT(*) FROM outbound WHERE state = 2"

static void pass(struct scene *scene, anban_ms time)
{
  scene->wall += time;
  scene->steady += time;
}

static void what_is_said_leaves_once(void **state)
{
  struct scene *scene = *state;
  say_it(scene);
  await(scene, DONE, 1);
  pass(scene, MS_HOUR);
  await(scene, DONE, 1);
  assert_int_equal(atomic_load(&posted), 1);
}

static void what_fails_comes_again_with_its_id_after_longer_and_longer_pauses(void **state)
{
  struct scene *scene = *state;
  char first[UUID_SIZE];
  atomic_store(&next_result, OUTBOUND_AGAIN);
  say_it(scene);
  await(scene, TRIED, 1);
  COPY_TEXT(first, last_id);
  pass(scene, 5 * MS_SECOND - 1);
  await(scene, TRIED, 1);
  assert_int_equal(atomic_load(&posted), 1);
  pass(scene, 1);
  await(scene, "SELECT tries FROM outbound", 2);
  assert_string_equal(last_id, first);
  assert_int_equal(number_of(scene->db, "SELECT COUNT(*) FROM outbound WHERE error = 'nobody at home'"), 1);
  pass(scene, 10 * MS_SECOND - 1);
  await(scene, "SELECT tries FROM outbound", 2);
  pass(scene, 1);
  atomic_store(&next_result, OUTBOUND_SENT);
  await(scene, DONE, 1);
  assert_string_equal(last_id, first);
}

static void it_is_given_up_when_it_never_will_or_after_a_day(void **state)
{
  struct scene *scene = *state;
  atomic_store(&next_result, OUTBOUND_NEVER);
  say_it(scene);
  await(scene, GIVEN_UP, 1);
  atomic_store(&next_result, OUTBOUND_AGAIN);
  say_it(scene);
  await(scene, TRIED, 1);
  pass(scene, MS_DAY);
  await(scene, GIVEN_UP, 2);
  assert_int_equal(atomic_load(&posted), 2); // one that is a day old is not sent any more
}

static void a_clock_set_back_keeps_nothing_waiting(void **state)
{
  struct scene *scene = *state;
  atomic_store(&next_result, OUTBOUND_AGAIN);
  say_it(scene);
  await(scene, TRIED, 1);
  atomic_store(&next_result, OUTBOUND_SENT);
  scene->wall -= MS_DAY;
  await(scene, DONE, 1);
}

static void a_way_that_hangs_holds_up_no_other(void **state)
{
  struct scene *scene = *state;
  stop(scene);
  start(scene, drivers, 2);
  say_it(scene);
  await(scene, DONE, 1);
  assert_int_equal(number_of(scene->db, "SELECT COUNT(*) FROM outbound WHERE state = 0 AND way = 'slow'"), 1);
  sem_post(&gate);
  await(scene, DONE, 2);
}

static void a_way_that_is_not_set_any_more_is_given_up(void **state)
{
  struct scene *scene = *state;
  atomic_store(&next_result, OUTBOUND_AGAIN);
  say_it(scene);
  await(scene, TRIED, 1);
  stop(scene);
  start(scene, drivers, 0);
  assert_int_equal(number_of(scene->db, GIVEN_UP), 1);
  say_it(scene);
  await(scene, WAITING, 0);
}

// In a process of its own: says something and is killed while it is being sent.
static void begin_to_send(const struct folder *folder, int pipe_end)
{
  struct fault fault;
  struct scene scene = {.wall = NOON, .steady = 1, .bell = eventfd(0, EFD_CLOEXEC)};
  told = pipe_end;
  scene.db = db_open(folder->url, DB_WRITE, &fault);
  start(&scene, drivers + 1, 1);
  say_it(&scene);
  await(&scene, "SELECT 1", 0); // for ever
}

static void what_was_being_sent_when_it_was_killed_is_sent_with_the_same_id(void **state)
{
  struct scene *scene = *state;
  int ends[2];
  char id[UUID_SIZE] = "";
  struct fault fault;
  stop(scene);
  db_close(scene->db);
  assert_int_equal(pipe(ends), 0);
  pid_t child = fork();
  if (child == 0)
    begin_to_send(&scene->folder, ends[1]);
  assert_int_equal(read(ends[0], id, sizeof id), (int)sizeof id);
  kill(child, SIGKILL);
  assert_int_equal(waitpid(child, NULL, 0), child);
  close(ends[0]);
  close(ends[1]);
  const struct outbound_driver again = {"slow", OUTBOUND_TAKES_ALL, always, is_well, post};
  scene->db = db_open(scene->folder.url, DB_WRITE, &fault);
  start(scene, &again, 1);
  await(scene, DONE, 1);
  assert_string_equal(last_id, id);
  stop(scene);
  start(scene, &again, 1);
  await(scene, WAITING, 0);
  assert_int_equal(atomic_load(&posted), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(what_is_said_leaves_once),
      TEST(what_fails_comes_again_with_its_id_after_longer_and_longer_pauses),
      TEST(it_is_given_up_when_it_never_will_or_after_a_day),
      TEST(a_clock_set_back_keeps_nothing_waiting),
      TEST(a_way_that_hangs_holds_up_no_other),
      TEST(a_way_that_is_not_set_any_more_is_given_up),
      TEST(what_was_being_sent_when_it_was_killed_is_sent_with_the_same_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
