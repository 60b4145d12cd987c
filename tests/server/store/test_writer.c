// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "server/store/writer.h"

#include "../../cmocka_all.h"
#include "../../support/hung.h"
#include "folder.h"
#include "scripted_db.h"

#include "server/store/events.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct desk {
  struct folder folder;
  struct db *db;
  struct writer *writer;
  int bell;
  int done, committed;
};

struct work {
  struct desk *desk;
  int64_t number;
  int runs;
  bool committed;
  struct fault fault;
  struct write_job job;
};

static void ring(void *ctx)
{
  struct desk *desk = ctx;
  eventfd_write(desk->bell, 1);
}

static void note(void *ctx, bool committed, const struct fault *fault)
{
  struct work *work = ctx;
  work->committed = committed;
  work->fault = *fault;
  work->desk->done++;
  work->desk->committed += committed;
}

static bool insert(struct db *db, void *ctx, struct fault *fault)
{
  struct work *work = ctx;
  work->runs++;
  db_run(db, "INSERT INTO day_number(date, newest) VALUES($1, 1)", "s", work->number % 2 ? "odd" : "even");
  return true;
}

static bool append(struct db *db, void *ctx, struct fault *fault)
{
  struct work *work = ctx;
  work->runs++;
  return events_append(db, STREAM_DESK, "order", "", "{}", work->number) > 0;
}

static bool append_and_regret(struct db *db, void *ctx, struct fault *fault)
{
  append(db, ctx, fault);
  return fault_set(fault, "it was decided otherwise");
}

static bool refuse(struct db *db, void *ctx, struct fault *fault)
{
  ((struct work *)ctx)->runs++;
  return fault_set(fault, "no");
}

// `script`: NULL plays none.
static void desk_open_on(struct desk *desk, struct script *script)
{
  *desk = (struct desk){.bell = eventfd(0, EFD_CLOEXEC)};
  desk->db = folder_db(&desk->folder);
  if (script)
    desk->db = scripted_db(script, desk->db);
  struct fault fault;
  struct writer_ears ears = {NULL, ring, desk};
  desk->writer = writer_start(desk->db, &ears, &fault);
  assert_non_null(desk->writer);
}

static void desk_open(struct desk *desk)
{
  desk_open_on(desk, NULL);
}

static void submit(struct desk *desk, struct work *work, bool (*run)(struct db *, void *, struct fault *))
{
  work->desk = desk;
  work->job = (struct write_job){.run = run, .done = note, .ctx = work};
  assert_true(writer_submit(desk->writer, &work->job));
}

static void wait_for(struct desk *desk, int done)
{
  while (desk->done < done) {
    struct pollfd bell = {.fd = desk->bell, .events = POLLIN};
    assert_int_equal(poll(&bell, 1, HUNG), 1);
    eventfd_t count;
    eventfd_read(desk->bell, &count);
    writer_deliver(desk->writer);
  }
}

static void desk_close(struct desk *desk)
{
  writer_stop(desk->writer);
  db_close(desk->db);
  close(desk->bell);
  folder_remove(&desk->folder);
}

// Keeps the writer busy until the test has submitted all, so that they are one batch.
static bool hold(struct db *db, void *ctx, struct fault *fault)
{
  struct pollfd gate = {.fd = *(int *)ctx, .events = POLLIN};
  return poll(&gate, 1, HUNG) == 1;
}

static void note_nothing(void *ctx, bool committed, const struct fault *fault)
{
  assert_true(committed);
}

static void hold_writer(struct desk *desk, int *gate)
{
  *gate = eventfd(0, EFD_CLOEXEC);
  const struct write_job job = {.run = hold, .done = note_nothing, .ctx = gate};
  assert_true(writer_submit(desk->writer, &job));
}

