// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/departure.h"
#include "server/model/orders.h"

#include "../../cmocka_all.h"
#include "community.h"

#define ORDER "019aa9c0-0000-7000-8000-000000000002"
#define ORDER2 "019aa9c0-0000-7000-8000-000000000012"

static void names_prices_and_numbers_are_the_servers(void **state)
{
  struct community c;
  community_open(&c);
  struct order wish = wish_for(ORDER, YULAN, LION), order;
  wish.items[0].count = 3;
  wish.items[0].price_fen = 1;
  COPY_TEXT(wish.items[0].name, "免费");
  wish.total_fen = 3;
  wish.number = 99;
  wish.status = ORDER_DECLINED;
  COPY_TEXT(wish.reason, "by_staff");
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_string_equal(order.items[0].name, "红烧狮子头套餐");
  assert_int_equal(order.items[0].price_fen, 751); // half of 15.01, rounded to a fen
  assert_int_equal(order.total_fen, 2253);
  assert_int_equal(order.number, 1);
  assert_int_equal(order.status, ORDER_ACCEPTED);
  assert_string_equal(order.reason, "");
  struct order kept;
  assert_true(order_load(c.db, ORDER, &kept));
  assert_true(same_json(order_write(&kept), order_write(&order)));
  community_close(&c);
}

static void numbers_count_by_day(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  wish = wish_for(ORDER2, GUO, LION);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(order.number, 2);
  wish = wish_for("019aa9c0-0000-7000-8000-000000000022", GUO, LION);
  COPY_TEXT(wish.date, TOMORROW);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(order.number, 1);
  community_close(&c);
}

static enum refusal place_made_at(struct community *c, const char *id, anban_ms made_at, anban_ms now)
{
  struct order order, wish = wish_for(id, GUO, LION);
  wish.made_at = made_at;
  return order_place(c->db, &wish, now, &order, &(struct facts){0});
}

static void the_cutoff_forgives_a_slow_line_but_no_late_wish(void **state)
{
  struct community c;
  community_open(&c);
  anban_ms cutoff = LUNCH_CUTOFF;
  assert_int_equal(place_made_at(&c, "019aa9c0-0000-7000-8000-000000000100", EIGHT, cutoff - 1), REFUSAL_NONE);
  assert_int_equal(place_made_at(&c, "019aa9c0-0000-7000-8000-000000000101", cutoff, cutoff), REFUSAL_CUTOFF);
  assert_int_equal(place_made_at(&c, "019aa9c0-0000-7000-8000-000000000102", cutoff - 1, cutoff + MS_MINUTE),
                   REFUSAL_NONE);
  assert_int_equal(place_made_at(&c, "019aa9c0-0000-7000-8000-000000000103", EIGHT, cutoff + ORDER_GRACE_MS),
                   REFUSAL_CUTOFF);
  community_close(&c);
}

static void only_the_days_that_kiosks_show_can_be_ordered(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  db_begin(c.db);
  add_menu(&c, "2026-11-21", MEAL_LUNCH);
  add_menu(&c, "2026-11-29", MEAL_LUNCH);
  add_menu(&c, "2026-11-30", MEAL_LUNCH);
  assert_true(db_commit(c.db));
  COPY_TEXT(wish.date, "2026-11-21");
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_CUTOFF);
  COPY_TEXT(wish.date, "2026-11-30");
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NOT_ON_MENU);
  COPY_TEXT(wish.date, "2026-11-29");
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  community_close(&c);
}

static void what_is_not_on_the_menu_is_refused(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, HIDDEN);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NOT_ON_MENU);
  assert_string_equal(order.id, "");
  wish = wish_for(ORDER, GUO, LION);
  wish.meal = MEAL_SUPPER;
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NOT_ON_MENU);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM meal_order"), 0);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM day_number"), 0);
  community_close(&c);
}

static void a_conflict_with_the_diet_must_be_confirmed(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, YULAN, NUTS);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_DIET);
  wish.diet_confirmed = true;
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_true(order.diet_confirmed);
  wish = wish_for(ORDER2, GUO, NUTS);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  community_close(&c);
}

