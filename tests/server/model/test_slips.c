// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/slips.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/kiosk.h"
#include "server/model/staff.h"

#define MESSAGE "019aa9c0-0000-7000-8000-000000000001"
#define OTHER "019aa9c0-0000-7000-8000-000000000011"
#define ORDER "019aa9c0-0000-7000-8000-000000000002"
#define ORDER2 "019aa9c0-0000-7000-8000-000000000012"

// A desk, and a kiosk whose key it knows.
struct desk {
  struct community c;
  struct device_key key;
  struct message message; // as the kiosk has it: with names and prices
  char kiosk_id[UUID_SIZE];
  char text[SLIP_TEXT_SIZE];
};

static void add_kiosk(struct desk *desk)
{
  struct kiosk found;
  struct enrolment enrolment = {.serial = "kiosk-1", .version = "1"};
  COPY_TEXT(enrolment.public_key, desk->key.public_key);
  assert_true(db_begin(desk->c.db));
  assert_int_equal(kiosk_enrol(desk->c.db, &enrolment, true, EIGHT, &found), KIOSK_ENROLLED);
  COPY_TEXT(desk->kiosk_id, found.id);
  struct staff staff = {.display_name = "王师傅", .role = STAFF_ADMIN};
  COPY_TEXT(staff.id, cook.id);
  COPY_TEXT(staff.name, "wang");
  assert_int_equal(staff_put(desk->c.db, &staff, "hash", &cook, EIGHT, NULL, &desk->c.fault), OUTCOME_DONE);
  assert_true(db_commit(desk->c.db));
}

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof *desk);
  struct fault fault;
  assert_true(secret_start(&fault));
  community_open(&desk->c);
  device_key_new(&desk->key);
  add_kiosk(desk);
  desk->message = message_of(MESSAGE, MESSAGE_ORDER_PLACE);
  desk->message.body.is.order = wish_for(ORDER, GUO, LION);
  COPY_TEXT(desk->message.body.is.order.items[0].name, "红烧狮子头套餐");
  desk->message.body.is.order.items[0].price_fen = 1501;
  desk->message.body.is.order.total_fen = 1501;
  assert_true(slip_write(&desk->message, 17, &desk->key, desk->text));
  *state = desk;
  return 0;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  community_close(&desk->c);
  free(desk);
  return 0;
}

static json_t *scan_at(struct desk *desk, const char *text, anban_ms now)
{
  assert_true(db_begin(desk->c.db));
  json_t *out = slip_enter(desk->c.db, text, &cook, now);
  assert_true(db_commit(desk->c.db));
  return out;
}

static const char *text_of(const json_t *json, const char *name)
{
  return json_string_value(json_object_get(json, name));
}

static void expect_verdict(json_t *json, const char *verdict)
{
  assert_string_equal(text_of(json, "verdict"), verdict);
  json_decref(json);
}

static int64_t orders_of(struct desk *desk)
{
  return number_of(desk->c.db, "SELECT COUNT(*) FROM meal_order");
}

// As the kiosk itself delivers it.
static void deliver(struct desk *desk, struct buffer *answer)
{
  struct actor self = {.kind = ACTOR_KIOSK};
  COPY_TEXT(self.id, desk->kiosk_id);
  assert_true(db_begin(desk->c.db));
  assert_int_equal(message_take(desk->c.db, &desk->message, &self, EIGHT + MS_MINUTE, answer, &desk->c.fault),
                   OUTCOME_DONE);
  assert_true(db_commit(desk->c.db));
}

static void a_slip_is_entered_once_however_often_it_is_scanned(void **state)
{
  struct desk *desk = *state;
  json_t *first = scan_at(desk, desk->text, EIGHT);
  assert_string_equal(text_of(first, "verdict"), "entered");
  assert_int_equal(json_integer_value(json_object_get(first, "number")), 17);
  assert_string_equal(text_of(json_object_get(first, "resident"), "name"), "陈国强");
  assert_true(json_is_true(json_object_get(json_object_get(first, "answer"), "accepted")));
  json_t *again = scan_at(desk, desk->text, EIGHT + MS_HOUR);
  assert_string_equal(text_of(again, "verdict"), "known");
  assert_true(json_integer_value(json_object_get(again, "entered_at")) == EIGHT);
  assert_string_equal(text_of(again, "entered_by"), "王师傅");
  assert_int_equal(orders_of(desk), 1);
  assert_int_equal(number_of(desk->c.db, "SELECT COUNT(*) FROM audit WHERE what = 'slip.enter'"), 1);
  json_decref(first);
  json_decref(again);
}

