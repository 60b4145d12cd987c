// SPDX-License-Identifier: GPL-3.0-or-later
// Two people edit one thing: who is second hears what the first has saved, and nothing of it is undone.
#include "house.h"

#define MEMBER "019aa9c0-0000-7000-8000-000000000005"
#define STAFF "019aa9c0-0000-7000-8000-000000000006"

struct scene {
  struct house *house;
  char desk[HEADERS_SIZE], admin[HEADERS_SIZE];
};

// How a thing is put, and where it is read; `list`: the array it stands in, NULL when it is the whole answer.
struct thing {
  const char *path, *list_path, *list, *one, *two;
  const char *member, *first_value; // what the first has changed
};

static char menu_path[64], menus_path[80], menu_one[160], menu_two[160];

#define RESIDENT_AS(allergens)                                                                                          \
  "{\"id\":\"" RESIDENT "\",\"name\":\"周桂兰\",\"room\":\"3-502\",\"portrait\":\"\",\"locale\":\"zh_CN\",\"card\":" \
  "\"\",\"diet\":{\"marks\":[],\"allergens\":[" allergens "]},\"subsidy_percent\":0,\"text_percent\":100,"              \
  "\"usual_delivery\":\"eat_in\",\"phone\":\"\",\"note\":\"\",\"contacts\":[],"                                         \
  "\"consent\":{\"portrait\":true,\"family_calls\":true}}"
#define DISH_AS(name)                                                                                                  \
  "{\"id\":\"" DISH "\",\"name\":\"" name "\",\"contents\":\"\",\"picture\":\"\",\"kind\":\"single\",\"price_fen\":"   \
  "600,\"diet\":{\"marks\":[],\"allergens\":[]}}"
#define SITE_AS(phone)                                                                                                 \
  "{\"name\":\"社区\",\"phone\":\"" phone "\",\"utc_offset_min\":480,\"hours\":{"                                      \
  "\"breakfast\":{\"cutoff_minute\":-240,\"from_minute\":420,\"to_minute\":510},"                                      \
  "\"lunch\":{\"cutoff_minute\":600,\"from_minute\":690,\"to_minute\":780},"                                           \
  "\"supper\":{\"cutoff_minute\":930,\"from_minute\":1020,\"to_minute\":1110}}}"
#define MEMBER_AS(name)                                                                                                \
  "{\"resident_id\":\"" RESIDENT "\",\"name\":\"" name                                                                 \
  "\",\"relation\":\"女儿\",\"portrait\":\"\",\"auto_answer\":false}"
#define STAFF_AS(name)                                                                                                 \
  "{\"id\":\"" STAFF "\",\"name\":\"zhang\",\"display_name\":\"" name                                                  \
  "\",\"role\":\"desk\",\"password\":\"long enough "                                                                   \
  "1\"}"
#define READING_AS(pinyin) "{\"word\":\"乐山\",\"pinyin\":\"" pinyin "\"}"

static const struct thing things[] = {
    {"/api/v1/residents/" RESIDENT, "/api/v1/residents", "residents", RESIDENT_AS("\"peanut\""), RESIDENT_AS(""),
     "diet", "{\"allergens\":[\"peanut\"],\"marks\":[]}"},
    {"/api/v1/dishes/" DISH, "/api/v1/dishes", "dishes", DISH_AS("红烧肉"), DISH_AS("清蒸鱼"), "name", "\"红烧肉\""},
    {menu_path, menus_path, "menus", menu_one, menu_two, "dishes", "[\"" DISH "\"]"},
    {"/api/v1/site", "/api/v1/site", NULL, SITE_AS("1"), SITE_AS("2"), "phone", "\"1\""},
    {"/api/v1/family/members/" MEMBER, "/api/v1/family/members?resident_id=" RESIDENT, "members", MEMBER_AS("周敏"),
     MEMBER_AS("周静"), "name", "\"周敏\""},
    {"/api/v1/staff/" STAFF, "/api/v1/staff", "staff", STAFF_AS("小张"), STAFF_AS("张姐"), "display_name", "\"小张\""},
    {"/api/v1/readings/%E4%B9%90%E5%B1%B1", "/api/v1/readings", "readings", READING_AS("le4 shan1"),
     READING_AS("yue4 shan1"), "pinyin", "\"le4 shan1\""},
};

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  void *house;
  house_open(&house);
  scene->house = house;
  sign_in(house, "desk", scene->desk);
  sign_in(house, "admin", scene->admin);
  const char *day = scene->house->tomorrow;
  FORMAT_TEXT(menu_path, "/api/v1/menus/%s/lunch", day);
  FORMAT_TEXT(menus_path, "/api/v1/menus?from=%s&to=%s", day, day);
  FORMAT_TEXT(menu_one, "{\"date\":\"%s\",\"meal\":\"lunch\",\"dishes\":[\"" DISH "\"]}", day);
  FORMAT_TEXT(menu_two, "{\"date\":\"%s\",\"meal\":\"lunch\",\"dishes\":[]}", day);
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

