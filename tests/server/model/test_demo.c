// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/demo.h"
#include "server/model/departure.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "base/file.h"
#include "server/model/demo_data.h"
#include "server/model/snapshots.h"

#include <unistd.h>

#define PNG "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR and the rest"

static struct snapshot *filled(struct db *db, const char *folder, anban_ms now)
{
  struct fault fault = {""};
  assert_true(db_begin(db));
  if (!demo_fill(db, folder, now, &fault))
    fail_msg("%s", fault.sentence);
  assert_true(db_commit(db));
  struct snapshot *snapshot = snapshot_take(db, now, &fault);
  assert_non_null(snapshot);
  return snapshot;
}

static void every_meal_of_eight_days_is_on_offer(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  assert_int_equal(snapshot->resident_count, DEMO_RESIDENTS);
  assert_int_equal(snapshot->dish_count, DEMO_DISHES);
  assert_int_equal(snapshot->menu_count, MOST_MENU_DAYS * MEALS);
  for (int i = 0; i < snapshot->menu_count; i++) {
    assert_in_range(snapshot->menus[i].count, 5, MOST_MENU_DISHES);
    for (int j = 0; j < snapshot->menus[i].count; j++)
      assert_non_null(snapshot_dish(snapshot, snapshot->menus[i].dishes[j]));
  }
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

// A person who finds nothing to eat on a day of the demonstration would shame it.
static void everybody_finds_a_lunch_without_a_warning(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  for (int person = 0; person < snapshot->resident_count; person++)
    for (int i = 0; i < snapshot->menu_count; i++) {
      int good = 0;
      for (int j = 0; j < snapshot->menus[i].count; j++) {
        const struct dish *dish = snapshot_dish(snapshot, snapshot->menus[i].dishes[j]);
        struct diet conflict = diet_conflict(snapshot->residents[person].diet, dish->diet);
        good += !conflict.marks && !conflict.allergens;
      }
      if (good == 0)
        fail_msg("%s finds nothing on %s, meal %d", snapshot->residents[person].name, snapshot->menus[i].date,
                 snapshot->menus[i].meal);
    }
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

static void a_meal_is_not_the_same_two_days_running(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  for (int i = MEALS; i < snapshot->menu_count; i++) {
    const struct menu *today = &snapshot->menus[i], *yesterday = &snapshot->menus[i - MEALS];
    assert_int_equal(today->meal, yesterday->meal);
    int same = 0;
    while (same < today->count && strcmp(today->dishes[same], yesterday->dishes[same]) == 0)
      same++;
    assert_true(same < today->count);
  }
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

static void the_next_day_adds_a_day_and_nobody_twice(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  snapshot_free(filled(db, folder.path, EIGHT));
  struct snapshot *snapshot = filled(db, folder.path, EIGHT + MS_DAY);
  assert_int_equal(snapshot->resident_count, DEMO_RESIDENTS);
  assert_int_equal(snapshot->menu_count, MOST_MENU_DAYS * MEALS);
  assert_string_equal(snapshot->menus[snapshot->menu_count - 1].date, "2026-11-30");
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

static void what_staff_changed_stays(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct fault fault;
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  struct menu menu = {.date = TODAY, .meal = MEAL_SUPPER};
  struct dish dish = snapshot->dishes[0];
  db_begin(db);
  menu_put(db, &menu, &cook, EIGHT, &fault);
  dish_remove(db, snapshot->dishes[1].id, &cook, EIGHT, &fault);
  COPY_TEXT(dish.name, "改名");
  dish_put(db, &dish, &cook, EIGHT, &fault);
  departure_of_resident(db, snapshot->residents[0].id, &cook, EIGHT, &fault);
  assert_true(db_commit(db));
  snapshot_free(snapshot);
  int64_t events = events_newest(db, STREAM_KIOSKS);
  snapshot = filled(db, folder.path, EIGHT + MS_HOUR);
  assert_null(snapshot_menu(snapshot, TODAY, MEAL_SUPPER));
  assert_int_equal(snapshot->dish_count, DEMO_DISHES - 1);
  assert_int_equal(snapshot->resident_count, DEMO_RESIDENTS - 1);
  assert_string_equal(snapshot_dish(snapshot, dish.id)->name, "改名");
  assert_int_equal(events_newest(db, STREAM_KIOSKS), events); // nothing changed, nothing is announced
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

static void pictures_are_taken_from_the_folder(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct fault fault;
  char path[128];
  FORMAT_TEXT(path, "%s/dishes", folder.path);
  assert_true(file_make_folder(path, &fault));
  FORMAT_TEXT(path, "%s/dishes/congee.png", folder.path);
  assert_true(file_replace(path, PNG, sizeof PNG, 0600, &fault));
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  int pictures = 0;
  for (int i = 0; i < snapshot->dish_count; i++)
    pictures += snapshot->dishes[i].picture[0] != '\0';
  assert_int_equal(pictures, 1);
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

static void assert_drawn(const char *kind, const char *name)
{
  char path[256];
  FORMAT_TEXT(path, ANBAN_SOURCE "/assets/%s/%s.svg", kind, name);
  if (access(path, R_OK) != 0)
    fail_msg("%s is not there", path);
}

static void every_picture_named_is_drawn(void **state)
{
  for (int i = 0; i < DEMO_DISHES; i++)
    assert_drawn("dishes", demo_dishes[i].picture);
  for (int i = 0; i < DEMO_RESIDENTS; i++)
    assert_drawn("portraits", demo_residents[i].portrait);
  for (int i = 0; i < DEMO_RELATIVES; i++)
    assert_drawn("portraits", demo_relatives[i].portrait);
}

static void pins_and_cards_differ(void **state)
{
  for (int i = 0; i < DEMO_RESIDENTS; i++)
    for (int j = 0; j < i; j++) {
      assert_string_not_equal(demo_residents[i].pin, demo_residents[j].pin);
      assert_string_not_equal(demo_residents[i].card, demo_residents[j].card);
    }
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct snapshot *snapshot = filled(db, folder.path, EIGHT);
  int opened = 0;
  for (int i = 0; i < snapshot->resident_count; i++)
    opened += secret_password_matches(snapshot->residents[i].pin, demo_residents[0].pin);
  assert_int_equal(opened, 1);
  snapshot_free(snapshot);
  db_close(db);
  folder_remove(&folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_meal_of_eight_days_is_on_offer),
      cmocka_unit_test(everybody_finds_a_lunch_without_a_warning),
      cmocka_unit_test(a_meal_is_not_the_same_two_days_running),
      cmocka_unit_test(the_next_day_adds_a_day_and_nobody_twice),
      cmocka_unit_test(what_staff_changed_stays),
      cmocka_unit_test(pictures_are_taken_from_the_folder),
      cmocka_unit_test(every_picture_named_is_drawn),
      cmocka_unit_test(pins_and_cards_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
