// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/departure.h"
#include "server/model/residents.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/orders.h"
#include "server/model/snapshots.h"

#define NEW "019aa9c0-0000-7000-8000-0000000000ee"
#define PORTRAIT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const char whole[] =
    "{\"id\":\"" NEW "\",\"name\":\"沈秀英\",\"room\":\"3 幢 105\",\"portrait\":\"" PORTRAIT "\",\"locale\":\"zh_CN\","
    "\"card\":\"0012345678\",\"pin\":\"4711\",\"diet\":{\"marks\":[\"sugar_free\"],\"allergens\":[\"egg\"]},"
    "\"subsidy_percent\":30,\"text_percent\":200,\"usual_delivery\":\"deliver\",\"phone\":\"0571-1\",\"note\":\"午睡\","
    "\"contacts\":[{\"name\":\"沈涛\",\"relation\":\"儿子\",\"phone\":\"0571-2\"}],"
    "\"consent\":{\"portrait\":true,\"family_calls\":false},\"auto_answer_from\":480,\"auto_answer_to\":1200}";

static bool read_text(const char *text, struct resident_file *out, char pin[5], struct fault *fault)
{
  json_t *json = json_parse(text, strlen(text), fault);
  bool ok = json && resident_file_read(json, out, pin, fault);
  json_decref(json);
  return ok;
}

static enum outcome put(struct community *c, const struct resident_file *file)
{
  assert_true(db_begin(c->db));
  enum outcome outcome = resident_put(c->db, file, &cook, EIGHT, &c->fault);
  if (outcome == OUTCOME_DONE)
    assert_true(db_commit(c->db));
  else
    db_rollback(c->db);
  return outcome;
}

static json_t *listed(struct community *c, const char *id)
{
  json_t *list = residents_list(c->db), *found = NULL;
  for (size_t i = 0; i < json_array_size(list); i++)
    if (strcmp(json_string_value(json_object_get(json_array_get(list, i), "id")), id) == 0)
      found = json_incref(json_array_get(list, i));
  json_decref(list);
  return found;
}

static void what_the_desk_saves_it_gets_back_but_for_the_pin(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file;
  char pin[5];
  if (!read_text(whole, &file, pin, &c.fault))
    fail_msg("%s", c.fault.sentence);
  assert_false(file.keeps_pin);
  assert_string_equal(pin, "4711");
  assert_string_equal(file.resident.pin, "");
  assert_true(resident_file_hash_pin(&file, pin, &c.fault));
  assert_int_equal(put(&c, &file), OUTCOME_DONE);
  json_t *json = listed(&c, NEW);
  assert_non_null(json);
  assert_true(json_is_true(json_object_get(json, "has_pin")));
  assert_null(json_object_get(json, "pin"));
  char *text = json_print(json);
  assert_null(strstr(text, "argon2"));
  free(text);
  assert_true(json_integer_value(json_object_get(json, "revision")) > 0);
  json_object_del(json, "revision");
  json_object_del(json, "has_pin");
  json_object_set_new(json, "pin", json_string("4711"));
  json_t *expected = json_parse(whole, sizeof whole - 1, &c.fault);
  assert_true(json_equal(json, expected));
  json_decref(expected);
  json_decref(json);
  community_close(&c);
}

static void a_pin_is_kept_set_or_taken_away(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file;
  struct resident resident;
  char pin[5];
  assert_true(read_text(whole, &file, pin, &c.fault));
  assert_true(resident_file_hash_pin(&file, pin, &c.fault));
  put(&c, &file);
  file.resident.pin[0] = '\0';
  file.keeps_pin = true;
  COPY_TEXT(file.resident.room, "9 幢 1");
  assert_int_equal(put(&c, &file), OUTCOME_DONE);
  assert_true(resident_load(c.db, NEW, &resident));
  assert_string_equal(resident.room, "9 幢 1");
  assert_true(secret_password_matches(resident.pin, "4711"));
  assert_true(resident_file_hash_pin(&file, "", &c.fault));
  file.keeps_pin = false;
  put(&c, &file);
  assert_true(resident_load(c.db, NEW, &resident));
  assert_string_equal(resident.pin, "");
  community_close(&c);
}

static void a_language_that_no_kiosk_speaks_is_refused(void **state)
{
  struct community c = {0};
  char text[1024];
  const char *at = strstr(whole, "\"zh_CN\"");
  FORMAT_TEXT(text, "%.*s\"zh_CN@mars\"%s", (int)(at - whole), whole, at + 7);
  struct resident_file file;
  char pin[5];
  assert_false(read_text(text, &file, pin, &c.fault));
  assert_non_null(strstr(c.fault.sentence, "resident.locale: one of \"zh_CN\""));
}

static void what_is_no_pin_is_refused(void **state)
{
  struct community c;
  community_open(&c);
  static const char *const wrong[] = {"\"471\"", "\"47111\"", "\"47 1\"", "4711", "null", "\"四七一一\""};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct resident_file file;
    char pin[5], text[1024];
    const char *at = strstr(whole, "\"4711\"");
    FORMAT_TEXT(text, "%.*s%s%s", (int)(at - whole), whole, wrong[i], at + 6);
    assert_false(read_text(text, &file, pin, &c.fault));
    assert_string_equal(c.fault.sentence, "resident.pin: four digits, or an empty text is expected");
  }
  community_close(&c);
}

