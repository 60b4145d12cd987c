// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a file when the program that opens it is a version further, or one behind.
#include "database/database.h"

#include "../cmocka_all.h"

#include "base/file.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(steps) ((int)(sizeof(steps) / sizeof *(steps)))
#define NOTES                                                                                                          \
  {                                                                                                                    \
    1, "notes", "CREATE TABLE note(id @ID@, text TEXT NOT NULL)@STRICT@;"                                              \
  }

static const struct database_step first_steps[] = {NOTES};
static const struct database_step next_steps[] = {
    NOTES,
    {2, "pages", "CREATE TABLE page(note_id @I64@ NOT NULL, bytes @BLOB@ NOT NULL)@STRICT@;"},
};
static const struct database_step steps_with_a_fault[] = {
    NOTES,
    {2, "pages", "CREATE TABLE page(note_id @I64@ NOT NULL)@STRICT@; DELETE FROM note; SELECT text FROM nowhere;"},
};
static const struct database_step steps_too_large[] = {
    NOTES,
    {2, "pages",
     "CREATE TABLE page(bytes @BLOB@ NOT NULL)@STRICT@; DELETE FROM note;"
     "INSERT INTO page(bytes) VALUES(zeroblob(9000000));"},
};

struct fixture {
  char folder[64], path[80];
  struct database_kind kind;
  struct database *database;
  struct fault fault;
};

static void program_with(struct fixture *fixture, const struct database_step *steps, int count)
{
  fixture->kind = (struct database_kind){
      .program = "anban-test", .application_id = 7, .steps = steps, .step_count = count, .log_pages = 1000};
}

static enum database_state open_file(struct fixture *fixture)
{
  database_close(fixture->database);
  return database_open(&fixture->database, fixture->path, &fixture->kind, DATABASE_WRITE, &fixture->fault);
}

static bool open_and_take_steps(struct fixture *fixture)
{
  return open_file(fixture) == DATABASE_READY && database_take_steps(fixture->database, &fixture->fault);
}

static int64_t number(struct fixture *fixture, const char *sql)
{
  struct database_rows rows;
  database_query(fixture->database, &rows, sql, "");
  int64_t value = database_next(&rows) ? database_integer(&rows, 0) : -1;
  database_end(&rows);
  return value;
}

// A file of the first version with three notes, closed.
static int set_up(void **state)
{
  struct fixture *fixture = calloc(1, sizeof *fixture);
  strcpy(fixture->folder, "/tmp/anban-steps-XXXXXX");
  assert_non_null(mkdtemp(fixture->folder));
  FORMAT_TEXT(fixture->path, "%s/a.db", fixture->folder);
  program_with(fixture, first_steps, COUNT(first_steps));
  assert_true(open_and_take_steps(fixture));
  assert_int_equal(database_run(fixture->database, "INSERT INTO note(text) VALUES('a'), ('b'), ('c')", ""), 3);
  database_close(fixture->database);
  fixture->database = NULL;
  *state = fixture;
  return 0;
}

static int tear_down(void **state)
{
  struct fixture *fixture = *state;
  char command[96];
  database_close(fixture->database);
  FORMAT_TEXT(command, "rm -r %s", fixture->folder);
  int removed = system(command);
  free(fixture);
  return removed;
}

