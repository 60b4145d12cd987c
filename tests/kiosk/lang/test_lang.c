// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/lang.h"

#include "../../cmocka_all.h"
#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/lang/when.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct lang lang;
static char out[200];

static int start(void **state)
{
  struct fault fault = {""};
  return lang_start(&lang, "locales", &fault) ? 0 : -1;
}

static int stop(void **state)
{
  lang_stop(&lang);
  return 0;
}

static void the_language_changes_while_it_runs(void **state)
{
  lang_choose(&lang, "zh_CN");
  assert_string_equal(tr(&lang, "tomorrow"), "明天");
  lang_choose(&lang, "zh_HK");
  assert_string_equal(tr(&lang, "tomorrow"), "聽日");
  lang_choose(&lang, "en");
  assert_string_equal(tr(&lang, "tomorrow"), "tomorrow");
  lang_choose(&lang, "zh_CN");
  assert_string_equal(tr(&lang, "tomorrow"), "明天");
}

static void a_dialect_has_its_own_words_and_the_rest_of_the_written_language(void **state)
{
  lang_choose(&lang, "zh_CN@shanghai");
  assert_string_equal(lang.locale, "zh_CN@shanghai");
  assert_string_equal(tr(&lang, "tomorrow"), "明朝");
  assert_string_equal(tr(&lang, "Order meals"), "点餐");
  assert_string_equal(tr_as(&lang, "spoken", "What would you like for {meal}?"), "{meal}想吃点啥？");
  number_spoken(&lang, 12, out, sizeof out);
  assert_string_equal(out, "十二");
}

static void each_language_has_a_catalogue(void **state)
{
  for (int i = 0; i < LOCALES; i++) {
    FORMAT_TEXT(out, "locales/%s/LC_MESSAGES/anban.mo", locale_code(i));
    if (access(out, R_OK) != 0)
      fail_msg("%s can be chosen and has no catalogue", locale_code(i));
  }
}

static void an_unknown_language_is_mandarin(void **state)
{
  lang_choose(&lang, "tlh");
  assert_string_equal(lang.locale, "zh_CN");
  assert_string_equal(tr(&lang, "today"), "今天");
}

static void the_ear_may_have_other_words(void **state)
{
  lang_choose(&lang, "zh_CN");
  assert_string_equal(tr(&lang, "Touch to begin"), "点一下屏幕，开始");
  assert_string_equal(tr_as(&lang, "spoken", "Touch the screen to begin."), "点一下屏幕，我们就开始。");
  assert_string_equal(tr_as(&lang, "spoken", "in no catalogue"), "in no catalogue");
}

static void places_are_filled_by_name(void **state)
{
  assert_true(lang_fill(out, sizeof out, "{a} and {b}, {a}", "a", "one", "b", "two", NULL));
  assert_string_equal(out, "one and two, one");
  assert_true(lang_fill(out, sizeof out, "{c} stays, { too", "a", "one", NULL));
  assert_string_equal(out, "{c} stays, { too");
  assert_true(lang_fill(out, sizeof out, "{a}", "a", "{a}", NULL)); // a name is never a pattern
  assert_string_equal(out, "{a}");
  assert_false(lang_fill(out, 8, "{a}", "a", "今天明天", NULL));
  assert_string_equal(out, "今天"); // cut at a whole character
}

static void assert_money(int fen, const char *shown, const char *spoken)
{
  money_shown(&lang, fen, out, sizeof out);
  assert_string_equal(out, shown);
  money_spoken(&lang, fen, out, sizeof out);
  assert_string_equal(out, spoken);
}

static void money_is_said_as_people_say_it(void **state)
{
  lang_choose(&lang, "zh_CN");
  assert_money(1200, "12元", "十二块");
  assert_money(1250, "12.50元", "十二块五");
  assert_money(1205, "12.05元", "十二块零五分");
  assert_money(1255, "12.55元", "十二块五毛五分");
  assert_money(200, "2元", "两块");
  assert_money(20, "0.20元", "两毛");
  assert_money(5, "0.05元", "五分");
  assert_money(25, "0.25元", "两毛五分");
  assert_money(0, "0元", "零块");
  assert_money(10200, "102元", "一百零二块");
  lang_choose(&lang, "zh_HK");
  assert_money(1250, "12.50元", "十二個五");
  assert_money(200, "2元", "兩蚊");
  lang_choose(&lang, "en");
  assert_money(1250, "¥12.50", "twelve yuan five jiao");
}

