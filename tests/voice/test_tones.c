// SPDX-License-Identifier: GPL-3.0-or-later
// The tones that are heard, measured: the pitch of each voice's syllables against what books on the dialect say. The
// scale from Hz to Chao's five levels is one for all voices and fitted to them, for a level has no Hz of its own.
#include "base/text.h"
#include "voice/voices.h"

#include "../cmocka_all.h"
#include "pitch.h"

#include <math.h>

#define MOST_TONES 80
#define MOST_ERROR 0.35     // mean, in Chao levels
#define MOST_WORD_ERROR 0.5 // of a syllable between others, whose pitch slides from one into the next

struct tone {
  char locale[LOCALE_SIZE], chao[16], characters[64]; // chao with "-" between syllables: a word
  double hz[PITCH_POINTS];                            // the median of its characters
};

static struct tone tones[MOST_TONES], words[MOST_TONES];
static int tone_count, word_count;
static double base, step; // of the scale: level = (hz - base) / step

static bool never(void *ctx)
{
  return false;
}

static void read_tones(void)
{
  char line[256];
  FILE *file = fopen(ANBAN_SAMPLES "/tones.tsv", "r");
  assert_non_null(file);
  while (fgets(line, sizeof line, file)) {
    struct tone tone = {0};
    if (line[0] == '#' || sscanf(line, "%23s %15s %63s", tone.locale, tone.chao, tone.characters) != 3)
      continue;
    assert_true(tone_count < MOST_TONES && word_count < MOST_TONES);
    if (strchr(tone.chao, '-'))
      words[word_count++] = tone;
    else
      tones[tone_count++] = tone;
  }
  fclose(file);
}

static struct samples *say(struct voice *voice, const char *locale, const char *text)
{
  struct sentence sentence = {.rate_wpm = 120};
  struct fault fault;
  COPY_TEXT(sentence.locale, locale);
  COPY_TEXT(sentence.text, text);
  struct samples *samples = voice->say(voice->ctx, &sentence, never, NULL, &fault);
  assert_non_null(samples);
  assert_string_equal(fault.sentence, "");
  return samples;
}

static bool measure(struct voice *voice, const char *locale, const char *text, double hz[PITCH_POINTS])
{
  struct samples *samples = say(voice, locale, text);
  bool found = pitch_contour(samples, 0, samples->count, hz);
  samples_free(samples);
  return found;
}

static int by_size(const void *one, const void *other)
{
  double a = *(const double *)one, b = *(const double *)other;
  return (a > b) - (a < b);
}

static void measure_tone(struct voice *voice, struct tone *tone)
{
  double hz[16][PITCH_POINTS];
  int count = 0;
  for (const char *at = tone->characters, *next = at; *at; at = next) {
    char text[16];
    text_next(&next);
    FORMAT_TEXT(text, "%.*s。", (int)(next - at), at);
    if (!measure(voice, tone->locale, text, hz[count++]))
      fail_msg("%s: %s is hardly voiced", tone->locale, text);
  }
  for (int point = 0; point < PITCH_POINTS; point++) {
    double column[16];
    for (int i = 0; i < count; i++)
      column[i] = hz[i][point];
    qsort(column, (size_t)count, sizeof *column, by_size);
    tone->hz[point] = column[count / 2];
  }
}

// The level that the digits name at a point of the syllable: from one to the next in equal times, rounded.
static double level_of(const char *chao, int point)
{
  int digits = (int)strlen(chao);
  double at = (point + 0.5) / PITCH_POINTS * (digits - 1);
  int from = digits > 1 ? (int)at : 0, to = digits > 1 ? from + 1 : 0;
  double way = (1 - cos((at - from) * M_PI)) / 2;
  return chao[from] - '0' + (chao[to] - chao[from]) * way;
}