static void a_refusal_tells_what_stood_in_the_way(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, YULAN, NUTS);
  struct facts late = {0}, missing = {0}, unfit = {0}, back = {0};
  order_place(c.db, &wish, LUNCH_CUTOFF + MS_HOUR, &order, &late);
  assert_true(late.until == LUNCH_CUTOFF);
  order_place(c.db, &wish, EIGHT, &order, &unfit);
  assert_string_equal(unfit.subject, "宫保鸡丁");
  wish = wish_for(ORDER, GUO, HIDDEN);
  order_place(c.db, &wish, EIGHT, &order, &missing);
  assert_string_equal(missing.subject, "东坡肉");
  wish = wish_for(ORDER, GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &back);
  assert_null(facts_write(&back)); // granted: there is nothing to tell
  order_decline(c.db, ORDER, &cook, EIGHT, &order, &c.fault);
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &back), REFUSAL_BY_STAFF);
  assert_string_equal(back.decided_by, cook.name);
  assert_string_equal(order.decided_by, cook.name);
  community_close(&c);
}

static void who_does_not_live_here_orders_nothing(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, ORDER2, LION);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_UNKNOWN_RESIDENT);
  db_begin(c.db);
  assert_int_equal(departure_of_resident(c.db, GUO, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  assert_true(db_commit(c.db));
  wish = wish_for(ORDER, GUO, LION);
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_UNKNOWN_RESIDENT);
  community_close(&c);
}

static void it_is_brought_to_the_room_unless_another_place_is_said(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  wish.delivery = DELIVERY_DELIVER;
  assert_int_equal(order_place(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_string_equal(order.place, "3 幢 201");
  COPY_TEXT(wish.place, "活动室");
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_string_equal(order.place, "活动室");
  wish.delivery = DELIVERY_EAT_IN;
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_string_equal(order.place, "");
  community_close(&c);
}

static void a_change_keeps_the_number_and_takes_the_rest(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  wish.item_count = 2;
  wish.items[1] = (struct order_item){.dish_id = NUTS, .count = 2};
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(order.number, 1);
  assert_int_equal(order.total_fen, 1501 + 1600);
  wish.item_count = 1;
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM order_item"), 1);
  COPY_TEXT(wish.date, TOMORROW);
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(number_of(c.db, "SELECT newest FROM day_number WHERE date = '2026-11-23'"), 1);
  community_close(&c);
}

static void a_change_that_is_refused_leaves_the_order_as_it_was(void **state)
{
  struct community c;
  community_open(&c);
  struct order before, order, wish = wish_for(ORDER, YULAN, LION);
  order_place(c.db, &wish, EIGHT, &before, &(struct facts){0});
  int64_t events = events_newest(c.db, STREAM_DESK);
  COPY_TEXT(wish.items[0].dish_id, NUTS);
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_DIET);
  assert_true(same_json(order_write(&order), order_write(&before)));
  COPY_TEXT(wish.items[0].dish_id, LION);
  assert_int_equal(order_change(c.db, &wish, LUNCH_CUTOFF + MS_HOUR, &order, &(struct facts){0}), REFUSAL_CUTOFF);
  COPY_TEXT(wish.resident_id, GUO); // somebody else's
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_UNKNOWN_ORDER);
  assert_string_equal(order.id, "");
  COPY_TEXT(wish.id, ORDER2);
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_UNKNOWN_ORDER);
  assert_true(order_load(c.db, ORDER, &order));
  assert_true(same_json(order_write(&order), order_write(&before)));
  assert_int_equal(events_newest(c.db, STREAM_DESK), events);
  community_close(&c);
}

