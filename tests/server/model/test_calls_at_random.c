// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever people and their networks do, in any order: some things are true of calls after each step.
#include "switchboard.h"

#include "server/model/calls_inside.h"

#define ROUNDS 40
#define STEPS 400

struct dice {
  uint64_t state;
};

// A linear congruential generator: the same rounds on every machine.
static int roll(struct dice *dice, int sides)
{
  dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
  return (int)((dice->state >> 33) % (uint64_t)sides);
}

static int count_ends(const struct live *live, enum end_state state)
{
  int count = 0;
  for (int i = 0; i < live->end_count; i++)
    count += live->ends[i].state == state;
  return count;
}

static void check_members(const struct live *live)
{
  int ends_in = 0;
  for (int i = 0; i < live->call.member_count; i++) {
    const struct call_member *member = &live->call.members[i];
    assert_true(member->state == live->call.state || member->state == CALL_OVER);
    if (member->state != CALL_TALKING)
      continue;
    ends_in++;
    bool has_end = false;
    for (int e = 0; e < live->end_count; e++)
      has_end = has_end || (live->ends[e].state == END_IN && party_same(&live->ends[e].party, &member->party) &&
                            strcmp(live->ends[e].device.id, member->device) == 0);
    assert_true(has_end);
  }
  if (live->call.state == CALL_TALKING)
    assert_int_equal(ends_in, count_ends(live, END_IN));
}

static void check_call(const struct live *live)
{
  check_members(live);
  assert_true(members_talking(live, true) <= MOST_CALL_FAMILY);
  switch (live->call.state) {
  case CALL_RINGING:
    assert_int_equal(count_ends(live, END_IN), 1);
    assert_true(count_ends(live, END_RINGS) > 0);
    break;
  case CALL_TALKING:
    assert_int_equal(count_ends(live, END_RINGS), 0);
    assert_true(live->resumed || members_talking(live, false) >= 2);
    break;
  case CALL_OVER:
  case CALL_STATES:
    assert_int_equal(count_ends(live, END_OUT), live->end_count);
    assert_true(live->call.reason != CALL_REASON_NONE && live->call.over_at > 0);
  }
}

// Each device's last word of a call is its end exactly when it is out of it.
static void check_ends_are_heard(struct switchboard *x, const struct live *live)
{
  int number = atoi(live->call.id + UUID_SIZE - 4);
  for (int i = 0; i < live->end_count; i++) {
    const struct seat *seat = seat_of(x, &live->ends[i].device);
    assert_int_equal(seat->is_over[number], live->ends[i].state == END_OUT);
  }
}

static void check_owner(const struct calls *calls, const char *owner)
{
  const struct live *live;
  int in = 0;
  TAILQ_FOREACH(live, &calls->lives, next)
  for (int i = 0; live->call.state == CALL_TALKING && i < live->end_count; i++)
    in += live->ends[i].state == END_IN && strcmp(live->ends[i].device.owner, owner) == 0;
  assert_true(in <= 1);
}

static void check(struct switchboard *x)
{
  const struct live *live;
  int count = 0;
  TAILQ_FOREACH(live, &x->calls->lives, next)
  {
    check_call(live);
    check_ends_are_heard(x, live);
    count += live->call.state != CALL_OVER;
  }
  assert_int_equal(count, calls_live(x->calls));
  for (int p = 0; p < PERSONS; p++)
    check_owner(x->calls, x->seats[p][0].asker.device.owner);
}

// What a seat learns by the answer to its own request.
static void enters(struct switchboard *x, enum person who, int device)
{
  struct seat *seat = &x->seats[who][device];
  const struct end *end = end_of(calls_find(x->calls, x->call.id), &seat->asker.device);
  if (end && end->state != END_OUT)
    seat->is_over[atoi(x->call.id + UUID_SIZE - 4)] = false;
}

