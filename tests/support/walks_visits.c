// SPDX-License-Identifier: GPL-3.0-or-later
// To the screens of a service that is asked for, and of what becomes of it.
#include "walks.h"

#include "base/text.h"

void walk_services(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_SERVICES);
}

void walk_services_none(struct player *player)
{
  walk_services(player);
  struct snapshot *other = community_new(COMMUNITY_PEOPLE);
  other->service_count = 0;
  player_snapshot(player, other);
}

void walk_times(struct player *player)
{
  walk_services(player);
  player_do(player, INTENT_CHOOSE_SERVICE, 0, community_service_id(SERVICE_CLEAN));
}

void walk_times_none(struct player *player)
{
  walk_services(player);
  player_do(player, INTENT_CHOOSE_SERVICE, 0, community_service_id(SERVICE_FULL));
}

static void choose_time(struct player *player, enum community_service service, int index)
{
  anban_ms at = player->model.snapshot->services[service].free[index];
  player_do(player, INTENT_CHOOSE_TIME, (int)(at / MS_MINUTE), community_service_id((int)service));
}

void walk_book(struct player *player)
{
  walk_times(player);
  choose_time(player, SERVICE_CLEAN, 0);
}

void walk_book_offline(struct player *player)
{
  walk_book(player);
  player_line(player, LINE_STATE_AWAY, "");
}

void walk_book_private(struct player *player)
{
  walk_services(player);
  player_do(player, INTENT_CHOOSE_SERVICE, 0, community_service_id(SERVICE_BATH));
  choose_time(player, SERVICE_BATH, 0);
}

void walk_booked_noted(struct player *player)
{
  walk_book(player);
  player_do(player, INTENT_BOOK, 0, NULL);
  player_saved(player);
}

void walk_booked_offline(struct player *player)
{
  player_line(player, LINE_STATE_AWAY, "");
  walk_booked_noted(player);
}

void walk_booked(struct player *player)
{
  walk_booked_noted(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

void walk_booked_too_late(struct player *player)
{
  walk_booked_noted(player);
  const struct service *service = &player->model.snapshot->services[SERVICE_CLEAN];
  struct facts facts = {.next_count = MOST_NEXT_TIMES};
  for (int i = 0; i < MOST_NEXT_TIMES; i++)
    facts.next[i] = service->free[i + 1];
  player_refuse(player, REFUSAL_TIME_TAKEN, facts);
}

// How the server has a booking of the person.
static void told(struct player *player, int number, enum booking_status status, enum refusal reason)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_BOOKING};
  struct booking *booking = &report.is.standing.is.booking;
  *booking = community_booking(number, PERSON_CAREFUL, status);
  COPY_TEXT(booking->reason, refusal_code(reason));
  if (reason != REFUSAL_NONE)
    COPY_TEXT(booking->decided_by, "周敏");
  player_report(player, &report);
}

static void show(struct player *player, enum booking_status status, enum refusal reason)
{
  walk_home(player);
  told(player, 1, status, reason);
  player_open(player, SCREEN_TODAY);
  player_do(player, INTENT_SHOW_BOOKING, 0, community_booking(1, PERSON_CAREFUL, status).id);
}

void walk_booking(struct player *player)
{
  show(player, BOOKING_ACCEPTED, REFUSAL_NONE);
}

void walk_booking_on_the_way(struct player *player)
{
  show(player, BOOKING_ON_THE_WAY, REFUSAL_NONE);
}

void walk_booking_done(struct player *player)
{
  show(player, BOOKING_DONE, REFUSAL_NONE);
}

void walk_booking_declined(struct player *player)
{
  show(player, BOOKING_DECLINED, REFUSAL_ILL);
}

void walk_take_back(struct player *player)
{
  walk_booking(player);
  player_do(player, INTENT_CANCEL_BOOKING, 0, community_booking(1, PERSON_CAREFUL, BOOKING_ACCEPTED).id);
}

void walk_taken_back(struct player *player)
{
  walk_take_back(player);
  player_do(player, INTENT_CANCEL_BOOKING, 0, community_booking(1, PERSON_CAREFUL, BOOKING_ACCEPTED).id);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

void walk_booking_news(struct player *player)
{
  walk_home(player);
  told(player, 1, BOOKING_ACCEPTED, REFUSAL_NONE);
  told(player, 1, BOOKING_DECLINED, REFUSAL_NO_HELPER);
  player_do(player, INTENT_SHOW_NEWS, 0, NULL);
}

void walk_today_visits(struct player *player)
{
  static const enum booking_status states[] = {BOOKING_REQUESTED, BOOKING_ACCEPTED, BOOKING_ON_THE_WAY,
                                               BOOKING_BEGUN,     BOOKING_DONE,     BOOKING_MISSED};
  for (int i = 0; i < 6; i++)
    told(player, i, states[i], states[i] == BOOKING_MISSED ? REFUSAL_NOBODY_THERE : REFUSAL_NONE);
  walk_done_accepted(player);
  player_do(player, INTENT_HOME, 0, NULL);
  player_open(player, SCREEN_TODAY);
}

void walk_home_faces(struct player *player)
{
  walk_home(player);
  told(player, 1, BOOKING_DONE, REFUSAL_NONE);
}

void walk_faces(struct player *player)
{
  walk_home_faces(player);
  player_do(player, INTENT_SHOW_FACES, 0, community_booking(1, PERSON_CAREFUL, BOOKING_DONE).id);
}

void walk_thanks(struct player *player)
{
  walk_faces(player);
  player_do(player, INTENT_RATE, FACE_GOOD, NULL);
}

void walk_thanks_sorry(struct player *player)
{
  walk_faces(player);
  player_do(player, INTENT_RATE, FACE_NOT_GOOD, NULL);
  player_saved(player);
}
