// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "protocol/slip.h"
#include "protocol/slip_digits.h"

#include <string.h>

#define ORDER "019aa9c0-0000-7000-8000-000000000002"
#define MESSAGE "019aa9c0-0000-7000-8000-000000000001"

struct paper {
  struct device_key key;
  struct message message;
  char text[SLIP_TEXT_SIZE];
  struct slip slip;
};

static int set_up(void **state)
{
  struct paper *paper = calloc(1, sizeof *paper);
  struct fault fault = {{0}};
  assert_true(secret_start(&fault));
  device_key_new(&paper->key);
  json_t *json = sample("message-order-place");
  assert_true(message_read(json, &paper->message, &fault));
  json_decref(json);
  assert_true(slip_write(&paper->message, 17, &paper->key, paper->text));
  *state = paper;
  return 0;
}

static int tear_down(void **state)
{
  free(*state);
  return 0;
}

static void assert_same_message(const struct message *left, const struct message *right)
{
  json_t *one = message_write(left), *other = message_write(right);
  if (!json_equal(one, other))
    fail_msg("%s\n%s", json_dumps(one, 0), json_dumps(other, 0));
  json_decref(one);
  json_decref(other);
}

static void what_is_printed_is_read_again(void **state)
{
  struct paper *paper = *state;
  struct message reduced;
  assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_READ);
  assert_int_equal(paper->slip.number, 17);
  assert_true(slip_is_of_key(&paper->slip, paper->key.public_key));
  assert_true(slip_is_signed_by(&paper->slip, paper->key.public_key));
  assert_true(slip_reduce(&paper->message, &reduced));
  assert_same_message(&paper->slip.message, &reduced);
  const struct order *was = &paper->message.body.is.order, *is = &paper->slip.message.body.is.order;
  assert_string_equal(is->resident_id, was->resident_id);
  assert_string_equal(is->date, was->date);
  assert_string_equal(is->place, was->place);
  assert_string_equal(is->items[0].dish_id, was->items[0].dish_id);
  assert_int_equal(is->items[0].count, was->items[0].count);
  assert_int_equal(is->diet_confirmed, was->diet_confirmed);
}

static void each_kind_that_paper_carries_survives(void **state)
{
  struct paper *paper = *state;
  for (enum message_kind kind = 0; kind < MESSAGE_KINDS; kind++) {
    struct message message = message_blank(kind);
    COPY_TEXT(message.id, MESSAGE);
    message.made_at = 1795305600123;
    if (message.body.kind == RECORD_ORDER)
      message.body.is.order = paper->message.body.is.order;
    assert_int_equal(slip_write(&message, 1, &paper->key, paper->text), slip_carries(kind));
    if (!slip_carries(kind))
      continue;
    assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_READ);
    assert_int_equal(paper->slip.message.kind, kind);
    assert_true(paper->slip.message.made_at == message.made_at);
    assert_string_equal(paper->slip.message.body.is.order.id, message.body.is.order.id);
  }
  assert_false(slip_carries(MESSAGE_HELP_RAISE));
}

// One digit after the other: no change is taken for what was signed.
static void a_changed_digit_is_noticed(void **state)
{
  struct paper *paper = *state;
  for (char *digit = paper->text + strlen(SLIP_PREFIX); *digit; digit++) {
    char was = *digit;
    *digit = was == '9' ? '0' : (char)(was + 1);
    assert_false(slip_read(paper->text, &paper->slip) == SLIP_READ &&
                 slip_is_of_key(&paper->slip, paper->key.public_key) &&
                 slip_is_signed_by(&paper->slip, paper->key.public_key));
    *digit = was;
  }
}

static void what_is_not_whole_is_torn(void **state)
{
  struct paper *paper = *state;
  while (strlen(paper->text) > strlen(SLIP_PREFIX)) {
    paper->text[strlen(paper->text) - 1] = '\0';
    assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_TORN);
  }
  paper->text[3] = '\0';
  assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_FOREIGN);
  assert_int_equal(slip_read("", &paper->slip), SLIP_FOREIGN);
  assert_int_equal(slip_read("https://example.com/20260001", &paper->slip), SLIP_FOREIGN);
}

static void a_long_code_of_somebody_is_torn(void **state)
{
  struct paper *paper = *state;
  char text[3100] = SLIP_PREFIX;
  memset(text + strlen(SLIP_PREFIX), '0', 3000);
  assert_int_equal(slip_read(text, &paper->slip), SLIP_TORN);
  text[strlen(SLIP_PREFIX) + (size_t)17 * 20] = '\0';
  assert_int_equal(slip_read(text, &paper->slip), SLIP_NEWER); // all zeros: a version that never was
}

// Signed well by somebody else's key under our key's id.
static void another_key_is_no_signature_of_ours(void **state)
{
  struct paper *paper = *state;
  struct device_key other;
  device_key_new(&other);
  COPY_TEXT(other.public_key, paper->key.public_key);
  assert_true(slip_write(&paper->message, 17, &other, paper->text));
  assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_READ);
  assert_true(slip_is_of_key(&paper->slip, paper->key.public_key));
  assert_false(slip_is_signed_by(&paper->slip, paper->key.public_key));
}

// The bytes of a record that no kiosk would write, as digits.
static enum slip_reading read_bytes(const unsigned char *bytes, size_t size, struct slip *out)
{
  char text[SLIP_TEXT_SIZE] = SLIP_PREFIX;
  slip_digits_write(bytes, size, text + strlen(SLIP_PREFIX));
  return slip_read(text, out);
}

