// SPDX-License-Identifier: GPL-3.0-or-later
// A lent voice from the disk: what it says, when it leaves a sentence to others, and what it tells.
#include "../cmocka_all.h"
#include "../support/speaker.h"
#include "base/file.h"
#include "protocol/pack.h"
#include "voice/chain.h"
#include "voice/normal.h"
#include "voice/recorded.h"

#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define VOICE "019aa9c0-0000-7000-8000-000000000021"
#define RATE 22050

struct scene {
  char folder[200], voice_folder[300];
  struct pack *pack;
  struct recorded recorded;
};

static void write_opus(const char *path, const struct speaker *speaker)
{
  SF_INFO info = {.samplerate = SPEAKER_RATE, .channels = 1, .format = SF_FORMAT_OGG | SF_FORMAT_OPUS};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  assert_non_null(file);
  for (size_t i = 0; i < speaker_count(speaker); i++) {
    double sample = speaker_at(speaker, i);
    assert_int_equal(sf_write_double(file, &sample, 1), 1);
  }
  sf_close(file);
}

static void clip_file(const struct scene *scene, const char *hash, char path[400])
{
  text_format(path, 400, "%s/%s.opus", scene->voice_folder, hash);
}

// As server/sound cuts it: a breath before, two after.
static void add_clip(struct scene *scene, const char *text, int said_ms, double hz)
{
  struct speaker speaker = {.level = 0.3, .noise = 0, .quiet_ms = 75, .said_ms = said_ms, .hz = hz};
  struct clip *clip = pack_add(scene->pack);
  char path[400];
  COPY_TEXT(clip->text, text);
  secret_hash(text, strlen(text), clip->hash);
  clip->ms = said_ms + 150;
  clip_file(scene, clip->hash, path);
  write_opus(path, &speaker);
}

static void write_pack(const struct scene *scene)
{
  char path[400];
  struct fault fault;
  json_t *json = pack_write(scene->pack);
  char *text = json_print(json);
  FORMAT_TEXT(path, "%s/pack.json", scene->voice_folder);
  assert_true(file_replace(path, text, strlen(text), 0600, &fault));
  free(text);
  json_decref(json);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct fault fault;
  assert_true(secret_start(&fault));
  COPY_TEXT(scene->folder, "/tmp/anban-voice-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  FORMAT_TEXT(scene->voice_folder, "%s/zh_CN/" VOICE, scene->folder);
  assert_true(file_make_folder(scene->voice_folder, &fault));
  scene->pack = pack_new();
  COPY_TEXT(scene->pack->id, VOICE);
  COPY_TEXT(scene->pack->speaker, "李奶奶");
  COPY_TEXT(scene->pack->locale, "zh_CN");
  COPY_TEXT(scene->pack->licence, "CC0-1.0");
  COPY_TEXT(scene->pack->consent_date, "2026-11-25");
  COPY_TEXT(scene->pack->consent_words, "我同意。");
  add_clip(scene, "您的号是", 1000, 200);
  add_clip(scene, "12", 600, 300);
  add_clip(scene, "号", 200, 400);
  add_clip(scene, "请坐", 500, 500);
  write_pack(scene);
  scene->recorded = (struct recorded){.folder = scene->folder, .rate = RATE};
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char command[300];
  struct engine engine = recorded_engine(&scene->recorded);
  engine.stop(engine.ctx);
  pack_free(scene->pack);
  FORMAT_TEXT(command, "rm -rf %s", scene->folder);
  assert_int_equal(system(command), 0);
  free(scene);
  return 0;
}

static bool never(void *ctx)
{
  return false;
}

static enum verdict say_as(struct scene *scene, const char *text, const char *locale, const char *variant,
                           struct samples **samples, struct fault *fault)
{
  struct sentence sentence = {.rate_wpm = 160};
  struct rewrite words = {0};
  struct engine engine = recorded_engine(&scene->recorded);
  COPY_TEXT(sentence.text, text);
  COPY_TEXT(sentence.locale, locale);
  COPY_TEXT(sentence.variant, variant);
  normal_words(text, locale, &words);
  struct task task = {&sentence, &words, never, NULL};
  *samples = NULL;
  *fault = (struct fault){0};
  enum verdict verdict = engine.say(engine.ctx, &task, samples, fault);
  rewrite_free(&words);
  return verdict;
}

static enum verdict say(struct scene *scene, const char *text, struct samples **samples, struct fault *fault)
{
  return say_as(scene, text, "zh_CN", "", samples, fault);
}

static double seconds(const struct samples *samples)
{
  return (double)samples->count / samples->rate;
}

static void pieces_become_one_sentence_with_marks(void **state)
{
  struct samples *samples;
  struct fault fault;
  static const char text[] = "您的号是12号。请坐。";
  assert_int_equal(say(*state, text, &samples, &fault), SAID);
  assert_int_equal(samples->rate, RATE);
  // Each with its breath, 130 ms of it shared by those without a pause between; 250 ms added before the last.
  double wanted = 1.15 + 0.75 + 0.35 + 0.65 - 2 * 0.13 + 0.25;
  if (seconds(samples) < wanted - 0.05 || seconds(samples) > wanted + 0.05)
    fail_msg("%.3f s instead of %.3f", seconds(samples), wanted);
  // Four characters, the number as one, 号, and two.
  assert_int_equal(samples->mark_count, 8);
  assert_memory_equal(text + samples->marks[4].from, "12", 2);
  assert_memory_equal(text + samples->marks[7].from, "坐", strlen("坐"));
  for (int i = 1; i < samples->mark_count; i++)
    assert_true(samples->marks[i].sample > samples->marks[i - 1].sample);
  samples_free(samples);
}

static void the_gain_of_the_index_is_heard(void **state)
{
  struct scene *scene = *state;
  struct samples *soft, *loud;
  struct fault fault;
  assert_int_equal(say(scene, "请坐", &soft, &fault), SAID);
  scene->pack->clips[3].gain_cb = 60; // 6 dB: twice
  write_pack(scene);
  recorded_renew(&scene->recorded);
  assert_int_equal(say(scene, "请坐", &loud, &fault), SAID);
  int most_soft = 0, most_loud = 0;
  for (size_t i = 0; i < soft->count && i < loud->count; i++) {
    most_soft = abs(soft->at[i]) > most_soft ? abs(soft->at[i]) : most_soft;
    most_loud = abs(loud->at[i]) > most_loud ? abs(loud->at[i]) : most_loud;
  }
  assert_in_range(most_loud * 100 / most_soft, 195, 205);
  samples_free(soft);
  samples_free(loud);
}

static void what_is_not_recorded_is_left_to_others(void **state)
{
  struct samples *samples;
  struct fault fault;
  assert_int_equal(say(*state, "您的号是13号。", &samples, &fault), SAID_NOT);
  assert_int_equal(say_as(*state, "请坐", "zh_HK", "", &samples, &fault), SAID_NOT);
  assert_int_equal(say_as(*state, "请坐", "zh_CN", "+f2", &samples, &fault), SAID_NOT);
  assert_null(samples);
}

static void what_is_taken_away_is_said_no_more(void **state)
{
  struct scene *scene = *state;
  struct samples *samples;
  struct fault fault;
  char path[400];
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID);
  samples_free(samples);
  FORMAT_TEXT(path, "%s/pack.json", scene->voice_folder);
  unlink(path);
  recorded_renew(&scene->recorded);
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_NOT);
}

