// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of what is written and what is said: tests/samples/spoken-*.tsv.
#include "base/file.h"
#include "voice/normal.h"

#include "../cmocka_all.h"

#include <stdlib.h>
#include <string.h>

struct row {
  int line;
  const char *locale, *text, *expected;
};

static char *words_of(const char *locale, const char *text)
{
  struct rewrite words = {0};
  normal_words(text, locale, &words);
  char *copy = strdup(rewrite_text(&words));
  rewrite_free(&words);
  return copy;
}

// Each row that is not as expected is printed, so that one run shows all.
static bool holds(const struct row *row)
{
  char *said = words_of(row->locale, row->text);
  bool same = strcmp(said, row->expected) == 0;
  if (!same)
    print_error("line %d: %s\n  is said  %s\n  expected %s\n", row->line, row->text, said, row->expected);
  free(said);
  return same;
}

static bool read_row(char *line, struct row *row)
{
  row->locale = strsep(&line, "\t");
  row->text = strsep(&line, "\t");
  row->expected = strsep(&line, "\t");
  return row->expected && !line;
}

static int rows_of(const char *name, bool (*each)(const struct row *row))
{
  struct buffer file = {0};
  struct fault fault;
  char path[300];
  int rows = 0, wrong = 0;
  FORMAT_TEXT(path, "%s/%s", ANBAN_SAMPLES, name);
  assert_true(file_read(path, 1 << 20, &file, &fault));
  char *rest = file.bytes;
  for (struct row row = {0}; *rest;) {
    char *line = strsep(&rest, "\n");
    row.line++;
    if (*line == '#')
      continue;
    assert_true(read_row(line, &row));
    rows++;
    wrong += !each(&row);
  }
  buffer_free(&file);
  assert_int_equal(wrong, 0);
  return rows;
}

static void chinese_is_said_as_the_table_has_it(void **state)
{
  assert_in_range(rows_of("spoken-zh.tsv", holds), 200, 1000);
}

// Whatever a rule takes, it says something for: of the source all but signs and spaces stands behind some piece, in
// order.
static void assert_nothing_lost(const char *text, const char *locale)
{
  struct rewrite words = {0};
  size_t size = strlen(text), at = 0;
  bool *covered = calloc(size + 1, sizeof *covered);
  normal_words(text, locale, &words);
  for (int i = 0; i < words.count; i++) {
    assert_true(words.pieces[i].from >= at && words.pieces[i].to >= words.pieces[i].from);
    assert_true(words.pieces[i].to <= size);
    at = words.pieces[i].from;
    memset(covered + words.pieces[i].from, true, words.pieces[i].to - words.pieces[i].from);
  }
  for (size_t i = 0; i < size; i++)
    if (!covered[i] && !strchr(" -+:", text[i]))
      fail_msg("%s: byte %zu is lost in %s", text, i, rewrite_text(&words));
  assert_true(text_is_utf8(rewrite_text(&words), words.text.size));
  rewrite_free(&words);
  free(covered);
}

static bool loses_nothing(const struct row *row)
{
  assert_nothing_lost(row->text, row->locale);
  return true;
}

static void nothing_is_lost(void **state)
{
  static const char *const scraps[] = {
      "1", "2", "0",  "30", "12345", "2026", ":",  "-",    "~",  "/",    ".",   ",",    "¥",     "元",
      "%", "℃", "kg", "A",  "CT",    "年",   "月", "日",   "点", "电话", "室",  "农历", " ",     "，",
      "x", "+", "第", "万", "１",    "：",   "个", "小时", "$",  "PM",   "No.", "×",    "次/天", "\U00020BB7"};
  uint32_t chance = 1;
  rows_of("spoken-zh.tsv", loses_nothing);
  for (int i = 0; i < 5000; i++) {
    char text[200] = "";
    for (int n = 0; n < 10; n++) {
      chance = chance * 1664525 + 1013904223;
      strcat(text, scraps[(chance >> 16) % (sizeof scraps / sizeof *scraps)]);
    }
    assert_nothing_lost(text, i % 3 == 0 ? "zh_CN" : i % 3 == 1 ? "zh_HK" : "en");
  }
}

static void each_digit_of_a_telephone_number_leads_back_to_itself(void **state)
{
  struct rewrite words = {0};
  normal_words("打13800138000，12:30开饭", "zh_CN", &words);
  const char *said = rewrite_text(&words);
  assert_string_equal(said, "打幺三八，零零幺三，八零零零，十二点半开饭");
  size_t from = (size_t)(strstr(said, "三八") - said), to = from + 3;
  rewrite_source(&words, &from, &to);
  assert_int_equal(from, 4);
  assert_int_equal(to, 5);
  from = (size_t)(strstr(said, "点") - said), to = from + 3;
  rewrite_source(&words, &from, &to);
  assert_int_equal(from, strlen("打13800138000，"));
  assert_int_equal(to, from + 5);
  from = (size_t)(strstr(said, "饭") - said), to = from + 3;
  rewrite_source(&words, &from, &to);
  assert_int_equal(from, strlen("打13800138000，12:30开"));
  rewrite_free(&words);
}

static void english_is_said_as_the_table_has_it(void **state)
{
  assert_in_range(rows_of("spoken-en.tsv", holds), 30, 1000);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chinese_is_said_as_the_table_has_it),
      cmocka_unit_test(english_is_said_as_the_table_has_it),
      cmocka_unit_test(nothing_is_lost),
      cmocka_unit_test(each_digit_of_a_telephone_number_leads_back_to_itself),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
