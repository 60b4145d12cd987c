// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/db.h"

#include "../../cmocka_all.h"
#include "folder.h"

#include "base/file.h"
#include "server/store/events.h"

#include <sys/stat.h>
#include <unistd.h>

static void append(struct db *db, int64_t count)
{
  assert_true(db_begin(db));
  for (int64_t i = 0; i < count; i++) {
    events_append(db, STREAM_DESK, "order", "", "{}", i);
    db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES($1, 'a', 'b', 'c')", "i", i);
  }
  assert_true(db_commit(db));
}

static void a_copy_is_made_beside_the_writer(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  append(db, 50);
  char copy[128], url[160];
  FORMAT_TEXT(copy, "%s/copy.db", folder.path);
  FORMAT_TEXT(url, "sqlite:%s", copy);
  struct fault fault = {""};
  assert_true(db_begin(db)); // the writer is in the middle of something: it is not in the copy
  db_run(db, "DELETE FROM audit", "");
  if (!db_backup(folder.url, copy, &fault))
    fail_msg("%s", fault.sentence);
  assert_true(db_commit(db));
  struct stat status;
  assert_int_equal(stat(copy, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  struct db *restored = db_open(url, DB_WRITE, &fault);
  assert_non_null(restored);
  assert_true(db_migrate(restored, &fault));
  assert_int_equal(number_of(restored, "SELECT COUNT(*) FROM audit"), 50);
  assert_int_equal(number_of(restored, "SELECT COUNT(*) FROM event"), 0);
  db_close(restored);
  db_close(db);
  folder_remove(&folder);
}

static void who_was_ahead_of_the_copy_begins_again(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  append(db, 50);
  char copy[128], url[160];
  FORMAT_TEXT(copy, "%s/copy.db", folder.path);
  FORMAT_TEXT(url, "sqlite:%s", copy);
  struct fault fault = {""};
  assert_true(db_backup(folder.url, copy, &fault));
  append(db, 10); // a reader has seen these, then the disk dies
  db_close(db);
  db = db_open(url, DB_WRITE, &fault);
  append(db, 30);
  assert_false(events_reach(db, STREAM_DESK, 60));
  assert_false(events_reach(db, STREAM_DESK, 50));
  assert_true(events_reach(db, STREAM_DESK, events_newest(db, STREAM_DESK) - 30));
  db_close(db);
  folder_remove(&folder);
}

static void nothing_is_overwritten(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct fault fault = {""};
  char copy[128];
  FORMAT_TEXT(copy, "%s/copy.db", folder.path);
  assert_true(file_replace(copy, "mine", 4, 0600, &fault));
  assert_false(db_backup(folder.url, copy, &fault));
  assert_non_null(strstr(fault.sentence, copy));
  struct buffer bytes = {0};
  assert_true(file_read(copy, 100, &bytes, &fault));
  assert_string_equal(bytes.bytes, "mine");
  buffer_free(&bytes);
  db_close(db);
  folder_remove(&folder);
}

static void a_copy_of_what_is_not_there_leaves_nothing(void **state)
{
  struct folder folder;
  folder_make(&folder);
  struct fault fault = {""};
  char copy[128];
  FORMAT_TEXT(copy, "%s/copy.db", folder.path);
  assert_false(db_backup(folder.url, copy, &fault));
  assert_non_null(strstr(fault.sentence, folder.file));
  assert_int_not_equal(access(copy, F_OK), 0);
  assert_int_not_equal(access(folder.file, F_OK), 0);
  folder_remove(&folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_copy_is_made_beside_the_writer),
      cmocka_unit_test(who_was_ahead_of_the_copy_begins_again),
      cmocka_unit_test(nothing_is_overwritten),
      cmocka_unit_test(a_copy_of_what_is_not_there_leaves_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
