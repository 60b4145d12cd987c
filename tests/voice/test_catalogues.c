// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence of every catalogue can be said by its voice: no character is read out as an English name, each is
// marked, and none takes longer or shorter than a person would.
#include "base/file.h"
#include "base/locale.h"
#include "voice/normal.h"
#include "voice/voices.h"

#include "../cmocka_all.h"

#include <espeak-ng/speak_lib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RATE 250 // the fastest that a person can choose: it takes the least time here

// What stands where a sentence has a place, {name}: as a screen or a desk would write it.
static const char *value_of(const char *name, bool english)
{
  static const struct {
    const char *name, *value;
  } values[] = {{"{phone}", "0571-88888888"},
                {"{time}", "12:30"},
                {"{clock}", "8:05"},
                {"{price}", "¥12.50"},
                {"{amount}", "12.50"},
                {"{count}", "2"},
                {"{number}", "12"},
                {"{step}", "2"},
                {"{steps}", "5"},
                {"{hour}", "2"},
                {"{minute}", "5"},
                {"{yuan}", "12"},
                {"{jiao}", "5"},
                {"{fen}", "5"},
                {"{code}", "4829"},
                {"{room}", "3-201"},
                {"{minutes}", "20"},
                {"{seconds}", "10"},
                {"{percent}", "50"}};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (strncmp(name, values[i].name, strlen(values[i].name)) == 0)
      return values[i].value;
  return english ? "lunch" : "红烧豆腐";
}

static void fill(const char *text, bool english, char *filled, size_t size)
{
  struct buffer out = {0};
  buffer_add_text(&out, "");
  for (const char *at = text; *at;) {
    const char *end = *at == '{' ? strchr(at, '}') : strncmp(at, "%d", 2) == 0 ? at + 1 : NULL;
    if (end)
      buffer_add_text(&out, *at == '%' ? "2" : value_of(at, english));
    else
      buffer_add(&out, at, 1);
    at = end ? end + 1 : at + 1;
  }
  text_copy(filled, size, out.bytes);
  buffer_free(&out);
}

// What stands between the quotes of a line, with its escapes taken off.
static void add_quoted(const char *line, struct buffer *out)
{
  const char *at = strchr(line, '"');
  for (at = at ? at + 1 : ""; *at && *at != '"'; at++) {
    if (*at == '\\' && at[1])
      at++;
    buffer_add(out, at, 1);
  }
}

struct tally {
  const char *locale;
  bool aloud; // synthesised too, not only looked up
  struct voice voice;
  int sentences, characters, wrong;
  double seconds, slowest, fastest; // seconds a character
};

static bool never(void *ctx)
{
  return false;
}

static int count_han(const char *text)
{
  int count = 0;
  for (unsigned c; (c = text_next(&text));)
    count += c >= 0x4e00 && c <= 0x9fff;
  return count;
}

// A figure takes about as long as four letters.
static int count_english(const char *text)
{
  int count = 0;
  for (; *text; text++)
    count += *text >= '0' && *text <= '9' ? 4 : 1;
  return count / 3;
}

