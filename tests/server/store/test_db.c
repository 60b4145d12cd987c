// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/db.h"

#include "../../cmocka_all.h"
#include "folder.h"

#include "base/file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void what_is_written_can_be_read(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_true(db_begin(db));
  const unsigned char bytes[] = {0, 1, 255};
  assert_int_equal(db_run(db, "INSERT INTO media(hash, type, bytes, added_at) VALUES($1, $2, $3, $4)", "ssbi", "h",
                          "image/png", bytes, sizeof bytes, (int64_t)1 << 52),
                   1);
  assert_true(db_commit(db));
  struct db *reader = db_open(folder.url, DB_READ, NULL);
  struct db_rows *rows = db_query(reader, "SELECT type, bytes, added_at FROM media WHERE hash = $1", "s", "h");
  assert_true(db_rows_next(rows));
  assert_string_equal(db_rows_text(rows, 0), "image/png");
  size_t size = 0;
  assert_memory_equal(db_rows_blob(rows, 1, &size), bytes, sizeof bytes);
  assert_int_equal(size, sizeof bytes);
  assert_true(db_rows_integer(rows, 2) == (int64_t)1 << 52);
  assert_false(db_rows_next(rows));
  assert_string_equal(db_rows_text(rows, 0), "");
  db_rows_end(rows);
  db_close(reader);
  db_close(db);
  folder_remove(&folder);
}

static void a_reader_cannot_write(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct db *reader = db_open(folder.url, DB_READ, NULL);
  assert_int_equal(db_run(reader, "DELETE FROM dish", ""), -1);
  struct fault fault;
  assert_true(db_fault_take(reader, &fault));
  assert_non_null(strstr(fault.sentence, folder.file));
  db_close(reader);
  db_close(db);
  folder_remove(&folder);
}

static void the_first_fault_stays_and_stops_the_rest(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_true(db_begin(db));
  db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES($1, 'a', 'b', 'c')", "i", (int64_t)1);
  assert_int_equal(db_run(db, "INSERT INTO nowhere(x) VALUES($1)", "i", (int64_t)1), -1);
  assert_int_equal(db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES(2, 'a', 'b', 'c')", ""), -1);
  assert_true(db_failed(db));
  assert_false(db_commit(db));
  struct fault fault;
  assert_true(db_fault_take(db, &fault));
  assert_non_null(strstr(fault.sentence, "no such table: nowhere"));
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM audit"), 0);
  db_close(db);
  folder_remove(&folder);
}

static void values_that_do_not_fit_are_a_fault(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_int_equal(db_run(db, "DELETE FROM dish WHERE id = $1", ""), -1);
  struct fault fault;
  assert_true(db_fault_take(db, &fault));
  assert_int_equal(db_run(db, "DELETE FROM dish WHERE id = $2", "s", "x"), -1);
  assert_true(db_fault_take(db, &fault));
  assert_int_equal(db_run(db, "DELETE FROM dish WHERE id = $1", "s", "x"), 0);
  db_close(db);
  folder_remove(&folder);
}

static void the_same_query_can_be_read_twice_at_once(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  db_run(db, "INSERT INTO day_number(date, newest) VALUES('2026-11-22', 1), ('2026-11-23', 2)", "");
  static const char sql[] = "SELECT newest FROM day_number ORDER BY date";
  struct db_rows *outer = db_query(db, sql, "");
  assert_true(db_rows_next(outer));
  assert_int_equal(number_of(db, sql), 1);
  assert_true(db_rows_next(outer));
  assert_int_equal(db_rows_integer(outer, 0), 2);
  db_rows_end(outer);
  db_close(db);
  folder_remove(&folder);
}

static void a_second_writer_is_refused(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct fault fault;
  assert_null(db_open(folder.url, DB_WRITE, &fault));
  assert_non_null(strstr(fault.sentence, "in use by another anban-server"));
  db_close(db);
  db = db_open(folder.url, DB_WRITE, &fault);
  assert_non_null(db);
  db_close(db);
  folder_remove(&folder);
}

static void the_schema_is_made_once(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  int64_t steps = number_of(db, "SELECT COUNT(*) FROM schema_version");
  assert_true(steps >= 3);
  struct fault fault;
  assert_true(db_migrate(db, &fault));
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM schema_version"), steps);
  db_close(db);
  folder_remove(&folder);
}

static void a_step_that_fails_leaves_nothing_of_itself(void **state)
{
  struct folder folder;
  struct fault fault;
  folder_make(&folder);
  struct db *db = db_open(folder.url, DB_WRITE, &fault);
  db_run(db, "CREATE TABLE meal_order(id TEXT)", ""); // in the way of the third step
  assert_false(db_migrate(db, &fault));
  assert_non_null(strstr(fault.sentence, "meal_order already exists"));
  assert_int_equal(number_of(db, "SELECT MAX(number) FROM schema_version"), 2);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'resident'"), 1);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'dish'"), 0);
  db_run(db, "DROP TABLE meal_order", "");
  assert_true(db_migrate(db, &fault)); // goes on where it stopped
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'dish'"), 1);
  db_close(db);
  folder_remove(&folder);
}

