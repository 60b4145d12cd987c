// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of recorded voices and of readings.
#include "samples.h"

#include "protocol/pack.h"

static void a_pack_survives(void **state)
{
  json_t *json = sample("pack");
  struct fault fault = {{0}};
  struct pack *pack = pack_read(json, &fault);
  if (!pack)
    fail_msg("%s", fault.sentence);
  assert_int_equal(pack->clip_count, 2);
  assert_string_equal(pack->clips[1].text, "您的号是");
  assert_int_equal(pack->clips[1].gain_cb, -35);
  json_t *written = pack_write(pack);
  assert_true(json_equal(json, written));
  json_decref(written);
  json_decref(json);
  pack_free(pack);
}

// {member: value} at a place of the sample, and the fault that it makes.
static void expect_fault(const char *member, json_t *value, const char *fault_part)
{
  json_t *json = sample("pack");
  struct fault fault = {{0}};
  json_t *clip = json_array_get(json_object_get(json, "clips"), 0);
  json_object_set_new(json_object_get(clip, member) ? clip : json, member, value);
  assert_null(pack_read(json, &fault));
  if (!strstr(fault.sentence, fault_part))
    fail_msg("%s: %s", member, fault.sentence);
  json_decref(json);
}

static void what_is_wrong_in_a_pack_is_named(void **state)
{
  expect_fault("locale", json_string("../../etc"), "pack.locale");
  expect_fault("id", json_string("../../etc"), "pack.id");
  expect_fault("hash", json_string("../../etc/passwd"), "pack.clips[0].hash");
  expect_fault("format", json_integer(2), "pack.format");
  expect_fault("gain_cb", json_integer(9000), "pack.clips[0].gain_cb");
  expect_fault("ms", json_string("long"), "pack.clips[0].ms");
}

static void nothing_is_left_at_the_ends_that_is_not_said(void **state)
{
  static const struct {
    const char *from, *to;
  } texts[] = {{"，您好。", "您好"},
               {" Hello, you! ", "Hello, you"},
               {"「选好了」", "选好了"},
               {"，。", ""},
               {"", ""},
               {"3 幢 201", "3 幢 201"},
               {"〇", "〇"},
               {"𠮷玉兰", "𠮷玉兰"}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char text[64];
    COPY_TEXT(text, texts[i].from);
    clip_text_trim(text);
    assert_string_equal(text, texts[i].to);
  }
}

static void pinyin_is_taken_as_people_write_it(void **state)
{
  static const struct {
    const char *word, *pinyin, *tidy;
  } cases[] = {{"乐清", "yue4 qing1", "yue4 qing1"},
               {"乐清", "Yuè qīng", "yue4 qing1"},
               {"乐清", "yue4qing1", "yue4 qing1"},
               {"女儿", "nǚ ér", "nv3 er2"},
               {"妈妈", "mā ma", "ma1 ma5"},
               {"单于", "chan2  yu2 ", "chan2 yu2"},
               {"乐清", "yue4", NULL},
               {"乐清", "yue4 qing9", NULL},
               {"乐清", "le4 qing1 shi4", NULL},
               {"A座", "a1 zuo4", NULL},
               {"乐清", "乐清", NULL},
               {"", "yue4", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct reading reading = {0};
    struct fault fault = {{0}};
    COPY_TEXT(reading.word, cases[i].word);
    COPY_TEXT(reading.pinyin, cases[i].pinyin);
    bool ok = reading_tidy(&reading, &fault);
    if (ok != (cases[i].tidy != NULL) || (ok && strcmp(reading.pinyin, cases[i].tidy) != 0))
      fail_msg("%s %s: %s %s", cases[i].word, cases[i].pinyin, reading.pinyin, fault.sentence);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_pack_survives),
      cmocka_unit_test(what_is_wrong_in_a_pack_is_named),
      cmocka_unit_test(nothing_is_left_at_the_ends_that_is_not_said),
      cmocka_unit_test(pinyin_is_taken_as_people_write_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
