// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "kiosk/store/store.h"

#include "../../cmocka_all.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW 1795276800000 // 2026-11-21T16:00:00Z

struct fixture {
  char folder[64];
  struct store store;
  struct fault fault;
};

static int set_up(void **state)
{
  struct fixture *fixture = calloc(1, sizeof *fixture);
  strcpy(fixture->folder, "/tmp/anban-store-XXXXXX");
  assert_non_null(mkdtemp(fixture->folder));
  assert_int_equal(store_open(&fixture->store, fixture->folder, NOW, &fixture->fault), STORE_READY);
  *state = fixture;
  return 0;
}

static void remove_all(const char *folder)
{
  DIR *open = opendir(folder);
  for (struct dirent *entry; (entry = readdir(open));) {
    char path[400];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    unlink(path);
  }
  closedir(open);
  rmdir(folder);
}

static int tear_down(void **state)
{
  struct fixture *fixture = *state;
  store_close(&fixture->store);
  remove_all(fixture->folder);
  free(fixture);
  return 0;
}

static enum store_state open_again(struct fixture *fixture)
{
  store_close(&fixture->store);
  return store_open(&fixture->store, fixture->folder, NOW, &fixture->fault);
}

static void join(void *ctx, const char *id, const char *text)
{
  strcat(strcat(strcat(strcat(ctx, id), "="), text), " ");
}

static const char *waiting(struct fixture *fixture)
{
  static char list[2000];
  *list = '\0';
  assert_true(store_each_message(&fixture->store, join, list, &fixture->fault));
  return list;
}

static void messages_wait_in_their_order_until_they_are_answered(void **state)
{
  struct fixture *fixture = *state;
  assert_true(store_add_message(&fixture->store, "b", "first", &fixture->fault));
  assert_true(store_add_message(&fixture->store, "a", "second", &fixture->fault));
  assert_true(store_add_message(&fixture->store, "c", "third", &fixture->fault));
  assert_int_equal(open_again(fixture), STORE_READY);
  assert_string_equal(waiting(fixture), "b=first a=second c=third ");
  assert_true(store_remove_message(&fixture->store, "a", &fixture->fault));
  assert_int_equal(open_again(fixture), STORE_READY);
  assert_string_equal(waiting(fixture), "b=first c=third ");
}

static void a_message_given_twice_waits_once(void **state)
{
  struct fixture *fixture = *state;
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_true(store_add_message(&fixture->store, "a", "rice", &fixture->fault));
  assert_string_equal(waiting(fixture), "a=soup ");
}

static void a_refused_message_waits_no_longer(void **state)
{
  struct fixture *fixture = *state;
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_true(store_refuse_message(&fixture->store, "a", "422", &fixture->fault));
  assert_string_equal(waiting(fixture), "");
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_string_equal(waiting(fixture), "");
}

static void what_was_kept_outlives_a_kill(void **state)
{
  struct fixture *fixture = *state;
  store_close(&fixture->store);
  pid_t child = fork();
  if (child == 0) {
    store_open(&fixture->store, fixture->folder, NOW, &fixture->fault);
    store_add_message(&fixture->store, "a", "soup", &fixture->fault);
    raise(SIGKILL);
  }
  int status;
  waitpid(child, &status, 0);
  assert_true(WIFSIGNALED(status));
  assert_int_equal(store_open(&fixture->store, fixture->folder, NOW, &fixture->fault), STORE_READY);
  assert_string_equal(waiting(fixture), "a=soup ");
}

static void put_record(struct fixture *fixture, struct store_record record)
{
  assert_true(store_put_record(&fixture->store, &record, &fixture->fault));
}

static void a_new_snapshot_takes_the_place_of_what_it_holds(void **state)
{
  struct fixture *fixture = *state;
  char orders[200] = "", bookings[200] = "";
  put_record(fixture, (struct store_record){"order", "1", "old", true});
  put_record(fixture, (struct store_record){"booking", "1", "stays", false});
  assert_true(store_put_snapshot(&fixture->store, "{1}", &fixture->fault));
  put_record(fixture, (struct store_record){"order", "2", "requested", true});
  put_record(fixture, (struct store_record){"order", "2", "accepted", true});
  assert_int_equal(open_again(fixture), STORE_READY);
  struct buffer snapshot = {0};
  assert_true(store_get_snapshot(&fixture->store, &snapshot, &fixture->fault));
  assert_string_equal(snapshot.bytes, "{1}");
  buffer_free(&snapshot);
  assert_true(store_each_record(&fixture->store, "order", join, orders, &fixture->fault));
  assert_string_equal(orders, "2=accepted ");
  assert_true(store_each_record(&fixture->store, "booking", join, bookings, &fixture->fault));
  assert_string_equal(bookings, "1=stays ");
}

static void settings_are_empty_until_they_are_kept(void **state)
{
  struct fixture *fixture = *state;
  struct buffer settings = {0};
  assert_true(store_get_settings(&fixture->store, &settings, &fixture->fault));
  assert_int_equal(settings.size, 0);
  assert_true(store_put_settings(&fixture->store, "{}", &fixture->fault));
  assert_true(store_put_settings(&fixture->store, "{\"volume\":40}", &fixture->fault));
  assert_true(store_get_settings(&fixture->store, &settings, &fixture->fault));
  assert_string_equal(settings.bytes, "{\"volume\":40}");
  buffer_free(&settings);
}

