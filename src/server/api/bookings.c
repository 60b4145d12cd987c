// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/bookings.h"

#include "base/memory.h"
#include "server/api/days.h"
#include "server/api/handlers.h"
#include "server/model/site.h"

#include <stdlib.h>

void get_bookings(struct request *request)
{
  struct days days;
  struct site site;
  if (!days_of(request, &days))
    return;
  site_load(request->db, &site);
  anban_ms from = clock_at(days.from, 0, site.utc_offset_min);
  anban_ms to = clock_at(days.to, 0, site.utc_offset_min) + MS_DAY;
  answer_list(request, "bookings", bookings_list(request->db, from, to));
}

static enum outcome take_step(struct db *db, struct change *change, struct fault *fault)
{
  struct booking booking;
  enum outcome outcome = booking_step_take(db, change->subject, &change->actor, change->now, &booking, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, booking_write(&booking));
  return outcome;
}

void post_booking_step(struct request *request)
{
  struct fault fault;
  struct booking_step *step = memory_new(sizeof *step);
  bool ok = booking_step_read(request->body, step, &fault);
  if (ok && !text_copy(step->booking_id, sizeof step->booking_id, request->parameters[0]))
    ok = fault_set(&fault, "the id of a booking is expected in the address");
  if (ok) {
    change_submit(change_new(request, take_step, step));
    return;
  }
  free(step);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}
