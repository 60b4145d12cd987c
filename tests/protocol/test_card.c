// SPDX-License-Identifier: GPL-3.0-or-later
// A card's number in the forms that readers, spreadsheets and people write it.
#include "../cmocka_all.h"

#include "protocol/card.h"

#include <string.h>

static void a_card_is_kept_as_a_reader_types_it(void **state)
{
  char card[CARD_SIZE];
  assert_true(card_read("0012345678", card));
  assert_string_equal(card, "0012345678");
  assert_true(card_read(" 04:a1-b2 c3", card));
  assert_string_equal(card, "04A1B2C3");
}

static void what_no_reader_types_is_no_card(void **state)
{
  static const char *const wrong[] = {
      "", "123", "---- ", "卡1234", "12/345", "1234,567", "A123456789012345678901234567890Z"};
  char card[CARD_SIZE];
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(card_read(wrong[i], card));
}

static void one_card_is_the_same_in_all_its_forms(void **state)
{
  assert_true(card_same("04A1B2C3", "04a1b2c3"));
  assert_true(card_same("04A1B2C3", "04:A1:B2:C3"));
  assert_true(card_same("04A1B2C3", "0077705923"));
  assert_true(card_same("4294967295", "FFFFFFFF"));
}

// Rather unknown than somebody else's.
static void what_may_be_two_cards_is_not_the_same(void **state)
{
  assert_false(card_same("0012345678", "12345678"));
  assert_false(card_same("0305419896", "12345678")); // hexadecimal, or decimal without its zeros
  assert_false(card_same("04A1B2C3", "C3B2A104"));
  assert_false(card_same("04A1B2C3", "04123"));
  assert_false(card_same("", ""));
  assert_false(card_same("卡", "卡"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_card_is_kept_as_a_reader_types_it),
      cmocka_unit_test(what_no_reader_types_is_no_card),
      cmocka_unit_test(one_card_is_the_same_in_all_its_forms),
      cmocka_unit_test(what_may_be_two_cards_is_not_the_same),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
