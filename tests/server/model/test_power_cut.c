// SPDX-License-Identifier: GPL-3.0-or-later
// A process that takes orders is killed in the middle, again and again. What it had answered is there, once; what is
// there has its event; and the wishes, sent again, change nothing twice.
#include "../../cmocka_all.h"
#include "community.h"

#include "server/store/writer.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 5
#define ANSWERS 150 // heard before the cut
#define MOST_SENT 20000

struct wish {
  int number;
  struct buffer answer;
  int told; // the pipe that hears of the answer
};

static struct message message_number(int number)
{
  char id[UUID_SIZE];
  FORMAT_TEXT(id, "019aa9c0-1111-7000-8000-%012d", number);
  struct message message = message_of(id, MESSAGE_ORDER_PLACE);
  FORMAT_TEXT(id, "019aa9c0-2222-7000-8000-%012d", number);
  message.body.is.order = wish_for(id, GUO, LION);
  return message;
}

static bool run_wish(struct db *db, void *ctx, struct fault *fault)
{
  struct wish *wish = ctx;
  struct message message = message_number(wish->number);
  return message_take(db, &message, &kiosk, EIGHT, &wish->answer, fault) == OUTCOME_DONE;
}

static void tell(void *ctx, bool committed, const struct fault *fault)
{
  struct wish *wish = ctx;
  if (!committed || write(wish->told, &wish->number, sizeof wish->number) != sizeof wish->number)
    _exit(1);
  buffer_free(&wish->answer);
}

static void ring(void *ctx)
{
  eventfd_write(*(int *)ctx, 1);
}

// Never returns: takes wishes `first`, `first` + 1 … until it is killed.
static void take_wishes(const char *url, int first, int told)
{
  static struct wish wishes[MOST_SENT];
  struct fault fault;
  int bell = eventfd(0, 0);
  struct db *db = db_open(url, DB_WRITE, &fault);
  struct writer_ears ears = {NULL, ring, &bell};
  struct writer *writer = db ? writer_start(db, &ears, &fault) : NULL;
  if (!writer)
    _exit(2);
  for (int i = 0; i < MOST_SENT; i++) {
    wishes[i] = (struct wish){.number = first + i, .told = told};
    const struct write_job job = {.run = run_wish, .done = tell, .ctx = &wishes[i]};
    while (!writer_submit(writer, &job)) {
      eventfd_t count;
      eventfd_read(bell, &count);
      writer_deliver(writer);
    }
    writer_deliver(writer);
  }
  _exit(3);
}

// Lets a child work until it has given some answers, kills it, and marks every answer it gave.
static void cut_once(const char *url, int first, bool *answered)
{
  int told[2];
  assert_int_equal(pipe(told), 0);
  pid_t child = fork();
  if (child == 0) {
    close(told[0]);
    take_wishes(url, first, told[1]);
  }
  close(told[1]);
  int number = 0, heard = 0;
  while (read(told[0], &number, sizeof number) == sizeof number) {
    answered[number] = true;
    if (++heard == ANSWERS)
      kill(child, SIGKILL);
  }
  close(told[0]);
  int status = 0;
  waitpid(child, &status, 0);
  assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static bool has_order(struct db *db, int number)
{
  struct message message = message_number(number);
  struct db_rows *rows = db_query(db, "SELECT 1 FROM meal_order WHERE id = $1", "s", message.body.is.order.id);
  bool there = db_rows_next(rows);
  db_rows_end(rows);
  return there;
}

static void expect_in_agreement(struct db *db)
{
  int64_t orders = number_of(db, "SELECT COUNT(*) FROM meal_order");
  assert_int_equal(orders, number_of(db, "SELECT COUNT(*) FROM message"));
  assert_int_equal(orders, number_of(db, "SELECT COUNT(*) FROM event WHERE stream = 'desk' AND kind = 'order'"));
  assert_int_equal(orders, number_of(db, "SELECT COUNT(*) FROM event WHERE stream = 'kiosks' AND kind = 'order'"));
  assert_int_equal(orders, number_of(db, "SELECT MAX(number) FROM meal_order"));
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM event WHERE stream = 'desk'"),
                   number_of(db, "SELECT newest FROM stream WHERE name = 'desk'"));
}

static void what_was_answered_is_there_once(void **state)
{
  struct community c;
  community_open(&c);
  db_close(c.db);
  static bool answered[ROUNDS * MOST_SENT];
  for (int round = 0; round < ROUNDS; round++) {
    int first = round * MOST_SENT;
    cut_once(c.folder.url, first, answered);
    c.db = db_open(c.folder.url, DB_WRITE, &c.fault);
    assert_non_null(c.db);
    expect_in_agreement(c.db);
    int heard = 0;
    for (int i = first; i < first + MOST_SENT; i++) {
      heard += answered[i];
      if (answered[i] && !has_order(c.db, i))
        fail_msg("order %d was answered and is not there", i);
    }
    assert_true(heard >= ANSWERS);
    int64_t orders = number_of(c.db, "SELECT COUNT(*) FROM meal_order");
    for (int i = first; i < first + heard; i++) {
      struct message message = message_number(i);
      answer_at(&c, &message, EIGHT);
    }
    assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM meal_order"), orders);
    expect_in_agreement(c.db);
    db_close(c.db);
  }
  folder_remove(&c.folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_answered_is_there_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
