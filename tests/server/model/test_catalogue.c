// SPDX-License-Identifier: GPL-3.0-or-later
// Site, dishes, menus and the snapshot they make.
#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/orders.h"
#include "server/model/snapshots.h"

static void a_new_community_has_hours_already(void **state)
{
  struct folder folder;
  struct db *db = folder_db(&folder);
  struct site site;
  site_load(db, &site);
  assert_int_equal(site.utc_offset_min, 480);
  assert_int_equal(site.hours[MEAL_LUNCH].cutoff_minute, 600);
  assert_int_equal(site.hours[MEAL_BREAKFAST].cutoff_minute, -240);
  assert_true(site.name[0]);
  db_close(db);
  folder_remove(&folder);
}

static void the_site_is_saved_whole(void **state)
{
  struct community c;
  community_open(&c);
  struct site site, kept;
  site_load(c.db, &site);
  COPY_TEXT(site.name, "九堡颐养社区");
  COPY_TEXT(site.phone, "0571-2");
  site.hours[MEAL_SUPPER].cutoff_minute = 900;
  assert_int_equal(site_put(c.db, &site, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  site_load(c.db, &kept);
  assert_true(same_json(site_write(&kept), site_write(&site)));
  community_close(&c);
}

static void an_earlier_cutoff_holds_at_once(void **state)
{
  struct community c;
  community_open(&c);
  struct site site;
  struct order order, wish = wish_for("019aa9c0-0000-7000-8000-000000000a01", GUO, LION);
  site_load(c.db, &site);
  site.hours[MEAL_LUNCH].cutoff_minute = 7 * 60;
  site_put(c.db, &site, &cook, EIGHT, &c.fault);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_CUTOFF);
  community_close(&c);
}

static void a_dish_taken_off_leaves_the_menus_but_not_the_orders(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for("019aa9c0-0000-7000-8000-000000000a01", GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  assert_int_equal(dish_remove(c.db, LION, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  assert_int_equal(dish_remove(c.db, LION, &cook, EIGHT, &c.fault), OUTCOME_NOT_FOUND);
  struct menu menu;
  assert_true(menu_load(c.db, TODAY, MEAL_LUNCH, &menu));
  assert_int_equal(menu.count, 1);
  assert_true(order_load(c.db, wish.id, &order));
  assert_int_equal(order.status, ORDER_ACCEPTED);
  json_t *list = dishes_list(c.db);
  assert_int_equal(json_array_size(list), 2);
  json_decref(list);
  community_close(&c);
}

static void a_menu_holds_each_dish_once_and_only_dishes(void **state)
{
  struct community c;
  community_open(&c);
  struct menu menu = {.date = TODAY, .meal = MEAL_LUNCH, .count = 2, .dishes = {LION, LION}};
  assert_int_equal(menu_put(c.db, &menu, &cook, EIGHT, &c.fault), OUTCOME_WRONG);
  assert_non_null(strstr(c.fault.sentence, "红烧狮子头套餐"));
  COPY_TEXT(menu.dishes[1], GUO);
  assert_int_equal(menu_put(c.db, &menu, &cook, EIGHT, &c.fault), OUTCOME_WRONG);
  assert_non_null(strstr(c.fault.sentence, GUO));
  COPY_TEXT(menu.dishes[1], HIDDEN);
  assert_int_equal(menu_put(c.db, &menu, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  struct menu kept;
  assert_true(menu_load(c.db, TODAY, MEAL_LUNCH, &kept));
  assert_true(same_json(menu_write(&kept), menu_write(&menu)));
  menu.count = 0;
  assert_int_equal(menu_put(c.db, &menu, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  assert_false(menu_load(c.db, TODAY, MEAL_LUNCH, &kept));
  community_close(&c);
}

static void menus_are_listed_by_day_and_meal(void **state)
{
  struct community c;
  community_open(&c);
  add_menu(&c, TODAY, MEAL_SUPPER);
  add_menu(&c, TODAY, MEAL_BREAKFAST);
  json_t *list = menus_list(c.db, TODAY, TOMORROW);
  assert_int_equal(json_array_size(list), 4);
  static const char *const expected[] = {"breakfast", "lunch", "supper", "lunch"};
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(json_string_value(json_object_get(json_array_get(list, i), "meal")), expected[i]);
  json_decref(list);
  list = menus_list(c.db, TOMORROW, TOMORROW);
  assert_int_equal(json_array_size(list), 1);
  json_decref(list);
  community_close(&c);
}

static void the_snapshot_is_what_a_kiosk_reads(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for("019aa9c0-0000-7000-8000-000000000a01", GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  wish = wish_for("019aa9c0-0000-7000-8000-000000000a02", GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  order_cancel(c.db, order.id, EIGHT, EIGHT, &order, &(struct facts){0});
  struct snapshot *taken = snapshot_take(c.db, EIGHT, &c.fault);
  json_t *json = snapshot_write(taken);
  snapshot_free(taken);
  struct snapshot *snapshot = snapshot_read(json, &c.fault);
  json_decref(json);
  if (!snapshot)
    fail_msg("%s", c.fault.sentence);
  assert_true(snapshot->event == events_newest(c.db, STREAM_KIOSKS));
  assert_int_equal(snapshot->resident_count, 2);
  assert_int_equal(snapshot->dish_count, 3);
  assert_int_equal(snapshot->menu_count, 2);
  assert_int_equal(snapshot->order_count, 1);
  assert_non_null(snapshot_menu(snapshot, TODAY, MEAL_LUNCH));
  snapshot_free(snapshot);
  taken = snapshot_take(c.db, EIGHT + MS_DAY, &c.fault);
  assert_int_equal(taken->menu_count, 1);
  snapshot_free(taken);
  community_close(&c);
}

static void a_kiosk_is_told_the_last_lunch_of_each_for_a_fortnight(void **state)
{
  struct community c;
  community_open(&c);
  add_menu(&c, TOMORROW, MEAL_LUNCH);
  struct order order, wish = wish_for("019aa9c0-0000-7000-8000-000000000a01", GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  wish = wish_for("019aa9c0-0000-7000-8000-000000000a02", GUO, LION);
  COPY_TEXT(wish.date, TOMORROW);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  struct snapshot *taken = snapshot_take(c.db, EIGHT + 2 * MS_DAY, &c.fault);
  assert_int_equal(taken->order_count, 1);
  assert_string_equal(taken->orders[0].date, TOMORROW);
  assert_int_equal(taken->orders[0].item_count, 1);
  snapshot_free(taken);
  order_decline(c.db, "019aa9c0-0000-7000-8000-000000000a02", &(struct actor){0}, EIGHT, &order, &c.fault);
  taken = snapshot_take(c.db, EIGHT + 2 * MS_DAY, &c.fault);
  assert_string_equal(taken->orders[0].date, TODAY);
  snapshot_free(taken);
  taken = snapshot_take(c.db, EIGHT + 20 * MS_DAY, &c.fault);
  assert_int_equal(taken->order_count, 0);
  snapshot_free(taken);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_new_community_has_hours_already),
      cmocka_unit_test(the_site_is_saved_whole),
      cmocka_unit_test(an_earlier_cutoff_holds_at_once),
      cmocka_unit_test(a_dish_taken_off_leaves_the_menus_but_not_the_orders),
      cmocka_unit_test(a_menu_holds_each_dish_once_and_only_dishes),
      cmocka_unit_test(menus_are_listed_by_day_and_meal),
      cmocka_unit_test(the_snapshot_is_what_a_kiosk_reads),
      cmocka_unit_test(a_kiosk_is_told_the_last_lunch_of_each_for_a_fortnight),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
