// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/events.h"

#include "../../cmocka_all.h"
#include "folder.h"

static void append(struct db *db, const char *stream, int64_t count, anban_ms at)
{
  assert_true(db_begin(db));
  for (int64_t i = 0; i < count; i++)
    assert_true(events_append(db, stream, "order", "", "{}", at) > 0);
  assert_true(db_commit(db));
}

static void numbers_count_in_their_stream(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_int_equal(events_newest(db, STREAM_DESK), 0);
  append(db, STREAM_DESK, 3, 1);
  append(db, STREAM_KIOSKS, 1, 1);
  assert_int_equal(events_newest(db, STREAM_DESK), 3);
  assert_int_equal(events_newest(db, STREAM_KIOSKS), 1);
  db_close(db);
  folder_remove(&folder);
}

static void a_number_taken_back_is_given_again(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_true(db_begin(db));
  assert_int_equal(events_append(db, STREAM_DESK, "order", "", "{}", 1), 1);
  db_rollback(db);
  assert_true(db_begin(db));
  assert_int_equal(events_append(db, STREAM_DESK, "help", "k", "{\"a\":1}", 1), 1);
  assert_true(db_commit(db));
  struct db_rows *rows = events_after(db, STREAM_DESK, 0, 10);
  struct event_row event;
  assert_true(events_next(rows, &event));
  assert_int_equal(event.number, 1);
  assert_string_equal(event.kind, "help");
  assert_string_equal(event.only_for, "k");
  assert_string_equal(event.data, "{\"a\":1}");
  assert_false(events_next(rows, &event));
  db_rows_end(rows);
  db_close(db);
  folder_remove(&folder);
}

static void reading_goes_on_after_a_number(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  append(db, STREAM_DESK, 10, 1);
  struct db_rows *rows = events_after(db, STREAM_DESK, 7, 2);
  struct event_row event;
  assert_true(events_next(rows, &event));
  assert_int_equal(event.number, 8);
  assert_true(events_next(rows, &event));
  assert_int_equal(event.number, 9);
  assert_false(events_next(rows, &event));
  db_rows_end(rows);
  db_close(db);
  folder_remove(&folder);
}

static void a_reader_knows_when_it_must_begin_again(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_true(events_reach(db, STREAM_DESK, 0));
  assert_false(events_reach(db, STREAM_DESK, 1)); // never came so far: restored data
  append(db, STREAM_DESK, 5, 1000);
  append(db, STREAM_DESK, 5, 2000);
  assert_true(events_reach(db, STREAM_DESK, 0));
  assert_true(events_reach(db, STREAM_DESK, 10));
  assert_false(events_reach(db, STREAM_DESK, 11));
  db_begin(db);
  assert_int_equal(events_prune(db, 1500, 3), 3);
  assert_int_equal(events_prune(db, 1500, 3), 2);
  assert_int_equal(events_prune(db, 1500, 3), 0);
  assert_true(db_commit(db));
  assert_false(events_reach(db, STREAM_DESK, 4));
  assert_true(events_reach(db, STREAM_DESK, 5));
  assert_int_equal(number_of(db, "SELECT MIN(number) FROM event"), 6);
  db_close(db);
  folder_remove(&folder);
}

static void a_clock_set_back_leaves_no_hole(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  append(db, STREAM_DESK, 2, 5000);
  append(db, STREAM_DESK, 2, 1000); // the clock was set back
  db_begin(db);
  assert_int_equal(events_prune(db, 3000, 100), 0); // number 3 is old by the clock, but number 1 is not
  assert_int_equal(events_prune(db, 6000, 100), 4); // all, and the counter stays
  assert_true(db_commit(db));
  append(db, STREAM_DESK, 1, 7000);
  assert_int_equal(events_newest(db, STREAM_DESK), 5);
  assert_true(events_reach(db, STREAM_DESK, 4));
  assert_false(events_reach(db, STREAM_DESK, 0));
  db_close(db);
  folder_remove(&folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_count_in_their_stream),   cmocka_unit_test(a_number_taken_back_is_given_again),
      cmocka_unit_test(reading_goes_on_after_a_number),  cmocka_unit_test(a_reader_knows_when_it_must_begin_again),
      cmocka_unit_test(a_clock_set_back_leaves_no_hole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