static void a_missing_clip_is_named_and_the_others_speak(void **state)
{
  struct scene *scene = *state;
  struct samples *samples;
  struct fault fault;
  char path[400];
  clip_file(scene, scene->pack->clips[3].hash, path);
  unlink(path);
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_FAILED);
  assert_non_null(strstr(fault.sentence, scene->pack->clips[3].hash));
  assert_int_equal(say(scene, "您的号是12号。", &samples, &fault), SAID);
  assert_non_null(strstr(fault.sentence, "missing"));
  samples_free(samples);
}

static void a_damaged_clip_is_named_and_not_tried_again(void **state)
{
  struct scene *scene = *state;
  struct samples *samples;
  struct fault fault;
  char path[400];
  clip_file(scene, scene->pack->clips[3].hash, path);
  assert_true(file_replace(path, "OggS, but not really", 20, 0600, &fault));
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_FAILED);
  assert_non_null(strstr(fault.sentence, "damaged"));
  clip_file(scene, scene->pack->clips[0].hash, path);
  assert_int_equal(truncate(path, 900), 0);
  assert_int_equal(say(scene, "您的号是12号。", &samples, &fault), SAID_FAILED);
  assert_null(samples);
}

static void a_damaged_pack_is_named(void **state)
{
  struct scene *scene = *state;
  struct samples *samples;
  struct fault fault;
  char path[400];
  FORMAT_TEXT(path, "%s/pack.json", scene->voice_folder);
  assert_true(file_replace(path, "{\"format\":1", 11, 0600, &fault));
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_FAILED);
  assert_non_null(strstr(fault.sentence, "pack.json"));
}

static void nobody_lends_a_voice(void **state)
{
  struct scene *scene = *state;
  struct samples *samples;
  struct fault fault;
  scene->recorded.folder = "";
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_NOT);
  scene->recorded.folder = "/nowhere";
  recorded_renew(&scene->recorded);
  assert_int_equal(say(scene, "请坐", &samples, &fault), SAID_NOT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(pieces_become_one_sentence_with_marks),
      TEST(the_gain_of_the_index_is_heard),
      TEST(what_is_not_recorded_is_left_to_others),
      TEST(what_is_taken_away_is_said_no_more),
      TEST(a_missing_clip_is_named_and_the_others_speak),
      TEST(a_damaged_clip_is_named_and_not_tried_again),
      TEST(a_damaged_pack_is_named),
      TEST(nobody_lends_a_voice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