static void every_job_is_answered_after_its_commit(void **state)
{
  struct desk desk;
  desk_open(&desk);
  static struct work works[1000];
  memset(works, 0, sizeof works);
  for (int i = 0; i < 1000; i++)
    submit(&desk, &works[i], append);
  wait_for(&desk, 1000);
  assert_int_equal(desk.committed, 1000);
  assert_int_equal(events_newest(desk.db, STREAM_DESK), 1000);
  assert_true(writer_works(desk.writer));
  desk_close(&desk);
}

static void one_bad_job_does_not_spoil_the_others(void **state)
{
  struct desk desk;
  desk_open(&desk);
  int gate;
  hold_writer(&desk, &gate);
  struct work works[7] = {{.number = 1}, {.number = 2}, {.number = 3}, {.number = 5}, {.number = 7}};
  submit(&desk, &works[0], insert);            // odd
  submit(&desk, &works[1], insert);            // even
  submit(&desk, &works[2], insert);            // odd again: breaks the key
  submit(&desk, &works[3], append_and_regret); // wrote, then refused
  submit(&desk, &works[4], append);
  eventfd_write(gate, 1);
  wait_for(&desk, 5);
  assert_true(works[0].committed && works[1].committed && works[4].committed);
  assert_false(works[2].committed || works[3].committed);
  assert_non_null(strstr(works[2].fault.sentence, "UNIQUE"));
  assert_string_equal(works[3].fault.sentence, "it was decided otherwise");
  assert_int_equal(number_of(desk.db, "SELECT COUNT(*) FROM day_number"), 2);
  assert_int_equal(events_newest(desk.db, STREAM_DESK), 1);
  close(gate);
  desk_close(&desk);
}

static void a_refusal_that_had_written_leaves_nothing(void **state)
{
  struct desk desk;
  desk_open(&desk);
  int gate;
  hold_writer(&desk, &gate);
  struct work works[3] = {0};
  submit(&desk, &works[0], append);
  submit(&desk, &works[1], append_and_regret);
  submit(&desk, &works[2], append);
  eventfd_write(gate, 1);
  wait_for(&desk, 3);
  assert_true(works[0].committed && works[2].committed);
  assert_false(works[1].committed);
  assert_int_equal(events_newest(desk.db, STREAM_DESK), 2);
  close(gate);
  desk_close(&desk);
}

static void a_refusal_that_wrote_nothing_costs_nobody_a_second_run(void **state)
{
  struct desk desk;
  desk_open(&desk);
  int gate;
  hold_writer(&desk, &gate);
  struct work works[3] = {0};
  submit(&desk, &works[0], append);
  submit(&desk, &works[1], refuse);
  submit(&desk, &works[2], append);
  eventfd_write(gate, 1);
  wait_for(&desk, 3);
  assert_int_equal(works[0].runs + works[1].runs + works[2].runs, 3);
  assert_true(works[0].committed && works[2].committed);
  assert_false(works[1].committed);
  assert_string_equal(works[1].fault.sentence, "no");
  assert_true(writer_works(desk.writer));
  close(gate);
  desk_close(&desk);
}

static void a_store_that_fails_is_known_and_known_to_be_well_again(void **state)
{
  struct desk desk;
  desk_open(&desk);
  struct work works[3] = {{.number = 1}, {.number = 1}, {.number = 2}};
  submit(&desk, &works[0], insert);
  submit(&desk, &works[1], insert);
  wait_for(&desk, 2);
  assert_false(writer_works(desk.writer));
  submit(&desk, &works[2], insert);
  wait_for(&desk, 3);
  assert_true(writer_works(desk.writer));
  desk_close(&desk);
}

