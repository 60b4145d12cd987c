// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence out of recorded pieces.
#include "../cmocka_all.h"
#include "base/text.h"
#include "voice/cover.h"

#include <stdlib.h>
#include <string.h>

static const char *const recorded[] = {"您的号是",     "十二",           "十",     "二",  "号", "您好", "王奶奶",
                                       "王奶奶，您好", "Your number is", "twenty", "one", "on", "请坐", ""};
#define COUNT ((int)(sizeof recorded / sizeof *recorded))

// The pieces with "|" between them; "" when it isn't covered.
static void expect(const char *sentence, const char *wanted)
{
  struct joint *joints;
  struct buffer found = {0};
  int count = cover(sentence, recorded, COUNT, &joints);
  buffer_add_text(&found, "");
  for (int i = 0; i < count; i++) {
    buffer_printf(&found, "%s%s", i ? "|" : "", recorded[joints[i].text]);
    assert_int_equal(joints[i].to - joints[i].from, strlen(recorded[joints[i].text]));
    assert_int_equal(strncasecmp(sentence + joints[i].from, recorded[joints[i].text], joints[i].to - joints[i].from),
                     0);
  }
  if (strcmp(found.bytes, wanted) != 0)
    fail_msg("%s: %s instead of %s", sentence, found.bytes, wanted);
  buffer_free(&found);
  free(joints);
}

static void as_few_pieces_as_can_be(void **state)
{
  expect("您的号是十二号。", "您的号是|十二|号");
  expect("王奶奶，您好！请坐。", "王奶奶，您好|请坐");
  expect("您好，王奶奶。", "您好|王奶奶");
}

static void all_of_it_or_nothing(void **state)
{
  expect("您的号是十三号。", "");
  expect("您好吗", "");
  expect("", "");
  expect("。，！", "");
}

static void latin_words_are_whole_and_capitals_are_letters(void **state)
{
  expect("your number is Twenty-one.", "Your number is|twenty|one");
  expect("Your number is twentyone", "");
  expect("YOUR NUMBER IS ONE", "Your number is|one");
}

static void a_very_long_sentence_is_fine(void **state)
{
  struct buffer text = {0};
  struct joint *joints;
  for (int i = 0; i < 3000; i++)
    buffer_add_text(&text, "您好，");
  assert_int_equal(cover(text.bytes, recorded, COUNT, &joints), 3000);
  free(joints);
  buffer_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_few_pieces_as_can_be),
      cmocka_unit_test(all_of_it_or_nothing),
      cmocka_unit_test(latin_words_are_whole_and_capitals_are_letters),
      cmocka_unit_test(a_very_long_sentence_is_fine),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