static void numbers_are_said(void **state)
{
  lang_choose(&lang, "zh_CN");
  number_quantity(&lang, 2, out, sizeof out);
  assert_string_equal(out, "两");
  number_spoken(&lang, 22, out, sizeof out);
  assert_string_equal(out, "二十二");
  number_digits(&lang, "3号楼502室", out, sizeof out);
  assert_string_equal(out, "三号楼五零二室");
  number_digits(&lang, "0571-123", out, sizeof out);
  assert_string_equal(out, "零五七一，一二三");
  lang_choose(&lang, "en");
  number_digits(&lang, "0571-12", out, sizeof out);
  assert_string_equal(out, "zero five seven one, one two");
}

static void assert_time(int minute, const char *shown, const char *spoken)
{
  when_time_shown(&lang, minute, out, sizeof out);
  assert_string_equal(out, shown);
  when_time_spoken(&lang, minute, out, sizeof out);
  assert_string_equal(out, spoken);
}

static void times_are_said_with_their_part_of_the_day(void **state)
{
  lang_choose(&lang, "zh_CN");
  assert_time(10 * 60 + 30, "上午10:30", "上午十点半");
  assert_time(10 * 60, "上午10:00", "上午十点");
  assert_time(10 * 60 + 5, "上午10:05", "上午十点零五分");
  assert_time(14 * 60 + 15, "下午2:15", "下午两点十五分");
  assert_time(12 * 60, "中午12:00", "中午十二点");
  assert_time(7 * 60, "早上7:00", "早上七点");
  lang_choose(&lang, "zh_HK");
  assert_time(17 * 60 + 30, "下午5:30", "下晝五點半");
  lang_choose(&lang, "en");
  assert_time(17 * 60 + 30, "5:30 pm", "half past five in the afternoon");
}

static void days_and_the_chinese_calendar(void **state)
{
  static const struct {
    const char *locale, *day, *weekday, *lunar;
  } expected[] = {{"zh_CN", "11月22日", "星期日", "农历十月十四"},
                  {"zh_HK", "11月22日", "星期日", "農曆十月十四"},
                  {"en", "22 November", "Sunday", "Chinese calendar: Tenth Month, day 14"}};
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    lang_choose(&lang, expected[i].locale);
    when_day(&lang, "2026-11-22", out, sizeof out);
    assert_string_equal(out, expected[i].day);
    when_weekday(&lang, "2026-11-22", out, sizeof out);
    assert_string_equal(out, expected[i].weekday);
    when_lunar(&lang, "2026-11-22", out, sizeof out);
    assert_string_equal(out, expected[i].lunar);
  }
}

static void feasts_fall_where_they_do(void **state)
{
  static const struct {
    const char *date, *lunar;
  } feasts[] = {{"2026-02-17", "农历正月初一，春节"}, {"2026-09-25", "农历八月十五，中秋节"},
                {"2025-07-25", "农历闰六月初一"},     {"2027-02-05", "农历腊月廿九，除夕"},
                {"2027-02-06", "农历正月初一，春节"}, {"2027-12-28", "农历腊月初一"}};
  lang_choose(&lang, "zh_CN");
  for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++) {
    when_lunar(&lang, feasts[i].date, out, sizeof out);
    assert_string_equal(out, feasts[i].lunar);
  }
  when_lunar(&lang, "2026-02-30", out, sizeof out);
  assert_string_equal(out, "");
}

static void a_wish_of_the_environment_does_not_change_the_tongue(void **state)
{
  lang_choose(&lang, "zh_CN");
  assert_string_equal(getenv("LANGUAGE"), "zh_CN");
}

int main(void)
{
  setenv("LANGUAGE", "fr", 1);
  setenv("LC_ALL", "de_DE.UTF-8", 1);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_language_changes_while_it_runs),
      cmocka_unit_test(a_dialect_has_its_own_words_and_the_rest_of_the_written_language),
      cmocka_unit_test(each_language_has_a_catalogue),
      cmocka_unit_test(an_unknown_language_is_mandarin),
      cmocka_unit_test(the_ear_may_have_other_words),
      cmocka_unit_test(places_are_filled_by_name),
      cmocka_unit_test(money_is_said_as_people_say_it),
      cmocka_unit_test(numbers_are_said),
      cmocka_unit_test(times_are_said_with_their_part_of_the_day),
      cmocka_unit_test(days_and_the_chinese_calendar),
      cmocka_unit_test(feasts_fall_where_they_do),
      cmocka_unit_test(a_wish_of_the_environment_does_not_change_the_tongue),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
