// SPDX-License-Identifier: GPL-3.0-or-later
// A month of a site with 300 residents by a clock of the test's own: people ask, change their minds, staff accept and
// decline, helpers come, come late, find nobody. Afterwards the books must balance.
#include "../../cmocka_all.h"
#include "base/memory.h"
#include "community.h"
#include "server/model/booking_rows.h"
#include "server/model/bookings.h"
#include "server/model/helper_choice.h"
#include "server/model/helpers.h"
#include "server/model/service_presets.h"
#include "server/model/slots.h"

#include <stdlib.h>
#include <string.h>

#define RESIDENTS 300
#define HELPERS 12
#define DAYS 30
#define WISHES_A_DAY 60
#define MOST_OPEN 4000

struct month {
  struct community community;
  struct db *db;
  anban_ms now;
  unsigned dice;
  unsigned asked, refused, taken; // steps that were taken
};

static unsigned roll(struct month *month, unsigned sides)
{
  month->dice = month->dice * 1664525u + 1013904223u;
  return (month->dice >> 8) % sides;
}

static void number_id(unsigned kind, unsigned number, char out[UUID_SIZE])
{
  text_format(out, UUID_SIZE, "019b%04x-0000-7000-8000-%012x", kind, number);
}

static void add_people(struct month *month)
{
  char id[UUID_SIZE], name[NAME_SIZE];
  for (unsigned i = 0; i < RESIDENTS; i++) {
    number_id(1, i, id);
    FORMAT_TEXT(name, "长者 %u", i);
    add_person(&month->community, id, name, (struct diet){0}, 0);
  }
}

static void add_helpers(struct month *month, const struct service_file *services, int service_count)
{
  for (unsigned i = 0; i < HELPERS; i++) {
    struct helper helper = {.service_count = service_count};
    number_id(2, i, helper.id);
    FORMAT_TEXT(helper.name, "师傅 %u", i);
    for (int k = 0; k < service_count; k++)
      COPY_TEXT(helper.services[k], services[k].service.id);
    assert_int_equal(helper_put(month->db, &helper, &cook, month->now, &month->community.fault), OUTCOME_DONE);
  }
}

static void ask_one(struct month *month, const struct service_file *file)
{
  anban_ms times[MOST_FREE_TIMES];
  struct facts facts = {0};
  struct booking wish = {.made_at = month->now}, out;
  int count = slots_free(month->db, file, month->now, MOST_FREE_TIMES, times);
  // Some want a time that is gone by the time they say so.
  wish.at = count > 0 ? times[roll(month, (unsigned)count)] : month->now + MS_DAY;
  wish.at -= roll(month, 10) == 0 ? MS_HOUR : 0;
  number_id(3, month->asked++, wish.id);
  number_id(1, roll(month, RESIDENTS), wish.resident_id);
  COPY_TEXT(wish.service_id, file->service.id);
  if (booking_ask(month->db, &wish, &kiosk, month->now, &out, &facts) != REFUSAL_NONE)
    month->refused++;
}

// Takes a step in a transaction of its own, as the writer does: a refusal leaves nothing.
static bool step(struct month *month, struct booking_step *wanted, const struct actor *who)
{
  struct booking out;
  assert_true(db_begin(month->db));
  enum outcome outcome = booking_step_take(month->db, wanted, who, month->now, &out, &month->community.fault);
  if (outcome != OUTCOME_DONE) {
    db_rollback(month->db);
    return false;
  }
  assert_true(db_commit(month->db));
  month->taken++;
  return true;
}

static struct booking_step step_to(const struct booking *booking, enum booking_status to, enum refusal reason)
{
  struct booking_step made = {.to = to, .reason = reason};
  COPY_TEXT(made.booking_id, booking->id);
  return made;
}

// Whom the server suggests; when even they are not free, nobody is.
static void answer_wish(struct month *month, const struct booking *booking)
{
  struct booking_step accept = step_to(booking, BOOKING_ACCEPTED, REFUSAL_NONE);
  struct booking_step decline = step_to(booking, BOOKING_DECLINED, REFUSAL_NO_HELPER);
  json_t *fits = helper_choice_list(month->db, booking, 0);
  COPY_TEXT(accept.helper_id, json_string_value(json_object_get(json_array_get(fits, 0), "id")));
  json_decref(fits);
  if (roll(month, 12) == 0 || !step(month, &accept, &cook))
    step(month, &decline, &cook);
}

static void cancel(struct month *month, const struct booking *booking)
{
  struct booking out;
  struct facts facts = {0};
  assert_true(db_begin(month->db));
  booking_cancel(month->db, booking->id, &kiosk, month->now, month->now, &out, &facts);
  assert_true(db_commit(month->db));
}

static void rate(struct month *month, const struct booking *booking)
{
  struct booking out;
  assert_true(db_begin(month->db));
  booking_rate(month->db, booking->id, FACE_GOOD + roll(month, 3), &kiosk, month->now, &out);
  assert_true(db_commit(month->db));
}

