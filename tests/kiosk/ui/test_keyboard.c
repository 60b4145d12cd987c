// SPDX-License-Identifier: GPL-3.0-or-later
// Focus by Tab and arrows; card readers that play keyboard.
#include "../../cmocka_all.h"

#include "kiosk/ui/focus.h"
#include "kiosk/ui/reader.h"

static struct tree tree;

static int add(struct box box, bool key)
{
  int node = tree_add(&tree, ROLE_KEY, "key", box);
  tree.nodes[node].action.kind = key ? 1 : 0;
  return node;
}

// A title, then two rows of two keys.
static int set_up(void **state)
{
  memset(&tree, 0, sizeof tree);
  add((struct box){0, 0, 220, 50}, false);
  add((struct box){0, 100, 100, 100}, true);
  add((struct box){120, 100, 100, 100}, true);
  add((struct box){0, 220, 100, 100}, true);
  add((struct box){120, 220, 100, 100}, true);
  return 0;
}

static void tab_goes_through_all_keys_and_round(void **state)
{
  assert_int_equal(focus_next(&tree, -1, 1), 1);
  assert_int_equal(focus_next(&tree, 1, 1), 2);
  assert_int_equal(focus_next(&tree, 4, 1), 1);
  assert_int_equal(focus_next(&tree, 1, -1), 4);
  assert_int_equal(focus_next(&tree, -1, -1), 4);
}

static void a_page_without_keys_has_no_focus(void **state)
{
  for (int i = 0; i < tree.node_count; i++)
    tree.nodes[i].action.kind = 0;
  assert_int_equal(focus_next(&tree, -1, 1), -1);
  assert_int_equal(focus_toward(&tree, -1, 0, 1), -1);
}

static void arrows_go_where_they_point(void **state)
{
  assert_int_equal(focus_toward(&tree, 1, 1, 0), 2);
  assert_int_equal(focus_toward(&tree, 1, 0, 1), 3);
  assert_int_equal(focus_toward(&tree, 4, -1, 0), 3);
  assert_int_equal(focus_toward(&tree, 4, 0, -1), 2);
  assert_int_equal(focus_toward(&tree, 2, 1, 0), 2);
  assert_int_equal(focus_toward(&tree, -1, 0, 1), 1);
}

static void type(struct reader *reader, const char *keys, anban_ms *at, anban_ms step)
{
  for (; *keys; keys++, *at += step)
    reader_key(reader, *keys == '?' ? '\0' : *keys, *at);
}

static enum reader_end hold(struct reader *reader, const char *keys, anban_ms at, anban_ms step)
{
  type(reader, keys, &at, step);
  return reader_ended(reader, at);
}

static void a_card_is_keys_faster_than_fingers(void **state)
{
  struct reader reader = {0};
  assert_int_equal(hold(&reader, "0012345678", 1000, 8), READER_CARD);
  assert_string_equal(reader.text, "0012345678");
  assert_int_equal(hold(&reader, "12345678", 5000, 200), READER_NOTHING);
  assert_int_equal(hold(&reader, "123", 9000, 8), READER_NOTHING);
}

static void letters_are_part_of_a_card(void **state)
{
  struct reader reader = {0};
  assert_int_equal(hold(&reader, "04A1B2C3", 1000, 8), READER_CARD);
  assert_string_equal(reader.text, "04A1B2C3");
  assert_int_equal(hold(&reader, "04:A1-B2 C3", 3000, 8), READER_CARD);
}

// 04A1B2C3 without its letters is 04123, and 12345678 without its beginning is 5678: cards of other people.
static void what_is_foreign_or_late_spoils_the_whole_card(void **state)
{
  struct reader reader = {0};
  assert_int_equal(hold(&reader, "04?1?2?3", 1000, 8), READER_BROKEN);
  assert_int_equal(hold(&reader, "0412345?", 3000, 8), READER_BROKEN);
  anban_ms at = 5000;
  type(&reader, "1234", &at, 8);
  at += READER_PAUSE_MS + 1;
  assert_int_equal(hold(&reader, "5678", at, 8), READER_BROKEN);
  at = 9000;
  type(&reader, "12345678", &at, 8);
  assert_int_equal(reader_ended(&reader, at + READER_PAUSE_MS + 1), READER_BROKEN);
}

static void after_a_spoiled_card_the_next_is_read(void **state)
{
  struct reader reader = {0};
  assert_int_equal(hold(&reader, "04?1?2?3", 1000, 8), READER_BROKEN);
  assert_int_equal(hold(&reader, "04A1B2C3", 1200, 8), READER_CARD);
  assert_string_equal(reader.text, "04A1B2C3");
}

static void what_was_typed_before_a_card_is_not_part_of_it(void **state)
{
  struct reader reader = {0};
  reader_key(&reader, '9', 1000);
  assert_int_equal(hold(&reader, "55554444", 3000, 8), READER_CARD);
  assert_string_equal(reader.text, "55554444");
}

static void too_many_are_no_card(void **state)
{
  struct reader reader = {0};
  assert_int_equal(hold(&reader, "0123456789012345678901234567890123456789", 1000, 8), READER_BROKEN);
  assert_int_equal(hold(&reader, "01234567890123456789", 5000, 8), READER_CARD);
}

static void enter_alone_is_no_card(void **state)
{
  struct reader reader = {0};
  assert_int_equal(reader_ended(&reader, 10), READER_NOTHING);
  assert_int_equal(hold(&reader, "4444", 1000, 8), READER_CARD);
  assert_int_equal(reader_ended(&reader, 1040), READER_NOTHING);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(tab_goes_through_all_keys_and_round, set_up),
      cmocka_unit_test_setup(a_page_without_keys_has_no_focus, set_up),
      cmocka_unit_test_setup(arrows_go_where_they_point, set_up),
      cmocka_unit_test(a_card_is_keys_faster_than_fingers),
      cmocka_unit_test(letters_are_part_of_a_card),
      cmocka_unit_test(what_is_foreign_or_late_spoils_the_whole_card),
      cmocka_unit_test(after_a_spoiled_card_the_next_is_read),
      cmocka_unit_test(what_was_typed_before_a_card_is_not_part_of_it),
      cmocka_unit_test(too_many_are_no_card),
      cmocka_unit_test(enter_alone_is_no_card),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
