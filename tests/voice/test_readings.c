// SPDX-License-Identifier: GPL-3.0-or-later
// How words are read at a site: the file, and what espeak-ng is given for it.
#include "voice/pronounce.h"

#include "base/file.h"

#include "../cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct stage {
  char folder[40], path[80], table[80];
  struct readings readings;
  struct syllables syllables;
};

static void write_text(const char *path, const char *text)
{
  struct fault fault;
  assert_true(file_replace(path, text, strlen(text), 0600, &fault));
}

static int set_up(void **state)
{
  struct stage *stage = calloc(1, sizeof *stage);
  strcpy(stage->folder, "/tmp/anban-readings-XXXXXX");
  assert_non_null(mkdtemp(stage->folder));
  FORMAT_TEXT(stage->path, "%s/readings.tsv", stage->folder);
  FORMAT_TEXT(stage->table, "%s/cmn-x-test.syllables", stage->folder);
  write_text(stage->table, "yue4\tj'yE51\nqing1\ttS;h'i55N\nle4\tl'o-51\nhe2\tX'9-35\n");
  stage->readings.path = stage->path;
  *state = stage;
  return 0;
}

static int tear_down(void **state)
{
  struct stage *stage = *state;
  readings_free(&stage->readings);
  syllables_free(&stage->syllables);
  unlink(stage->path);
  unlink(stage->table);
  rmdir(stage->folder);
  free(stage);
  return 0;
}

static void load(struct stage *stage, const char *text)
{
  write_text(stage->path, text);
  readings_renew(&stage->readings);
  readings_heed(&stage->readings);
  assert_true(syllables_choose(&stage->syllables, stage->folder, "cmn-x-test"));
}

static void a_word_becomes_phonemes_a_character_at_a_time(void **state)
{
  struct stage *stage = *state;
  struct rewrite spelt = {0};
  load(stage, "乐清\tyue4 qing1\n");
  assert_true(pronounce(&stage->readings, &stage->syllables, "去乐清玩", &spelt));
  assert_string_equal(rewrite_text(&spelt), "去[[j'yE51]][[tS;h'i55N]]玩");
  size_t from = strlen("去[[j'yE51]][["), to = from + 4;
  rewrite_source(&spelt, &from, &to);
  assert_int_equal(from, strlen("去乐"));
  assert_int_equal(to, strlen("去乐清"));
  rewrite_free(&spelt);
}

static void the_longest_word_wins(void **state)
{
  struct stage *stage = *state;
  struct rewrite spelt = {0};
  load(stage, "乐\tle4\n# a note\n\n乐清\tYuè qīng\r\n");
  assert_string_equal(stage->readings.amiss.sentence, "");
  assert_true(pronounce(&stage->readings, &stage->syllables, "乐清乐", &spelt));
  assert_string_equal(rewrite_text(&spelt), "[[j'yE51]][[tS;h'i55N]][[l'o-51]]");
  rewrite_free(&spelt);
}

static void a_star_leaves_a_character_as_it_is(void **state)
{
  struct stage *stage = *state;
  struct rewrite spelt = {0};
  load(stage, "乐清秀\tyue4 * *\n");
  assert_string_equal(stage->readings.amiss.sentence, "");
  assert_true(pronounce(&stage->readings, &stage->syllables, "问乐清秀好", &spelt));
  assert_string_equal(rewrite_text(&spelt), "问[[j'yE51]]清秀好");
  rewrite_free(&spelt);
  strcpy(stage->syllables.voice, "yue");
  assert_false(pronounce(&stage->readings, &stage->syllables, "乐清秀", &spelt));
  rewrite_free(&spelt);
  strcpy(stage->syllables.voice, "cmn-x-test");
}

static void a_wrong_line_is_named_and_the_others_are_taken(void **state)
{
  struct stage *stage = *state;
  char expected[200];
  load(stage, "乐清 yue4 qing1\n乐\tle4\n清\tqing1 qing1\n");
  FORMAT_TEXT(expected, "%s:1: a word, a tab and its pinyin are expected", stage->path);
  assert_string_equal(stage->readings.amiss.sentence, expected);
  assert_int_equal(stage->readings.count, 1);
  load(stage, "乐\tle4\n清\tqing1 qing1\n");
  FORMAT_TEXT(expected, "%s:2: pinyin: a syllable with its tone for each of the 1 characters", stage->path);
  assert_memory_equal(stage->readings.amiss.sentence, expected, strlen(expected));
  load(stage, "乐\xff\tle4\n");
  FORMAT_TEXT(expected, "%s: this is not UTF-8", stage->path);
  assert_string_equal(stage->readings.amiss.sentence, expected);
  assert_int_equal(stage->readings.count, 0);
}

static void a_file_that_is_not_there_is_no_trouble(void **state)
{
  struct stage *stage = *state;
  unlink(stage->path);
  readings_renew(&stage->readings);
  readings_heed(&stage->readings);
  assert_string_equal(stage->readings.amiss.sentence, "");
  assert_int_equal(stage->readings.count, 0);
}

static void what_can_not_be_said_stays_as_it_is(void **state)
{
  struct stage *stage = *state;
  struct rewrite spelt = {0};
  load(stage, "乐清\tle4 xyz1\n河\the2\n");
  assert_false(pronounce(&stage->readings, &stage->syllables, "乐清", &spelt));
  assert_string_equal(rewrite_text(&spelt), "乐清");
  rewrite_free(&spelt);
  // Somebody's brackets are no phonemes.
  assert_false(pronounce(&stage->readings, &stage->syllables, "[[河]]", &spelt));
  assert_string_equal(rewrite_text(&spelt), "[[河]]");
  rewrite_free(&spelt);
  assert_false(syllables_choose(&stage->syllables, stage->folder, "yue"));
  assert_false(pronounce(&stage->readings, &stage->syllables, "河", &spelt));
  rewrite_free(&spelt);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(a_word_becomes_phonemes_a_character_at_a_time),
      CASE(the_longest_word_wins),
      CASE(a_star_leaves_a_character_as_it_is),
      CASE(a_wrong_line_is_named_and_the_others_are_taken),
      CASE(a_file_that_is_not_there_is_no_trouble),
      CASE(what_can_not_be_said_stays_as_it_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