static void a_second_kiosk_in_the_same_folder_is_refused(void **state)
{
  struct fixture *fixture = *state;
  struct store second;
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_int_equal(store_open(&second, fixture->folder, NOW, &fixture->fault), STORE_CLOSED);
  assert_non_null(strstr(fixture->fault.sentence, "locked"));
  assert_string_equal(waiting(fixture), "a=soup ");
}

static void overwrite(struct fixture *fixture, long from, size_t size)
{
  FILE *file = fopen(fixture->store.path, "r+b");
  assert_non_null(file);
  fseek(file, from, SEEK_SET);
  while (size--)
    fputc(0xA5, file);
  fclose(file);
}

static bool stands(struct fixture *fixture, const char *name)
{
  char path[400];
  snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
  return access(path, F_OK) == 0;
}

static void a_file_that_is_none_is_set_aside_with_its_date(void **state)
{
  struct fixture *fixture = *state;
  store_close(&fixture->store);
  overwrite(fixture, 0, 4096);
  assert_int_equal(open_again(fixture), STORE_RENEWED);
  assert_non_null(strstr(fixture->fault.sentence, "kiosk-damaged-2026-11-21-160000.db"));
  assert_true(stands(fixture, "kiosk-damaged-2026-11-21-160000.db"));
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  store_close(&fixture->store);
  overwrite(fixture, 0, 4096);
  assert_int_equal(open_again(fixture), STORE_RENEWED);
  assert_true(stands(fixture, "kiosk-damaged-2026-11-21-160000-1.db"));
}

static void messages_are_saved_out_of_a_damaged_file(void **state)
{
  struct fixture *fixture = *state;
  static char large[60000];
  memset(large, 'x', sizeof large - 1);
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_true(store_put_snapshot(&fixture->store, large, &fixture->fault));
  store_close(&fixture->store);
  // The pages at the end hold the snapshot: their chain breaks.
  overwrite(fixture, 40000, 8192);
  assert_int_equal(open_again(fixture), STORE_RENEWED);
  assert_non_null(strstr(fixture->fault.sentence, "1 waiting"));
  assert_string_equal(waiting(fixture), "a=soup ");
}

static void a_full_disk_is_a_fault_and_loses_nothing_before_it(void **state)
{
  struct fixture *fixture = *state;
  static char large[300000];
  memset(large, 'x', sizeof large - 1);
  assert_true(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  struct rlimit before, small = {100000, RLIM_INFINITY};
  getrlimit(RLIMIT_FSIZE, &before);
  small.rlim_max = before.rlim_max;
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  bool kept = store_add_message(&fixture->store, "b", large, &fixture->fault);
  struct fault ignored;
  bool snapshot_kept = store_put_snapshot(&fixture->store, large, &ignored);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(kept);
  assert_false(snapshot_kept);
  assert_non_null(strstr(fixture->fault.sentence, "kiosk.db"));
  assert_non_null(strstr(fixture->fault.sentence, "disk I/O error"));
  assert_true(store_add_message(&fixture->store, "c", "rice", &fixture->fault));
  assert_int_equal(open_again(fixture), STORE_READY);
  assert_string_equal(waiting(fixture), "a=soup c=rice ");
}

static void a_folder_that_cannot_be_made_is_a_fault(void **state)
{
  struct fixture *fixture = *state;
  struct store store;
  assert_int_equal(store_open(&store, "/proc/nowhere", NOW, &fixture->fault), STORE_CLOSED);
  assert_non_null(strstr(fixture->fault.sentence, "/proc/nowhere"));
  assert_false(store_add_message(&store, "a", "soup", &fixture->fault));
  store_close(&store);
}

static int number_of(struct fixture *fixture, const char *id, const char *day)
{
  int number = 0;
  assert_true(store_slip_number(&fixture->store, id, day, "2026-11-20", &number, &fixture->fault));
  return number;
}

static void count_slip(void *ctx, const char *id, const char *day)
{
  ++*(int *)ctx;
  assert_string_equal(id, "b");
}

static void slips_are_numbered_by_the_day_and_keep_their_number(void **state)
{
  struct fixture *fixture = *state;
  int out = 0;
  assert_int_equal(number_of(fixture, "a", "2026-11-22"), 1);
  assert_int_equal(number_of(fixture, "b", "2026-11-22"), 2);
  assert_int_equal(number_of(fixture, "a", "2026-11-22"), 1);
  assert_int_equal(number_of(fixture, "c", "2026-11-23"), 1);
  assert_true(store_slip_out(&fixture->store, "b", &fixture->fault));
  assert_int_equal(open_again(fixture), STORE_READY);
  assert_int_equal(number_of(fixture, "d", "2026-11-22"), 3);
  assert_true(store_each_slip(&fixture->store, count_slip, &out, &fixture->fault));
  assert_int_equal(out, 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(messages_wait_in_their_order_until_they_are_answered),
      CASE(a_message_given_twice_waits_once),
      CASE(a_refused_message_waits_no_longer),
      CASE(what_was_kept_outlives_a_kill),
      CASE(a_new_snapshot_takes_the_place_of_what_it_holds),
      CASE(settings_are_empty_until_they_are_kept),
      CASE(a_second_kiosk_in_the_same_folder_is_refused),
      CASE(a_file_that_is_none_is_set_aside_with_its_date),
      CASE(messages_are_saved_out_of_a_damaged_file),
      CASE(slips_are_numbered_by_the_day_and_keep_their_number),
      CASE(a_full_disk_is_a_fault_and_loses_nothing_before_it),
      CASE(a_folder_that_cannot_be_made_is_a_fault),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
