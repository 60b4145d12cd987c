// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/bookings.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/booking_rows.h"
#include "server/model/booking_steps.h"
#include "server/model/helpers.h"
#include "server/model/residents.h"
#include "server/model/slots.h"

#include <stdlib.h>
#include <string.h>

#define DONE_KEPT_MS (7 * MS_DAY)
#define NO_END INT64_MAX
// An elder who asked in time is not refused because the line was slow.
#define BOOKING_GRACE_MS (2 * MS_MINUTE)

static void add_next(struct db *db, const struct service_file *file, anban_ms now, struct facts *facts)
{
  facts->next_count = slots_free(db, file, now, MOST_NEXT_TIMES, facts->next);
}

static void announce(struct db *db, const struct booking *booking, anban_ms now)
{
  announce_record(db, &(struct record){.kind = RECORD_BOOKING, .is.booking = *booking}, now);
}

static void settle_at(struct db *db, const struct booking *booking, const struct actor *who, anban_ms happened_at,
                      anban_ms now)
{
  booking_save(db, booking);
  booking_step_add(db, booking, who->name, happened_at);
  announce(db, booking, now);
}

static void settle(struct db *db, const struct booking *booking, const struct actor *who, anban_ms now)
{
  settle_at(db, booking, who, now, now);
}

static enum refusal refusal_told(const struct booking *booking, struct facts *facts)
{
  COPY_TEXT(facts->decided_by, booking->decided_by);
  return refusal_of(booking->reason);
}

// Kiosks show which times are free: they fetch them again when one has gone, or has come back.
static bool is_free(struct db *db, const struct service_file *file, anban_ms at)
{
  anban_ms times[MOST_FREE_TIMES];
  int count = slots_free(db, file, at - file->lead_minutes * MS_MINUTE, 1, times);
  return count == 1 && times[0] == at;
}

static void give_back(struct db *db, const struct booking *booking, anban_ms now)
{
  struct service_file file;
  bool is_known = service_load(db, booking->service_id, &file);
  bool was_free = is_known && is_free(db, &file, booking->at);
  seat_give_back(db, booking->id);
  helper_give_back_time(db, booking->id);
  if (is_known && !was_free)
    announce_catalogue(db, now);
}

static void fill(const struct service_file *file, const struct resident *resident, struct booking *booking)
{
  COPY_TEXT(booking->name, file->service.name);
  booking->minutes = file->service.minutes;
  booking->status = BOOKING_REQUESTED;
  booking->face = FACE_NONE;
  booking->helper[0] = booking->helper_id[0] = booking->photo[0] = '\0';
  booking->reason[0] = booking->decided_by[0] = booking->place[0] = '\0';
  if (file->service.place == SERVICE_AT_HOME)
    COPY_TEXT(booking->place, resident->room);
}

static bool is_in_time(const struct service_file *file, const struct booking *wish, anban_ms now)
{
  anban_ms last = wish->at - file->lead_minutes * MS_MINUTE;
  return now <= last || (wish->made_at <= last && now <= last + BOOKING_GRACE_MS);
}

// The seat, or why there is none.
static enum refusal seat(struct db *db, const struct service_file *file, const struct booking *wish, anban_ms now,
                         struct facts *facts)
{
  enum refusal refusal = REFUSAL_NONE;
  if (!is_in_time(file, wish, now) || !slot_is_there(db, file->service.id, wish->at))
    refusal = REFUSAL_NOT_OFFERED;
  else if (!seat_take(db, file, wish->at, wish->id))
    refusal = REFUSAL_TIME_TAKEN;
  if (refusal != REFUSAL_NONE)
    add_next(db, file, now, facts);
  else if (!is_free(db, file, wish->at))
    announce_catalogue(db, now);
  return refusal;
}

enum refusal booking_ask(struct db *db, const struct booking *wish, const struct actor *who, anban_ms now,
                         struct booking *out, struct facts *facts)
{
  // The same booking in another message: it stands as it is.
  if (booking_load(db, wish->id, out))
    return refusal_told(out, facts);
  struct resident resident;
  struct service_file file;
  *out = (struct booking){0};
  if (!resident_load(db, wish->resident_id, &resident))
    return REFUSAL_UNKNOWN_RESIDENT;
  if (!service_load(db, wish->service_id, &file) || !file.on_offer)
    return REFUSAL_NOT_OFFERED;
  COPY_TEXT(facts->subject, file.service.name);
  enum refusal refusal = seat(db, &file, wish, now, facts);
  if (refusal != REFUSAL_NONE)
    return refusal;
  facts->subject[0] = '\0';
  *out = *wish;
  fill(&file, &resident, out);
  settle(db, out, who, now);
  return REFUSAL_NONE;
}

