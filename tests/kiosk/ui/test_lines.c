// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../cmocka_all.h"

#include "base/text.h"
#include "kiosk/ui/lines.h"

#define EM 10

// A Chinese character is as wide as the font's size, all else half of it.
static double half_or_whole(void *ctx, unsigned character, bool bold)
{
  return character >= 0x2E80 ? 1 : 0.5;
}

static const struct measure measure = {NULL, half_or_whole};
static struct lines lines;

static void assert_lines(const char *text, enum lines_shape shape, int characters, const char *wanted)
{
  char got[500] = "";
  lines_break(&measure, text, EM, false, shape, characters * EM, &lines);
  for (int i = 0; i < lines.count; i++) {
    size_t at = strlen(got);
    text_format(got + at, sizeof got - at, "%s%.*s", i ? "|" : "", lines.line[i].length, text + lines.line[i].start);
  }
  assert_string_equal(got, wanted);
}

static void what_fits_stays_on_one_line(void **state)
{
  assert_lines("今天午餐", LINES_EVEN, 4, "今天午餐");
  assert_true(lines.whole);
  assert_int_equal(lines.line[0].width, 40);
  assert_lines("", LINES_EVEN, 4, "");
}

static void labels_are_parted_into_even_lines(void **state)
{
  assert_lines("红烧狮子头套餐", LINES_EVEN, 6, "红烧狮子|头套餐");
}

static void labels_are_parted_at_a_comma(void **state)
{
  assert_lines("今天午餐，照旧", LINES_EVEN, 6, "今天午餐，|照旧");
}

static void a_name_is_parted_after_its_dot(void **state)
{
  assert_lines("阿卜杜热西提·买买提", LINES_EVEN, 7, "阿卜杜热西提·|买买提");
}

static void no_line_begins_with_a_full_stop(void **state)
{
  assert_lines("一二三四五六。七八九十一二", LINES_FULL, 6, "一二三四五|六。七八九|十一二");
  for (int i = 0; i < lines.count; i++)
    assert_true(lines.line[i].width <= 6 * EM);
}

static void latin_words_stay_whole(void **state)
{
  assert_lines("What would you like", LINES_FULL, 6, "What would|you like");
  assert_true(lines.whole);
}

static void a_word_that_is_too_wide_is_shown_but_not_called_whole(void **state)
{
  assert_lines("Braised", LINES_FULL, 2, "Brai|sed");
  assert_false(lines.whole);
}

static void paragraphs_leave_no_single_character(void **state)
{
  assert_lines("一二三四五六七八九十一", LINES_FULL, 5, "一二三四|五六七八|九十一");
}

static void a_line_break_in_the_text_is_kept(void **state)
{
  assert_lines("一二三\n四五六七八九十一", LINES_FULL, 10, "一二三|四五六七八九十一");
}

static int start(void **state)
{
  lines_start();
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_fits_stays_on_one_line),
      cmocka_unit_test(labels_are_parted_into_even_lines),
      cmocka_unit_test(labels_are_parted_at_a_comma),
      cmocka_unit_test(a_name_is_parted_after_its_dot),
      cmocka_unit_test(no_line_begins_with_a_full_stop),
      cmocka_unit_test(latin_words_stay_whole),
      cmocka_unit_test(a_word_that_is_too_wide_is_shown_but_not_called_whole),
      cmocka_unit_test(paragraphs_leave_no_single_character),
      cmocka_unit_test(a_line_break_in_the_text_is_kept),
  };
  return cmocka_run_group_tests(tests, start, NULL);
}
