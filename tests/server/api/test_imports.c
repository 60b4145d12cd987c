// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#define HEAD "姓名,房间,语言,饮食,过敏,补贴,卡号,密码,电话,字号,取餐方式,备注,联系人,关系,联系人电话\r\n"
#define GOOD HEAD "王秀兰,3 幢 201,普通话,软食,,50%,,1234,,标准,堂食,,,,\r\n"
#define BAD GOOD ",3 幢 202,普通话,,,,,,,,,,,,\r\n"

static struct heard import(const struct house *house, const char *desk, const char *query, const char *csv)
{
  char path[100], headers[HEADERS_SIZE + 40];
  FORMAT_TEXT(path, "/api/v1/imports/residents%s", query);
  FORMAT_TEXT(headers, "%sContent-Type: text/csv\r\n", desk);
  return ask_bytes(house, "POST", path, headers, csv, strlen(csv));
}

static int count_residents(const struct house *house, const char *desk)
{
  struct heard heard = ask(house, "GET", "/api/v1/residents", desk, NULL);
  int count = (int)json_array_size(json_object_get(heard.json, "residents"));
  heard_free(&heard);
  return count;
}

static void expect(struct heard heard, int good, int bad, bool committed)
{
  assert_int_equal(heard.status, 200);
  assert_int_equal(json_integer_value(json_object_get(heard.json, "good")), good);
  assert_int_equal(json_integer_value(json_object_get(heard.json, "bad")), bad);
  assert_int_equal(json_is_true(json_object_get(heard.json, "committed")), committed);
  heard_free(&heard);
}

static void looking_takes_nothing(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  expect(import(*state, desk, "?commit=no", GOOD), 1, 0, false);
  assert_int_equal(count_residents(*state, desk), 0);
}

static void a_good_file_is_taken(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  expect(import(*state, desk, "?commit=yes", GOOD), 1, 0, true);
  struct heard heard = ask(*state, "GET", "/api/v1/residents", desk, NULL);
  const json_t *one = json_array_get(json_object_get(heard.json, "residents"), 0);
  assert_string_equal(json_string_value(json_object_get(one, "name")), "王秀兰");
  assert_true(json_is_true(json_object_get(one, "has_pin")));
  assert_null(json_object_get(one, "pin"));
  heard_free(&heard);
}

static void a_file_with_a_bad_line_is_not_taken_at_all(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  expect(import(*state, desk, "?commit=yes", BAD), 1, 1, false);
  assert_int_equal(count_residents(*state, desk), 0);
}

static void reasons_speak_the_readers_language(void **state)
{
  char desk[HEADERS_SIZE], english[HEADERS_SIZE + 40];
  sign_in(*state, "desk", desk);
  FORMAT_TEXT(english, "%sAccept-Language: en-GB,zh;q=0.5\r\n", desk);
  struct heard chinese_answer = import(*state, desk, "?commit=no", BAD);
  struct heard english_answer = import(*state, english, "?commit=no", BAD);
  char *chinese = json_dumps(chinese_answer.json, JSON_ENSURE_ASCII), *other = json_dumps(english_answer.json, 0);
  const json_t *line = json_array_get(json_object_get(english_answer.json, "lines"), 1);
  const char *reason = json_string_value(json_object_get(line, "reason"));
  assert_true(reason && reason[0] > 0 && (unsigned char)reason[0] < 128);
  assert_string_not_equal(chinese, other);
  free(chinese);
  free(other);
  heard_free(&chinese_answer);
  heard_free(&english_answer);
}

static void it_must_be_said_whether_to_take_it(void **state)
{
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  struct heard heard = import(*state, desk, "", GOOD);
  assert_int_equal(heard.status, 400);
  heard_free(&heard);
}

static void the_kitchen_may_not(void **state)
{
  char kitchen[HEADERS_SIZE];
  sign_in(*state, "kitchen", kitchen);
  struct heard heard = import(*state, kitchen, "?commit=no", GOOD);
  assert_int_equal(heard.status, 403);
  heard_free(&heard);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, house_open, house_close)
  const struct CMUnitTest tests[] = {
      TEST(looking_takes_nothing),
      TEST(a_good_file_is_taken),
      TEST(a_file_with_a_bad_line_is_not_taken_at_all),
      TEST(reasons_speak_the_readers_language),
      TEST(it_must_be_said_whether_to_take_it),
      TEST(the_kitchen_may_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
