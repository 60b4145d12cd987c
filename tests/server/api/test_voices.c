// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Somebody lends the kiosks a voice, line by line, and takes it back; and how words are read.
#include "../../support/speaker.h"
#include "house.h"
#include "protocol/pack.h"

#define VOICE "019aa9c0-0000-7000-8000-000000000021"
#define OTHER "019aa9c0-0000-7000-8000-000000000022"
#define LINE "您的号是" // of tests/samples/script/zh_CN.json

struct scene {
  struct house *house;
  char desk[HEADERS_SIZE];
  struct machine machine;
};

static int set_up(void **state)
{
  struct api_settings settings = {.requests_per_second = 100, .script = ANBAN_SAMPLES "/script", .say = "/bin/cat"};
  struct scene *scene = calloc(1, sizeof *scene);
  scene->house = house_open_with(&settings);
  sign_in(scene->house, "desk", scene->desk);
  machine_join(scene->house, &scene->machine, "A-1", scene->desk);
  community_fill(scene->house, scene->desk);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  void *house = scene->house;
  house_close(&house);
  free(scene);
  return 0;
}

static int status_and_free(struct heard heard)
{
  heard_free(&heard);
  return heard.status;
}

static int put_voice(struct scene *scene, const char *id, const char *locale, bool in_use)
{
  char body[500], path[100];
  FORMAT_TEXT(body,
              "{\"id\":\"%s\",\"speaker\":\"李奶奶\",\"locale\":\"%s\",\"licence\":\"只在本中心使用\","
              "\"consent\":{\"date\":\"2026-11-25\",\"words\":\"我同意。\"},\"in_use\":%s}",
              id, locale, in_use ? "true" : "false");
  FORMAT_TEXT(path, "/api/v1/voices/%s", id);
  return status_and_free(ask(scene->house, "PUT", path, scene->desk, body));
}

static struct heard get(struct scene *scene, const char *path)
{
  struct heard heard = ask(scene->house, "GET", path, scene->desk, NULL);
  assert_int_equal(heard.status, 200);
  return heard;
}

// The path of the clip of a line.
static void clip_path(struct scene *scene, const char *text, char out[200])
{
  struct heard heard = get(scene, "/api/v1/voices/" VOICE "/script");
  const json_t *lines = json_object_get(heard.json, "lines"), *line = NULL;
  for (size_t i = 0; i < json_array_size(lines); i++)
    if (strcmp(json_string_value(json_object_get(json_array_get(lines, i), "text")), text) == 0)
      line = json_array_get(lines, i);
  assert_non_null(line);
  text_format(out, 200, "/api/v1/voices/" VOICE "/clips/%s", json_string_value(json_object_get(line, "id")));
  heard_free(&heard);
}

static struct heard record_line(struct scene *scene, const char *text, const struct speaker *speaker, char path[200])
{
  clip_path(scene, text, path);
  struct buffer wav = speaker_wav(speaker);
  struct heard heard = ask_bytes(scene->house, "PUT", path, scene->desk, wav.bytes, wav.size);
  buffer_free(&wav);
  return heard;
}

static struct heard record(struct scene *scene, const struct speaker *speaker, char path[200])
{
  return record_line(scene, LINE, speaker, path);
}

static json_int_t number_at(struct scene *scene, const char *path, const char *one, const char *two)
{
  struct heard heard = get(scene, path);
  json_int_t number = json_integer_value(json_object_get(json_object_get(heard.json, one), two));
  heard_free(&heard);
  return number;
}

// What the newest snapshot of a kiosk has under `name`.
static json_t *in_snapshot(struct scene *scene, const char *name)
{
  struct heard heard = ask(scene->house, "GET", "/api/v1/kiosk/snapshot", scene->machine.headers, NULL);
  json_t *list = json_incref(json_object_get(heard.json, name));
  heard_free(&heard);
  return list;
}

static size_t count_in_snapshot(struct scene *scene, const char *name)
{
  json_t *list = in_snapshot(scene, name);
  size_t count = json_array_size(list);
  json_decref(list);
  return count;
}

static int clip_for_kiosk(struct scene *scene, const char *hash)
{
  char path[120];
  FORMAT_TEXT(path, "/api/v1/media/%s", hash);
  return status_and_free(ask(scene->house, "GET", path, scene->machine.headers, NULL));
}