static enum booking_party party_of(const struct actor *who)
{
  switch (who->kind) {
  case ACTOR_STAFF:
    return PARTY_OF_STAFF;
  case ACTOR_HELPER:
    return PARTY_OF_HELPER;
  case ACTOR_PROGRAM:
  case ACTOR_KIOSK:
  case ACTOR_FAMILY:
    return PARTY_OF_ELDER;
  }
  return PARTY_OF_ELDER;
}

static bool may_still_cancel(struct db *db, const struct booking *booking, anban_ms made_at, anban_ms now,
                             struct facts *facts)
{
  struct service_file file = {0};
  service_load(db, booking->service_id, &file); // one that is taken away asks for no notice
  anban_ms until = booking->at - file.service.cancel_minutes * MS_MINUTE;
  bool in_time = now <= until || (made_at <= until && now <= until + BOOKING_GRACE_MS);
  if (!in_time)
    facts->until = until;
  return in_time;
}

enum refusal booking_cancel(struct db *db, const char *booking_id, const struct actor *who, anban_ms made_at,
                            anban_ms now, struct booking *out, struct facts *facts)
{
  if (!booking_load(db, booking_id, out)) {
    *out = (struct booking){0};
    return REFUSAL_UNKNOWN_BOOKING;
  }
  if (out->status == BOOKING_CANCELLED) // it is what was wished
    return REFUSAL_NONE;
  if (booking_came_to_nothing(out->status))
    return refusal_told(out, facts);
  const char *what = booking_step_of(out->status, BOOKING_CANCELLED, party_of(who));
  if (!what || (who->kind != ACTOR_STAFF && !may_still_cancel(db, out, made_at, now, facts)))
    return REFUSAL_CUTOFF;
  out->status = BOOKING_CANCELLED;
  COPY_TEXT(out->reason, refusal_code(REFUSAL_WITHDRAWN));
  give_back(db, out, now);
  settle(db, out, who, now);
  return REFUSAL_NONE;
}

enum refusal booking_rate(struct db *db, const char *booking_id, enum booking_face face, const struct actor *who,
                          anban_ms now, struct booking *out)
{
  if (!booking_load(db, booking_id, out)) {
    *out = (struct booking){0};
    return REFUSAL_UNKNOWN_BOOKING;
  }
  if (booking_step_of(out->status, BOOKING_CONFIRMED, PARTY_OF_ELDER)) {
    out->status = BOOKING_CONFIRMED;
    out->face = face;
    settle(db, out, who, now);
  }
  return REFUSAL_NONE;
}

// Whoever the reason names is asked for a helper, a time or a word that the step needs.
static bool makes_sense(const struct booking_step *step, struct fault *fault)
{
  bool needs_reason = step->to == BOOKING_DECLINED || step->to == BOOKING_MISSED;
  if (needs_reason && step->reason == REFUSAL_NONE)
    return fault_set(fault, "step.reason: why is expected");
  if (step->to == BOOKING_ACCEPTED && !step->helper[0] && !step->helper_id[0])
    return fault_set(fault, "step.helper: the name of who comes is expected");
  return true;
}

// Another time has another seat. Staff may promise one that is not on the list: then none is held.
static bool move_to(struct db *db, struct booking *booking, anban_ms at, anban_ms now, struct fault *fault)
{
  struct service_file file;
  if (at == 0 || at == booking->at)
    return true;
  if (service_load(db, booking->service_id, &file) && slot_is_there(db, booking->service_id, at)) {
    if (!is_free(db, &file, at))
      return fault_set(fault, "step.at: nothing is free at that time any more");
    give_back(db, booking, now);
    seat_take(db, &file, at, booking->id);
  } else {
    give_back(db, booking, now);
  }
  booking->at = at;
  return true;
}

// Their time is theirs to give once: another booking in it is a conflict, and nothing is changed.
static enum outcome send(struct db *db, const struct booking_step *step, struct booking *booking, struct fault *fault)
{
  struct helper helper = {.service_count = 0};
  if (step->helper_id[0] && !helper_load(db, step->helper_id, &helper)) {
    fault_set(fault, "there is no helper %s", step->helper_id);
    return OUTCOME_NOT_FOUND;
  }
  COPY_TEXT(booking->helper_id, helper.id);
  COPY_TEXT(booking->helper, helper.id[0] ? helper.name : step->helper);
  helper_give_back_time(db, booking->id);
  if (!helper.id[0] || helper_take_time(db, helper.id, booking->id, booking->at, booking->minutes))
    return OUTCOME_DONE;
  fault_set(fault, "%s has another booking at that time", helper.name);
  return OUTCOME_TIME_TAKEN;
}

