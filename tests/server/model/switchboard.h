// SPDX-License-Identifier: GPL-3.0-or-later
// Calls among a few devices, each of which remembers what it was told.
#pragma once

#include "base/text.h"
#include "server/model/calls.h"

#include "../../cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#define ELDER "019aa9c0-0000-7000-8000-000000000003"
#define OTHER_ELDER "019aa9c0-0000-7000-8000-000000000004"

// Whoever may call, by number: kiosks, then the family of ELDER, then a stranger of OTHER_ELDER's, then staff.
enum person { KIOSK, KIOSK_2, DAUGHTER, SON, GRANDSON, AUNT, UNCLE, STRANGER, NURSE, COOK, PERSONS };
#define DEVICES_EACH 3
#define MOST_NUMBERS 1000 // of calls: a call's id ends in its number

struct seat {
  struct calls_asker asker;
  int heard[SIGNAL_KINDS];
  enum call_reason reason;    // of the last "over"
  struct call call;           // as last told
  int64_t seq;                // of the last signal
  bool is_over[MOST_NUMBERS]; // of each call: the last it heard of it is that it is over
};

struct switchboard {
  struct calls *calls;
  struct calls_time now;
  struct seat seats[PERSONS][DEVICES_EACH];
  int records, auto_answered;
  struct call_record record; // the last that is over
  // Of the last thing done.
  struct call call;
  struct calls_other other;
  int64_t seq;
  bool changed;
};

static inline struct seat *seat_of(struct switchboard *x, const struct calls_device *device)
{
  for (int p = 0; p < PERSONS; p++)
    for (int d = 0; d < DEVICES_EACH; d++)
      if (strcmp(x->seats[p][d].asker.device.id, device->id) == 0)
        return &x->seats[p][d];
  return NULL;
}

static inline void switchboard_tell(void *ctx, const struct calls_device *device, const struct signal *signal)
{
  struct seat *seat = seat_of(ctx, device);
  seat->heard[signal->kind]++;
  assert_true(signal->seq > seat->seq || strcmp(seat->call.id, signal->call_id) != 0);
  seat->seq = signal->seq;
  if (signal->has_call)
    seat->call = signal->call;
  COPY_TEXT(seat->call.id, signal->call_id);
  seat->is_over[atoi(signal->call_id + UUID_SIZE - 4)] = signal->kind == SIGNAL_OVER;
  const char *reason = json_string_value(json_object_get(signal->data, "reason"));
  for (int r = 0; signal->kind == SIGNAL_OVER && r < CALL_REASONS; r++)
    if (strcmp(reason, call_reason_code((enum call_reason)r)) == 0)
      seat->reason = (enum call_reason)r;
}

static inline void switchboard_record(void *ctx, const struct call_record *record, const char *kiosk_id)
{
  struct switchboard *x = ctx;
  x->auto_answered += record->auto_answered && record->over_at == 0;
  if (record->over_at == 0)
    return;
  x->records++;
  x->record = *record;
}

static inline void person_party(enum person person, struct party *out)
{
  out->kind = person <= KIOSK_2 ? PARTY_RESIDENT : person >= NURSE ? PARTY_STAFF : PARTY_FAMILY;
  if (out->kind == PARTY_RESIDENT)
    COPY_TEXT(out->id, ELDER);
  else
    text_format(out->id, UUID_SIZE, "019aa9c0-0000-7000-8000-0000000001%02d", (int)person);
}

static inline void seat_make(struct seat *seat, enum person person, int device)
{
  struct calls_asker *asker = &seat->asker;
  FORMAT_TEXT(asker->device.owner, "019aa9c0-0000-7000-8000-0000000001%02d", (int)person);
  FORMAT_TEXT(asker->device.id, "019aa9c0-0000-7000-8000-0000000002%d%d", (int)person, device);
  COPY_TEXT(asker->name, "某人");
  person_party(person, &asker->parties[asker->party_count++]);
  if (person >= NURSE)
    asker->parties[asker->party_count++] = (struct party){PARTY_STAFF, DESK_ID};
  if (person <= KIOSK_2) // a room for two
    asker->parties[asker->party_count++] = (struct party){PARTY_RESIDENT, OTHER_ELDER};
  if (person >= DAUGHTER && person <= UNCLE)
    COPY_TEXT(asker->resident_id, ELDER);
  if (person == STRANGER)
    COPY_TEXT(asker->resident_id, OTHER_ELDER);
}

static inline int switchboard_open(void **state)
{
  struct switchboard *x = calloc(1, sizeof *x);
  struct calls_ears ears = {switchboard_tell, switchboard_record, x};
  x->calls = calls_new(&ears, CALL_RING_MS);
  x->now = (struct calls_time){1795305600000, 1000};
  for (int p = 0; p < PERSONS; p++)
    for (int d = 0; d < DEVICES_EACH; d++)
      seat_make(&x->seats[p][d], (enum person)p, d);
  *state = x;
  return 0;
}

