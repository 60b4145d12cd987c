// SPDX-License-Identifier: GPL-3.0-or-later
// Each shape read from its sample and written again is the same document.
#include "samples.h"

#include "protocol/message.h"

static void assert_same(json_t *expected, json_t *written)
{
  char *text = json_print(written);
  if (!json_equal(expected, written))
    fail_msg("written differently: %s", text);
  free(text);
  json_decref(expected);
  json_decref(written);
}

static void a_message_survives(void **state)
{
  json_t *json = sample("message-order-place");
  struct message message;
  struct fault fault = {{0}};
  if (!message_read(json, &message, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(message.body.is.order.items[0].count, 2);
  assert_int_equal(message.body.is.order.meal, MEAL_LUNCH);
  assert_same(json, message_write(&message));
}

static void an_answer_survives(void **state)
{
  json_t *json = sample("answer-order");
  struct answer answer;
  struct fault fault = {{0}};
  if (!answer_read(json, &answer, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(answer.record.is.order.number, 12);
  assert_same(json, answer_write(&answer));
}

static void a_refusal_survives_with_its_facts(void **state)
{
  json_t *json = sample("answer-refused");
  struct answer answer;
  struct fault fault = {{0}};
  if (!answer_read(json, &answer, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(answer.reason, REFUSAL_BY_STAFF);
  assert_string_equal(answer.facts.decided_by, "王师傅");
  assert_same(json, answer_write(&answer));
}

static void a_call_for_help_survives(void **state)
{
  json_t *json = sample("event-help");
  struct help help;
  struct fault fault = {{0}};
  if (!help_read(json, &help, &fault))
    fail_msg("%s", fault.sentence);
  assert_int_equal(help.state, HELP_ACKNOWLEDGED);
  assert_same(json, help_write(&help));
}

static void a_snapshot_survives(void **state)
{
  json_t *json = sample("snapshot");
  struct fault fault = {{0}};
  struct snapshot *snapshot = snapshot_read(json, &fault);
  if (!snapshot)
    fail_msg("%s", fault.sentence);
  const struct resident *resident = snapshot_resident(snapshot, "019aa9c0-0000-7000-8000-000000000003");
  assert_non_null(resident);
  assert_int_equal(dish_price_for(&snapshot->dishes[0], resident), 1200);
  assert_null(snapshot_menu(snapshot, "2026-11-22", MEAL_SUPPER));
  assert_same(json, snapshot_write(snapshot));
  snapshot_free(snapshot);
}

static void a_snapshot_of_before_there_were_calls_is_read(void **state)
{
  json_t *json = sample("snapshot");
  struct fault fault = {{0}};
  json_object_del(json, "family");
  json_object_del(json, "calls");
  json_object_del(json, "voice_messages");
  json_object_del(json_array_get(json_object_get(json, "residents"), 0), "auto_answer_from");
  json_object_del(json_array_get(json_object_get(json, "residents"), 0), "auto_answer_to");
  struct snapshot *snapshot = snapshot_read(json, &fault);
  if (!snapshot)
    fail_msg("%s", fault.sentence);
  assert_int_equal(snapshot->family_count, 0);
  assert_int_equal(snapshot->residents[0].auto_answer_from, -1);
  snapshot_free(snapshot);
  json_decref(json);
}

static void breakfast_is_ordered_the_evening_before(void **state)
{
  json_t *json = sample("snapshot");
  struct fault fault = {{0}};
  struct snapshot *snapshot = snapshot_read(json, &fault);
  assert_int_equal(meal_cutoff(&snapshot->site, "2026-11-23", MEAL_BREAKFAST), clock_at("2026-11-22", 20 * 60, 480));
  snapshot_free(snapshot);
  json_decref(json);
}

static void assert_fault(const char *sample_name, const char *path, json_t *value, const char *sentence)
{
  json_t *json = sample(sample_name);
  json_t *at = json;
  for (const char *slash; (slash = strchr(path, '/')) != NULL; path = slash + 1)
    at =
        json_is_array(at) ? json_array_get(at, (size_t)atoi(path)) : json_object_getn(at, path, (size_t)(slash - path));
  json_object_set_new(at, path, value);
  struct message message;
  struct fault fault = {{0}};
  assert_false(message_read(json, &message, &fault));
  assert_string_equal(fault.sentence, sentence);
  json_decref(json);
}

static void a_fault_names_the_item(void **state)
{
  assert_fault("message-order-place", "body/items/0/count", json_integer(0),
               "message.body.items[0].count: a whole number from 1 to 9 is expected");
  assert_fault("message-order-place", "body/date", json_string("2026-02-30"),
               "message.body.date: a date such as \"2026-11-22\" is expected");
  assert_fault("message-order-place", "body/meal", json_string("tea"),
               "message.body.meal: one of \"breakfast\" \"lunch\" \"supper\" is expected");
  assert_fault("message-order-place", "body/place", json_string("a\nb"),
               "message.body.place: one line of text of at most 31 bytes is expected");
  assert_fault("message-order-place", "body/items", json_array(), "message.body.items: at least one item is expected");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_message_survives),
      cmocka_unit_test(an_answer_survives),
      cmocka_unit_test(a_refusal_survives_with_its_facts),
      cmocka_unit_test(a_call_for_help_survives),
      cmocka_unit_test(a_snapshot_survives),
      cmocka_unit_test(a_snapshot_of_before_there_were_calls_is_read),
      cmocka_unit_test(breakfast_is_ordered_the_evening_before),
      cmocka_unit_test(a_fault_names_the_item),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
