// SPDX-License-Identifier: GPL-3.0-or-later
// A service is asked for, decided, done and spoken about; one of many gets the last seat.
#include "server/model/bookings.h"

#include "../../cmocka_all.h"
#include "community.h"
#include "server/model/booking_rows.h"
#include "server/model/booking_steps.h"
#include "server/model/departure.h"
#include "server/model/slots.h"

#define CLEAN "019aa9c0-0000-7000-8000-000000000051"
#define MONDAY_NINE (EIGHT + MS_DAY + MS_HOUR) // 2026-11-23 09:00

static const struct actor desk = {.kind = ACTOR_STAFF, .id = "019aa9c0-0000-7000-8000-0000000000cc", .name = "周敏"};

// Mondays from nine to one, two at once, two hours each: nine and eleven.
static struct service_file cleaning(void)
{
  return (struct service_file){
      .service = {.id = CLEAN, .code = "clean", .name = "助洁", .minutes = 120, .cancel_minutes = 120},
      .capacity = 2,
      .lead_minutes = 60,
      .on_offer = true,
      .hours_count = 1,
      .hours = {{1, 9 * 60, 13 * 60}}};
}

static int set_up(void **state)
{
  static struct community c;
  struct service_file file = cleaning();
  community_open(&c);
  assert_true(db_begin(c.db));
  assert_int_equal(service_put(c.db, &file, &desk, EIGHT, &c.fault), OUTCOME_DONE);
  assert_true(db_commit(c.db));
  *state = &c;
  return 0;
}

static int tear_down(void **state)
{
  community_close(*state);
  return 0;
}

static struct booking wish(int number, anban_ms at)
{
  struct booking booking = {.resident_id = GUO, .service_id = CLEAN, .at = at, .made_at = EIGHT};
  FORMAT_TEXT(booking.id, "019aa9c0-0000-7000-8000-0000000b%04d", number);
  return booking;
}

static enum refusal ask(struct community *c, int number, anban_ms at, anban_ms now, struct booking *out,
                        struct facts *facts)
{
  struct booking booking = wish(number, at);
  *facts = (struct facts){0};
  enum refusal refusal = booking_ask(c->db, &booking, &kiosk, now, out, facts);
  assert_false(db_failed(c->db));
  return refusal;
}

static enum outcome step(struct community *c, int number, enum booking_status to, struct booking *out)
{
  struct booking_step one = {.to = to, .helper = "赵师傅", .reason = REFUSAL_ILL};
  COPY_TEXT(one.booking_id, wish(number, 0).id);
  return booking_step_take(c->db, &one, &desk, EIGHT, out, &c->fault);
}

static int64_t seats(struct community *c)
{
  struct db_rows *rows = db_query(c->db, "SELECT COUNT(*) FROM seat", "");
  int64_t count = db_rows_next(rows) ? db_rows_integer(rows, 0) : -1;
  db_rows_end(rows);
  return count;
}

static void its_hours_become_times_a_month_ahead(void **state)
{
  struct community *c = *state;
  struct service_file file = cleaning();
  anban_ms times[MOST_FREE_TIMES];
  int count = slots_free(c->db, &file, EIGHT, MOST_FREE_TIMES, times);
  assert_int_equal(count, 10); // five Mondays
  assert_true(times[0] == MONDAY_NINE);
  assert_true(times[1] == MONDAY_NINE + 2 * MS_HOUR);
  assert_true(times[2] == MONDAY_NINE + 7 * MS_DAY);
}

static void a_holiday_has_none_and_a_worked_sunday_has_those_of_its_weekday(void **state)
{
  struct community *c = *state;
  struct service_file file = cleaning();
  anban_ms times[MOST_FREE_TIMES];
  day_off_put(c->db, &(struct day_off){.date = TOMORROW, .is_closed = true});
  day_off_put(c->db, &(struct day_off){.date = TODAY, .as_weekday = 1});
  slots_renew_all(c->db, EIGHT);
  assert_int_equal(slots_free(c->db, &file, EIGHT, MOST_FREE_TIMES, times), 10);
  assert_true(times[0] == EIGHT + MS_HOUR);
  assert_true(times[2] == MONDAY_NINE + 7 * MS_DAY);
}

