// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import_cells.h"

#include "../../cmocka_all.h"

#include <string.h>

static void prices_are_read_as_people_write_them(void **state)
{
  static const struct {
    const char *text;
    int fen; // -1: refused
  } cases[] = {
      {"12", 1200},   {"12.5", 1250},  {"12.05", 1205},    {"0.5", 50},      {"¥12.50", 1250}, {"￥ 12", 1200},
      {"12元", 1200}, {"12 元", 1200}, {"１２．５", 1250}, {"12块", 1200},   {"RMB 8", 800},   {"1000", 100000},
      {"0", 0},       {"1000.01", -1}, {"", -1},           {"-1", -1},       {"八元", -1},     {"12.345", -1},
      {"12.", -1},    {"1,200", -1},   {"12元整", -1},     {"99999999", -1}, {"¥", -1},        {"1 2", -1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int fen = 0;
    bool ok = cell_price(cases[i].text, &fen);
    if (ok != (cases[i].fen >= 0) || (ok && fen != cases[i].fen))
      fail_msg("\"%s\" is read as %d", cases[i].text, ok ? fen : -1);
  }
}

static void dates_are_read_as_spreadsheets_write_them(void **state)
{
  static const struct {
    const char *text, *date; // NULL: refused
  } cases[] = {
      {"2026-11-23", "2026-11-23"},
      {"2026/1/5", "2026-01-05"},
      {"2026.11.23", "2026-11-23"},
      {"2026年11月23日", "2026-11-23"},
      {"20261123", "2026-11-23"},
      {"2026/11/23 0:00", "2026-11-23"},
      {"2026-11-23 00:00:00", "2026-11-23"},
      {"２０２６－１１－２３", "2026-11-23"},
      {"11月23日", "2026-11-23"},
      {"11/23", "2026-11-23"},
      {"1月5日", "2027-01-05"},  // the next one is nearer
      {"10月1日", "2026-10-01"}, // the last one is nearer
      {"2月29日", NULL},         // neither 2025 nor 2026 nor 2027 has it
      {"2026-02-30", NULL},
      {"2026-13-01", NULL},
      {"23-11-2026", NULL},
      {"2026-11", NULL},
      {"45985", "2025-11-24"}, // a spreadsheet's own count of days
      {"明天", NULL},
      {"", NULL},
      {"2026-11-23 12:30", NULL},
      {"2026-11-23abc", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char date[CLOCK_DATE_SIZE] = "";
    bool ok = cell_date(cases[i].text, "2026-11-22", date);
    const char *expected = cases[i].date ? cases[i].date : "";
    if (ok != (cases[i].date != NULL) || (ok && strcmp(date, expected) != 0))
      fail_msg("\"%s\" is read as \"%s\"", cases[i].text, ok ? date : "nothing");
  }
}

static void cells_are_cleaned(void **state)
{
  static const char *const cases[][2] = {
      {"  张三 ", "张三"},
      {"　张　三　", "张　三"},
      {"张三\n李四", "张三 李四"},
      {"=\"0012\"", "0012"},
      {"'0012", "0012"},
      {"\t\r\n", ""},
      {"\xC2\xA0 a", "a"},
      {"=\"", "=\""},
      {"\xEF\xBB\xBF姓名", "姓名"},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[64];
    strcpy(text, cases[i][0]);
    cell_clean(text);
    assert_string_equal(text, cases[i][1]);
  }
}

static void numbers_that_a_spreadsheet_broke_are_known(void **state)
{
  assert_true(cell_is_scientific("1.23E+09"));
  assert_true(cell_is_scientific("1E+10"));
  assert_false(cell_is_scientific("0571-12345678"));
  assert_false(cell_is_scientific("E+1"));
  assert_false(cell_is_scientific("12E5"));
  char number[24];
  assert_true(cell_number("+86 571-1234（5678）", number, sizeof number));
  assert_string_equal(number, "+86 571-1234(5678)");
  assert_false(cell_number("1380000000a", number, sizeof number));
  assert_false(cell_number("012345678901234567890123", number, sizeof number));
}

static void a_card_is_what_a_reader_types(void **state)
{
  char card[CARD_SIZE];
  assert_true(cell_card("０４ａ1-B2C3", card));
  assert_string_equal(card, "04A1B2C3");
  assert_true(cell_card("", card));
  assert_string_equal(card, "");
  assert_false(cell_card("77", card));
  assert_false(cell_card("12345678/9", card));
}

static void lists_are_read_with_any_separator(void **state)
{
  unsigned bits = 0;
  char unknown[NAME_SIZE];
  assert_true(cell_needs("软食、低盐，清真；素食 / 无糖", &bits, unknown));
  assert_int_equal(bits, DIET_SOFT | DIET_LOW_SALT | DIET_HALAL | DIET_VEGETARIAN | DIET_SUGAR_FREE);
  assert_true(cell_allergens("海鲜+花生", &bits, unknown));
  assert_int_equal(bits, ALLERGEN_FISH | ALLERGEN_SHELLFISH | ALLERGEN_PEANUT);
  assert_true(cell_allergens("", &bits, unknown));
  assert_int_equal(bits, 0);
  assert_false(cell_allergens("花生、榴莲", &bits, unknown));
  assert_string_equal(unknown, "榴莲");
}

static void what_is_low_for_a_person_is_not_free_for_a_dish(void **state)
{
  unsigned bits = 0;
  char unknown[NAME_SIZE];
  assert_true(cell_needs("低糖", &bits, unknown));
  assert_int_equal(bits, DIET_SUGAR_FREE);
  assert_false(cell_marks("低糖", &bits, unknown));
  assert_true(cell_marks("无糖", &bits, unknown));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(prices_are_read_as_people_write_them),
      cmocka_unit_test(dates_are_read_as_spreadsheets_write_them),
      cmocka_unit_test(cells_are_cleaned),
      cmocka_unit_test(numbers_that_a_spreadsheet_broke_are_known),
      cmocka_unit_test(a_card_is_what_a_reader_types),
      cmocka_unit_test(lists_are_read_with_any_separator),
      cmocka_unit_test(what_is_low_for_a_person_is_not_free_for_a_dish),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