static void a_mind_is_changed_until_the_cutoff(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  assert_int_equal(order_cancel(c.db, ORDER, EIGHT, EIGHT, &order, &(struct facts){0}), REFUSAL_UNKNOWN_ORDER);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  assert_int_equal(order_cancel(c.db, ORDER, LUNCH_CUTOFF, LUNCH_CUTOFF, &order, &(struct facts){0}), REFUSAL_CUTOFF);
  assert_int_equal(order.status, ORDER_ACCEPTED);
  assert_int_equal(order_cancel(c.db, ORDER, EIGHT, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(order.status, ORDER_CANCELLED);
  assert_string_equal(order.reason, "withdrawn");
  int64_t events = events_newest(c.db, STREAM_DESK);
  assert_int_equal(order_cancel(c.db, ORDER, EIGHT, EIGHT, &order, &(struct facts){0}),
                   REFUSAL_NONE); // again: it is what was wished
  assert_int_equal(events_newest(c.db, STREAM_DESK), events);
  assert_int_equal(order_change(c.db, &wish, EIGHT, &order, &(struct facts){0}), REFUSAL_WITHDRAWN);
  community_close(&c);
}

static void staff_take_back_at_any_time_and_it_is_kept_who_did(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  assert_int_equal(order_decline(c.db, ORDER, &cook, EIGHT, &order, &c.fault), OUTCOME_NOT_FOUND);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  assert_int_equal(order_decline(c.db, ORDER, &cook, LUNCH_CUTOFF + MS_HOUR, &order, &c.fault), OUTCOME_DONE);
  assert_int_equal(order.status, ORDER_DECLINED);
  assert_string_equal(order.reason, "by_staff");
  struct db_rows *rows = db_query(c.db, "SELECT who, thing FROM audit WHERE what = 'order.decline'", "");
  assert_true(db_rows_next(rows));
  assert_string_equal(db_rows_text(rows, 0), cook.id);
  assert_string_equal(db_rows_text(rows, 1), ORDER);
  db_rows_end(rows);
  assert_int_equal(order_cancel(c.db, ORDER, EIGHT, EIGHT, &order, &(struct facts){0}), REFUSAL_BY_STAFF);
  wish = wish_for(ORDER2, GUO, LION);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  order_cancel(c.db, ORDER2, EIGHT, EIGHT, &order, &(struct facts){0});
  assert_int_equal(order_decline(c.db, ORDER2, &cook, EIGHT, &order, &c.fault), OUTCOME_SETTLED);
  community_close(&c);
}

static void an_order_in_a_second_message_stands_as_it_is(void **state)
{
  struct community c;
  community_open(&c);
  struct order first, second, wish = wish_for(ORDER, GUO, LION);
  order_place(c.db, &wish, EIGHT, &first, &(struct facts){0});
  wish.items[0].count = 5;
  assert_int_equal(order_place(c.db, &wish, EIGHT, &second, &(struct facts){0}), REFUSAL_NONE);
  assert_true(same_json(order_write(&second), order_write(&first)));
  community_close(&c);
}

static void every_change_is_told_to_the_desk_and_all_kiosks(void **state)
{
  struct community c;
  community_open(&c);
  struct order order, wish = wish_for(ORDER, GUO, LION);
  int64_t desk = events_newest(c.db, STREAM_DESK), kiosks = events_newest(c.db, STREAM_KIOSKS);
  order_place(c.db, &wish, EIGHT, &order, &(struct facts){0});
  order_change(c.db, &wish, EIGHT, &order, &(struct facts){0});
  order_cancel(c.db, ORDER, EIGHT, EIGHT, &order, &(struct facts){0});
  assert_int_equal(events_newest(c.db, STREAM_DESK), desk + 3);
  assert_int_equal(events_newest(c.db, STREAM_KIOSKS), kiosks + 3);
  struct db_rows *rows = events_after(c.db, STREAM_KIOSKS, kiosks + 2, 1);
  struct event_row event;
  assert_true(events_next(rows, &event));
  json_t *json = json_parse(event.data, strlen(event.data), &c.fault);
  struct order told;
  assert_true(order_read(json, &told, &c.fault));
  assert_true(same_json(order_write(&told), order_write(&order)));
  json_decref(json);
  db_rows_end(rows);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_prices_and_numbers_are_the_servers),
      cmocka_unit_test(numbers_count_by_day),
      cmocka_unit_test(the_cutoff_forgives_a_slow_line_but_no_late_wish),
      cmocka_unit_test(only_the_days_that_kiosks_show_can_be_ordered),
      cmocka_unit_test(what_is_not_on_the_menu_is_refused),
      cmocka_unit_test(a_conflict_with_the_diet_must_be_confirmed),
      cmocka_unit_test(a_refusal_tells_what_stood_in_the_way),
      cmocka_unit_test(who_does_not_live_here_orders_nothing),
      cmocka_unit_test(it_is_brought_to_the_room_unless_another_place_is_said),
      cmocka_unit_test(a_change_keeps_the_number_and_takes_the_rest),
      cmocka_unit_test(a_change_that_is_refused_leaves_the_order_as_it_was),
      cmocka_unit_test(a_mind_is_changed_until_the_cutoff),
      cmocka_unit_test(staff_take_back_at_any_time_and_it_is_kept_who_did),
      cmocka_unit_test(an_order_in_a_second_message_stands_as_it_is),
      cmocka_unit_test(every_change_is_told_to_the_desk_and_all_kiosks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