static void place_any(struct switchboard *x, struct dice *dice, int number)
{
  enum person from = (enum person)roll(dice, PERSONS), to = (enum person)roll(dice, UNCLE + 1);
  bool from_kiosk = from <= KIOSK_2;
  int device = roll(dice, DEVICES_EACH);
  bool helps = from == NURSE && roll(dice, 2);
  if (from_kiosk == (to <= KIOSK_2))
    to = from_kiosk ? DAUGHTER : KIOSK;
  if (to == KIOSK_2)
    to = KIOSK;
  enum calls_answer answer = roll(dice, 12) == 0
                                 ? resume(x, number, from, device, to)
                                 : place(x, number, from, device, to, roll(dice, 4), helps ? CALL_HELP : CALL_TALK);
  if (answer == CALLS_DONE)
    enters(x, from, device);
}

static void say_any(struct switchboard *x, struct dice *dice, int number)
{
  static const enum signal_kind kinds[] = {SIGNAL_ACCEPT, SIGNAL_ACCEPT, SIGNAL_ACCEPT,  SIGNAL_ACCEPT,
                                           SIGNAL_JOIN,   SIGNAL_JOIN,   SIGNAL_DECLINE, SIGNAL_BYE,
                                           SIGNAL_STATE,  SIGNAL_OFFER,  SIGNAL_RINGING, SIGNAL_CANDIDATE};
  enum person who = (enum person)roll(dice, PERSONS);
  int device = roll(dice, DEVICES_EACH);
  enum signal_kind kind = kinds[roll(dice, sizeof kinds / sizeof *kinds)];
  bool came_in = say(x, number, who, device, kind) == CALLS_DONE && (kind == SIGNAL_ACCEPT || kind == SIGNAL_JOIN);
  if (came_in)
    enters(x, who, device);
}

// Nobody makes a call anew that has been over so long that the server has forgotten it.
static bool is_remembered(const struct switchboard *x, int number)
{
  char id[UUID_SIZE];
  call_id_of(number, id);
  return calls_find(x->calls, id);
}

static void do_any(struct switchboard *x, struct dice *dice, int *newest)
{
  int number = *newest - roll(dice, 4) > 0 ? *newest - roll(dice, *newest < 4 ? *newest : 4) : 1;
  const struct calls_device *device = &x->seats[roll(dice, PERSONS)][roll(dice, DEVICES_EACH)].asker.device;
  int what = roll(dice, 100);
  if (what < 25 && *newest < MOST_NUMBERS - 1)
    place_any(x, dice, roll(dice, 4) || !is_remembered(x, number) ? ++*newest : number);
  else if (what < 75)
    say_any(x, dice, number);
  else if (what < 80)
    calls_gone(x->calls, device, x->now);
  else if (what < 87)
    calls_back(x->calls, device, x->now);
  else if (what < 88)
    calls_end_of(x->calls, roll(dice, 3) ? device->owner : ELDER, x->now);
  else
    pass(x, roll(dice, 20) * MS_SECOND);
}

// All go home: nothing may be left.
static void end_all(struct switchboard *x)
{
  for (int p = 0; p < PERSONS; p++)
    for (int d = 0; d < DEVICES_EACH; d++)
      calls_gone(x->calls, &x->seats[p][d].asker.device, x->now);
  pass(x, CALL_LOST_MS);
  check(x);
  assert_int_equal(calls_live(x->calls), 0);
  pass(x, CALL_KEPT_MS);
  assert_true(TAILQ_EMPTY(&x->calls->lives));
}

static void what_is_true_stays_true(void **state)
{
  int talks = 0;
  for (int round = 0; round < ROUNDS; round++) {
    void *switchboard;
    struct dice dice = {(uint64_t)round + 1};
    int newest = 0;
    switchboard_open(&switchboard);
    struct switchboard *x = switchboard;
    for (int step = 0; step < STEPS; step++) {
      do_any(x, &dice, &newest);
      check(x);
    }
    end_all(x);
    talks += x->records;
    switchboard_close(&switchboard);
  }
  assert_true(talks > ROUNDS); // something has come about
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_true_stays_true)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
