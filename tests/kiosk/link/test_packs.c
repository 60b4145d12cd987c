// SPDX-License-Identifier: GPL-3.0-or-later
// Voices on their way to the kiosk's disk, answer by answer.
#include "../../cmocka_all.h"
#include "base/file.h"
#include "kiosk/link/packs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VOICE "019aa9c0-0000-7000-8000-000000000021"
#define OTHER "019aa9c0-0000-7000-8000-000000000022"

struct scene {
  char folder[100];
  struct packs packs;
  struct snapshot *snapshot;
};

static void name_voice(struct scene *scene, const char *id, int64_t revision)
{
  struct pack_name *name = &scene->snapshot->packs[scene->snapshot->pack_count++];
  COPY_TEXT(name->id, id);
  COPY_TEXT(name->locale, "zh_CN");
  name->revision = revision;
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct fault fault;
  assert_true(secret_start(&fault));
  COPY_TEXT(scene->folder, "/tmp/anban-packs-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  packs_init(&scene->packs, scene->folder);
  scene->snapshot = snapshot_new();
  scene->snapshot->packs = calloc(MOST_PACKS, sizeof *scene->snapshot->packs);
  scene->snapshot->readings = calloc(2, sizeof *scene->snapshot->readings);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char command[200];
  packs_free(&scene->packs);
  snapshot_free(scene->snapshot);
  FORMAT_TEXT(command, "rm -rf %s", scene->folder);
  assert_int_equal(system(command), 0);
  free(scene);
  return 0;
}

static bool stands(const struct scene *scene, const char *file)
{
  char path[300];
  FORMAT_TEXT(path, "%s/%s", scene->folder, file);
  return access(path, F_OK) == 0;
}

static bool clip_stands(const struct scene *scene, const char *bytes)
{
  char hash[HASH_SIZE], file[200];
  secret_hash(bytes, strlen(bytes), hash);
  FORMAT_TEXT(file, "zh_CN/" VOICE "/%s.opus", hash);
  return stands(scene, file);
}

// A pack whose clips are these bytes.
static bool give_pack(struct scene *scene, int64_t revision, const char *const *clips, int count)
{
  struct pack pack = {.id = VOICE,
                      .speaker = "x",
                      .locale = "zh_CN",
                      .licence = "x",
                      .consent_date = "2026-11-25",
                      .consent_words = "x",
                      .revision = revision};
  for (int i = 0; i < count; i++) {
    struct clip *clip = pack_add(&pack);
    COPY_TEXT(clip->text, clips[i]);
    secret_hash(clips[i], strlen(clips[i]), clip->hash);
    clip->ms = 500;
  }
  json_t *json = pack_write(&pack);
  char *text = json_print(json);
  bool whole = packs_take(&scene->packs, 200, text, strlen(text));
  free(text);
  json_decref(json);
  free(pack.clips);
  return whole;
}

static void expect_next(struct scene *scene, const char *wanted)
{
  char path[120] = "";
  packs_next(&scene->packs, path);
  if (strncmp(path, wanted, strlen(wanted)) != 0 || (!*wanted && *path))
    fail_msg("%s is asked for instead of %s", path, wanted);
}

static void a_voice_is_there_when_its_last_clip_has_come(void **state)
{
  static const char *const clips[] = {"one", "two"};
  struct scene *scene = *state;
  name_voice(scene, VOICE, 7);
  assert_false(packs_want(&scene->packs, scene->snapshot));
  expect_next(scene, "/api/v1/voices/" VOICE "/pack");
  assert_false(give_pack(scene, 7, clips, 2));
  expect_next(scene, "/api/v1/media/");
  assert_false(packs_take(&scene->packs, 200, "one", 3));
  assert_false(stands(scene, "zh_CN/" VOICE "/pack.json"));
  assert_true(packs_take(&scene->packs, 200, "two", 3));
  assert_true(stands(scene, "zh_CN/" VOICE "/pack.json"));
  expect_next(scene, "");
  assert_false(packs_want(&scene->packs, scene->snapshot));
  expect_next(scene, "");
}

static void what_is_there_is_not_fetched_again_and_what_is_gone_is_removed(void **state)
{
  static const char *const before[] = {"one", "two"}, *const after[] = {"two", "three"};
  struct scene *scene = *state;
  name_voice(scene, VOICE, 7);
  packs_want(&scene->packs, scene->snapshot);
  give_pack(scene, 7, before, 2);
  packs_take(&scene->packs, 200, "one", 3);
  packs_take(&scene->packs, 200, "two", 3);
  scene->snapshot->packs[0].revision = 8;
  packs_want(&scene->packs, scene->snapshot);
  assert_false(give_pack(scene, 8, after, 2));
  assert_true(packs_take(&scene->packs, 200, "three", 5));
  assert_true(clip_stands(scene, "three") && clip_stands(scene, "two"));
  assert_false(clip_stands(scene, "one"));
}

static void a_voice_that_is_withdrawn_leaves_nothing(void **state)
{
  static const char *const clips[] = {"one"};
  struct scene *scene = *state;
  name_voice(scene, VOICE, 7);
  packs_want(&scene->packs, scene->snapshot);
  give_pack(scene, 7, clips, 1);
  packs_take(&scene->packs, 200, "one", 3);
  scene->snapshot->pack_count = 0;
  assert_true(packs_want(&scene->packs, scene->snapshot));
  assert_false(stands(scene, "zh_CN/" VOICE));
  assert_false(packs_want(&scene->packs, scene->snapshot));
}

static void what_comes_damaged_is_left_out(void **state)
{
  static const char *const clips[] = {"one", "two"};
  struct scene *scene = *state;
  name_voice(scene, VOICE, 7);
  packs_want(&scene->packs, scene->snapshot);
  give_pack(scene, 7, clips, 2);
  assert_false(packs_take(&scene->packs, 200, "another", 7));
  assert_true(packs_take(&scene->packs, 200, "two", 3));
  assert_false(clip_stands(scene, "one"));
  assert_true(clip_stands(scene, "two"));
}

static void a_pack_that_makes_no_sense_is_left_until_the_next_snapshot(void **state)
{
  static const char *const answers[] = {"", "{}", "null", "{\"format\": 1"};
  struct scene *scene = *state;
  name_voice(scene, OTHER, 7);
  for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
    packs_want(&scene->packs, scene->snapshot);
    assert_false(packs_take(&scene->packs, 200, answers[i], strlen(answers[i])));
    expect_next(scene, "");
  }
  packs_want(&scene->packs, scene->snapshot);
  assert_false(give_pack(scene, 7, NULL, 0)); // that of another voice
  expect_next(scene, "");
  packs_want(&scene->packs, scene->snapshot);
  expect_next(scene, "/api/v1/voices/" OTHER "/pack");
  assert_false(packs_take(&scene->packs, 404, "", 0));
  expect_next(scene, "");
}