static enum outcome accept(struct db *db, const struct booking_step *step, anban_ms now, struct booking *booking,
                           struct fault *fault)
{
  if (!move_to(db, booking, step->at, now, fault))
    return OUTCOME_TIME_TAKEN;
  return send(db, step, booking, fault);
}

static void write_down(struct db *db, const struct booking_step *step, const struct actor *who, anban_ms now,
                       struct booking *booking)
{
  bool is_told_late = step->happened_at > 0 && step->happened_at < now;
  booking->status = step->to;
  if (booking_came_to_nothing(step->to)) {
    COPY_TEXT(booking->reason, refusal_code(step->to == BOOKING_CANCELLED ? REFUSAL_WITHDRAWN : step->reason));
    COPY_TEXT(booking->decided_by, who->name);
    give_back(db, booking, now);
  }
  settle_at(db, booking, who, is_told_late ? step->happened_at : now, now);
}

// A helper sees, and does, only what is theirs.
static bool may_see(const struct booking *booking, const struct actor *who)
{
  return who->kind != ACTOR_HELPER || strcmp(booking->helper_id, who->id) == 0;
}

static enum outcome find(struct db *db, const char *id, const struct actor *who, struct booking *out,
                         struct fault *fault)
{
  if (booking_load(db, id, out) && may_see(out, who))
    return OUTCOME_DONE;
  fault_set(fault, "there is no booking %s", id);
  return OUTCOME_NOT_FOUND;
}

enum outcome booking_step_take(struct db *db, const struct booking_step *step, const struct actor *who, anban_ms now,
                               struct booking *out, struct fault *fault)
{
  enum outcome outcome = find(db, step->booking_id, who, out, fault);
  // Told twice, as by a telephone whose answer was lost on the way.
  if (outcome != OUTCOME_DONE || (out->status == step->to && step->to != BOOKING_ACCEPTED))
    return outcome;
  const char *what = booking_step_of(out->status, step->to, party_of(who));
  if (!what) {
    fault_set(fault, "the booking %s is %s already", out->id, booking_status_code(out->status));
    return OUTCOME_SETTLED;
  }
  if (!makes_sense(step, fault))
    return OUTCOME_WRONG;
  if (step->to == BOOKING_ACCEPTED)
    outcome = accept(db, step, now, out, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  write_down(db, step, who, now, out);
  announce_audit(db, who, what, out->id, now);
  return OUTCOME_DONE;
}

enum outcome booking_set_photo(struct db *db, const char *booking_id, const char *photo, const struct actor *who,
                               anban_ms now, struct fault *fault)
{
  struct booking booking;
  enum outcome outcome = find(db, booking_id, who, &booking, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  COPY_TEXT(booking.photo, photo);
  booking_save(db, &booking);
  announce(db, &booking, now);
  announce_audit(db, who, "booking.photo", booking.id, now);
  return OUTCOME_DONE;
}

struct gathering {
  struct booking *bookings;
  anban_ms done_since;
  int most, count;
};

static bool gather(void *ctx, const struct booking *booking)
{
  struct gathering *all = ctx;
  if (!booking_is_over(booking->status) && (booking->status != BOOKING_DONE || booking->at >= all->done_since))
    all->bookings[all->count++] = *booking;
  return all->count < all->most;
}

struct booking *bookings_for_kiosks(struct db *db, anban_ms now, int *count)
{
  struct gathering all = {.bookings = memory_new(MOST_BOOKINGS * sizeof *all.bookings), .most = MOST_BOOKINGS};
  all.done_since = now - DONE_KEPT_MS;
  booking_each(db, now - 31 * MS_DAY, NO_END, "", gather, &all);
  *count = all.count;
  return all.bookings;
}

void bookings_decline_all(struct db *db, const char *resident_id, anban_ms now)
{
  struct gathering own = {.bookings = memory_new(MOST_BOOKINGS * sizeof *own.bookings), .most = MOST_BOOKINGS};
  booking_each(db, now, NO_END, resident_id, gather, &own);
  for (int i = 0; i < own.count; i++) {
    struct booking *booking = &own.bookings[i];
    booking->status = BOOKING_DECLINED;
    COPY_TEXT(booking->reason, refusal_code(REFUSAL_BY_STAFF));
    give_back(db, booking, now);
    settle(db, booking, &(struct actor){.kind = ACTOR_PROGRAM}, now);
  }
  db_run(db, "UPDATE booking SET note = '', place = '', photo = '', asked_by = '' WHERE resident_id = $1", "s",
         resident_id);
  free(own.bookings);
}