// The line that fits all that was measured best.
static void fit_scale(void)
{
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (int i = 0; i < tone_count; i++)
    for (int point = 0; point < PITCH_POINTS; point++) {
      double level = level_of(tones[i].chao, point), hz = tones[i].hz[point];
      n++, x += level, y += hz, xx += level * level, xy += level * hz;
    }
  step = (n * xy - x * y) / (n * xx - x * x);
  base = (y - step * x) / n;
}

static void the_tones_heard_are_those_of_the_dialect(void **state)
{
  double worst = 0;
  for (int i = 0; i < tone_count; i++)
    measure_tone(*state, &tones[i]);
  fit_scale();
  print_message("level 1 is %.0f Hz, level 5 %.0f Hz\n", base + step, base + 5 * step);
  for (int i = 0; i < tone_count; i++) {
    struct tone *tone = &tones[i];
    double error = 0;
    for (int point = 0; point < PITCH_POINTS; point++)
      error += fabs((tone->hz[point] - base) / step - level_of(tone->chao, point)) / PITCH_POINTS;
    print_message("%-16s %-4s heard %.1f %.1f %.1f  mean error %.2f\n", tone->locale, tone->chao,
                  (tone->hz[0] - base) / step, (tone->hz[PITCH_POINTS / 2] - base) / step,
                  (tone->hz[PITCH_POINTS - 1] - base) / step, error);
    worst = error > worst ? error : worst;
  }
  assert_true(worst <= MOST_ERROR);
}

// Of the middle of a syllable, where its neighbours pull least.
static double syllable_error(const double hz[PITCH_POINTS], const char *chao)
{
  double error = 0;
  int edge = PITCH_POINTS / 4, count = PITCH_POINTS - 2 * edge;
  for (int point = edge; point < PITCH_POINTS - edge; point++)
    error += fabs((hz[point] - base) / step - level_of(chao, point)) / count;
  return error;
}

static double word_error(struct voice *voice, const struct tone *word)
{
  char chao[16], text[80];
  double worst = 0;
  COPY_TEXT(chao, word->chao);
  FORMAT_TEXT(text, "%s。", word->characters);
  struct samples *samples = say(voice, word->locale, text);
  int at = 0;
  for (char *rest = chao, *one; (one = strsep(&rest, "-")); at++) {
    assert_true(at < samples->mark_count);
    double hz[PITCH_POINTS];
    size_t end = at + 1 < samples->mark_count ? samples->marks[at + 1].sample : samples->count;
    if (!pitch_contour(samples, samples->marks[at].sample, end, hz))
      fail_msg("%s %s: syllable %d is hardly voiced", word->locale, word->characters, at + 1);
    double error = syllable_error(hz, one);
    print_message("%-16s %-10s %-4s heard %.1f %.1f %.1f  mean error %.2f\n", word->locale, word->characters, one,
                  (hz[0] - base) / step, (hz[PITCH_POINTS / 2] - base) / step, (hz[PITCH_POINTS - 1] - base) / step,
                  error);
    worst = error > worst ? error : worst;
  }
  samples_free(samples);
  return worst;
}

static void tones_change_in_words_as_they_should(void **state)
{
  double worst = 0;
  for (int i = 0; i < word_count; i++) {
    double error = word_error(*state, &words[i]);
    worst = error > worst ? error : worst;
  }
  assert_true(word_count > 0 && worst <= MOST_WORD_ERROR);
}

static struct voices voices;
static struct voice voice;

static int start(void **state)
{
  struct fault fault = {""};
  voice = voices_init(&voices, &(struct voices_settings){.data = ANBAN_BUILD "/voices", .packs = "", .readings = ""});
  *state = &voice;
  read_tones();
  return voice.start(voice.ctx, &fault) && !fault.sentence[0] ? 0 : -1;
}

static int stop(void **state)
{
  voice.stop(voice.ctx);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_tones_heard_are_those_of_the_dialect),
      cmocka_unit_test(tones_change_in_words_as_they_should),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