static void write_over(const char *path, long at, const void *bytes, size_t size)
{
  FILE *file = fopen(path, "r+");
  fseek(file, at, SEEK_SET);
  fwrite(bytes, 1, size, file);
  fclose(file);
}

// Opens for writing and expects a refusal that names the file and leaves every byte of it.
static void expect_untouched(const struct folder *folder, const char *why)
{
  struct buffer before = {0}, after = {0};
  struct fault fault = {""};
  assert_true(file_read(folder->file, 1 << 24, &before, &fault));
  assert_null(db_open(folder->url, DB_WRITE, &fault));
  assert_non_null(strstr(fault.sentence, folder->file));
  assert_non_null(strstr(fault.sentence, why));
  assert_true(file_read(folder->file, 1 << 24, &after, &fault));
  assert_int_equal(before.size, after.size);
  assert_memory_equal(before.bytes, after.bytes, before.size);
  buffer_free(&before);
  buffer_free(&after);
}

static void every_commit_goes_to_the_disk(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  assert_int_equal(number_of(db, "PRAGMA synchronous"), 2);
  assert_int_equal(number_of(db, "PRAGMA foreign_keys"), 1);
  struct db_rows *rows = db_query(db, "PRAGMA journal_mode", "");
  assert_true(db_rows_next(rows));
  assert_string_equal(db_rows_text(rows, 0), "wal");
  db_rows_end(rows);
  db_close(db);
  folder_remove(&folder);
}