static void an_announced_count_beyond_the_bytes_is_torn(void **state)
{
  struct paper *paper = *state;
  unsigned char bytes[MOST_SLIP_BYTES];
  assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_READ);
  size_t size = paper->slip.size;
  size_t count_at = size - SIGNATURE_BYTES - (size_t)paper->slip.message.body.is.order.item_count * 17 - 1;
  memcpy(bytes, paper->slip.record, size);
  bytes[count_at] = 255;
  assert_int_equal(read_bytes(bytes, size, &paper->slip), SLIP_TORN);
  bytes[count_at] = 0;
  assert_int_equal(read_bytes(bytes, size, &paper->slip), SLIP_TORN);
}

static void the_largest_order_fits(void **state)
{
  struct paper *paper = *state;
  struct order *order = &paper->message.body.is.order;
  memset(order->place, 'A', sizeof order->place - 1);
  order->item_count = MOST_ORDER_ITEMS;
  for (int i = 0; i < MOST_ORDER_ITEMS; i++) {
    COPY_TEXT(order->items[i].dish_id, ORDER);
    order->items[i].count = MOST_ITEM_COUNT;
  }
  assert_true(slip_write(&paper->message, MOST_SLIP_NUMBER, &paper->key, paper->text));
  assert_int_equal(slip_read(paper->text, &paper->slip), SLIP_READ);
  assert_int_equal(paper->slip.message.body.is.order.item_count, MOST_ORDER_ITEMS);
  // Twenty-five kinds of QR codes are enough for it, and none of them more than a scanner can take.
  assert_true(strlen(paper->text) < 1000);
}

// The page's test reads the same file.
static void the_sample_is_written_as_it_stands(void **state)
{
  struct paper *paper = *state;
  struct fault fault = {{0}};
  char text[SLIP_TEXT_SIZE], word[SLIP_WORD_SIZE];
  json_t *json = sample("slip-order-place");
  const char *hex = json_string_value(json_object_get(json, "secret_key"));
  for (size_t i = 0; i < sizeof paper->key.secret; i++)
    paper->key.secret[i] = (unsigned char)strtoul((char[]){hex[2 * i], hex[2 * i + 1], '\0'}, NULL, 16);
  COPY_TEXT(paper->key.public_key, json_string_value(json_object_get(json, "public_key")));
  struct message message;
  assert_true(message_read(json_object_get(json, "message"), &message, &fault));
  assert_true(slip_write(&message, 17, &paper->key, text));
  assert_string_equal(text, json_string_value(json_object_get(json, "text")));
  slip_word(message.id, word);
  assert_string_equal(word, json_string_value(json_object_get(json, "word")));
  assert_int_equal(slip_read(text, &paper->slip), SLIP_READ);
  assert_true(slip_is_signed_by(&paper->slip, paper->key.public_key));
  assert_same_message(&paper->slip.message, &message); // what the server fills in is not in it
  json_decref(json);
}

static void a_word_is_known_from_a_mistyped_one(void **state)
{
  char word[SLIP_WORD_SIZE];
  slip_word(MESSAGE, word);
  assert_true(slip_word_is(word));
  for (int i = 0; i < SLIP_WORD_SIZE - 1; i++) {
    char was = word[i];
    word[i] = was == 'A' ? 'C' : 'A';
    assert_false(slip_word_is(word));
    word[i] = was;
  }
  for (int i = 0; i + 1 < SLIP_WORD_SIZE - 2; i++) {
    char swapped[SLIP_WORD_SIZE];
    COPY_TEXT(swapped, word);
    swapped[i] = word[i + 1];
    swapped[i + 1] = word[i];
    assert_true(strcmp(swapped, word) == 0 || !slip_word_is(swapped));
  }
  word[SLIP_WORD_SIZE - 2] = '\0';
  assert_false(slip_word_is(word));
  assert_false(slip_word_is(""));
  assert_false(slip_word_is("BBBBBBBB"));
}

static void digits_are_bytes_again_at_every_length(void **state)
{
  unsigned char bytes[20], again[20];
  char digits[SLIP_DIGITS_OF(sizeof bytes) + 1];
  size_t size = 0;
  memset(bytes, 255, sizeof bytes);
  for (size_t length = 0; length <= sizeof bytes; length++) {
    slip_digits_write(bytes, length, digits);
    assert_true(slip_digits_read(digits, again, sizeof again, &size));
    assert_int_equal(size, length);
    assert_memory_equal(again, bytes, length);
  }
  assert_false(slip_digits_read("256", again, sizeof again, &size)); // more than a byte
  assert_false(slip_digits_read("12", again, sizeof again, &size));
  assert_false(slip_digits_read("１23", again, sizeof again, &size));
  assert_false(slip_digits_read("00000", again, 1, &size));
}

#define WITH_PAPER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_PAPER(what_is_printed_is_read_again),
      WITH_PAPER(each_kind_that_paper_carries_survives),
      WITH_PAPER(a_changed_digit_is_noticed),
      WITH_PAPER(what_is_not_whole_is_torn),
      WITH_PAPER(a_long_code_of_somebody_is_torn),
      WITH_PAPER(another_key_is_no_signature_of_ours),
      WITH_PAPER(an_announced_count_beyond_the_bytes_is_torn),
      WITH_PAPER(the_largest_order_fits),
      WITH_PAPER(the_sample_is_written_as_it_stands),
      cmocka_unit_test(a_word_is_known_from_a_mistyped_one),
      cmocka_unit_test(digits_are_bytes_again_at_every_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