static void the_kiosk_that_delivers_after_the_scan_gets_its_answer(void **state)
{
  struct desk *desk = *state;
  struct buffer text = {0};
  struct answer answer;
  expect_verdict(scan_at(desk, desk->text, EIGHT), "entered");
  deliver(desk, &text);
  json_t *json = json_parse(text.bytes, text.size, &desk->c.fault);
  assert_true(answer_read(json, &answer, &desk->c.fault));
  assert_true(answer.accepted);
  assert_string_equal(answer.record.is.order.id, ORDER);
  assert_int_equal(answer.record.is.order.total_fen, 1501);
  assert_int_equal(orders_of(desk), 1);
  json_decref(json);
  buffer_free(&text);
}

static void a_scan_after_the_delivery_is_told_so(void **state)
{
  struct desk *desk = *state;
  struct buffer text = {0};
  deliver(desk, &text);
  json_t *out = scan_at(desk, desk->text, EIGHT + MS_DAY);
  assert_string_equal(text_of(out, "verdict"), "known");
  assert_string_equal(text_of(out, "entered_by"), "");
  assert_true(json_integer_value(json_object_get(out, "entered_at")) == EIGHT + MS_MINUTE);
  assert_int_equal(orders_of(desk), 1);
  json_decref(out);
  buffer_free(&text);
}

static void each_wrong_paper_has_its_own_words(void **state)
{
  struct desk *desk = *state;
  char text[SLIP_TEXT_SIZE];
  struct device_key other;
  expect_verdict(scan_at(desk, "https://example.com", EIGHT), "not_ours");
  expect_verdict(scan_at(desk, "", EIGHT), "not_ours");
  COPY_TEXT(text, desk->text);
  text[strlen(text) - 3] = '\0';
  expect_verdict(scan_at(desk, text, EIGHT), "not_whole");
  device_key_new(&other);
  assert_true(slip_write(&desk->message, 17, &other, text));
  expect_verdict(scan_at(desk, text, EIGHT), "other_centre");
  COPY_TEXT(other.public_key, desk->key.public_key);
  assert_true(slip_write(&desk->message, 17, &other, text));
  expect_verdict(scan_at(desk, text, EIGHT), "altered");
  expect_verdict(scan_at(desk, desk->text, EIGHT + SLIP_KEPT_MS + 1), "too_old");
  assert_int_equal(orders_of(desk), 0);
  assert_int_equal(number_of(desk->c.db, "SELECT COUNT(*) FROM message"), 0);
}

static void revoke_at(struct desk *desk, anban_ms now)
{
  assert_true(db_begin(desk->c.db));
  assert_int_equal(kiosk_revoke(desk->c.db, desk->kiosk_id, &cook, now, &desk->c.fault), OUTCOME_DONE);
  assert_true(db_commit(desk->c.db));
}

static void a_revoked_kiosk_is_believed_until_it_was_revoked(void **state)
{
  struct desk *desk = *state;
  char late[SLIP_TEXT_SIZE];
  struct message message = desk->message;
  COPY_TEXT(message.id, OTHER);
  message.made_at = EIGHT + 2 * MS_MINUTE;
  assert_true(slip_write(&message, 18, &desk->key, late));
  revoke_at(desk, EIGHT + MS_MINUTE);
  revoke_at(desk, EIGHT + MS_HOUR); // once more takes nothing back
  expect_verdict(scan_at(desk, late, EIGHT + MS_HOUR), "revoked");
  expect_verdict(scan_at(desk, desk->text, EIGHT + MS_HOUR), "entered");
  assert_int_equal(orders_of(desk), 1);
}