static void a_card_is_one_persons(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file;
  char pin[5];
  assert_true(read_text(whole, &file, pin, &c.fault));
  assert_int_equal(put(&c, &file), OUTCOME_DONE);
  assert_int_equal(put(&c, &file), OUTCOME_DONE);
  COPY_TEXT(file.resident.id, GUO);
  assert_int_equal(put(&c, &file), OUTCOME_CARD_TAKEN);
  COPY_TEXT(file.resident.card, "00BC614E");
  assert_int_equal(put(&c, &file), OUTCOME_CARD_TAKEN);
  assert_false(db_failed(c.db));
  community_close(&c);
}

static void a_kiosk_shows_a_portrait_only_with_consent(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file;
  char pin[5];
  assert_true(read_text(whole, &file, pin, &c.fault));
  put(&c, &file);
  struct snapshot *snapshot = snapshot_take(c.db, EIGHT, &c.fault);
  assert_string_equal(snapshot_resident(snapshot, NEW)->portrait, PORTRAIT);
  snapshot_free(snapshot);
  file.consent_portrait = false;
  put(&c, &file);
  snapshot = snapshot_take(c.db, EIGHT, &c.fault);
  assert_string_equal(snapshot_resident(snapshot, NEW)->portrait, "");
  snapshot_free(snapshot);
  community_close(&c);
}

static void who_leaves_leaves_no_personal_data_and_no_open_order(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file;
  struct order order, today = wish_for("019aa9c0-0000-7000-8000-000000000a01", NEW, LION), tomorrow = today;
  char pin[5];
  assert_true(read_text(whole, &file, pin, &c.fault));
  put(&c, &file);
  today.diet_confirmed = tomorrow.diet_confirmed = true;
  COPY_TEXT(tomorrow.id, "019aa9c0-0000-7000-8000-000000000a02");
  COPY_TEXT(tomorrow.date, TOMORROW);
  assert_int_equal(order_place(c.db, &today, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  assert_int_equal(order_place(c.db, &tomorrow, EIGHT, &order, &(struct facts){0}), REFUSAL_NONE);
  // In the evening today's lunch has been eaten.
  assert_int_equal(departure_of_resident(c.db, NEW, &cook, EIGHT + 10 * MS_HOUR, &c.fault), OUTCOME_DONE);
  assert_true(order_load(c.db, today.id, &order));
  assert_int_equal(order.status, ORDER_ACCEPTED);
  assert_true(order_load(c.db, tomorrow.id, &order));
  assert_int_equal(order.status, ORDER_DECLINED);
  assert_null(listed(&c, NEW));
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM contact"), 0);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE left_at > 0 AND name = '沈秀英' AND phone = ''"
                                   " AND note = '' AND card = '' AND portrait = '' AND pin = '' AND allergens = 0"),
                   1);
  assert_int_equal(departure_of_resident(c.db, NEW, &cook, EIGHT, &c.fault), OUTCOME_NOT_FOUND);
  community_close(&c);
}

static void the_name_of_who_left_goes_too_in_time(void **state)
{
  struct community c;
  community_open(&c);
  departure_of_resident(c.db, GUO, &cook, EIGHT, &c.fault);
  assert_int_equal(residents_forget(c.db, EIGHT), 0);
  assert_int_equal(residents_forget(c.db, EIGHT + 1), 1);
  assert_int_equal(residents_forget(c.db, EIGHT + 1), 0);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE name = ''"), 1);
  community_close(&c);
}

static void a_change_is_told_and_kept_with_its_author(void **state)
{
  struct community c;
  community_open(&c);
  int64_t desk = events_newest(c.db, STREAM_DESK), kiosks = events_newest(c.db, STREAM_KIOSKS);
  add_person(&c, NEW, "周慧", (struct diet){0}, 0);
  assert_int_equal(events_newest(c.db, STREAM_DESK), desk + 1);
  assert_int_equal(events_newest(c.db, STREAM_KIOSKS), kiosks + 1);
  struct db_rows *rows = db_query(c.db, "SELECT who, what, at FROM audit WHERE thing = $1", "s", NEW);
  assert_true(db_rows_next(rows));
  assert_string_equal(db_rows_text(rows, 0), cook.id);
  assert_string_equal(db_rows_text(rows, 1), "resident.put");
  assert_true(db_rows_integer(rows, 2) == EIGHT);
  db_rows_end(rows);
  community_close(&c);
}

static void a_community_has_an_end(void **state)
{
  struct community c;
  community_open(&c);
  char id[UUID_SIZE];
  assert_true(db_begin(c.db));
  for (int i = 2; i < MOST_RESIDENTS; i++) {
    FORMAT_TEXT(id, "019aa9c0-3333-7000-8000-%012d", i);
    add_person(&c, id, "某人", (struct diet){0}, 0);
  }
  struct resident_file file = {.resident = {.id = NEW, .name = "多一个", .locale = "zh_CN", .text_percent = 100}};
  assert_int_equal(resident_put(c.db, &file, &cook, EIGHT, &c.fault), OUTCOME_FULL);
  COPY_TEXT(file.resident.id, id);
  assert_int_equal(resident_put(c.db, &file, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  assert_true(db_commit(c.db));
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_the_desk_saves_it_gets_back_but_for_the_pin),
      cmocka_unit_test(a_pin_is_kept_set_or_taken_away),
      cmocka_unit_test(a_language_that_no_kiosk_speaks_is_refused),
      cmocka_unit_test(what_is_no_pin_is_refused),
      cmocka_unit_test(a_card_is_one_persons),
      cmocka_unit_test(a_kiosk_shows_a_portrait_only_with_consent),
      cmocka_unit_test(who_leaves_leaves_no_personal_data_and_no_open_order),
      cmocka_unit_test(the_name_of_who_left_goes_too_in_time),
      cmocka_unit_test(a_change_is_told_and_kept_with_its_author),
      cmocka_unit_test(a_community_has_an_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