static void it_goes_its_way_to_the_elders_word(void **state)
{
  static const enum booking_status way[] = {BOOKING_ACCEPTED, BOOKING_ON_THE_WAY, BOOKING_BEGUN, BOOKING_DONE};
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  assert_int_equal(ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(booking.status, BOOKING_REQUESTED);
  assert_string_equal(booking.name, "助洁");
  assert_string_equal(booking.place, "3 幢 201");
  for (size_t i = 0; i < sizeof way / sizeof *way; i++)
    assert_int_equal(step(c, 1, way[i], &booking), OUTCOME_DONE);
  assert_string_equal(booking.helper, "赵师傅");
  assert_int_equal(booking_rate(c->db, booking.id, FACE_GOOD, &kiosk, EIGHT, &booking), REFUSAL_NONE);
  assert_int_equal(booking.status, BOOKING_CONFIRMED);
  assert_int_equal(booking_rate(c->db, booking.id, FACE_NOT_GOOD, &kiosk, EIGHT, &booking), REFUSAL_NONE);
  assert_int_equal(booking.face, FACE_GOOD); // the first word stands
  json_t *steps = booking_steps_list(c->db, booking.id);
  assert_int_equal(json_array_size(steps), 6);
  json_decref(steps);
}

static void the_last_seat_has_one_winner_and_the_loser_hears_the_next_times(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  assert_int_equal(ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(ask(c, 2, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(ask(c, 3, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_TIME_TAKEN);
  assert_string_equal(booking.id, "");
  assert_int_equal(facts.next_count, MOST_NEXT_TIMES);
  assert_true(facts.next[0] == MONDAY_NINE + 2 * MS_HOUR);
  assert_int_equal(seats(c), 2);
}

static void what_is_given_back_is_free_again(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts = {0};
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  ask(c, 2, MONDAY_NINE, EIGHT, &booking, &facts);
  assert_int_equal(booking_cancel(c->db, booking.id, &kiosk, EIGHT, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(ask(c, 3, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(step(c, 3, BOOKING_DECLINED, &booking), OUTCOME_DONE);
  assert_string_equal(booking.reason, "ill");
  assert_string_equal(booking.decided_by, "周敏");
  assert_int_equal(seats(c), 1);
}

static void the_same_wish_twice_is_one_booking(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  assert_int_equal(ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts), REFUSAL_NONE);
  assert_int_equal(seats(c), 1);
}

static void a_time_that_is_none_or_too_soon_is_refused(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  assert_int_equal(ask(c, 1, MONDAY_NINE + 1, EIGHT, &booking, &facts), REFUSAL_NOT_OFFERED);
  assert_int_equal(facts.next_count, MOST_NEXT_TIMES);
  struct booking late = wish(2, MONDAY_NINE);
  late.made_at = MONDAY_NINE - 59 * MS_MINUTE;
  assert_int_equal(booking_ask(c->db, &late, &kiosk, late.made_at, &booking, &facts), REFUSAL_NOT_OFFERED);
  late.made_at = MONDAY_NINE - 60 * MS_MINUTE; // in time, and the line was slow
  assert_int_equal(booking_ask(c->db, &late, &kiosk, late.made_at + MS_MINUTE, &booking, &facts), REFUSAL_NONE);
}

static void too_late_to_take_it_back_says_until_when_it_was(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  anban_ms late = MONDAY_NINE - 119 * MS_MINUTE;
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  assert_int_equal(booking_cancel(c->db, booking.id, &kiosk, late, late, &booking, &facts), REFUSAL_CUTOFF);
  assert_true(facts.until == MONDAY_NINE - 2 * MS_HOUR);
  assert_int_equal(booking_cancel(c->db, booking.id, &desk, late, late, &booking, &facts), REFUSAL_NONE); // staff may
}

static void staff_move_it_and_both_seats_are_right(void **state)
{
  struct community *c = *state;
  struct service_file file = cleaning();
  struct booking booking;
  struct facts facts;
  anban_ms times[MOST_FREE_TIMES];
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  ask(c, 2, MONDAY_NINE, EIGHT, &booking, &facts);
  struct booking_step move = {.to = BOOKING_ACCEPTED, .helper = "赵师傅", .at = MONDAY_NINE + 2 * MS_HOUR};
  COPY_TEXT(move.booking_id, booking.id);
  assert_int_equal(booking_step_take(c->db, &move, &desk, EIGHT, &booking, &c->fault), OUTCOME_DONE);
  assert_true(booking.at == MONDAY_NINE + 2 * MS_HOUR);
  slots_free(c->db, &file, EIGHT, 1, times);
  assert_true(times[0] == MONDAY_NINE);
  assert_int_equal(seats(c), 2);
}

static void only_steps_of_the_table_are_taken(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  assert_int_equal(step(c, 1, BOOKING_BEGUN, &booking), OUTCOME_SETTLED);
  assert_int_equal(step(c, 1, BOOKING_CONFIRMED, &booking), OUTCOME_SETTLED);
  assert_int_equal(step(c, 2, BOOKING_ACCEPTED, &booking), OUTCOME_NOT_FOUND);
  struct booking_step nobody = {.to = BOOKING_ACCEPTED};
  COPY_TEXT(nobody.booking_id, wish(1, 0).id);
  assert_int_equal(booking_step_take(c->db, &nobody, &desk, EIGHT, &booking, &c->fault), OUTCOME_WRONG);
  assert_non_null(strstr(c->fault.sentence, "step.helper"));
}

static void what_is_over_can_be_left_by_nobody(void **state)
{
  static const enum booking_status over[] = {BOOKING_CONFIRMED, BOOKING_CANCELLED, BOOKING_DECLINED, BOOKING_MISSED};
  for (size_t i = 0; i < sizeof over / sizeof *over; i++)
    for (int to = 0; to < BOOKING_STATUSES; to++) {
      assert_null(booking_step_of(over[i], (enum booking_status)to, PARTY_OF_STAFF));
      assert_null(booking_step_of(over[i], (enum booking_status)to, PARTY_OF_ELDER));
    }
}

static void who_leaves_holds_no_seat(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  assert_int_equal(departure_of_resident(c->db, GUO, &desk, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(seats(c), 0);
  assert_true(booking_load(c->db, wish(1, 0).id, &booking));
  assert_int_equal(booking.status, BOOKING_DECLINED);
  assert_string_equal(booking.place, "");
}

static void kiosks_know_what_is_free_and_what_is_open(void **state)
{
  struct community *c = *state;
  struct booking booking;
  struct facts facts;
  int count = 0;
  ask(c, 1, MONDAY_NINE, EIGHT, &booking, &facts);
  ask(c, 2, MONDAY_NINE + 2 * MS_HOUR, EIGHT, &booking, &facts);
  step(c, 2, BOOKING_DECLINED, &booking);
  struct booking *open = bookings_for_kiosks(c->db, EIGHT, &count);
  assert_int_equal(count, 1);
  assert_string_equal(open[0].id, wish(1, 0).id);
  free(open);
  struct service *services = services_for_kiosks(c->db, EIGHT, &count);
  assert_int_equal(count, 1);
  assert_int_equal(services[0].free_count, 10);
  free(services);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(its_hours_become_times_a_month_ahead),
      CASE(a_holiday_has_none_and_a_worked_sunday_has_those_of_its_weekday),
      CASE(it_goes_its_way_to_the_elders_word),
      CASE(the_last_seat_has_one_winner_and_the_loser_hears_the_next_times),
      CASE(what_is_given_back_is_free_again),
      CASE(the_same_wish_twice_is_one_booking),
      CASE(a_time_that_is_none_or_too_soon_is_refused),
      CASE(too_late_to_take_it_back_says_until_when_it_was),
      CASE(staff_move_it_and_both_seats_are_right),
      CASE(only_steps_of_the_table_are_taken),
      CASE(what_is_over_can_be_left_by_nobody),
      CASE(who_leaves_holds_no_seat),
      CASE(kiosks_know_what_is_free_and_what_is_open),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
