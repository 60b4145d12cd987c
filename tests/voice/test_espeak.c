// SPDX-License-Identifier: GPL-3.0-or-later
// The real voice, into memory.
#include "base/file.h"
#include "base/text.h"
#include "voice/voices.h"

#include "../cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool never(void *ctx)
{
  return false;
}

static bool after_first(void *ctx)
{
  int *asked = ctx;
  return ++*asked > 1;
}

static struct samples *say(struct voice *voice, const char *text, const char *locale, int rate)
{
  struct sentence sentence = {.rate_wpm = rate};
  struct fault fault;
  COPY_TEXT(sentence.text, text);
  COPY_TEXT(sentence.locale, locale);
  struct samples *samples = voice->say(voice->ctx, &sentence, never, NULL, &fault);
  assert_non_null(samples);
  return samples;
}

static double seconds(struct voice *voice, const char *text, const char *locale, int rate)
{
  struct samples *samples = say(voice, text, locale, rate);
  double length = (double)samples->count / samples->rate;
  samples_free(samples);
  return length;
}

static int loudest(const struct samples *samples)
{
  int most = 0;
  for (size_t i = 0; i < samples->count; i++)
    most = abs(samples->at[i]) > most ? abs(samples->at[i]) : most;
  return most;
}

// Also in words that the dictionary has as a whole.
static void each_character_has_its_mark(void **state)
{
  static const char *const sentences[] = {"三轮车来了，高血压病人不客气。", "天气预报"};
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
    struct samples *samples = say(*state, sentences[i], "zh_CN", 160);
    const char *at = sentences[i];
    for (int mark = 0; mark < samples->mark_count; mark++) {
      const char *from = at;
      while (text_next(&at) == 0xFF0C) // ，
        from = at;
      assert_int_equal(samples->marks[mark].from, from - sentences[i]);
      assert_int_equal(samples->marks[mark].to, at - sentences[i]);
      assert_true(mark == 0 || samples->marks[mark].sample > samples->marks[mark - 1].sample);
    }
    assert_true(strcmp(at, "。") == 0 || !*at);
    samples_free(samples);
  }
}

static void mandarin_speaks_syllables_not_letters(void **state)
{
  struct voice *voice = *state;
  // Four characters take about a second. The wrong voice reads each as English words and takes three times as long.
  double length = seconds(voice, "今天午饭", "zh_CN", 160);
  assert_true(length > 0.6 && length < 1.8);
  length = seconds(voice, "今日午飯", "zh_HK", 160);
  assert_true(length > 0.6 && length < 1.8);
}

static void it_is_loud_and_never_clipped(void **state)
{
  struct samples *samples = say(*state, "奶奶，您好。今天的午饭是红烧豆腐。", "zh_CN", 160);
  assert_int_equal(samples->rate, 22050);
  assert_in_range(loudest(samples), 12000, 32700);
  samples_free(samples);
}

static void slower_takes_longer(void **state)
{
  static const char text[] = "今天的午饭是红烧豆腐、清炒时蔬和米饭。";
  double slow = seconds(*state, text, "zh_CN", 120), fast = seconds(*state, text, "zh_CN", 240);
  assert_true(slow > fast * 1.5);
}

static void an_unknown_locale_speaks_mandarin(void **state)
{
  double known = seconds(*state, "救命", "zh_CN", 160), unknown = seconds(*state, "救命", "xx", 160);
  assert_true(unknown > known * 0.95 && unknown < known * 1.05);
}

static void it_gives_up_when_nobody_wants_it_any_more(void **state)
{
  struct voice *voice = *state;
  struct sentence sentence = {.text = "今天的午饭是红烧豆腐、清炒时蔬和米饭。", .locale = "zh_CN", .rate_wpm = 160};
  struct fault fault;
  int asked = 0;
  assert_null(voice->say(voice->ctx, &sentence, after_first, &asked, &fault));
  assert_string_equal(fault.sentence, "");
  assert_in_range(asked, 2, 5);
}

static void each_character_is_marked_where_it_stands(void **state)
{
  static const char text[] = "张奶奶，您好。Hello.";
  struct samples *samples = say(*state, text, "zh_CN", 160);
  static const struct {
    size_t from, to;
  } expected[] = {{0, 3}, {3, 6}, {6, 9}, {12, 15}, {15, 18}, {21, 26}};
  assert_int_equal(samples->mark_count, 6);
  for (int i = 0; i < 6; i++) {
    assert_int_equal(samples->marks[i].from, expected[i].from);
    assert_int_equal(samples->marks[i].to, expected[i].to);
    assert_true(samples->marks[i].sample < samples->count);
    assert_true(i == 0 || samples->marks[i].sample > samples->marks[i - 1].sample + 1500);
  }
  samples_free(samples);
}

static void without_its_own_data_it_speaks_and_says_what_is_missing(void **state)
{
  struct voices voices;
  struct voice voice = voices_init(&voices, &(struct voices_settings){.data = "/nowhere/voices"});
  struct fault fault;
  assert_true(voice.start(voice.ctx, &fault));
  assert_string_equal(fault.sentence,
                      "there are no voices in /nowhere/voices ([voice] data); the system's speak instead");
  samples_free(say(&voice, "救命", "zh_CN@sichuan", 160));
  voice.stop(voice.ctx);
}

static void write_readings(const char *path, const char *text)
{
  struct fault fault;
  assert_true(file_replace(path, text, strlen(text), 0600, &fault));
}

static void a_reading_of_the_site_is_heard_from_the_next_sentence_on(void **state)
{
  static const char path[] = ANBAN_BUILD "/test-readings.tsv";
  struct voices voices;
  struct fault fault;
  struct voices_settings settings = {.data = ANBAN_BUILD "/voices", .readings = path};
  write_readings(path, "");
  struct voice voice = voices_init(&voices, &settings);
  assert_true(voice.start(voice.ctx, &fault));
  double before = seconds(&voice, "行", "zh_CN", 160);
  write_readings(path, "行\tde5\n");
  voices_renew(&voices);
  double after = seconds(&voice, "行", "zh_CN", 160), light = seconds(&voice, "的", "zh_CN", 160);
  print_message("行 alone %.3f s, read as 的 %.3f s, 的 itself %.3f s\n", before, after, light);
  assert_true(after > light * 0.97 && after < light * 1.03);
  assert_true(before > after * 1.1);
  voice.stop(voice.ctx);
  unlink(path);
}

// The state of espeak-ng is the process's: with data of its own it must be the first to start.
static int start(void **state)
{
  static struct voices voices;
  static struct voice voice;
  struct fault fault;
  voice = voices_init(&voices, &(struct voices_settings){.data = ANBAN_BUILD "/voices"});
  *state = &voice;
  return voice.start(voice.ctx, &fault) ? 0 : -1;
}

static int stop(void **state)
{
  struct voice *voice = *state;
  voice->stop(voice->ctx);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_character_has_its_mark),
      cmocka_unit_test(mandarin_speaks_syllables_not_letters),
      cmocka_unit_test(it_is_loud_and_never_clipped),
      cmocka_unit_test(slower_takes_longer),
      cmocka_unit_test(an_unknown_locale_speaks_mandarin),
      cmocka_unit_test(it_gives_up_when_nobody_wants_it_any_more),
      cmocka_unit_test(each_character_is_marked_where_it_stands),
      cmocka_unit_test(without_its_own_data_it_speaks_and_says_what_is_missing),
      cmocka_unit_test(a_reading_of_the_site_is_heard_from_the_next_sentence_on),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
