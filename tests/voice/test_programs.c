// SPDX-License-Identifier: GPL-3.0-or-later
// A site's own voices: programs that speak, fail, dawdle, and never leave anything running.
#include "voice/chain.h"
#include "voice/programs.h"

#include "base/file.h"

#include "../cmocka_all.h"
#include "../support/hung.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <unistd.h>

struct stage {
  char folder[40], path[80];
  struct programs programs;
  struct engine engine;
  struct fault fault;
  int asked; // of whether it is still wanted
};

static int set_up(void **state)
{
  struct stage *stage = calloc(1, sizeof *stage);
  strcpy(stage->folder, "/tmp/anban-programs-XXXXXX");
  assert_non_null(mkdtemp(stage->folder));
  FORMAT_TEXT(stage->path, "%s/voices.conf", stage->folder);
  stage->programs = (struct programs){.path = stage->path, .rate = 22050};
  stage->engine = programs_engine(&stage->programs);
  *state = stage;
  return 0;
}

static int tear_down(void **state)
{
  struct stage *stage = *state;
  char line[100];
  stage->engine.stop(stage->engine.ctx);
  snprintf(line, sizeof line, "rm -r %s", stage->folder);
  assert_int_equal(system(line), 0);
  free(stage);
  return 0;
}

// `lines` of the file, with FOLDER put in for %s.
static void begin(struct stage *stage, const char *lines)
{
  struct buffer text = {0};
  buffer_add_text(&text, "");
  for (const char *at = lines, *next; *at; at = next) {
    next = strstr(at, "%s");
    buffer_add(&text, at, next ? (size_t)(next - at) : strlen(at));
    buffer_add_text(&text, next ? stage->folder : "");
    next = next ? next + 2 : at + strlen(at);
  }
  stage->fault = (struct fault){0};
  assert_true(file_replace(stage->path, text.bytes, text.size, 0600, &stage->fault));
  buffer_free(&text);
  assert_true(stage->engine.start(stage->engine.ctx, &stage->fault));
}

static bool never(void *ctx)
{
  return false;
}

static bool soon(void *ctx)
{
  struct stage *stage = ctx;
  return ++stage->asked > 3;
}

static enum verdict say(struct stage *stage, const char *locale, bool (*stale)(void *), struct samples **samples)
{
  struct sentence sentence = {.text = "12:30开饭", .rate_wpm = USUAL_RATE};
  struct rewrite words = {0};
  COPY_TEXT(sentence.locale, locale);
  rewrite_put(&words, 0, 5, "十二点半");
  struct task task = {.sentence = &sentence, .words = &words, .stale = stale, .stale_ctx = stage};
  *samples = NULL;
  stage->fault = (struct fault){0};
  enum verdict verdict = stage->engine.say(stage->engine.ctx, &task, samples, &stage->fault);
  rewrite_free(&words);
  return verdict;
}

