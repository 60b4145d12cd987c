// SPDX-License-Identifier: GPL-3.0-or-later
// A service from its tile to the word on how it was, as the kiosk has it.
#include "base/text.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/visiting/bookings.h"
#include "kiosk/model/visiting/visiting.h"

#include "../../../cmocka_all.h"
#include "player.h"

static struct player player;

static int set_up(void **state)
{
  player_start_ready(&player, COMMUNITY_PEOPLE);
  player_sign_in(&player, PERSON_PLAIN);
  return 0;
}

static int tear_down(void **state)
{
  player_stop(&player);
  return 0;
}

static void choose(enum community_service service)
{
  anban_ms at = player.model.snapshot->services[service].free[0];
  player_open(&player, SCREEN_SERVICES);
  player_do(&player, INTENT_CHOOSE_SERVICE, 0, community_service_id((int)service));
  player_do(&player, INTENT_CHOOSE_TIME, (int)(at / MS_MINUTE), community_service_id((int)service));
}

static void told(enum booking_status status, enum refusal reason)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_BOOKING};
  report.is.standing.is.booking = community_booking(1, PERSON_PLAIN, status);
  COPY_TEXT(report.is.standing.is.booking.reason, refusal_code(reason));
  player_report(&player, &report);
}

static int known(void)
{
  struct booking_view list[MOST_SHOWN_BOOKINGS];
  return bookings_of(&player.model, player.model.person.id, list);
}

static void what_was_read_aloud_is_what_is_asked_for(void **state)
{
  choose(SERVICE_CLEAN);
  assert_int_equal(model_screen(&player.model), SCREEN_BOOK);
  player_do(&player, INTENT_BOOK, 0, NULL);
  const struct booking *asked = &player_last_message(&player)->body.is.booking;
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_BOOKING_ASK);
  assert_true(asked->at == community_now() + 5 * MS_HOUR);
  assert_string_equal(asked->service_id, community_service_id(SERVICE_CLEAN));
  assert_string_equal(asked->resident_id, community_person_id(PERSON_PLAIN));
  assert_int_equal(model_screen(&player.model), SCREEN_DONE);
  assert_int_equal(known(), 0); // not on the disk yet
  player_saved(&player);
  assert_int_equal(known(), 1);
}

static void one_that_is_taken_off_while_it_is_chosen_leads_back(void **state)
{
  choose(SERVICE_CLEAN);
  struct snapshot *other = community_new(COMMUNITY_PEOPLE);
  other->service_count = 0;
  player_snapshot(&player, other);
  assert_int_equal(model_screen(&player.model), SCREEN_SERVICES);
}

static void a_hall_hears_no_private_service(void **state)
{
  choose(SERVICE_CLEAN);
  assert_false(privacy_is_kept(&player.model));
  player_do(&player, INTENT_HOME, 0, NULL);
  choose(SERVICE_BATH);
  assert_true(privacy_is_kept(&player.model));
  player_do(&player, INTENT_BOOK, 0, NULL);
  player_saved(&player);
  assert_int_equal(model_screen(&player.model), SCREEN_DONE);
  assert_true(privacy_is_kept(&player.model));
  player_do(&player, INTENT_HOME, 0, NULL);
  assert_false(privacy_is_kept(&player.model));
}

static void staff_taking_it_back_is_news(void **state)
{
  told(BOOKING_ACCEPTED, REFUSAL_NONE);
  assert_null(outbox_news(&player.model));
  told(BOOKING_DECLINED, REFUSAL_NO_HELPER);
  assert_int_equal(outbox_news(&player.model)->reason, REFUSAL_NO_HELPER);
  told(BOOKING_DECLINED, REFUSAL_NO_HELPER); // a repeat
  player_do(&player, INTENT_SHOW_NEWS, 0, NULL);
  assert_null(outbox_news(&player.model));
}

static void it_is_taken_back_in_two_touches_and_only_in_time(void **state)
{
  told(BOOKING_ACCEPTED, REFUSAL_NONE);
  const char *id = community_booking(1, PERSON_PLAIN, BOOKING_ACCEPTED).id;
  char own[UUID_SIZE];
  COPY_TEXT(own, id);
  player_open(&player, SCREEN_TODAY);
  player_do(&player, INTENT_SHOW_BOOKING, 0, own);
  player_do(&player, INTENT_CANCEL_BOOKING, 0, own);
  assert_int_equal(model_screen(&player.model), SCREEN_TAKE_BACK);
  assert_null(player_last_message(&player));
  player_do(&player, INTENT_CANCEL_BOOKING, 0, own);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_BOOKING_CANCEL);
  struct booking_view view;
  player_saved(&player);
  assert_true(bookings_find(&player.model, own, &view));
  assert_int_equal(view.stage, VISIT_LEAVING);
  assert_false(bookings_can_cancel(&player.model, &view));
  told(BOOKING_ON_THE_WAY, REFUSAL_NONE);
  view.stage = VISIT_ON_THE_WAY;
  assert_false(bookings_can_cancel(&player.model, &view));
}

static void it_is_asked_once_how_it_was(void **state)
{
  told(BOOKING_DONE, REFUSAL_NONE);
  char own[UUID_SIZE];
  COPY_TEXT(own, bookings_to_rate(&player.model)->id);
  player_do(&player, INTENT_SHOW_FACES, 0, own);
  assert_int_equal(model_screen(&player.model), SCREEN_FACES);
  player_do(&player, INTENT_RATE, FACE_NOT_GOOD, NULL);
  assert_int_equal(model_screen(&player.model), SCREEN_THANKS);
  assert_int_equal(player_last_message(&player)->body.is.booking.face, FACE_NOT_GOOD);
  player_saved(&player);
  assert_null(bookings_to_rate(&player.model));
  player_answer(&player, true, REFUSAL_NONE, 0);
  assert_null(bookings_to_rate(&player.model));
}

static void nobody_is_asked_about_what_somebody_else_had(void **state)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_BOOKING};
  report.is.standing.is.booking = community_booking(1, PERSON_CAREFUL, BOOKING_DONE);
  player_report(&player, &report);
  assert_null(bookings_to_rate(&player.model));
  player_open(&player, SCREEN_TODAY);
  player_do(&player, INTENT_SHOW_BOOKING, 0, report.is.standing.is.booking.id);
  assert_int_equal(model_screen(&player.model), SCREEN_TODAY);
}

static void a_snapshot_takes_away_what_is_over(void **state)
{
  told(BOOKING_ACCEPTED, REFUSAL_NONE);
  assert_int_equal(known(), 1);
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  assert_int_equal(known(), 0);
  told(BOOKING_DECLINED, REFUSAL_ILL); // of today: its person wants to see why
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  assert_int_equal(known(), 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(what_was_read_aloud_is_what_is_asked_for),
      CASE(one_that_is_taken_off_while_it_is_chosen_leads_back),
      CASE(a_hall_hears_no_private_service),
      CASE(staff_taking_it_back_is_news),
      CASE(it_is_taken_back_in_two_touches_and_only_in_time),
      CASE(it_is_asked_once_how_it_was),
      CASE(nobody_is_asked_about_what_somebody_else_had),
      CASE(a_snapshot_takes_away_what_is_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
