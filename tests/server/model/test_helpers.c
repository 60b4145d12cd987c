// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes: whose time is given once, who may say what of a visit, whose telephone has the link.
#include "../../cmocka_all.h"
#include "base/memory.h"
#include "community.h"
#include "server/model/booking_rows.h"
#include "server/model/bookings.h"
#include "server/model/helper_choice.h"
#include "server/model/helper_links.h"
#include "server/model/slots.h"

#include <stdlib.h>
#include <string.h>

#define ZHANG "019aa9c0-0000-7000-8000-0000000000a1"
#define LI "019aa9c0-0000-7000-8000-0000000000a2"
#define SERVICE "019aa9c0-0000-7000-8000-0000000000b1"
#define FIRST "019aa9c0-0000-7000-8000-0000000000c1"
#define SECOND "019aa9c0-0000-7000-8000-0000000000c2"

static const struct actor zhang = {.kind = ACTOR_HELPER, .id = ZHANG, .name = "张师傅"};
static const struct actor li = {.kind = ACTOR_HELPER, .id = LI, .name = "李师傅"};

static void add_helper(struct community *c, const char *id, const char *name, const char *building)
{
  struct helper helper = {.service_count = 1, .building_count = building[0] ? 1 : 0};
  COPY_TEXT(helper.id, id);
  COPY_TEXT(helper.name, name);
  COPY_TEXT(helper.services[0], SERVICE);
  COPY_TEXT(helper.buildings[0], building);
  assert_int_equal(helper_put(c->db, &helper, &cook, EIGHT, &c->fault), OUTCOME_DONE);
}

// A service of two hours at any time, for two at once, and both helpers.
static void furnish(struct community *c)
{
  struct service_file file = {.capacity = 2, .on_offer = true, .service = {.minutes = 120}, .hours_count = 7};
  COPY_TEXT(file.service.id, SERVICE);
  COPY_TEXT(file.service.name, "助洁");
  for (int day = 0; day < 7; day++)
    file.hours[day] = (struct service_hours){day, 8 * 60, 18 * 60};
  service_store(c->db, &file, &cook, EIGHT);
  slots_renew(c->db, &file, EIGHT);
  add_helper(c, ZHANG, "张师傅", "");
  add_helper(c, LI, "李师傅", "99 幢");
}

static anban_ms tomorrow_at(int hour)
{
  char date[CLOCK_DATE_SIZE];
  clock_add_days(clock_local(EIGHT, 480).date, 1, date);
  return clock_at(date, hour * 60, 480);
}

static void ask_for(struct community *c, const char *id, int hour)
{
  struct booking wish = {.at = tomorrow_at(hour), .made_at = EIGHT}, out;
  struct facts facts = {0};
  COPY_TEXT(wish.id, id);
  COPY_TEXT(wish.resident_id, YULAN);
  COPY_TEXT(wish.service_id, SERVICE);
  assert_int_equal(booking_ask(c->db, &wish, &cook, EIGHT, &out, &facts), REFUSAL_NONE);
}

static enum outcome take(struct community *c, const char *id, enum booking_status to, const struct actor *who,
                         const char *helper_id, struct booking *out)
{
  struct booking_step step = {.to = to, .reason = to == BOOKING_MISSED ? REFUSAL_NOBODY_THERE : REFUSAL_NONE};
  COPY_TEXT(step.booking_id, id);
  COPY_TEXT(step.helper_id, helper_id);
  return booking_step_take(c->db, &step, who, EIGHT, out, &c->fault);
}

static int set_up(void **state)
{
  struct community *c = memory_new(sizeof *c);
  community_open(c);
  furnish(c);
  *state = c;
  return 0;
}

static int tear_down(void **state)
{
  community_close(*state);
  free(*state);
  return 0;
}

