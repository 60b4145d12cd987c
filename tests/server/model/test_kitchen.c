// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/kitchen.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/orders.h"

static void place(struct community *c, const char *id, const char *resident, const char *dish, int count,
                  enum meal meal)
{
  struct order order, wish = wish_for(id, resident, dish);
  wish.items[0].count = count;
  wish.meal = meal;
  wish.diet_confirmed = true;
  wish.delivery = DELIVERY_DELIVER;
  assert_int_equal(order_place(c->db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
}

#define A "019aa9c0-0000-7000-8000-000000000a01"
#define B "019aa9c0-0000-7000-8000-000000000a02"
#define C "019aa9c0-0000-7000-8000-000000000a03"
#define D "019aa9c0-0000-7000-8000-000000000a04"

static const char *text_at(json_t *list, size_t index, const char *name)
{
  return json_string_value(json_object_get(json_array_get(list, index), name));
}

static int number_at(json_t *list, size_t index, const char *name)
{
  return (int)json_integer_value(json_object_get(json_array_get(list, index), name));
}

static void the_list_says_what_to_cook_and_for_whom(void **state)
{
  struct community c;
  community_open(&c);
  add_menu(&c, TODAY, MEAL_SUPPER);
  place(&c, A, YULAN, NUTS, 1, MEAL_LUNCH);
  place(&c, B, GUO, LION, 2, MEAL_LUNCH);
  place(&c, C, GUO, LION, 5, MEAL_SUPPER);
  place(&c, D, GUO, NUTS, 9, MEAL_LUNCH);
  struct order order;
  order_cancel(c.db, D, EIGHT, EIGHT, &order, &(struct facts){0});
  json_t *list = kitchen_list(c.db, TODAY, MEAL_LUNCH);
  json_t *totals = json_object_get(list, "totals"), *people = json_object_get(list, "people");
  assert_int_equal(json_array_size(totals), 2);
  assert_string_equal(text_at(totals, 0, "dish_id"), LION);
  assert_string_equal(text_at(totals, 0, "name"), "红烧狮子头套餐");
  assert_int_equal(number_at(totals, 0, "count"), 2);
  assert_int_equal(number_at(totals, 1, "count"), 1);
  assert_int_equal(json_array_size(people), 2);
  assert_string_equal(text_at(people, 0, "order_id"), A);
  assert_string_equal(text_at(people, 0, "name"), "𠮷玉兰");
  assert_string_equal(text_at(people, 0, "place"), "3 幢 201");
  assert_int_equal(number_at(people, 0, "number"), 1);
  assert_true(json_is_true(json_object_get(json_array_get(people, 0), "diet_confirmed")));
  json_t *diet = json_object_get(json_array_get(people, 0), "diet");
  assert_string_equal(json_string_value(json_array_get(json_object_get(diet, "allergens"), 0)), "peanut");
  json_t *items = json_object_get(json_array_get(people, 1), "items");
  assert_int_equal(json_array_size(items), 1);
  assert_int_equal(number_at(items, 0, "count"), 2);
  json_decref(list);
  community_close(&c);
}

static void a_dish_renamed_after_the_order_is_cooked_once(void **state)
{
  struct community c;
  community_open(&c);
  place(&c, A, GUO, LION, 1, MEAL_LUNCH);
  add_dish(&c, LION, "狮子头套餐", 1501, (struct diet){0});
  place(&c, B, GUO, LION, 1, MEAL_LUNCH);
  json_t *list = kitchen_list(c.db, TODAY, MEAL_LUNCH);
  json_t *totals = json_object_get(list, "totals");
  assert_int_equal(json_array_size(totals), 1);
  assert_int_equal(number_at(totals, 0, "count"), 2);
  json_decref(list);
  community_close(&c);
}

static void nothing_ordered_is_two_empty_lists(void **state)
{
  struct community c;
  community_open(&c);
  json_t *list = kitchen_list(c.db, TODAY, MEAL_LUNCH);
  char *text = json_print(list);
  assert_string_equal(text, "{\"totals\":[],\"people\":[]}");
  free(text);
  json_decref(list);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_list_says_what_to_cook_and_for_whom),
      cmocka_unit_test(a_dish_renamed_after_the_order_is_cooked_once),
      cmocka_unit_test(nothing_ordered_is_two_empty_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
