// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/devices.h"

#include "../../cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#define ELDER "019aa9c0-0000-7000-8000-000000000003"

static const struct calls_device kiosk = {"019aa9c0-0000-7000-8000-0000000000aa",
                                          "019aa9c0-0000-7000-8000-000000000030"};
static const struct calls_device kiosk_anew = {"019aa9c0-0000-7000-8000-0000000000aa",
                                               "019aa9c0-0000-7000-8000-000000000031"};
static const struct calls_device phone = {"019aa9c0-0000-7000-8000-000000000010",
                                          "019aa9c0-0000-7000-8000-000000000032"};
static const struct calls_device laptop = {"019aa9c0-0000-7000-8000-000000000010",
                                           "019aa9c0-0000-7000-8000-000000000033"};

struct scene {
  struct devices *devices;
  char gone[UUID_SIZE], back[UUID_SIZE], replaced[UUID_SIZE]; // the last one told of
  int gone_count, back_count;
};

static void note_gone(void *ctx, const struct device *device)
{
  struct scene *scene = ctx;
  scene->gone_count++;
  memcpy(scene->gone, device->name.id, UUID_SIZE);
}

static void note_back(void *ctx, const struct device *device)
{
  struct scene *scene = ctx;
  scene->back_count++;
  memcpy(scene->back, device->name.id, UUID_SIZE);
}

static void note_replaced(void *ctx, const struct device *device)
{
  struct scene *scene = ctx;
  memcpy(scene->replaced, device->name.id, UUID_SIZE);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct devices_ears ears = {note_gone, note_back, note_replaced, scene};
  scene->devices = devices_new(&ears);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  devices_free(scene->devices);
  free(scene);
  return 0;
}

static void who_listens_is_there(void **state)
{
  struct scene *scene = *state;
  assert_false(devices_reach_owner(scene->devices, phone.owner));
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  assert_true(devices_reach_owner(scene->devices, phone.owner));
  assert_int_equal(scene->back_count, 1);
  assert_false(devices_reach_owner(scene->devices, kiosk.owner));
}

static void a_stream_that_breaks_is_not_gone_at_once(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_close(scene->devices, &phone, 2000);
  devices_tick(scene->devices, 2000 + CALL_GONE_MS - 1);
  assert_true(devices_reach_owner(scene->devices, phone.owner));
  devices_open(scene->devices, &phone, PARTY_FAMILY, 2000 + CALL_GONE_MS - 1);
  assert_int_equal(scene->back_count, 1); // it never was gone
  devices_tick(scene->devices, 2000 + CALL_GONE_MS);
  assert_int_equal(scene->gone_count, 0);
}

static void after_eight_seconds_it_is_gone(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_close(scene->devices, &phone, 2000);
  devices_tick(scene->devices, 2000 + CALL_GONE_MS);
  devices_tick(scene->devices, 2001 + CALL_GONE_MS);
  assert_int_equal(scene->gone_count, 1);
  assert_false(devices_reach_owner(scene->devices, phone.owner));
  devices_open(scene->devices, &phone, PARTY_FAMILY, 20000);
  assert_int_equal(scene->back_count, 2);
  assert_true(devices_reach_owner(scene->devices, phone.owner));
}

static void one_of_two_streams_is_enough(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1001); // the new one comes before the old one's end is noticed
  devices_close(scene->devices, &phone, 1500);
  devices_tick(scene->devices, 20000);
  assert_true(devices_reach_owner(scene->devices, phone.owner));
}

static void a_person_with_two_devices_is_there_with_either(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_open(scene->devices, &laptop, PARTY_FAMILY, 1000);
  devices_close(scene->devices, &phone, 2000);
  devices_tick(scene->devices, 20000);
  assert_true(devices_reach_owner(scene->devices, phone.owner));
}

static void a_stream_on_which_nothing_comes_back_is_no_stream(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_set_quiet(scene->devices, &phone, true, 20000);
  assert_int_equal(scene->gone_count, 1);
  devices_set_quiet(scene->devices, &phone, false, 21000);
  assert_int_equal(scene->back_count, 2);
}

static void a_kiosk_started_anew_ends_its_old_self(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &kiosk, PARTY_KIOSK, 1000);
  devices_open(scene->devices, &kiosk_anew, PARTY_KIOSK, 1100);
  assert_string_equal(scene->replaced, kiosk.id);
  assert_string_equal(scene->gone, kiosk.id);
  assert_string_equal(scene->back, kiosk_anew.id);
}

static void also_one_that_is_gone_already(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &kiosk, PARTY_KIOSK, 1000);
  devices_close(scene->devices, &kiosk, 2000);
  devices_tick(scene->devices, 2000 + CALL_GONE_MS);
  devices_open(scene->devices, &kiosk_anew, PARTY_KIOSK, 20000);
  assert_string_equal(scene->replaced, kiosk.id);
}

static void nobody_is_replaced_by_a_stream_or_a_device_more(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &kiosk, PARTY_KIOSK, 1000);
  devices_open(scene->devices, &kiosk, PARTY_KIOSK, 1100); // its line broke
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_open(scene->devices, &laptop, PARTY_FAMILY, 1000);
  assert_string_equal(scene->replaced, "");
}

static void a_kiosk_answers_for_its_people(void **state)
{
  struct scene *scene = *state;
  static const char people[][UUID_SIZE] = {ELDER};
  assert_false(devices_set_people(scene->devices, &kiosk, people, 1));
  devices_open(scene->devices, &kiosk, PARTY_KIOSK, 1000);
  assert_false(devices_reach_resident(scene->devices, ELDER));
  assert_true(devices_set_people(scene->devices, &kiosk, people, 1));
  assert_true(devices_reach_resident(scene->devices, ELDER));
  assert_true(devices_set_people(scene->devices, &kiosk, people, 0));
  assert_false(devices_reach_resident(scene->devices, ELDER));
}

static void what_is_long_gone_is_forgotten(void **state)
{
  struct scene *scene = *state;
  devices_open(scene->devices, &phone, PARTY_FAMILY, 1000);
  devices_close(scene->devices, &phone, 2000);
  devices_tick(scene->devices, 2000 + CALL_GONE_MS);
  assert_non_null(devices_find(scene->devices, &phone)); // may still say good-bye
  devices_tick(scene->devices, 2000 + DEVICE_KEPT_MS);
  assert_null(devices_find(scene->devices, &phone));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(who_listens_is_there),
      TEST(a_stream_that_breaks_is_not_gone_at_once),
      TEST(after_eight_seconds_it_is_gone),
      TEST(one_of_two_streams_is_enough),
      TEST(a_person_with_two_devices_is_there_with_either),
      TEST(a_stream_on_which_nothing_comes_back_is_no_stream),
      TEST(a_kiosk_started_anew_ends_its_old_self),
      TEST(also_one_that_is_gone_already),
      TEST(nobody_is_replaced_by_a_stream_or_a_device_more),
      TEST(a_kiosk_answers_for_its_people),
      TEST(what_is_long_gone_is_forgotten),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