// What happens next to one booking, by the hour.
static void live_on(struct month *month, const struct booking *booking)
{
  struct actor helper = {.kind = ACTOR_HELPER};
  COPY_TEXT(helper.id, booking->helper_id);
  COPY_TEXT(helper.name, booking->helper);
  bool is_near = month->now >= booking->at - MS_HOUR;
  struct booking_step missed = step_to(booking, BOOKING_MISSED, REFUSAL_NOBODY_THERE);
  struct booking_step next = step_to(booking, booking->status + 1, REFUSAL_NONE);
  if (booking->status == BOOKING_REQUESTED)
    answer_wish(month, booking);
  else if (booking->status == BOOKING_ACCEPTED && roll(month, 200) == 0)
    cancel(month, booking);
  else if (booking->status == BOOKING_ACCEPTED && roll(month, 100) == 0)
    answer_wish(month, booking); // to somebody else
  else if (booking->status == BOOKING_ON_THE_WAY && roll(month, 30) == 0)
    step(month, &missed, &helper);
  else if (booking->status == BOOKING_DONE)
    rate(month, booking);
  else if (is_near)
    step(month, &next, &helper);
}

struct open {
  struct booking *bookings;
  int count;
};

static bool gather(void *ctx, const struct booking *booking)
{
  struct open *open = ctx;
  if (!booking_is_over(booking->status))
    open->bookings[open->count++] = *booking;
  return open->count < MOST_OPEN;
}

static int pass_an_hour(struct month *month)
{
  struct open open = {.bookings = memory_new(MOST_OPEN * sizeof *open.bookings)};
  booking_each(month->db, 0, INT64_MAX, "", gather, &open);
  for (int i = 0; i < open.count; i++)
    live_on(month, &open.bookings[i]);
  free(open.bookings);
  month->now += MS_HOUR;
  return open.count;
}

static void pass_a_day(struct month *month, const struct service_file *services, int count)
{
  assert_true(db_begin(month->db));
  slots_renew_all(month->db, month->now);
  for (int i = 0; i < WISHES_A_DAY; i++)
    ask_one(month, &services[roll(month, (unsigned)count)]);
  assert_true(db_commit(month->db));
  anban_ms tomorrow = month->now + MS_DAY;
  for (int hour = 0; hour < 10; hour++)
    pass_an_hour(month);
  month->now = tomorrow;
}

static int64_t count_of(struct db *db, const char *sql)
{
  struct db_rows *rows = db_query(db, sql, "");
  assert_true(db_rows_next(rows));
  int64_t count = db_rows_integer(rows, 0);
  db_rows_end(rows);
  return count;
}

static void expect_none(struct db *db, const char *sql)
{
  if (count_of(db, sql) != 0)
    fail_msg("%lld: %s", (long long)count_of(db, sql), sql);
}

// 5 confirmed, 6 cancelled, 7 declined, 8 missed.
static void balance(struct month *month)
{
  struct db *db = month->db;
  assert_int_equal(count_of(db, "SELECT COUNT(*) FROM booking"), month->asked - month->refused);
  expect_none(db, "SELECT COUNT(*) FROM booking WHERE status < 5");
  expect_none(db, "SELECT COUNT(*) FROM seat JOIN booking b ON b.id = seat.booking_id WHERE b.status > 5");
  expect_none(db, "SELECT COUNT(*) FROM helper_time t JOIN booking b ON b.id = t.booking_id WHERE b.status > 5");
  expect_none(db, "SELECT COUNT(*) FROM helper_time t JOIN booking b ON b.id = t.booking_id"
                  " WHERE b.helper_id <> t.helper_id");
  expect_none(db, "SELECT COUNT(*) FROM seat JOIN service s ON s.id = seat.service_id WHERE seat.unit > s.capacity");
  expect_none(db, "SELECT COUNT(*) FROM booking b WHERE b.status <> (SELECT s.status FROM booking_step s"
                  " WHERE s.booking_id = b.id ORDER BY s.place DESC LIMIT 1)");
  expect_none(db, "SELECT COUNT(*) FROM booking WHERE status > 5 AND reason = ''");
  expect_none(db, "SELECT COUNT(*) FROM booking WHERE status = 5 AND (helper_id = '' OR face = 0)");
  for (int status = BOOKING_CONFIRMED; status <= BOOKING_MISSED; status++) {
    char sql[80];
    FORMAT_TEXT(sql, "SELECT COUNT(*) FROM booking WHERE status = %d", status);
    assert_true(count_of(db, sql) > 0); // each end was met
  }
}

static void after_a_month_the_books_balance(void **state)
{
  struct month month = {.now = EIGHT, .dice = 20261122};
  int count = 0;
  community_open(&month.community);
  month.db = month.community.db;
  db_rows_end(db_query(month.db, "PRAGMA synchronous = OFF", "")); // nobody pulls the plug here
  assert_true(db_begin(month.db));
  service_presets_add(month.db, month.now);
  service_presets_offer(month.db, month.now);
  struct service_file *services = services_load(month.db, &count);
  add_people(&month);
  add_helpers(&month, services, count);
  assert_true(db_commit(month.db));
  for (int day = 0; day < DAYS; day++)
    pass_a_day(&month, services, count);
  for (int hours = 0; pass_an_hour(&month) > 0; hours++)
    assert_true(hours < 40 * 24);
  assert_true(month.refused > 0 && month.taken > month.asked);
  balance(&month);
  free(services);
  community_close(&month.community);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(after_a_month_the_books_balance)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
