// SPDX-License-Identifier: GPL-3.0-or-later
// Which engine says a sentence, with engines that do what they are told.
#include "voice/chain.h"

#include "../cmocka_all.h"

#include <string.h>

struct fake {
  enum verdict verdict;
  const char *amiss; // beside SAID, or why not
  bool broken;
  int asked, started, stopped;
  char words[64];
};

static bool fake_start(void *ctx, struct fault *fault)
{
  struct fake *fake = ctx;
  fake->started++;
  return !fake->broken || fault_set(fault, "its data is missing");
}

static void fake_stop(void *ctx)
{
  struct fake *fake = ctx;
  fake->stopped++;
}

static enum verdict fake_say(void *ctx, const struct task *task, struct samples **samples, struct fault *fault)
{
  struct fake *fake = ctx;
  fake->asked++;
  COPY_TEXT(fake->words, rewrite_text(task->words));
  if (fake->amiss)
    fault_set(fault, "%s", fake->amiss);
  if (fake->verdict == SAID)
    *samples = samples_new(22050);
  return fake->verdict;
}

static struct engine engine_of(struct fake *fake)
{
  return (struct engine){.name = "fake", .start = fake_start, .say = fake_say, .stop = fake_stop, .ctx = fake};
}

struct stage {
  struct fake first, second;
  struct chain chain;
  struct voice voice;
  struct fault fault;
};

static void stage_start(struct stage *stage, struct fake first, struct fake second)
{
  *stage = (struct stage){.first = first, .second = second};
  chain_add(&stage->chain, engine_of(&stage->first));
  chain_add(&stage->chain, engine_of(&stage->second));
  stage->voice = chain_voice(&stage->chain);
  assert_true(stage->voice.start(stage->voice.ctx, &stage->fault));
}

static bool never(void *ctx)
{
  return false;
}

static bool say(struct stage *stage)
{
  struct sentence sentence = {.text = "12:30开饭", .locale = "zh_CN", .rate_wpm = 160};
  struct samples *samples = stage->voice.say(stage->voice.ctx, &sentence, never, NULL, &stage->fault);
  samples_free(samples);
  return samples;
}

static void the_first_that_has_a_sentence_says_it(void **state)
{
  struct stage stage;
  stage_start(&stage, (struct fake){.verdict = SAID}, (struct fake){.verdict = SAID});
  assert_true(say(&stage));
  assert_int_equal(stage.first.asked, 1);
  assert_int_equal(stage.second.asked, 0);
  assert_string_equal(stage.first.words, "十二点半开饭");
  stage.first.verdict = SAID_NOT;
  assert_true(say(&stage));
  assert_int_equal(stage.second.asked, 1);
  assert_string_equal(stage.fault.sentence, "");
  stage.voice.stop(stage.voice.ctx);
  assert_int_equal(stage.first.stopped + stage.second.stopped, 2);
}

static void one_that_fails_is_passed_over_and_told_until_it_works_again(void **state)
{
  struct stage stage;
  stage_start(&stage, (struct fake){.verdict = SAID_FAILED, .amiss = "it is hoarse"}, (struct fake){.verdict = SAID});
  assert_true(say(&stage));
  assert_string_equal(stage.fault.sentence, "it is hoarse");
  stage.first.verdict = SAID_NOT;
  stage.first.amiss = NULL;
  assert_true(say(&stage));
  assert_string_equal(stage.fault.sentence, "it is hoarse");
  stage.first.verdict = SAID;
  assert_true(say(&stage));
  assert_string_equal(stage.fault.sentence, "");
}

static void what_was_heard_already_has_no_samples_and_is_not_said_again(void **state)
{
  struct stage stage;
  stage_start(&stage, (struct fake){.verdict = SAID_ITSELF}, (struct fake){.verdict = SAID});
  assert_false(say(&stage));
  assert_string_equal(stage.fault.sentence, "");
  assert_int_equal(stage.second.asked, 0);
}

static void what_nobody_wants_is_not_asked_of_the_next(void **state)
{
  struct stage stage;
  stage_start(&stage, (struct fake){.verdict = SAID_STALE}, (struct fake){.verdict = SAID});
  assert_false(say(&stage));
  assert_string_equal(stage.fault.sentence, "");
  assert_int_equal(stage.second.asked, 0);
}

static void one_that_could_not_start_is_never_asked(void **state)
{
  struct stage stage;
  stage_start(&stage, (struct fake){.broken = true, .verdict = SAID}, (struct fake){.verdict = SAID});
  assert_string_equal(stage.fault.sentence, "its data is missing");
  assert_true(say(&stage));
  assert_int_equal(stage.first.asked, 0);
  assert_string_equal(stage.fault.sentence, "its data is missing");
  stage.second.verdict = SAID_FAILED;
  assert_false(say(&stage));
}

static void without_any_engine_that_starts_there_is_no_voice(void **state)
{
  struct fake fake = {.broken = true};
  struct chain chain = {0};
  struct fault fault;
  chain_add(&chain, engine_of(&fake));
  struct voice voice = chain_voice(&chain);
  assert_false(voice.start(voice.ctx, &fault));
  assert_string_equal(fault.sentence, "its data is missing");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_that_has_a_sentence_says_it),
      cmocka_unit_test(one_that_fails_is_passed_over_and_told_until_it_works_again),
      cmocka_unit_test(what_was_heard_already_has_no_samples_and_is_not_said_again),
      cmocka_unit_test(what_nobody_wants_is_not_asked_of_the_next),
      cmocka_unit_test(one_that_could_not_start_is_never_asked),
      cmocka_unit_test(without_any_engine_that_starts_there_is_no_voice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