static void expect_as_the_first_version_left_it(struct fixture *fixture)
{
  program_with(fixture, first_steps, COUNT(first_steps));
  assert_true(open_and_take_steps(fixture));
  assert_int_equal(number(fixture, "SELECT count(*) FROM note"), 3);
  assert_int_equal(number(fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'page'"), 0);
  assert_int_equal(number(fixture, "SELECT MAX(number) FROM schema_version"), 1);
  assert_int_equal(number(fixture, "PRAGMA user_version"), 1);
}

static void a_file_of_before_takes_the_next_step_and_keeps_its_content(void **state)
{
  struct fixture *fixture = *state;
  program_with(fixture, next_steps, COUNT(next_steps));
  assert_true(open_and_take_steps(fixture));
  assert_int_equal(number(fixture, "SELECT count(*) FROM note"), 3);
  assert_int_equal(database_run(fixture->database, "INSERT INTO page(note_id, bytes) VALUES(1, x'00')", ""), 1);
  assert_true(open_and_take_steps(fixture)); // and no step twice
  assert_int_equal(number(fixture, "SELECT count(*) FROM page"), 1);
  assert_int_equal(number(fixture, "SELECT MAX(number) FROM schema_version"), 2);
  assert_int_equal(number(fixture, "PRAGMA user_version"), 2);
}

static void a_step_that_fails_in_the_middle_leaves_the_file_as_it_was(void **state)
{
  struct fixture *fixture = *state;
  program_with(fixture, steps_with_a_fault, COUNT(steps_with_a_fault));
  assert_false(open_and_take_steps(fixture));
  assert_non_null(strstr(fixture->fault.sentence, "no such table: nowhere; step 2, pages"));
  expect_as_the_first_version_left_it(fixture);
}

// The process dies in the middle of writing, as when the power goes.
static void a_step_that_is_cut_off_leaves_the_file_as_it_was(void **state)
{
  struct fixture *fixture = *state;
  program_with(fixture, steps_too_large, COUNT(steps_too_large));
  pid_t child = fork();
  if (child == 0) {
    struct rlimit small = {1 << 20, 1 << 20}, none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_FSIZE, &small);
    signal(SIGXFSZ, SIG_DFL);
    open_and_take_steps(fixture);
    _exit(0);
  }
  int status;
  waitpid(child, &status, 0);
  assert_true(WIFSIGNALED(status));
  assert_int_equal(WTERMSIG(status), SIGXFSZ);
  expect_as_the_first_version_left_it(fixture);
}

static void expect_refused_untouched(struct fixture *fixture, const char *why)
{
  struct buffer before = {0}, after = {0};
  struct fault fault;
  assert_true(file_read(fixture->path, 1 << 20, &before, &fault));
  assert_int_equal(open_file(fixture), DATABASE_REFUSED);
  assert_null(fixture->database);
  assert_non_null(strstr(fixture->fault.sentence, fixture->path));
  assert_non_null(strstr(fixture->fault.sentence, why));
  assert_true(file_read(fixture->path, 1 << 20, &after, &fault));
  assert_int_equal(before.size, after.size);
  assert_memory_equal(before.bytes, after.bytes, before.size);
  buffer_free(&before);
  buffer_free(&after);
}

static void a_file_of_a_newer_program_is_named_and_left_alone(void **state)
{
  struct fixture *fixture = *state;
  program_with(fixture, next_steps, COUNT(next_steps));
  assert_true(open_and_take_steps(fixture));
  database_close(fixture->database);
  fixture->database = NULL;
  program_with(fixture, first_steps, COUNT(first_steps));
  expect_refused_untouched(fixture, "newer anban-test: it has schema 2, this one knows 1");
}

// A program of before looks at one of the two places only, so each of them counts.
static void either_place_of_the_number_is_heeded(void **state)
{
  struct fixture *fixture = *state;
  assert_true(open_and_take_steps(fixture));
  assert_true(database_script(fixture->database, "PRAGMA user_version = 2"));
  assert_int_equal(open_file(fixture), DATABASE_REFUSED);
  program_with(fixture, next_steps, COUNT(next_steps));
  assert_int_equal(open_file(fixture), DATABASE_READY);
  assert_true(database_script(fixture->database, "PRAGMA user_version = 0; INSERT INTO schema_version VALUES(3, 'x')"));
  assert_int_equal(open_file(fixture), DATABASE_REFUSED);
}

static void write_other_program(struct fixture *fixture, const char *sql)
{
  unlink(fixture->path);
  FILE *empty = fopen(fixture->path, "w");
  fclose(empty);
  struct database *other = database_open_raw(fixture->path, &fixture->fault);
  assert_non_null(other);
  assert_true(database_script(other, sql));
  database_close(other);
}

static void a_file_of_another_program_is_left_alone(void **state)
{
  struct fixture *fixture = *state;
  write_other_program(fixture, "CREATE TABLE note(id INTEGER); PRAGMA application_id = 8; PRAGMA user_version = 1");
  expect_refused_untouched(fixture, "was not made by anban-test");
  write_other_program(fixture, "CREATE TABLE note(id INTEGER)");
  expect_refused_untouched(fixture, "was not made by anban-test");
  fixture->kind.application_id = 0; // as the kiosk's: told by its step's number alone
  expect_refused_untouched(fixture, "was not made by anban-test");
}

static void an_empty_file_is_a_new_one(void **state)
{
  struct fixture *fixture = *state;
  assert_int_equal(truncate(fixture->path, 0), 0);
  assert_true(open_and_take_steps(fixture));
  assert_int_equal(number(fixture, "SELECT count(*) FROM note"), 0);
}

static void a_damaged_file_is_told_from_a_refused_one(void **state)
{
  struct fixture *fixture = *state;
  assert_true(
      file_replace(fixture->path, "no database, but longer than the head of one is", 47, 0600, &fixture->fault));
  assert_int_equal(open_file(fixture), DATABASE_DAMAGED);
  assert_non_null(strstr(fixture->fault.sentence, "the file is damaged"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(a_file_of_before_takes_the_next_step_and_keeps_its_content),
      CASE(a_step_that_fails_in_the_middle_leaves_the_file_as_it_was),
      CASE(a_step_that_is_cut_off_leaves_the_file_as_it_was),
      CASE(a_file_of_a_newer_program_is_named_and_left_alone),
      CASE(either_place_of_the_number_is_heeded),
      CASE(a_file_of_another_program_is_left_alone),
      CASE(an_empty_file_is_a_new_one),
      CASE(a_damaged_file_is_told_from_a_refused_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