static void the_script_is_the_catalogue_and_the_site(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put_voice(scene, VOICE, "zh_CN", false), 204);
  struct heard heard = get(scene, "/api/v1/voices/" VOICE "/script");
  char *text = json_print(heard.json);
  assert_non_null(strstr(text, "请把卡放到读卡器上"));
  assert_non_null(strstr(text, "\"kind\":\"dish\""));
  assert_non_null(strstr(text, "\"kind\":\"person\""));
  free(text);
  heard_free(&heard);
}

static void a_dialect_without_a_script_of_its_own_says_that_of_its_language(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put_voice(scene, VOICE, "zh_CN@sichuan", false), 204);
  struct heard heard = get(scene, "/api/v1/voices/" VOICE "/script");
  assert_true(json_array_size(json_object_get(heard.json, "lines")) >= 4);
  heard_free(&heard);
}

static void a_recording_reaches_a_kiosk_and_is_gone_when_consent_is_withdrawn(void **state)
{
  struct scene *scene = *state;
  char path[200], hash[HASH_SIZE];
  assert_int_equal(put_voice(scene, VOICE, "zh_CN", true), 204);
  struct heard heard = record(scene, &usual_speaker, path);
  assert_int_equal(heard.status, 200);
  COPY_TEXT(hash, json_string_value(json_object_get(heard.json, "hash")));
  heard_free(&heard);
  assert_true(number_at(scene, "/api/v1/voices/" VOICE "/script", "coverage", "often") == 33);
  assert_int_equal(count_in_snapshot(scene, "packs"), 1);
  heard = ask(scene->house, "GET", "/api/v1/voices/" VOICE "/pack", scene->machine.headers, NULL);
  struct fault fault;
  struct pack *pack = pack_read(heard.json, &fault);
  assert_non_null(pack);
  assert_int_equal(pack->clip_count, 1);
  assert_string_equal(pack->clips[0].text, "您的号是");
  assert_string_equal(pack->clips[0].hash, hash);
  pack_free(pack);
  heard_free(&heard);
  assert_int_equal(clip_for_kiosk(scene, hash), 200);
  assert_int_equal(status_and_free(ask(scene->house, "DELETE", "/api/v1/voices/" VOICE, scene->desk, NULL)), 204);
  assert_int_equal(count_in_snapshot(scene, "packs"), 0);
  assert_int_equal(clip_for_kiosk(scene, hash), 404);
}

static json_int_t revision_in_snapshot(struct scene *scene)
{
  json_t *packs = in_snapshot(scene, "packs");
  json_int_t revision = json_integer_value(json_object_get(json_array_get(packs, 0), "revision"));
  json_decref(packs);
  return revision;
}

static void what_is_said_anew_takes_the_place_of_what_was_said(void **state)
{
  struct scene *scene = *state;
  char path[200], hash[HASH_SIZE];
  struct speaker again = usual_speaker;
  put_voice(scene, VOICE, "zh_CN", true);
  struct heard heard = record(scene, &usual_speaker, path);
  COPY_TEXT(hash, json_string_value(json_object_get(heard.json, "hash")));
  heard_free(&heard);
  json_int_t revision = revision_in_snapshot(scene);
  again.hz = 330;
  assert_int_equal(status_and_free(record(scene, &again, path)), 200);
  assert_int_equal(revision_in_snapshot(scene), revision + 1);
  assert_int_equal(clip_for_kiosk(scene, hash), 404);
  assert_int_equal(status_and_free(ask(scene->house, "DELETE", path, scene->desk, NULL)), 204);
  assert_int_equal(status_and_free(ask(scene->house, "DELETE", path, scene->desk, NULL)), 404);
  assert_int_equal(number_at(scene, "/api/v1/voices/" VOICE "/script", "coverage", "all"), 0);
}

static void what_is_wrong_with_a_recording_has_a_code(void **state)
{
  struct scene *scene = *state;
  struct speaker speaker = usual_speaker;
  char path[200];
  put_voice(scene, VOICE, "zh_CN", false);
  speaker.level = 0;
  struct heard heard = record(scene, &speaker, path);
  assert_int_equal(heard.status, 422);
  assert_string_equal(json_string_value(json_object_get(json_object_get(heard.json, "error"), "code")), "sound_silent");
  heard_free(&heard);
  assert_int_equal(status_and_free(ask_bytes(scene->house, "PUT", path, scene->desk, "noise", 5)), 422);
  assert_int_equal(
      status_and_free(ask_bytes(scene->house, "PUT", "/api/v1/voices/" VOICE "/clips/0123", scene->desk, "x", 1)), 404);
  assert_int_equal(
      status_and_free(ask_bytes(scene->house, "PUT", "/api/v1/voices/" OTHER "/clips/01", scene->desk, "x", 1)), 404);
}