static void a_helpers_time_is_given_once(void **state)
{
  struct community *c = *state;
  struct booking out;
  ask_for(c, FIRST, 8);
  ask_for(c, SECOND, 8);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
  assert_string_equal(out.helper, "张师傅");
  assert_int_equal(take(c, SECOND, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_TIME_TAKEN);
  assert_int_equal(take(c, SECOND, BOOKING_ACCEPTED, &cook, LI, &out), OUTCOME_DONE);
  // Who is sent elsewhere is free again.
  assert_int_equal(take(c, SECOND, BOOKING_DECLINED, &cook, "", &out), OUTCOME_WRONG);
  struct facts facts = {0};
  assert_int_equal(booking_cancel(c->db, FIRST, &cook, EIGHT, EIGHT, &out, &facts), REFUSAL_NONE);
  assert_int_equal(take(c, SECOND, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
}

static void times_that_only_touch_are_two(void **state)
{
  struct community *c = *state;
  struct booking out;
  ask_for(c, FIRST, 8);
  ask_for(c, SECOND, 10);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
  assert_int_equal(take(c, SECOND, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
}

static void a_helper_says_what_happens_to_their_own_visits_and_decides_nothing(void **state)
{
  struct community *c = *state;
  struct booking out;
  ask_for(c, FIRST, 8);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
  assert_int_equal(take(c, FIRST, BOOKING_ON_THE_WAY, &li, "", &out), OUTCOME_NOT_FOUND);
  assert_int_equal(take(c, FIRST, BOOKING_CANCELLED, &zhang, "", &out), OUTCOME_SETTLED);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &zhang, LI, &out), OUTCOME_SETTLED);
  assert_int_equal(take(c, FIRST, BOOKING_ON_THE_WAY, &zhang, "", &out), OUTCOME_DONE);
  assert_int_equal(take(c, FIRST, BOOKING_ON_THE_WAY, &zhang, "", &out), OUTCOME_DONE); // its answer was lost
  assert_int_equal(take(c, FIRST, BOOKING_BEGUN, &zhang, "", &out), OUTCOME_DONE);
  assert_int_equal(take(c, FIRST, BOOKING_DONE, &zhang, "", &out), OUTCOME_DONE);
  json_t *steps = booking_steps_list(c->db, FIRST);
  assert_int_equal(json_array_size(steps), 5);
  json_decref(steps);
}

static void a_tap_counts_when_it_was_tapped_but_never_later_than_now(void **state)
{
  struct community *c = *state;
  struct booking out;
  ask_for(c, FIRST, 8);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
  struct booking_step step = {.booking_id = FIRST, .to = BOOKING_ON_THE_WAY, .happened_at = EIGHT - 10 * MS_MINUTE};
  assert_int_equal(booking_step_take(c->db, &step, &zhang, EIGHT, &out, &c->fault), OUTCOME_DONE);
  step.to = BOOKING_BEGUN;
  step.happened_at = EIGHT + MS_DAY;
  assert_int_equal(booking_step_take(c->db, &step, &zhang, EIGHT, &out, &c->fault), OUTCOME_DONE);
  json_t *steps = booking_steps_list(c->db, FIRST);
  assert_int_equal(json_integer_value(json_object_get(json_array_get(steps, 2), "at")), EIGHT - 10 * MS_MINUTE);
  assert_int_equal(json_integer_value(json_object_get(json_array_get(steps, 3), "at")), EIGHT);
  json_decref(steps);
}

static void who_fits_best_stands_first(void **state)
{
  struct community *c = *state;
  struct booking booking, out;
  ask_for(c, FIRST, 8);
  ask_for(c, SECOND, 8);
  assert_true(booking_load(c->db, SECOND, &booking));
  COPY_TEXT(booking.place, "1 幢 101");
  json_t *before = helper_choice_list(c->db, &booking, 0);
  assert_string_equal(json_string_value(json_object_get(json_array_get(before, 0), "id")), ZHANG); // Li goes elsewhere
  json_decref(before);
  assert_int_equal(take(c, FIRST, BOOKING_ACCEPTED, &cook, ZHANG, &out), OUTCOME_DONE);
  json_t *after = helper_choice_list(c->db, &booking, 0);
  assert_string_equal(json_string_value(json_object_get(json_array_get(after, 0), "id")), LI); // Zhang is not free
  assert_true(json_is_false(json_object_get(json_array_get(after, 1), "free")));
  json_decref(after);
}

static void the_first_telephone_has_the_link_until_there_is_another_or_its_day_is_over(void **state)
{
  struct community *c = *state;
  struct helper_day day;
  char date[CLOCK_DATE_SIZE];
  COPY_TEXT(date, clock_local(EIGHT, 480).date);
  anban_ms end = clock_at(date, 0, 480) + MS_DAY + HELPER_AFTER_MS;
  assert_int_equal(helper_link_set(c->db, ZHANG, date, "link", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(helper_session_open(c->db, "link", "phone", "one", EIGHT, &day), HELPER_LINK_GOOD);
  assert_int_equal(helper_session_open(c->db, "link", "other phone", "two", EIGHT, &day), HELPER_LINK_TAKEN);
  assert_int_equal(helper_session_open(c->db, "link", "phone", "three", EIGHT, &day), HELPER_LINK_GOOD);
  assert_true(helper_session_day(c->db, "one", end - 1, &day));
  assert_string_equal(day.name, "张师傅");
  assert_false(helper_session_day(c->db, "one", end, &day));
  assert_int_equal(helper_link_set(c->db, ZHANG, date, "another", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(helper_session_day(c->db, "one", EIGHT, &day));
  assert_int_equal(helper_session_open(c->db, "link", "phone", "four", EIGHT, &day), HELPER_LINK_ENDED);
  assert_int_equal(helper_link_set(c->db, ZHANG, "2020-01-01", "past", &cook, EIGHT, &c->fault), OUTCOME_WRONG);
}

static void who_is_taken_away_comes_in_no_more(void **state)
{
  struct community *c = *state;
  struct helper_day day;
  char date[CLOCK_DATE_SIZE];
  COPY_TEXT(date, clock_local(EIGHT, 480).date);
  assert_int_equal(helper_link_set(c->db, ZHANG, date, "link", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(helper_session_open(c->db, "link", "phone", "one", EIGHT, &day), HELPER_LINK_GOOD);
  assert_int_equal(helper_remove(c->db, ZHANG, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(helper_session_day(c->db, "one", EIGHT, &day));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_helpers_time_is_given_once),
      TEST(times_that_only_touch_are_two),
      TEST(a_helper_says_what_happens_to_their_own_visits_and_decides_nothing),
      TEST(a_tap_counts_when_it_was_tapped_but_never_later_than_now),
      TEST(who_fits_best_stands_first),
      TEST(the_first_telephone_has_the_link_until_there_is_another_or_its_day_is_over),
      TEST(who_is_taken_away_comes_in_no_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