static inline int switchboard_close(void **state)
{
  struct switchboard *x = *state;
  calls_free(x->calls);
  free(x);
  return 0;
}

static inline void call_id_of(int number, char out[UUID_SIZE])
{
  text_format(out, UUID_SIZE, "019aa9c0-0000-7000-8000-00000000c%03d", number);
}

// Whose call it is: the stranger's is the other elder's.
static inline void fill_elder(struct calls_wish *wish, struct call_request *request, enum person from)
{
  const char *elder = from == STRANGER ? OTHER_ELDER : ELDER;
  wish->elder.kind = PARTY_RESIDENT;
  COPY_TEXT(wish->elder.id, elder);
  COPY_TEXT(wish->resident_id, elder);
  if (request->to.kind == PARTY_RESIDENT)
    COPY_TEXT(request->to.id, elder);
  wish->to.party = request->to;
}

// Of whom it is to the first `devices` devices are there; a resident's are those of both kiosks' first.
static inline void fill_devices(struct switchboard *x, struct calls_wish *wish, enum person to, int devices)
{
  for (int d = 0; d < devices; d++)
    wish->devices[wish->device_count++] =
        to == KIOSK ? x->seats[d % 2 ? KIOSK_2 : KIOSK][d / 2].asker.device : x->seats[to][d].asker.device;
}

static inline enum calls_answer place(struct switchboard *x, int number, enum person from, int device, enum person to,
                                      int devices, enum call_purpose purpose)
{
  struct call_request request = {.media = CALL_VIDEO, .purpose = purpose};
  struct calls_wish wish = {
      .request = &request, .asker = &x->seats[from][device].asker, .may_auto = purpose == CALL_HELP};
  call_id_of(number, request.id);
  COPY_TEXT(request.device, wish.asker->device.id);
  person_party(from, &request.from);
  person_party(to, &request.to);
  fill_elder(&wish, &request, from);
  fill_devices(x, &wish, to, devices);
  return calls_place(x->calls, &wish, x->now, &x->call, &x->other);
}

// The kiosk's resident rings the desk: a page of the nurse's and two of the other's.
static inline enum calls_answer place_to_desk(struct switchboard *x, int number, enum person kiosk)
{
  struct call_request request = {.media = CALL_VIDEO, .to = {PARTY_STAFF, DESK_ID}};
  struct calls_wish wish = {.request = &request, .asker = &x->seats[kiosk][0].asker};
  call_id_of(number, request.id);
  COPY_TEXT(request.device, wish.asker->device.id);
  request.from = wish.asker->parties[kiosk == KIOSK ? 0 : 1];
  fill_elder(&wish, &request, kiosk == KIOSK ? DAUGHTER : STRANGER);
  fill_devices(x, &wish, NURSE, 1);
  fill_devices(x, &wish, COOK, 2);
  return calls_place(x->calls, &wish, x->now, &x->call, &x->other);
}

static inline enum calls_answer resume(struct switchboard *x, int number, enum person from, int device, enum person to)
{
  struct call_request request = {.media = CALL_VIDEO, .resume = true, .seq = 17, .answered_at = x->now.wall - 5000};
  struct calls_wish wish = {.request = &request, .asker = &x->seats[from][device].asker};
  call_id_of(number, request.id);
  person_party(from, &request.from);
  person_party(to, &request.to);
  request.member_count = 1;
  person_party(DAUGHTER, &request.members[0].party);
  fill_elder(&wish, &request, from);
  return calls_place(x->calls, &wish, x->now, &x->call, &x->other);
}

// `data`: taken over; NULL: an empty object.
static inline enum calls_answer say_with(struct switchboard *x, int number, enum person who, int device,
                                         enum signal_kind kind, json_t *data)
{
  char id[UUID_SIZE];
  struct signal signal = {.kind = kind, .data = data ? data : json_object()};
  call_id_of(number, id);
  COPY_TEXT(signal.device, x->seats[who][device].asker.device.id);
  enum calls_answer answer =
      calls_signal(x->calls, id, &x->seats[who][device].asker, &signal, x->now, &x->seq, &x->call, &x->changed);
  signal_free(&signal);
  return answer;
}

static inline enum calls_answer say(struct switchboard *x, int number, enum person who, int device,
                                    enum signal_kind kind)
{
  return say_with(x, number, who, device, kind, NULL);
}

static inline int heard(struct switchboard *x, enum person who, int device, enum signal_kind kind)
{
  return x->seats[who][device].heard[kind];
}

static inline void pass(struct switchboard *x, anban_ms time)
{
  x->now.wall += time;
  x->now.steady += time;
  calls_tick(x->calls, x->now);
}

// The daughter calls, the kiosk answers.
static inline void talk(struct switchboard *x)
{
  assert_int_equal(place(x, 1, DAUGHTER, 0, KIOSK, 1, CALL_TALK), CALLS_DONE);
  assert_int_equal(say(x, 1, KIOSK, 0, SIGNAL_ACCEPT), CALLS_DONE);
}
