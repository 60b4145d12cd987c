// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up people say commands in made-up rooms: a small part of ./bench speech, with floors.
#include "kiosk/listen/capture.h"
#include "kiosk/listen/match.h"

#include "../../cmocka_all.h"
#include "../../support/corpus.h"

#define COUNT(list) ((int)(sizeof list / sizeof *list))

static const char *const commands[] = {"我要吃饭", "我要吃药", "给女儿打电话", "打开电视", "再说一遍", "不要"};
static const char *const sentences[] = {"今天菜市场的豆腐很新鲜", "这个药饭后吃每次两片", "他女儿在外地工作",
                                        "天气好的时候我们去公园"};
static const struct speaker people[] = {{"cmn-latn-pinyin+m5", 40, 160}, {"cmn-latn-pinyin+f5", 55, 155}};
static const struct speaker makers[] = {
    {"cmn-latn-pinyin+m1", 50, 165}, {"cmn-latn-pinyin+m3", 50, 150}, {"cmn-latn-pinyin+f2", 50, 165}};

static struct utterance *templates[COUNT(commands)][COUNT(makers)];
static struct match_command known[COUNT(commands)];

static int learn(void **state)
{
  for (int c = 0; c < COUNT(commands); c++)
    for (int m = 0; m < COUNT(makers); m++) {
      struct samples *said = corpus_say(&makers[m], commands[c], 1000);
      templates[c][m] = utterance_of_samples(said);
      known[c].templates[known[c].count++] = templates[c][m];
      samples_free(said);
    }
  corpus_babble(makers, COUNT(makers), sentences, COUNT(sentences));
  return 0;
}

static int forget(void **state)
{
  for (int c = 0; c < COUNT(commands); c++)
    for (int m = 0; m < COUNT(makers); m++)
      utterance_free(templates[c][m]);
  return 0;
}

// The command that is taken; -1: refused, -2: nobody was heard.
static int taken_for(const struct speaker *speaker, const char *text, const struct room *room, unsigned take)
{
  struct samples *said = corpus_in_room(corpus_say(speaker, text, take), room, take);
  struct capture *capture = capture_new();
  bool ended = capture_take(capture, said->at, said->count) == ENDING_ENDED;
  struct utterance *heard = ended ? capture_utterance(capture) : NULL;
  int taken = -2;
  if (heard) {
    struct match match = match_commands(heard, known, COUNT(commands));
    double sure;
    taken = match_is_sure(&match, &sure) ? match.best : -1;
  }
  utterance_free(heard);
  capture_free(capture);
  samples_free(said);
  return taken;
}

static void assert_heard(const struct room *room, int least)
{
  int right = 0, wrong = 0;
  for (int p = 0; p < COUNT(people); p++)
    for (int c = 0; c < COUNT(commands); c++) {
      int taken = taken_for(&people[p], commands[c], room, (unsigned)c);
      right += taken == c;
      wrong += taken >= 0 && taken != c;
    }
  print_message("%s: %d of %d heard, %d wrongly\n", room->name, right, COUNT(people) * COUNT(commands), wrong);
  assert_int_equal(wrong, 0);
  assert_true(right >= least);
}

static void commands_are_heard_in_a_quiet_room(void **state)
{
  assert_heard(&(struct room){.name = "quiet"}, 10);
}

static void commands_are_heard_beside_a_fan(void **state)
{
  assert_heard(&(struct room){.name = "white noise 10 dB", .noise = NOISE_WHITE, .snr = 10}, 9);
}

static void commands_are_never_mistaken_in_babble(void **state)
{
  assert_heard(&(struct room){.name = "babble 10 dB", .noise = NOISE_BABBLE, .snr = 10}, 1);
}

// As who is afraid of doing something wrong says it.
static void commands_said_slowly_are_heard(void **state)
{
  static const struct room quiet = {.name = "quiet, slowly"};
  int right = 0;
  for (int p = 0; p < COUNT(people); p++)
    for (int c = 0; c < COUNT(commands); c++) {
      struct speaker slow = people[p];
      slow.pace = slow.pace * 7 / 10;
      int taken = taken_for(&slow, commands[c], &quiet, (unsigned)c);
      right += taken == c;
      assert_true(taken == c || taken == -1);
    }
  print_message("slowly: %d of %d heard\n", right, COUNT(people) * COUNT(commands));
  assert_true(right >= 10);
}

static void other_talk_is_refused(void **state)
{
  static const struct room quiet = {.name = "quiet"};
  for (int p = 0; p < COUNT(people); p++)
    for (int s = 0; s < COUNT(sentences); s++)
      assert_int_equal(taken_for(&people[p], sentences[s], &quiet, 7), -1);
}

// 嗯 before and 吧 after are no part of the command.
static void words_around_a_command_do_not_matter(void **state)
{
  static const struct room quiet = {.name = "quiet"};
  assert_int_equal(taken_for(&people[0], "嗯，我要吃饭吧", &quiet, 3), 0);
  assert_int_equal(taken_for(&people[1], "那个，给女儿打电话", &quiet, 3), 2);
}

static void a_room_without_speech_is_not_heard(void **state)
{
  static const struct speaker nobody = {"cmn-latn-pinyin+m1", 50, 160};
  assert_int_equal(taken_for(&nobody, " ", &(struct room){.name = "quiet"}, 1), -2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(commands_are_heard_in_a_quiet_room),
      cmocka_unit_test(commands_are_heard_beside_a_fan),
      cmocka_unit_test(commands_are_never_mistaken_in_babble),
      cmocka_unit_test(commands_said_slowly_are_heard),
      cmocka_unit_test(other_talk_is_refused),
      cmocka_unit_test(words_around_a_command_do_not_matter),
      cmocka_unit_test(a_room_without_speech_is_not_heard),
  };
  if (!corpus_start(NULL))
    return 1;
  int failed = cmocka_run_group_tests(tests, learn, forget);
  corpus_stop();
  return failed;
}