static bool has_letters(const char *text)
{
  for (; *text; text++)
    if ((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z')
      return true;
  return false;
}

static void complain(struct tally *tally, const char *text, const char *what)
{
  print_error("%s: %s: %s\n", tally->locale, text, what);
  tally->wrong++;
}

// The voice is espeak-ng's state: the one that spoke last.
static void check_sounds(struct tally *tally, const char *words)
{
  const void *rest = words;
  while (rest) {
    const char *phonemes = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0);
    if (strstr(phonemes, "(en)") && !has_letters(words))
      complain(tally, words, phonemes);
  }
}

static void check_length(struct tally *tally, const struct sentence *sentence, const char *words)
{
  struct fault fault;
  struct samples *samples = tally->voice.say(tally->voice.ctx, sentence, never, NULL, &fault);
  assert_non_null(samples);
  int characters = strcmp(tally->locale, "en") == 0 ? count_english(words) : count_han(words);
  double seconds = (double)samples->count / samples->rate, each = seconds / (characters ? characters : 1);
  // A short sentence has its pause at the end as well.
  if (characters > 3 && (each < 0.07 || each > 0.40))
    complain(tally, words, "this takes too long or is too short");
  if (characters > 0 && samples->mark_count == 0)
    complain(tally, words, "nothing of it is marked");
  if (characters > 3) {
    tally->slowest = each > tally->slowest ? each : tally->slowest;
    tally->fastest = each < tally->fastest ? each : tally->fastest;
  }
  tally->characters += characters;
  tally->seconds += seconds;
  samples_free(samples);
}

static void check(struct tally *tally, const char *text)
{
  struct sentence sentence = {.rate_wpm = RATE};
  struct rewrite words = {0};
  bool english = strcmp(tally->locale, "en") == 0;
  COPY_TEXT(sentence.locale, tally->locale);
  fill(text, english, sentence.text, sizeof sentence.text);
  normal_words(sentence.text, sentence.locale, &words);
  if (tally->aloud)
    check_length(tally, &sentence, rewrite_text(&words));
  if (!english)
    check_sounds(tally, rewrite_text(&words));
  tally->sentences++;
  rewrite_free(&words);
}

static void each_sentence(struct tally *tally, const char *catalogue)
{
  char path[300];
  struct buffer file = {0}, text = {0};
  struct fault fault;
  FORMAT_TEXT(path, "%s/locales/%s.po", ANBAN_SOURCE, catalogue);
  assert_true(file_read(path, 1 << 20, &file, &fault));
  bool in_text = false, head = true;
  for (char *rest = file.bytes, *line; (line = strsep(&rest, "\n"));) {
    if (strncmp(line, "msgstr ", 7) == 0 || (in_text && *line == '"')) {
      add_quoted(line, &text);
      in_text = true;
      continue;
    }
    if (in_text && !head && text.size > 0)
      check(tally, text.bytes);
    head = head && !in_text;
    in_text = false;
    buffer_free(&text);
  }
  buffer_free(&file);
}

static void tell(const struct tally *tally)
{
  print_message("%s: %d sentences", tally->locale, tally->sentences);
  if (tally->aloud && tally->characters > 0)
    print_message(", %.0f s, %.2f characters a second (%.2f to %.2f s each)", tally->seconds,
                  tally->characters / tally->seconds, tally->fastest, tally->slowest);
  print_message("\n");
  assert_int_equal(tally->wrong, 0);
}

// Sets the voice of a locale by having it say something.
static void choose(struct tally *tally)
{
  struct sentence sentence = {.text = "好", .rate_wpm = RATE};
  struct fault fault;
  COPY_TEXT(sentence.locale, tally->locale);
  samples_free(tally->voice.say(tally->voice.ctx, &sentence, never, NULL, &fault));
  assert_string_equal(fault.sentence, "");
}

static void each_sentence_of_each_language_can_be_said(void **state)
{
  static const char *const languages[] = {"zh_CN", "zh_HK", "en"};
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
    struct tally tally = {.locale = languages[i], .aloud = true, .voice = *(struct voice *)*state, .fastest = 10};
    choose(&tally);
    each_sentence(&tally, languages[i]);
    assert_in_range(tally.sentences, 200, 5000);
    tell(&tally);
  }
}

// Of the dialects that are built; the others are said in Mandarin.
static bool has_voice(const char *locale)
{
  char path[300];
  const char *dialect = strchr(locale, '@');
  FORMAT_TEXT(path, "%s/voices/cmn-x-%s.syllables", ANBAN_BUILD, dialect ? dialect + 1 : "");
  return dialect && access(path, R_OK) == 0;
}

static void each_sentence_of_each_dialect_can_be_said(void **state)
{
  for (int i = 0; i < LOCALES; i++) {
    struct tally tally = {.locale = locale_code(i), .voice = *(struct voice *)*state, .fastest = 10};
    if (!has_voice(tally.locale))
      continue;
    choose(&tally);
    each_sentence(&tally, "zh_CN");
    tally.aloud = true;
    each_sentence(&tally, tally.locale);
    tell(&tally);
  }
}

static int start(void **state)
{
  static struct voices voices;
  static struct voice voice;
  struct fault fault;
  voice = voices_init(&voices, &(struct voices_settings){.data = ANBAN_BUILD "/voices"});
  *state = &voice;
  return voice.start(voice.ctx, &fault) && !*fault.sentence ? 0 : -1;
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
      cmocka_unit_test(each_sentence_of_each_language_can_be_said),
      cmocka_unit_test(each_sentence_of_each_dialect_can_be_said),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