static void a_program_that_writes_a_wav_speaks(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  begin(stage, "# our own\n\nzh_CN wav espeak-ng -v cmn-latn-pinyin -s {rate} --stdout\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID);
  assert_int_equal(samples->rate, 22050);
  assert_in_range(samples->count, 22050 / 2, 22050 * 3);
  samples_free(samples);
  assert_int_equal(say(stage, "zh_HK", never, &samples), SAID_NOT);
  assert_int_equal(say(stage, "zh_CN@sichuan", never, &samples), SAID_NOT);
}

static void a_program_gets_the_words_and_gives_raw_samples(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  struct buffer heard = {0};
  char path[100];
  begin(stage, "en pcm:11025 sh -c \"tee '%s/text' >'%s/copy'; head -c 22050 /dev/zero | tr '\\\\0' '\\\\1'; echo "
               "{slowness} {locale} >>'%s/text'\"\n");
  assert_int_equal(say(stage, "en", never, &samples), SAID);
  assert_in_range(samples->count, 22050 - 50, 22050 + 50);
  samples_free(samples);
  FORMAT_TEXT(path, "%s/text", stage->folder);
  assert_true(file_read(path, 1000, &heard, &stage->fault));
  assert_string_equal(heard.bytes, "十二点半\n1.00 en\n");
  buffer_free(&heard);
}

static void one_that_fails_is_passed_over_with_a_reason(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  begin(stage, "zh_CN wav /nowhere/piper\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_FAILED);
  assert_string_equal(stage->fault.sentence, "/nowhere/piper can't be started: No such file or directory");
  stage->engine.stop(stage->engine.ctx);
  begin(stage, "zh_CN wav sh -c \"exit 3\"\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_FAILED);
  assert_string_equal(stage->fault.sentence, "sh ended with status 3");
  stage->engine.stop(stage->engine.ctx);
  begin(stage, "zh_CN wav echo hello\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_FAILED);
  assert_memory_equal(stage->fault.sentence, "what echo wrote for zh_CN can't be played: ", 43);
  stage->engine.stop(stage->engine.ctx);
  begin(stage, "zh_CN pcm:16000 true\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_FAILED);
  assert_string_equal(stage->fault.sentence, "what true wrote for zh_CN can't be played: there is no sound in it");
}

static void the_next_program_of_a_language_speaks_when_the_first_fails(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  begin(stage, "zh_CN wav false\nzh_CN wav espeak-ng --stdout\n");
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID);
  samples_free(samples);
  assert_string_equal(stage->fault.sentence, "false ended with status 1");
}

static bool ends(pid_t pid)
{
  struct pollfd ended = {.fd = pidfd_open(pid, 0), .events = POLLIN};
  if (ended.fd < 0)
    return errno == ESRCH;
  bool ends = poll(&ended, 1, HUNG) == 1;
  close(ended.fd);
  return ends;
}

static void one_that_dawdles_is_killed_with_its_children_and_left_alone(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  struct buffer pid = {0};
  char path[100];
  begin(stage, "zh_CN wav sh -c \"sleep 600 & echo $! >'%s/pid'; wait\"\n");
  anban_ms asked = clock_steady();
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_FAILED);
  assert_true(clock_steady() - asked >= 2000);
  assert_string_equal(stage->fault.sentence, "sh had not begun after 2 seconds");
  FORMAT_TEXT(path, "%s/pid", stage->folder);
  assert_true(file_read(path, 100, &pid, &stage->fault));
  assert_true(ends(atoi(pid.bytes)));
  buffer_free(&pid);
  assert_int_equal(say(stage, "zh_CN", never, &samples), SAID_NOT);
}

static void what_nobody_wants_any_more_is_stopped(void **state)
{
  struct stage *stage = *state;
  struct samples *samples;
  begin(stage, "zh_CN wav sleep 600\n");
  assert_int_equal(say(stage, "zh_CN", soon, &samples), SAID_STALE);
  assert_string_equal(stage->fault.sentence, "");
}

static void wrong_lines_are_named_and_the_others_are_taken(void **state)
{
  static const struct {
    const char *line, *reason;
  } wrong[] = {
      {"xx wav true", "xx is no language that this kiosk speaks"},
      {"en", "wav, pcm:RATE, from 8000 to 48000, or speech-dispatcher is expected after the locale"},
      {"en mp3 true", "wav, pcm:RATE, from 8000 to 48000, or speech-dispatcher is expected after the locale"},
      {"en pcm:9 true", "wav, pcm:RATE, from 8000 to 48000, or speech-dispatcher is expected after the locale"},
      {"en wav", "the program to run is expected"},
      {"en speech-dispatcher English (America)",
       "the name of a voice, as spd-say -L has it, is expected; in quotes where it has spaces"}};
  struct stage *stage = *state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char lines[200], expected[300];
    FORMAT_TEXT(lines, "# note\n%s\nzh_CN wav \"/opt/my voice/speak\" \"a b\"", wrong[i].line);
    begin(stage, lines);
    FORMAT_TEXT(expected, "%s:2: %s", stage->path, wrong[i].reason);
    assert_string_equal(stage->fault.sentence, expected);
    assert_int_equal(stage->programs.count, 1);
    assert_string_equal(stage->programs.list[0].argv[0], "/opt/my voice/speak");
    assert_string_equal(stage->programs.list[0].argv[1], "a b");
    assert_null(stage->programs.list[0].argv[2]);
    stage->engine.stop(stage->engine.ctx);
  }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(a_program_that_writes_a_wav_speaks),
      CASE(a_program_gets_the_words_and_gives_raw_samples),
      CASE(one_that_fails_is_passed_over_with_a_reason),
      CASE(the_next_program_of_a_language_speaks_when_the_first_fails),
      CASE(one_that_dawdles_is_killed_with_its_children_and_left_alone),
      CASE(what_nobody_wants_any_more_is_stopped),
      CASE(wrong_lines_are_named_and_the_others_are_taken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
