// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// Messages that are left: recorded, played, and what goes wrong with both.
#include "two_sides.h"

#include "../../cmocka_all.h"
#include "base/file.h"
#include "base/text.h"

#include <unistd.h>

#define MESSAGE "019aa9c0-0000-7000-e000-000000000001"
#define OTHER "019aa9c0-0000-7000-e000-000000000002"

static char path[] = "/tmp/anban-recorder-XXXXXX";

static int make_path(void **state)
{
  close(mkstemp(path));
  return 0;
}

static int drop_path(void **state)
{
  unlink(path);
  return 0;
}

static void a_message_is_an_ogg_file_that_can_be_played(void **state)
{
  struct two_sides *both = *state;
  struct buffer bytes = {0};
  struct fault fault;
  two_sides_begin(both);
  call_record(&both->call, MESSAGE, path);
  two_sides_wait(both, CALL_LEVELS);
  two_sides_wait(both, CALL_LEVELS);
  call_record_end(&both->call);
  struct call_event recorded = two_sides_wait(both, CALL_RECORDED);
  assert_string_equal(recorded.sentence, "");
  assert_string_equal(recorded.peer, MESSAGE);
  assert_in_range(recorded.milliseconds, 500, 20000);
  assert_true(file_read(path, 1 << 20, &bytes, &fault));
  assert_true(bytes.size > 1000);
  assert_memory_equal(bytes.bytes, "OggS", 4);
  buffer_free(&bytes);
  call_play(&both->call, MESSAGE, path);
  struct call_event played = two_sides_wait(both, CALL_PLAYED);
  assert_string_equal(played.sentence, "");
  assert_string_equal(played.peer, MESSAGE);
  assert_in_range(played.milliseconds, 400, 25000);
}

static void without_a_microphone_nothing_is_left_and_why_is_told(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.microphone, "gst:filesrc location=/nowhere ! identity");
  two_sides_begin(both);
  call_record(&both->call, MESSAGE, path);
  assert_string_not_equal(two_sides_wait(both, CALL_RECORDED).sentence, "");
  assert_int_not_equal(access(path, F_OK), 0);
}

static void what_breaks_off_is_no_message(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.microphone, "gst:audiotestsrc is-live=true ! identity error-after=100");
  two_sides_begin(both);
  call_record(&both->call, MESSAGE, path);
  two_sides_wait(both, CALL_LEVELS);
  struct call_event recorded = two_sides_wait(both, CALL_RECORDED);
  assert_string_not_equal(recorded.sentence, "");
  assert_int_equal(recorded.milliseconds, 0);
  assert_int_not_equal(access(path, F_OK), 0);
}

static void what_is_no_message_is_told(void **state)
{
  struct two_sides *both = *state;
  struct fault fault;
  assert_true(file_replace(path, "this is no sound", 16, 0600, &fault));
  two_sides_begin(both);
  call_play(&both->call, MESSAGE, path);
  assert_string_not_equal(two_sides_wait(both, CALL_PLAYED).sentence, "");
  call_play(&both->call, OTHER, "/nowhere/at/all");
  struct call_event played = two_sides_wait(both, CALL_PLAYED);
  assert_string_not_equal(played.sentence, "");
  assert_string_equal(played.peer, OTHER);
}

static void in_a_call_nothing_is_recorded(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  two_sides_open(both, 0, false);
  call_record(&both->call, MESSAGE, path);
  struct call_event recorded = two_sides_wait(both, CALL_RECORDED);
  assert_string_equal(recorded.sentence, "the devices are in use");
  assert_string_equal(recorded.peer, MESSAGE);
}

// The last peer goes while the elder asks what is wrong.
static void after_a_check_that_outlived_its_call_something_is_recorded(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  two_sides_open(both, 0, false);
  call_check(&both->call);
  call_close(&both->call, both->sides[0].id);
  two_sides_wait(both, CALL_CHECKED);
  call_record(&both->call, MESSAGE, path);
  two_sides_wait(both, CALL_LEVELS);
  call_record_end(&both->call);
  assert_string_equal(two_sides_wait(both, CALL_RECORDED).sentence, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, two_sides_set_up, two_sides_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(a_message_is_an_ogg_file_that_can_be_played),
      TEST(without_a_microphone_nothing_is_left_and_why_is_told),
      TEST(what_breaks_off_is_no_message),
      TEST(what_is_no_message_is_told),
      TEST(in_a_call_nothing_is_recorded),
      TEST(after_a_check_that_outlived_its_call_something_is_recorded),
  };
  return cmocka_run_group_tests(tests, make_path, drop_path);
}