static void a_wish_that_is_refused_is_entered_with_its_reason(void **state)
{
  struct desk *desk = *state;
  json_t *out = scan_at(desk, desk->text, LUNCH_CUTOFF + MS_HOUR);
  assert_string_equal(text_of(out, "verdict"), "entered");
  assert_string_equal(text_of(json_object_get(out, "answer"), "reason"), "cutoff");
  assert_string_equal(text_of(json_object_get(out, "resident"), "name"), "陈国强");
  assert_string_equal(text_of(json_object_get(out, "message"), "kind"), "order.place");
  json_decref(out);
}

static void a_wish_that_was_made_in_time_is_taken_a_while_later(void **state)
{
  struct desk *desk = *state;
  json_t *out = scan_at(desk, desk->text, LUNCH_CUTOFF + 20 * MS_MINUTE);
  assert_true(json_is_true(json_object_get(json_object_get(out, "answer"), "accepted")));
  json_decref(out);
}

static void a_word_finds_what_has_come(void **state)
{
  struct desk *desk = *state;
  char word[SLIP_WORD_SIZE];
  slip_word(MESSAGE, word);
  expect_verdict(scan_at(desk, word, EIGHT), "not_here");
  expect_verdict(scan_at(desk, desk->text, EIGHT), "entered");
  json_t *out = scan_at(desk, word, EIGHT + MS_MINUTE);
  assert_string_equal(text_of(out, "verdict"), "known");
  assert_string_equal(text_of(json_object_get(out, "resident"), "name"), "陈国强");
  json_decref(out);
  word[2] = word[2] == 'A' ? 'C' : 'A';
  expect_verdict(scan_at(desk, word, EIGHT), "mistyped");
}

static json_t *by_hand(struct desk *desk, const char *word, const struct message *message)
{
  assert_true(db_begin(desk->c.db));
  json_t *out = slip_enter_by_hand(desk->c.db, word, message, &cook, EIGHT);
  assert_true(db_commit(desk->c.db));
  return out;
}

static void what_was_entered_by_hand_is_what_the_kiosk_delivers_later(void **state)
{
  struct desk *desk = *state;
  char word[SLIP_WORD_SIZE];
  struct buffer text = {0}, again = {0};
  struct message typed = message_of(OTHER, MESSAGE_ORDER_PLACE);
  typed.body.is.order = wish_for(ORDER2, GUO, LION);
  slip_word(MESSAGE, word);
  expect_verdict(by_hand(desk, word, &typed), "entered");
  expect_verdict(by_hand(desk, word, &typed), "known");
  deliver(desk, &text);
  deliver(desk, &again);
  assert_string_equal(text.bytes, again.bytes);
  assert_non_null(strstr(text.bytes, MESSAGE)); // answered under its own id
  assert_non_null(strstr(text.bytes, ORDER2));  // with the order that is there
  expect_verdict(scan_at(desk, desk->text, EIGHT + MS_MINUTE), "known");
  assert_int_equal(orders_of(desk), 1);
  buffer_free(&text);
  buffer_free(&again);
}

static void a_scan_of_what_was_entered_by_hand_is_known(void **state)
{
  struct desk *desk = *state;
  char word[SLIP_WORD_SIZE];
  struct message typed = message_of(OTHER, MESSAGE_ORDER_PLACE);
  typed.body.is.order = wish_for(ORDER2, GUO, LION);
  slip_word(MESSAGE, word);
  expect_verdict(by_hand(desk, word, &typed), "entered");
  expect_verdict(scan_at(desk, desk->text, EIGHT + MS_MINUTE), "known");
  assert_int_equal(orders_of(desk), 1);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      AT_DESK(a_slip_is_entered_once_however_often_it_is_scanned),
      AT_DESK(the_kiosk_that_delivers_after_the_scan_gets_its_answer),
      AT_DESK(a_scan_after_the_delivery_is_told_so),
      AT_DESK(each_wrong_paper_has_its_own_words),
      AT_DESK(a_revoked_kiosk_is_believed_until_it_was_revoked),
      AT_DESK(a_wish_that_is_refused_is_entered_with_its_reason),
      AT_DESK(a_wish_that_was_made_in_time_is_taken_a_while_later),
      AT_DESK(a_word_finds_what_has_come),
      AT_DESK(what_was_entered_by_hand_is_what_the_kiosk_delivers_later),
      AT_DESK(a_scan_of_what_was_entered_by_hand_is_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
