// SPDX-License-Identifier: GPL-3.0-or-later
// The courses of calls that kiosk and pages share (tests/samples/call-machine.json), step by step.
#include "../../../protocol/samples.h"

#include "base/text.h"
#include "kiosk/model/telephone/call_machine.h"

static const char *text_of(json_t *step, const char *name, const char *otherwise)
{
  const char *text = json_string_value(json_object_get(step, name));
  return text ? text : otherwise;
}

static enum call_reason reason_of(const char *code)
{
  int i = 0;
  while (i < CALL_REASONS && strcmp(call_reason_code((enum call_reason)i), code) != 0)
    i++;
  return (enum call_reason)i;
}

static enum call_state told_as(const char *code)
{
  int i = 0;
  while (i < CALL_STATES && strcmp(call_state_code((enum call_state)i), code) != 0)
    i++;
  return (enum call_state)i;
}

// "K kiosk", "P", "Q over", "kiosk", ""
static struct call_member member_of(const char *told)
{
  struct call_member member = {.party.kind = strstr(told, "kiosk") ? PARTY_RESIDENT : PARTY_FAMILY,
                               .state = strstr(told, "over") ? CALL_OVER : CALL_TALKING};
  if (*told && *told != 'k')
    FORMAT_TEXT(member.device, "%c", *told);
  return member;
}

// NULL: the step does not tell it.
static const struct call *call_of(json_t *step, struct call *call)
{
  json_t *members = json_object_get(step, "members");
  if (!members && !json_object_get(step, "as") && strcmp(text_of(step, "in", ""), "server posted") != 0)
    return NULL;
  *call =
      (struct call){.state = told_as(text_of(step, "as", "ringing")), .reason = reason_of(text_of(step, "code", ""))};
  COPY_TEXT(call->id, text_of(step, "call", "C1"));
  call->member_count = (int)json_array_size(members);
  for (int i = 0; i < call->member_count; i++)
    call->members[i] = member_of(json_string_value(json_array_get(members, (size_t)i)));
  return call;
}

static struct call_machine_input input_of(json_t *step, int64_t *seq, struct call *call)
{
  struct call_machine_input in = {.kind = call_machine_kind_of(text_of(step, "in", "")),
                                  .at = json_integer_value(json_object_get(step, "at")),
                                  .kiosk = strcmp(text_of(step, "from", "family"), "kiosk") == 0,
                                  .final = json_is_true(json_object_get(step, "final")),
                                  .offer = (int)json_integer_value(json_object_get(step, "offer")),
                                  .reason = reason_of(text_of(step, "code", ""))};
  bool signal = strncmp(text_of(step, "in", ""), "signal", 6) == 0;
  assert_true(in.kind < CALL_MACHINE_KINDS && in.reason < CALL_REASONS);
  COPY_TEXT(in.device, text_of(step, "device", ""));
  COPY_TEXT(in.call_id, text_of(step, "call", "C1"));
  in.call = call_of(step, call);
  if (signal)
    *seq = json_object_get(step, "seq") ? json_integer_value(json_object_get(step, "seq")) : *seq + 1;
  in.seq = *seq;
  return in;
}

static void add_action(struct buffer *told, const struct call_machine_action *action)
{
  static const char *const words[CALL_MACHINE_DOS] = {"post", "resume", "fetch", "send",     "open",
                                                      "give", "renew",  "close", "close all"};
  buffer_printf(told, "%s%s", told->size > 0 ? ", " : "", words[action->what]);
  if (action->what == DO_SEND)
    buffer_printf(told, " %s", signal_kind_code(action->signal));
  if (action->device[0])
    buffer_printf(told, " %s", action->device);
  if (action->what == DO_OPEN)
    buffer_add_text(told, action->offers ? " offer" : " wait");
  if (action->offer)
    buffer_printf(told, " %d", action->offer);
}

static void assert_done(const struct call_machine_todo *todo, json_t *step, const char *where)
{
  struct buffer told = {0}, wanted = {0};
  json_t *word;
  size_t i;
  for (int k = 0; k < todo->count; k++)
    add_action(&told, &todo->list[k]);
  json_array_foreach(json_object_get(step, "do"), i, word)
      buffer_printf(&wanted, "%s%s", i ? ", " : "", json_string_value(word));
  if (told.size != wanted.size || (told.size && strcmp(told.bytes, wanted.bytes) != 0))
    fail_msg("%s: to do: %s; expected: %s", where, told.size ? told.bytes : "nothing",
             wanted.size ? wanted.bytes : "nothing");
  buffer_free(&told);
  buffer_free(&wanted);
}

