// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/booking_steps.h"

#include <stddef.h>

static const struct {
  enum booking_status from, to;
  unsigned who;
  const char *what;
} steps[] = {
    {BOOKING_REQUESTED, BOOKING_ACCEPTED, PARTY_OF_STAFF, "booking.accept"},
    {BOOKING_REQUESTED, BOOKING_DECLINED, PARTY_OF_STAFF, "booking.decline"},
    {BOOKING_REQUESTED, BOOKING_CANCELLED, PARTY_OF_ELDER | PARTY_OF_STAFF, "booking.cancel"},
    {BOOKING_ACCEPTED, BOOKING_ACCEPTED, PARTY_OF_STAFF, "booking.move"}, // another helper, another time
    {BOOKING_ACCEPTED, BOOKING_ON_THE_WAY, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.on_the_way"},
    {BOOKING_ACCEPTED, BOOKING_BEGUN, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.begin"},
    {BOOKING_ACCEPTED, BOOKING_DECLINED, PARTY_OF_STAFF, "booking.decline"},
    {BOOKING_ACCEPTED, BOOKING_CANCELLED, PARTY_OF_ELDER | PARTY_OF_STAFF, "booking.cancel"},
    {BOOKING_ACCEPTED, BOOKING_MISSED, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.miss"},
    {BOOKING_ON_THE_WAY, BOOKING_BEGUN, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.begin"},
    {BOOKING_ON_THE_WAY, BOOKING_DECLINED, PARTY_OF_STAFF, "booking.decline"},
    {BOOKING_ON_THE_WAY, BOOKING_MISSED, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.miss"},
    {BOOKING_BEGUN, BOOKING_DONE, PARTY_OF_STAFF | PARTY_OF_HELPER, "booking.done"},
    {BOOKING_DONE, BOOKING_CONFIRMED, PARTY_OF_ELDER, "booking.rate"},
};

const char *booking_step_of(enum booking_status from, enum booking_status to, enum booking_party who)
{
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (steps[i].from == from && steps[i].to == to && steps[i].who & who)
      return steps[i].what;
  return NULL;
}