static void one_voice_of_a_locale_is_in_use(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put_voice(scene, VOICE, "zh_CN", true), 204);
  assert_int_equal(put_voice(scene, OTHER, "zh_CN", true), 204);
  json_t *packs = in_snapshot(scene, "packs");
  assert_int_equal(json_array_size(packs), 1);
  assert_string_equal(json_string_value(json_object_get(json_array_get(packs, 0), "id")), OTHER);
  json_decref(packs);
  assert_int_equal(put_voice(scene, VOICE, "zh_HK", true), 422);
  assert_int_equal(put_voice(scene, VOICE, "../etc", true), 400);
}

static void who_leaves_is_named_by_no_voice_any_more(void **state)
{
  struct scene *scene = *state;
  char path[200];
  put_voice(scene, VOICE, "zh_CN", true);
  assert_int_equal(status_and_free(record(scene, &usual_speaker, path)), 200);
  assert_int_equal(status_and_free(record_line(scene, "陈国强", &usual_speaker, path)), 200);
  json_int_t revision = revision_in_snapshot(scene);
  assert_int_equal(status_and_free(ask(scene->house, "DELETE", "/api/v1/residents/" RESIDENT, scene->desk, NULL)), 204);
  struct heard heard = get(scene, "/api/v1/voices/" VOICE "/pack");
  assert_int_equal(json_array_size(json_object_get(heard.json, "clips")), 1);
  heard_free(&heard);
  assert_int_equal(revision_in_snapshot(scene), revision + 1);
}

static int put_reading(struct scene *scene, const char *word, const char *pinyin)
{
  char body[300], path[200];
  FORMAT_TEXT(body, "{\"word\":\"%s\",\"pinyin\":\"%s\"}", word, pinyin);
  FORMAT_TEXT(path, "/api/v1/readings/%s", strcmp(word, "乐清") == 0 ? "%E4%B9%90%E6%B8%85" : "x");
  return status_and_free(ask(scene->house, "PUT", path, scene->desk, body));
}

static void a_reading_reaches_the_kiosks(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put_reading(scene, "乐清", "yuè qīng"), 204);
  json_t *readings = in_snapshot(scene, "readings");
  assert_string_equal(json_string_value(json_object_get(json_array_get(readings, 0), "pinyin")), "yue4 qing1");
  json_decref(readings);
  assert_int_equal(put_reading(scene, "乐清", "yue4"), 400);
  assert_int_equal(put_reading(scene, "张三", "zhang1 san1"), 400);
  assert_int_equal(
      status_and_free(ask(scene->house, "DELETE", "/api/v1/readings/%E4%B9%90%E6%B8%85", scene->desk, NULL)), 204);
  assert_int_equal(count_in_snapshot(scene, "readings"), 0);
}

static int hear(struct scene *scene, const char *body)
{
  return status_and_free(ask(scene->house, "POST", "/api/v1/hear", scene->desk, body));
}

// The program is cat, which knows no --locale: what matters here is what is asked and answered around it.
static void a_voice_that_fails_is_told(void **state)
{
  struct scene *scene = *state;
  struct heard heard =
      ask(scene->house, "POST", "/api/v1/hear", scene->desk, "{\"text\":\"您好\",\"locale\":\"zh_CN\"}");
  assert_int_equal(heard.status, 503);
  assert_non_null(strstr(sentence_of(&heard), "--locale"));
  heard_free(&heard);
  assert_int_equal(hear(scene, "{\"text\":\"\",\"locale\":\"zh_CN\"}"), 400);
  assert_int_equal(hear(scene, "{\"text\":\"您好\",\"locale\":\"zh_CN\",\"reading\":{\"word\":\"x\"}}"), 400);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(the_script_is_the_catalogue_and_the_site),
      TEST(a_dialect_without_a_script_of_its_own_says_that_of_its_language),
      TEST(a_recording_reaches_a_kiosk_and_is_gone_when_consent_is_withdrawn),
      TEST(what_is_said_anew_takes_the_place_of_what_was_said),
      TEST(what_is_wrong_with_a_recording_has_a_code),
      TEST(one_voice_of_a_locale_is_in_use),
      TEST(who_leaves_is_named_by_no_voice_any_more),
      TEST(a_reading_reaches_the_kiosks),
      TEST(a_voice_that_fails_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