// The data are in memory until the commit, so it is the commit that meets the end of the disk.
static void a_commit_that_fails_is_no_answer(void **state)
{
  struct desk desk;
  desk_open(&desk);
  char log[128];
  struct stat status;
  FORMAT_TEXT(log, "%s-wal", desk.folder.file);
  assert_int_equal(stat(log, &status), 0);
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit kept, tight;
  getrlimit(RLIMIT_FSIZE, &kept);
  tight = (struct rlimit){.rlim_cur = (rlim_t)status.st_size, .rlim_max = kept.rlim_max};
  struct work works[3] = {0};
  setrlimit(RLIMIT_FSIZE, &tight);
  submit(&desk, &works[0], append);
  submit(&desk, &works[1], append);
  wait_for(&desk, 2);
  setrlimit(RLIMIT_FSIZE, &kept);
  assert_int_equal(desk.committed, 0);
  assert_non_null(strstr(works[1].fault.sentence, "the disk can't be written"));
  assert_false(writer_works(desk.writer));
  submit(&desk, &works[2], append);
  wait_for(&desk, 3);
  assert_true(works[2].committed);
  assert_int_equal(events_newest(desk.db, STREAM_DESK), 1);
  desk_close(&desk);
}

// What was told to nobody is not told: the events of a commit that failed are gone with it.
static void a_full_disk_is_said_as_it_is_and_tells_of_nothing(void **state)
{
  struct desk desk;
  struct script script;
  script_make(&script);
  desk_open_on(&desk, &script);
  struct work works[2] = {0};
  script_fail(&script, "COMMIT", "the disk is full, nothing of this was written");
  submit(&desk, &works[0], append);
  wait_for(&desk, 1);
  assert_false(works[0].committed || writer_works(desk.writer));
  assert_string_equal(works[0].fault.sentence, "the disk is full, nothing of this was written");
  script_fail(&script, NULL, NULL);
  submit(&desk, &works[1], append);
  wait_for(&desk, 2);
  assert_true(works[1].committed && writer_works(desk.writer));
  writer_stop(desk.writer);
  desk.writer = NULL;
  struct appended appended = events_take_appended(desk.db);
  assert_non_null(appended.first);
  assert_int_equal(appended.first->row.number, 1);
  assert_null(appended.first->next);
  appended_free(&appended);
  desk_close(&desk);
  script_end(&script);
}

static void a_full_queue_refuses(void **state)
{
  struct desk desk;
  desk_open(&desk);
  int gate;
  hold_writer(&desk, &gate);
  static struct work works[5000];
  memset(works, 0, sizeof works);
  int taken = 0;
  for (bool room = true; room; taken += room) {
    works[taken].desk = &desk;
    works[taken].job = (struct write_job){.run = append, .done = note, .ctx = &works[taken]};
    room = writer_submit(desk.writer, &works[taken].job);
  }
  assert_in_range(taken, 1000, 4999);
  eventfd_write(gate, 1);
  wait_for(&desk, taken);
  assert_int_equal(desk.committed, taken);
  close(gate);
  desk_close(&desk);
}

static void stopping_finishes_what_waits(void **state)
{
  struct desk desk;
  desk_open(&desk);
  static struct work works[600];
  memset(works, 0, sizeof works);
  for (int i = 0; i < 600; i++)
    submit(&desk, &works[i], append);
  writer_stop(desk.writer);
  desk.writer = NULL;
  assert_int_equal(desk.committed, 600);
  assert_int_equal(events_newest(desk.db, STREAM_DESK), 600);
  desk_close(&desk);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_job_is_answered_after_its_commit),
      cmocka_unit_test(one_bad_job_does_not_spoil_the_others),
      cmocka_unit_test(a_refusal_that_had_written_leaves_nothing),
      cmocka_unit_test(a_refusal_that_wrote_nothing_costs_nobody_a_second_run),
      cmocka_unit_test(a_store_that_fails_is_known_and_known_to_be_well_again),
      cmocka_unit_test(a_commit_that_fails_is_no_answer),
      cmocka_unit_test(a_full_disk_is_said_as_it_is_and_tells_of_nothing),
      cmocka_unit_test(a_full_queue_refuses),
      cmocka_unit_test(stopping_finishes_what_waits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