static void assert_step(struct call_machine *machine, json_t *step, const struct call_machine_todo *todo,
                        const char *where)
{
  json_t *due = json_object_get(step, "due");
  if (strcmp(call_machine_state_code(machine->state), text_of(step, "state", "?")) != 0)
    fail_msg("%s: %s", where, call_machine_state_code(machine->state));
  if (strcmp(call_reason_code(machine->reason), text_of(step, "reason", "")) != 0)
    fail_msg("%s: because %s", where, call_reason_code(machine->reason));
  if (due && json_integer_value(due) != call_machine_due(machine))
    fail_msg("%s: due %lld", where, (long long)call_machine_due(machine));
  assert_done(todo, step, where);
}

static void run(json_t *told)
{
  bool kiosk = strcmp(text_of(told, "endpoint", ""), "kiosk") == 0;
  struct call_machine machine;
  struct call_machine_todo todo;
  int64_t seq = 0;
  json_t *step;
  size_t i;
  call_machine_init(&machine, kiosk ? "K" : "P", kiosk);
  json_array_foreach(json_object_get(told, "steps"), i, step)
  {
    struct call call;
    struct call_machine_input in = input_of(step, &seq, &call);
    char where[300];
    FORMAT_TEXT(where, "%s, step %zu (%s)", text_of(told, "name", "?"), i + 1, text_of(step, "in", "?"));
    call_machine_take(&machine, &in, &todo);
    assert_step(&machine, step, &todo, where);
  }
}

static void each_course_goes_as_told(void **state)
{
  json_t *file = sample("call-machine"), *told;
  size_t i;
  json_array_foreach(json_object_get(file, "courses"), i, told) run(told);
  assert_true(json_array_size(json_object_get(file, "courses")) > 30);
  json_decref(file);
}

static struct call_machine_input thrown(unsigned dice, int64_t seq, anban_ms now, struct call *call)
{
  struct call_machine_input in = {.kind = (enum call_machine_kind)(dice % CALL_MACHINE_KINDS), .at = now, .seq = seq};
  FORMAT_TEXT(in.device, "%c", (char)('P' + (dice >> 8) % 6));
  COPY_TEXT(in.call_id, "C1");
  in.call = call;
  call->state = (dice >> 5) % 2 ? CALL_TALKING : CALL_RINGING;
  COPY_TEXT(call->id, (dice >> 6) % 4 ? "C1" : "C2");
  return in;
}

static void fall_silent(struct call_machine *machine, anban_ms now)
{
  struct call_machine_todo todo;
  for (int i = 0; i < machine->peer_count; i++) {
    struct call_machine_input in = {.kind = ON_MEDIA_SILENT, .at = now};
    COPY_TEXT(in.device, machine->peers[i].device);
    call_machine_take(machine, &in, &todo);
  }
}

static void assert_ends(struct call_machine *machine, anban_ms now)
{
  struct call_machine_todo todo;
  for (int waits = 0; call_machine_busy(machine); waits++) {
    assert_true(waits < 60 && call_machine_due(machine) >= 0);
    now = call_machine_due(machine) > now ? call_machine_due(machine) : now;
    call_machine_take(machine, &(struct call_machine_input){.kind = ON_TIME, .at = now}, &todo);
  }
  assert_int_equal(call_machine_due(machine), -1);
}

// Whatever comes in whatever order: when all fall silent it ends by itself.
static void no_course_hangs(void **state)
{
  unsigned dice = 7;
  for (int round = 0; round < 3000; round++) {
    struct call_machine machine;
    struct call_machine_todo todo;
    struct call call = {.member_count = 1, .members = {{.device = "P", .state = CALL_TALKING}}};
    anban_ms now = 0;
    call_machine_init(&machine, "K", round % 2);
    for (int i = 0; i < 40; i++) {
      dice = dice * 1103515245u + 12345u;
      struct call_machine_input in = thrown(dice >> 12, i + 1, now += 700, &call);
      call_machine_take(&machine, &in, &todo);
      assert_true(call_machine_busy(&machine) || machine.peer_count == 0);
    }
    fall_silent(&machine, now);
    assert_ends(&machine, now);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_course_goes_as_told),
      cmocka_unit_test(no_course_hangs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