static struct heard put(struct scene *scene, const struct thing *thing, const char *body, const char *revision)
{
  char headers[HEADERS_SIZE + 60];
  FORMAT_TEXT(headers, "%s%s%s%s", scene->admin, revision ? "If-Match: " : "", revision ? revision : "",
              revision ? "\r\n" : "");
  return ask(scene->house, "PUT", thing->path, headers, body);
}

static int put_status(struct scene *scene, const struct thing *thing, const char *body, const char *revision)
{
  struct heard heard = put(scene, thing, body, revision);
  int status = heard.status;
  heard_free(&heard);
  return status;
}

// The revision of the thing as the list tells it: the greatest, for of the staff there are others.
static void revision_of(struct scene *scene, const struct thing *thing, char out[24])
{
  struct heard heard = ask(scene->house, "GET", thing->list_path, scene->admin, NULL);
  json_t *list = thing->list ? json_object_get(heard.json, thing->list) : NULL;
  json_int_t newest = json_integer_value(json_object_get(heard.json, "revision"));
  for (size_t i = 0; i < json_array_size(list); i++) {
    json_int_t number = json_integer_value(json_object_get(json_array_get(list, i), "revision"));
    newest = number > newest ? number : newest;
  }
  text_format(out, 24, "\"%lld\"", (long long)newest);
  heard_free(&heard);
}

static void expect_what_the_first_has_saved(const struct thing *thing, const struct heard *heard)
{
  const json_t *error = json_object_get(heard->json, "error"), *current = json_object_get(heard->json, "current");
  char *value = json_dumps(json_object_get(current, thing->member), JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
  if (heard->status != 409 || !value || strcmp(value, thing->first_value) != 0)
    fail_msg("%s: %d, %s", thing->path, heard->status, value ? value : "nothing");
  assert_string_equal(json_string_value(json_object_get(error, "code")), "changed");
  assert_string_equal(json_string_value(json_object_get(error, "by")), "王芳");
  assert_true(json_integer_value(json_object_get(error, "at")) > 0);
  free(value);
}

static void expect_no_lost_update(struct scene *scene, const struct thing *thing)
{
  char opened[24], after[24], current[24];
  assert_int_equal(put_status(scene, thing, thing->two, NULL), 204);
  revision_of(scene, thing, opened); // both have the form open
  assert_int_equal(put_status(scene, thing, thing->one, thing == &things[2] ? "0" : opened), 204);
  struct heard second = put(scene, thing, thing->two, thing == &things[2] ? "0" : opened);
  expect_what_the_first_has_saved(thing, &second);
  revision_of(scene, thing, after);
  text_format(current, sizeof current, "\"%lld\"",
              (long long)json_integer_value(json_object_get(json_object_get(second.json, "current"), "revision")));
  assert_string_equal(current, after);
  heard_free(&second);
  assert_int_equal(put_status(scene, thing, thing->one, current), 204);
}

static void who_saves_second_hears_what_the_first_has_saved(void **state)
{
  for (size_t i = 0; i < sizeof things / sizeof *things; i++)
    expect_no_lost_update(*state, &things[i]);
}

static void what_was_taken_away_meanwhile_does_not_come_back(void **state)
{
  struct scene *scene = *state;
  char opened[24];
  assert_int_equal(put_status(scene, &things[0], things[0].one, NULL), 204);
  revision_of(scene, &things[0], opened);
  assert_int_equal(status_of(scene->house, "DELETE", things[0].path, scene->desk, NULL), 204);
  struct heard second = put(scene, &things[0], things[0].two, opened);
  assert_int_equal(second.status, 409);
  assert_true(json_is_null(json_object_get(second.json, "current")));
  heard_free(&second);
}

static void a_revision_that_is_none_of_ours_matches_nothing(void **state)
{
  static const char *const odd[] = {"\"x\"", "\"-1\"", "\"1", "1\"", "W/\"1\"", "\"\"", "\"99999999999999999999\""};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    if (put_status(*state, &things[3], things[3].one, odd[i]) != 409)
      fail_msg("taken: %s", odd[i]);
  assert_int_equal(put_status(*state, &things[3], things[3].one, "*"), 204);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(who_saves_second_hears_what_the_first_has_saved, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_was_taken_away_meanwhile_does_not_come_back, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_revision_that_is_none_of_ours_matches_nothing, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