static void readings_are_a_file_of_lines(void **state)
{
  struct scene *scene = *state;
  struct buffer lines = {0};
  struct fault fault;
  char path[200];
  COPY_TEXT(scene->snapshot->readings[0].word, "乐清");
  COPY_TEXT(scene->snapshot->readings[0].pinyin, "yue4 qing1");
  assert_false(packs_want(&scene->packs, scene->snapshot)); // none yet, and there were none
  scene->snapshot->reading_count = 1;
  assert_true(packs_want(&scene->packs, scene->snapshot));
  assert_false(packs_want(&scene->packs, scene->snapshot));
  FORMAT_TEXT(path, "%s/readings.tsv", scene->folder);
  assert_true(file_read(path, 1000, &lines, &fault));
  assert_string_equal(lines.bytes, "乐清\tyue4 qing1\n");
  buffer_free(&lines);
  scene->snapshot->reading_count = 0;
  assert_true(packs_want(&scene->packs, scene->snapshot));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_voice_is_there_when_its_last_clip_has_come),
      TEST(what_is_there_is_not_fetched_again_and_what_is_gone_is_removed),
      TEST(a_voice_that_is_withdrawn_leaves_nothing),
      TEST(what_comes_damaged_is_left_out),
      TEST(a_pack_that_makes_no_sense_is_left_until_the_next_snapshot),
      TEST(readings_are_a_file_of_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