static void only_the_owner_may_read_it(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  char log[128];
  FORMAT_TEXT(log, "%s-wal", folder.file);
  struct stat status;
  assert_int_equal(stat(folder.file, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  assert_int_equal(stat(log, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  db_close(db);
  folder_remove(&folder);
}

static void a_damaged_file_is_named_and_left_alone(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  db_begin(db);
  for (int64_t i = 0; i < 500; i++)
    db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES($1, 'somebody', 'did', 'something')", "i", i);
  assert_true(db_commit(db));
  db_close(db);
  char garbage[3000];
  memset(garbage, 0x5A, sizeof garbage);
  struct stat whole;
  stat(folder.file, &whole);
  write_over(folder.file, (long)whole.st_size - 4096, garbage, sizeof garbage);
  expect_untouched(&folder, "damaged");
  assert_int_equal(truncate(folder.file, whole.st_size / 2), 0);
  expect_untouched(&folder, "damaged");
  write_over(folder.file, 0, garbage, sizeof garbage);
  expect_untouched(&folder, "damaged");
  folder_remove(&folder);
}

static void copy_file(const char *from, const char *to)
{
  struct buffer bytes = {0};
  struct fault fault;
  assert_true(file_read(from, 1 << 24, &bytes, &fault));
  assert_true(file_replace(to, bytes.bytes, bytes.size, 0600, &fault));
  buffer_free(&bytes);
}

// A crash leaves a log beside the file. When the file is damaged the log may be all there is: it is not folded in.
static void the_log_of_a_damaged_file_is_left_alone(void **state)
{
  struct folder folder, crashed;
  struct db *db = folder_db(&folder);
  db_close(db);
  struct fault fault = {""};
  db = db_open(folder.url, DB_WRITE, &fault);
  db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES(1, 'a', 'b', 'c')", "");
  folder_make(&crashed);
  char log[128], its_log[128], garbage[512];
  FORMAT_TEXT(log, "%s-wal", folder.file);
  FORMAT_TEXT(its_log, "%s-wal", crashed.file);
  copy_file(folder.file, crashed.file);
  copy_file(log, its_log);
  db_close(db);
  memset(garbage, 0x5A, sizeof garbage);
  write_over(crashed.file, 4096 * 5, garbage, sizeof garbage);
  struct buffer before = {0}, after = {0};
  assert_true(file_read(its_log, 1 << 24, &before, &fault));
  assert_true(before.size > 0);
  expect_untouched(&crashed, "damaged");
  assert_true(file_read(its_log, 1 << 24, &after, &fault));
  assert_int_equal(after.size, before.size);
  assert_memory_equal(after.bytes, before.bytes, before.size);
  buffer_free(&before);
  buffer_free(&after);
  folder_remove(&crashed);
  folder_remove(&folder);
}

static void somebody_elses_file_is_left_alone(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  db_run(db, "PRAGMA application_id = 7", "");
  db_close(db);
  expect_untouched(&folder, "was not made by anban-server");
  folder_remove(&folder);
}

static void the_file_of_a_newer_server_is_left_alone(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  db_run(db, "INSERT INTO schema_version(number, name) VALUES(9999, 'from the future')", "");
  db_close(db);
  expect_untouched(&folder, "newer anban-server: it has schema 9999");
  folder_remove(&folder);
}

static void a_url_of_another_kind_is_refused(void **state)
{
  struct fault fault;
  assert_null(db_open("mysql:host=x", DB_WRITE, &fault));
  assert_non_null(strstr(fault.sentence, "sqlite:PATH"));
}

static bool add_picture(struct db *db, const char *hash, const char *bytes, size_t size)
{
  db_begin(db);
  db_run(db, "INSERT INTO media(hash, type, bytes, added_at) VALUES($1, 'image/png', $2, 0)", "sb", hash, bytes, size);
  return db_commit(db);
}

static void a_full_disk_is_said_and_nothing_is_half_there(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  static const char bytes[65536];
  db_run(db, "PRAGMA max_page_count = 60", "");
  assert_false(add_picture(db, "big", bytes, sizeof bytes) && add_picture(db, "big2", bytes, sizeof bytes) &&
               add_picture(db, "big3", bytes, sizeof bytes) && add_picture(db, "big4", bytes, sizeof bytes));
  struct fault fault;
  assert_true(db_fault_take(db, &fault));
  assert_non_null(strstr(fault.sentence, "the disk is full"));
  db_run(db, "PRAGMA max_page_count = 1000000", "");
  assert_true(add_picture(db, "later", bytes, sizeof bytes));
  db_close(db);
  folder_remove(&folder);
}

static void a_disk_that_cannot_be_written_is_said(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  static const char bytes[1 << 20];
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit kept, tight = {.rlim_cur = 512 << 10, .rlim_max = RLIM_INFINITY};
  getrlimit(RLIMIT_FSIZE, &kept);
  tight.rlim_max = kept.rlim_max;
  setrlimit(RLIMIT_FSIZE, &tight);
  bool written = add_picture(db, "big", bytes, sizeof bytes);
  setrlimit(RLIMIT_FSIZE, &kept);
  assert_false(written);
  struct fault fault;
  assert_true(db_fault_take(db, &fault));
  assert_non_null(strstr(fault.sentence, "the disk can't be written"));
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM media"), 0);
  assert_true(add_picture(db, "big", bytes, sizeof bytes));
  db_close(db);
  folder_remove(&folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_written_can_be_read),
      cmocka_unit_test(a_reader_cannot_write),
      cmocka_unit_test(the_first_fault_stays_and_stops_the_rest),
      cmocka_unit_test(values_that_do_not_fit_are_a_fault),
      cmocka_unit_test(the_same_query_can_be_read_twice_at_once),
      cmocka_unit_test(a_second_writer_is_refused),
      cmocka_unit_test(the_schema_is_made_once),
      cmocka_unit_test(a_step_that_fails_leaves_nothing_of_itself),
      cmocka_unit_test(every_commit_goes_to_the_disk),
      cmocka_unit_test(only_the_owner_may_read_it),
      cmocka_unit_test(a_damaged_file_is_named_and_left_alone),
      cmocka_unit_test(the_log_of_a_damaged_file_is_left_alone),
      cmocka_unit_test(somebody_elses_file_is_left_alone),
      cmocka_unit_test(the_file_of_a_newer_server_is_left_alone),
      cmocka_unit_test(a_url_of_another_kind_is_refused),
      cmocka_unit_test(a_full_disk_is_said_and_nothing_is_half_there),
      cmocka_unit_test(a_disk_that_cannot_be_written_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
