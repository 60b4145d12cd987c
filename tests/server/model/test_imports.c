// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/departure.h"
#include "server/model/import.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "base/file.h"
#include "base/memory.h"
#include "server/model/import_cells.h"
#include "server/model/readings.h"

static struct import *from_file(enum import_kind kind, const char *path)
{
  struct buffer bytes = {0};
  struct fault fault;
  if (!file_read(path, MOST_IMPORT_BYTES, &bytes, &fault))
    fail_msg("%s", fault.sentence);
  struct import *import = import_new(kind, bytes.bytes, bytes.size, false, EIGHT);
  buffer_free(&bytes);
  return import;
}

static struct import *from_sample(enum import_kind kind, const char *name)
{
  char path[512];
  FORMAT_TEXT(path, ANBAN_SAMPLES "/%s", name);
  return from_file(kind, path);
}

static struct import *from_text(enum import_kind kind, const char *text)
{
  return import_new(kind, text, strlen(text), false, EIGHT);
}

static void print_bad(const struct import *import)
{
  json_t *result = import_result(import, false);
  size_t i;
  json_t *line;
  json_array_foreach(json_object_get(result, "lines"), i, line)
  {
    if (!json_is_true(json_object_get(line, "ok")))
      print_message("%d: %s\n", (int)json_integer_value(json_object_get(line, "line")),
                    json_string_value(json_object_get(line, "reason")));
  }
  json_decref(result);
}

// Checks, hashes and commits; expects the outcome.
static void commit(struct community *c, struct import *import, enum outcome expected)
{
  import_check(import, c->db);
  if (expected == OUTCOME_DONE && import_bad(import) > 0)
    print_bad(import);
  assert_true(import_hash_pins(import, &c->fault));
  assert_true(db_begin(c->db));
  assert_int_equal(import_commit(import, c->db, &cook, EIGHT, &c->fault), expected);
  assert_true(db_commit(c->db));
}

// Number and reason of each bad line, as "3 why\n".
static char *bad_lines(const struct import *import)
{
  struct buffer text = {0};
  json_t *result = import_result(import, false), *line;
  size_t i;
  json_array_foreach(json_object_get(result, "lines"), i, line)
  {
    if (!json_is_true(json_object_get(line, "ok")))
      buffer_printf(&text, "%d %s\n", (int)json_integer_value(json_object_get(line, "line")),
                    json_string_value(json_object_get(line, "reason")));
  }
  json_decref(result);
  return text.bytes ? text.bytes : memory_text("");
}

static void expect_bad(const struct import *import, const char *expected)
{
  char *lines = bad_lines(import);
  assert_string_equal(lines, expected);
  free(lines);
}

static json_t *resident_named(struct db *db, const char *name)
{
  json_t *list = residents_list(db, false), *found = NULL, *item;
  size_t i;
  json_array_foreach(list, i, item)
  {
    if (strcmp(json_string_value(json_object_get(item, "name")), name) == 0)
      found = json_incref(item);
  }
  json_decref(list);
  assert_non_null(found);
  return found;
}

static void expect_the_four(struct community *c, const char *sample, const char *encoding)
{
  struct import *import = from_sample(IMPORT_RESIDENTS, sample);
  int64_t events = events_newest(c->db, STREAM_KIOSKS);
  commit(c, import, OUTCOME_DONE);
  assert_int_equal(events_newest(c->db, STREAM_KIOSKS), events + 1); // one announcement for all
  json_t *result = import_result(import, true);
  assert_string_equal(json_string_value(json_object_get(result, "encoding")), encoding);
  assert_int_equal(json_integer_value(json_object_get(result, "good")), 4);
  assert_true(json_is_true(json_object_get(result, "committed")));
  json_t *last = json_array_get(json_object_get(result, "lines"), 3);
  assert_int_equal(json_integer_value(json_object_get(last, "line")), 7); // two lines of one cell, one blank row
  assert_string_equal(json_string_value(json_object_get(last, "text")), "Margaret Shaw 5 幢 101");
  char *text = json_print(result);
  assert_null(strstr(text, "1357")); // no PIN in a preview
  free(text);
  json_decref(result);
  import_free(import);
}

static void residents_come_from_both_encodings(void **state)
{
  static const char *const samples[][2] = {{"residents-utf8-bom.csv", "UTF-8"}, {"residents-gb18030.csv", "GB18030"}};
  for (size_t i = 0; i < 2; i++) {
    struct community c = {0};
    c.db = folder_db(&c.folder);
    expect_the_four(&c, samples[i][0], samples[i][1]);
    struct resident resident;
    json_t *yulan = resident_named(c.db, "𠮷玉兰");
    assert_true(resident_load(c.db, json_string_value(json_object_get(yulan, "id")), &resident));
    assert_int_equal(resident.diet.marks, DIET_SOFT | DIET_LOW_SALT);
    assert_int_equal(resident.diet.allergens, ALLERGEN_PEANUT);
    assert_int_equal(resident.subsidy_percent, 50);
    assert_int_equal(resident.text_percent, 125);
    assert_int_equal(resident.usual_delivery, DELIVERY_DELIVER);
    assert_string_equal(resident.card, "0012345678");
    assert_true(secret_password_matches(resident.pin, "1357"));
    assert_string_equal(json_string_value(json_object_get(yulan, "note")), "左耳听力较弱， 请说慢一些");
    json_t *contact = json_array_get(json_object_get(yulan, "contacts"), 0);
    assert_string_equal(json_string_value(json_object_get(contact, "relation")), "女儿");
    json_decref(yulan);
    json_t *liang = resident_named(c.db, "梁婉儀");
    assert_true(resident_load(c.db, json_string_value(json_object_get(liang, "id")), &resident));
    assert_string_equal(resident.locale, "zh_HK");
    assert_int_equal(resident.subsidy_percent, 30);
    assert_int_equal(resident.diet.allergens, ALLERGEN_FISH | ALLERGEN_SHELLFISH | ALLERGEN_EGG);
    assert_string_equal(json_string_value(json_object_get(liang, "note")), "喜欢\"早茶\"");
    assert_true(secret_password_matches(resident.pin, "2468"));
    json_decref(liang);
    assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE card = '0012345679'"), 1);
    community_close(&c);
  }
}

static void a_dialect_is_known_by_its_names(void **state)
{
  static const struct {
    const char *cell, *locale;
  } cases[] = {{"", "zh_CN"},
               {"廣東話", "zh_HK"},
               {"english", "en"},
               {"成都话", "zh_CN@sichuan"},
               {"沪语", "zh_CN@shanghai"},
               {"zh_CN@wuhan", "zh_CN@wuhan"}};
  char locale[LOCALE_SIZE];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_true(cell_locale(cases[i].cell, locale));
    assert_string_equal(locale, cases[i].locale);
  }
  for (int i = 0; i < LOCALES; i++)
    assert_true(cell_locale(locale_own_name(i), locale) && strcmp(locale, locale_code(i)) == 0);
  assert_false(cell_locale("火星话", locale));
}

static void each_bad_line_says_why(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import = from_sample(IMPORT_RESIDENTS, "residents-bad.csv");
  import_check(import, c.db);
  assert_int_equal(import_good(import), 1);
  expect_bad(import, "3 没有姓名\n"
                     "4 不认识语言“火星话”：可以写普通话、粤语、英语、上海话、杭州话、四川话、东北话、"
                     "河南话、山东话、陕西话、天津话、武汉话\n"
                     "5 不认识饮食要求“少油”：可以写软食、低盐、无糖、清真、素食\n"
                     "6 不认识过敏原“芒果”：可以写花生、坚果、鱼、虾蟹、鸡蛋、牛奶、大豆、小麦、芝麻\n"
                     "7 补贴“120%”不对：请写成 50% 这样，从 0% 到 100%\n"
                     "8 卡号被表格改成了“1.23E+09”：请把这一列的格式改为文本后重新填写\n"
                     "9 密码要四位数字（表格会去掉开头的 0：请把这一列的格式改为文本）\n"
                     "10 电话被表格改成了“1.38E+10”：请把这一列的格式改为文本后重新填写\n"
                     "11 与第 2 行是同一个人（姓名和房间相同）：不是的话，请写上各自的电话\n"
                     "12 卡号与第 2 行相同\n"
                     "13 写了联系人的关系或电话，没有写联系人的姓名\n");
  commit(&c, import, OUTCOME_CONFLICT);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident"), 0);
  import_free(import);
  community_close(&c);
}

static void whose_card_is_on_file_is_named(void **state)
{
  struct community c;
  community_open(&c);
  struct resident_file file = {.resident = {.id = GUO, .name = "陈国强", .room = "1 幢 1", .card = "0012345678"}};
  COPY_TEXT(file.resident.locale, "zh_CN");
  resident_put(c.db, &file, &cook, EIGHT, &c.fault);
  struct import *import =
      from_text(IMPORT_RESIDENTS, "姓名,房间,卡号\n陈国强,1 幢 1,\n陈国强,1 幢 2,\n李四,1 幢 3,00 bc 61 4e\n");
  import_check(import, c.db);
  expect_bad(import, "4 卡号 00BC614E 已经属于别人了\n");
  departure_of_resident(c.db, GUO, &cook, EIGHT, &c.fault);
  commit(&c, import, OUTCOME_DONE); // checked again: nothing stands against it any more
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE left_at = 0"), 4);
  import_free(import);
  community_close(&c);
}

static void expect_the_week(struct community *c, const char *sample)
{
  struct import *import = from_sample(IMPORT_MENU, sample);
  commit(c, import, OUTCOME_DONE);
  struct menu menu;
  struct dish dish;
  assert_true(menu_load(c->db, "2026-11-23", MEAL_LUNCH, &menu));
  assert_int_equal(menu.count, 2); // what stood there before is gone
  assert_true(dish_load(c->db, menu.dishes[1], &dish));
  assert_string_equal(dish.name, "清炒时蔬");
  assert_int_equal(dish.price_fen, 600);
  assert_int_equal(dish.diet.marks, DIET_LOW_SALT | DIET_SUGAR_FREE | DIET_HALAL | DIET_VEGETARIAN);
  assert_string_equal(menu.dishes[0], LION); // known by its name
  assert_true(dish_load(c->db, LION, &dish));
  assert_int_equal(dish.price_fen, 1600);
  assert_int_equal(dish.kind, DISH_SET);
  assert_true(menu_load(c->db, "2026-11-23", MEAL_SUPPER, &menu));
  assert_true(dish_load(c->db, menu.dishes[0], &dish));
  assert_int_equal(dish.price_fen, 1250);
  assert_true(menu_load(c->db, "2026-11-24", MEAL_BREAKFAST, &menu));
  assert_int_equal(menu.count, 2);
  assert_true(dish_load(c->db, menu.dishes[0], &dish));
  assert_string_equal(dish.contents, "不加糖");
  assert_true(menu_load(c->db, "2026-11-24", MEAL_LUNCH, &menu));
  assert_int_equal(menu.count, 1);
  import_free(import);
}

static void menus_come_from_both_encodings(void **state)
{
  static const char *const samples[] = {"menu-utf8.csv", "menu-gb18030.csv"};
  for (size_t i = 0; i < 2; i++) {
    struct community c;
    community_open(&c);
    expect_the_week(&c, samples[i]);
    expect_the_week(&c, samples[i]); // once more: nothing new
    assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM dish"), 6);
    community_close(&c);
  }
}

static void each_bad_line_of_a_menu_says_why(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import = from_sample(IMPORT_MENU, "menu-bad.csv");
  import_check(import, c.db);
  expect_bad(import, "3 日期“2026-02-30”不对：请写成 2026-11-23 这样\n"
                     "4 日期 2025-11-23 已经过去了\n"
                     "5 日期 2027-11-23 太远了：最多 92 天以后\n"
                     "6 餐次“夜宵”不对：请写早餐、午餐或晚餐\n"
                     "7 没有菜名\n"
                     "8 类别“半份”不对：请写套餐或单点\n"
                     "9 价格“八元”不对：请写成 12.50 这样，最多 1000 元\n"
                     "10 价格“1000.01”不对：请写成 12.50 这样，最多 1000 元\n"
                     "11 不认识标记“微辣”：可以写软食、低盐、无糖、清真、素食\n"
                     "12 不认识过敏原“味精”：可以写花生、坚果、鱼、虾蟹、鸡蛋、牛奶、大豆、小麦、芝麻\n"
                     "13 “红烧狮子头”与第 2 行重复\n"
                     "14 “红烧狮子头”的价格与第 2 行不同\n"
                     "15 “东坡肉”是新菜，请写上价格\n");
  commit(&c, import, OUTCOME_CONFLICT);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM dish"), 0);
  import_free(import);
  community_close(&c);
}

static void headings_that_are_not_known_or_missing_are_said(void **state)
{
  static const struct {
    const char *text, *bad;
  } cases[] = {
      {"房间,电话\n1,2\n", "1 表头里缺少“姓名”\n"},
      {"姓名,房间,星座\n张三,1,狮子\n", "1 不认识表头“星座”：请改成模板里的表头，或者去掉这一列\n"},
      {"姓名,名字\n张三,李四\n", "1 表头里“名字”出现了两次\n"},
      {"", "0 文件是空的\n"},
      {"\n\n \n", "0 文件是空的\n"},
      {"姓名\n\"张三\n李四\n", "2 这一行开始的引号没有结束\n"},
      {"姓名\n张\"三\"\n", "2 单元格中间有一个英文引号\n"},
      {"\xFF\xFE\x59\x00", "1 这是“Unicode 文本”，请在 Excel 里另存为 CSV\n"},
      {"姓名\n\xFF\xFF\n", "2 从这一行起读不出文字：既不是 UTF-8 也不是 GB18030，请在 Excel 里另存为 CSV\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct import *import = from_text(IMPORT_RESIDENTS, cases[i].text);
    assert_true(import_bad(import) > 0);
    expect_bad(import, cases[i].bad);
    import_free(import);
  }
}

static void the_templates_are_understood_and_import_nothing(void **state)
{
  struct import *residents = from_file(IMPORT_RESIDENTS, ANBAN_SOURCE "/src/web/desk/residents.csv");
  expect_bad(residents, "");
  assert_int_equal(import_good(residents), 0);
  import_free(residents);
  struct import *menu = from_file(IMPORT_MENU, ANBAN_SOURCE "/src/web/desk/menu.csv");
  expect_bad(menu, "");
  assert_int_equal(import_good(menu), 0);
  import_free(menu);
}

static void headings_alone_import_nothing(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import = from_text(IMPORT_RESIDENTS, "姓名,房间\n");
  assert_int_equal(import_bad(import), 0);
  commit(&c, import, OUTCOME_WRONG);
  import_free(import);
  community_close(&c);
}

static void tabs_semicolons_and_old_line_ends_are_read(void **state)
{
  static const char *const texts[] = {"姓名\t房间\r张三\t1 幢\r", "姓名;房间\n张三;1 幢",
                                      "姓名,房间\r\n\r\n张三,1 幢\r\n"};
  for (size_t i = 0; i < 3; i++) {
    struct community c = {0};
    c.db = folder_db(&c.folder);
    struct import *import = from_text(IMPORT_RESIDENTS, texts[i]);
    commit(&c, import, OUTCOME_DONE);
    assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE name = '张三' AND room = '1 幢'"), 1);
    import_free(import);
    community_close(&c);
  }
}

static void the_preview_shows_what_was_understood(void **state)
{
  struct import *import = from_text(IMPORT_MENU, "日期,餐次,菜名,价格\n1月5日,午餐,片儿川,￥１２\n明天,午餐,片儿川,\n");
  json_t *result = import_result(import, false), *lines = json_object_get(result, "lines");
  assert_string_equal(json_string_value(json_object_get(json_array_get(lines, 0), "text")),
                      "2027-01-05 午餐 片儿川 12.00");
  assert_string_equal(json_string_value(json_object_get(json_array_get(lines, 1), "text")), "明天 午餐 片儿川");
  json_decref(result);
  import_free(import);
}

static void reasons_can_be_english(void **state)
{
  static const char text[] = "name,phone\nLi,1.3E+10\n";
  struct import *import = import_new(IMPORT_RESIDENTS, text, sizeof text - 1, true, EIGHT);
  expect_bad(import, "2 phone was changed by the spreadsheet into \"1.3E+10\": give the column the format text\n");
  import_free(import);
}

// Every head of every sample, and every sample with one byte broken: whatever comes, a result and no more.
static void no_file_hurts(void **state)
{
  static const char *const samples[] = {"residents-gb18030.csv", "residents-bad.csv", "menu-gb18030.csv",
                                        "menu-bad.csv"};
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    struct buffer path = {0}, bytes = {0};
    struct fault fault;
    buffer_printf(&path, ANBAN_SAMPLES "/%s", samples[i]);
    assert_true(file_read(path.bytes, MOST_IMPORT_BYTES, &bytes, &fault));
    for (size_t at = 0; at < bytes.size; at++) {
      char kept = bytes.bytes[at];
      import_free(import_new(i < 2 ? IMPORT_RESIDENTS : IMPORT_MENU, bytes.bytes, at, false, EIGHT));
      bytes.bytes[at] = (char)(at * 37 + 11);
      import_free(import_new(i < 2 ? IMPORT_RESIDENTS : IMPORT_MENU, bytes.bytes, bytes.size, false, EIGHT));
      bytes.bytes[at] = kept;
    }
    buffer_free(&path);
    buffer_free(&bytes);
  }
}

static void readings_are_taken_as_people_write_them(void **state)
{
  struct community c;
  community_open(&c);
  struct import *import = from_text(IMPORT_READINGS, "词,拼音\n乐清,yuè qīng\n单老师,shan4 lao3 shi1\n");
  commit(&c, import, OUTCOME_DONE);
  import_free(import);
  int count;
  struct reading *readings = readings_load(c.db, &count);
  assert_int_equal(count, 2);
  assert_string_equal(readings[0].pinyin, "yue4 qing1");
  free(readings);
  community_close(&c);
}

static void a_reading_that_is_none_is_told_with_its_line(void **state)
{
  struct community c;
  community_open(&c);
  struct import *import =
      from_text(IMPORT_READINGS, "词,拼音\n长大,zhang3\nA座,a1 zuo4\n乐清,le4 qing1\n乐清,yue4 qing1\n");
  import_check(import, c.db);
  assert_int_equal(import_bad(import), 3);
  import_free(import);
  community_close(&c);
}

static void expect_bad_text(enum import_kind kind, const char *text, const char *expected)
{
  struct import *import = from_text(kind, text);
  expect_bad(import, expected);
  import_free(import);
}

static void what_stands_under_no_heading_is_not_dropped(void **state)
{
  static const char reason[] = "上面没有表头：请给这一列写上表头；金额里不要写逗号\n";
  char expected[200];
  FORMAT_TEXT(expected, "2 第 4 格“花生”%s", reason);
  expect_bad_text(IMPORT_RESIDENTS, "姓名,房间,\n测试甲,901,,花生\n", expected);
  FORMAT_TEXT(expected, "2 第 3 格“花生”%s", reason);
  expect_bad_text(IMPORT_RESIDENTS, "姓名,房间,\n测试甲,901,花生\n", expected);
  FORMAT_TEXT(expected, "2 第 6 格“016.00”%s", reason);
  expect_bad_text(IMPORT_MENU, "日期,餐次,菜名,类别,价格\n2026-11-23,午餐,测试宴席,套餐,1,016.00\n", expected);
  FORMAT_TEXT(expected, "2 第 3 格“x”%s", reason);
  expect_bad_text(IMPORT_READINGS, "词,读音\n乐清,yue4 qing1,x\n", expected);
}

static void a_row_with_more_cells_than_are_read_is_bad(void **state)
{
  struct buffer text = {0};
  buffer_add_text(&text, "姓名,房间\n测试甲,901");
  for (int i = 0; i < 40; i++)
    buffer_add_text(&text, ",");
  buffer_add_text(&text, "花生\n");
  expect_bad_text(IMPORT_RESIDENTS, text.bytes, "2 这一行超过 32 格\n");
  buffer_free(&text);
}

static void a_name_that_has_lost_a_character_is_bad(void **state)
{
  static const char *const names[] = {"王?", "王？", "王\uFFFD", "王□"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char text[100];
    FORMAT_TEXT(text, "姓名\n%s\n", names[i]);
    struct import *import = from_text(IMPORT_RESIDENTS, text);
    char *lines = bad_lines(import);
    assert_non_null(strstr(lines, "变成了问号"));
    free(lines);
    import_free(import);
  }
}

static void what_nobody_sees_is_no_part_of_a_name(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import = from_text(IMPORT_RESIDENTS, "\u200b姓名,房间\n\u200e张\u200b三\u00a0,\u202a901\u202c\n");
  commit(&c, import, OUTCOME_DONE);
  json_decref(resident_named(c.db, "张三"));
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE room = '901'"), 1);
  import_free(import);
  import = from_text(IMPORT_RESIDENTS, "姓名,房间\n张 三,901\n"); // the same
  commit(&c, import, OUTCOME_DONE);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident"), 1);
  import_free(import);
  community_close(&c);
}

static void forms_have_titles_numbers_and_stars(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import =
      from_text(IMPORT_RESIDENTS, "桂花里社区长者登记表,,,,\n制表：王芳,,,,\n序号,姓名*,性别,房间（必填）,补贴\n"
                                  "1,张三,男,901,0.5\n2,李四,女,902,55%\n3,王五,男,903,.25\n");
  commit(&c, import, OUTCOME_DONE);
  assert_int_equal(number_of(c.db, "SELECT SUM(subsidy_percent) FROM resident"), 50 + 55 + 25);
  import_free(import);
  community_close(&c);
}

static void a_share_that_may_be_two_things_is_bad(void **state)
{
  static const char *const shares[] = {"1", "1.0", "0.555", "0.5%", "1000", "半"};
  int percent;
  for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
    if (cell_percent(shares[i], &percent))
      fail_msg("%s is taken for %d", shares[i], percent);
  assert_true(cell_percent("1%", &percent) && percent == 1);
  assert_true(cell_percent("100", &percent) && percent == 100);
  assert_true(cell_percent("50.0", &percent) && percent == 50);
}

static void dates_are_read_as_spreadsheets_write_them(void **state)
{
  static const char *const dates[] = {"46349", "46349.0", "2026年11月23号", "2026-11-23 0:00", "11月23号"};
  char date[CLOCK_DATE_SIZE];
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
    if (!cell_date(dates[i], "2026-11-22", date))
      fail_msg("%s is not read", dates[i]);
    assert_string_equal(date, "2026-11-23");
  }
  assert_false(cell_date("1234", "2026-11-22", date));
  assert_false(cell_date("46349.5", "2026-11-22", date));
}

static void merged_cells_reach_down(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import =
      from_text(IMPORT_MENU, "日期,餐次,菜名,价格\n2026-11-23,午餐,红烧肉,16\n,,清蒸鱼,18\n,晚餐,白粥,2\n");
  commit(&c, import, OUTCOME_DONE);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM menu_dish WHERE date = '2026-11-23' AND meal = 1"), 2);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM menu_dish WHERE date = '2026-11-23' AND meal = 2"), 1);
  import_free(import);
  import = from_text(IMPORT_MENU, "日期,餐次,菜名,价格\n2026-11-23,午餐,红烧肉,16\n2026-11-23,,清蒸鱼,18\n");
  assert_int_equal(import_bad(import), 1); // a date without a meal is no merged cell
  import_free(import);
  community_close(&c);
}

static void two_people_of_one_name_are_told_apart_by_telephone(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import = from_text(IMPORT_RESIDENTS, "姓名,电话\n张三,13800000001\n张三,13800000002\n");
  commit(&c, import, OUTCOME_DONE);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident WHERE name = '张三'"), 2);
  import_free(import);
  import = from_text(IMPORT_RESIDENTS, "姓名,备注\n张三,哪一位\n");
  import_check(import, c.db);
  expect_bad(import, "2 档案里有不止一位张三（）：请写上电话\n");
  import_free(import);
  community_close(&c);
}

static void expect_change(const struct import *import, int place, const char *change)
{
  json_t *result = import_result(import, false);
  const json_t *line = json_array_get(json_object_get(result, "lines"), (size_t)place);
  assert_string_equal(json_string_value(json_object_get(line, "change")), change);
  json_decref(result);
}

static void who_is_on_file_is_changed_where_the_file_says_something(void **state)
{
  struct community c = {0};
  c.db = folder_db(&c.folder);
  struct import *import =
      from_text(IMPORT_RESIDENTS, "姓名,房间,过敏,电话,密码,备注\n张三,901,花生,138,1357,左耳\n李四,902,,,,\n");
  commit(&c, import, OUTCOME_DONE);
  expect_change(import, 0, "");
  import_free(import);
  import = from_text(IMPORT_RESIDENTS, "姓名,房间,过敏,电话,备注\n张三,901,牛奶,,\n李四,902,,,\n王五,903,,,\n");
  import_check(import, c.db);
  expect_change(import, 0, "已有档案，改：过敏");
  expect_change(import, 1, "已有档案，没有变化");
  expect_change(import, 2, "");
  commit(&c, import, OUTCOME_DONE);
  struct resident resident;
  json_t *zhang = resident_named(c.db, "张三");
  assert_true(resident_load(c.db, json_string_value(json_object_get(zhang, "id")), &resident));
  assert_int_equal(resident.diet.allergens, ALLERGEN_MILK);
  assert_string_equal(json_string_value(json_object_get(zhang, "phone")), "138");
  assert_string_equal(json_string_value(json_object_get(zhang, "note")), "左耳");
  assert_true(secret_password_matches(resident.pin, "1357"));
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM resident"), 3);
  json_decref(zhang);
  import_free(import);
  community_close(&c);
}

// In one pass: in one for each line these would take hours.
static void a_file_of_empty_lines_is_read(void **state)
{
  size_t size = (size_t)2 << 20;
  char *text = malloc(size);
  memset(text, '\n', size);
  memcpy(text, "name\n", 5);
  struct import *import = import_new(IMPORT_RESIDENTS, text, size, false, EIGHT);
  assert_int_equal(import_good(import), 0);
  import_free(import);
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_stands_under_no_heading_is_not_dropped),
      cmocka_unit_test(a_row_with_more_cells_than_are_read_is_bad),
      cmocka_unit_test(a_name_that_has_lost_a_character_is_bad),
      cmocka_unit_test(what_nobody_sees_is_no_part_of_a_name),
      cmocka_unit_test(forms_have_titles_numbers_and_stars),
      cmocka_unit_test(a_share_that_may_be_two_things_is_bad),
      cmocka_unit_test(dates_are_read_as_spreadsheets_write_them),
      cmocka_unit_test(merged_cells_reach_down),
      cmocka_unit_test(two_people_of_one_name_are_told_apart_by_telephone),
      cmocka_unit_test(who_is_on_file_is_changed_where_the_file_says_something),
      cmocka_unit_test(a_file_of_empty_lines_is_read),
      cmocka_unit_test(residents_come_from_both_encodings),
      cmocka_unit_test(a_dialect_is_known_by_its_names),
      cmocka_unit_test(each_bad_line_says_why),
      cmocka_unit_test(whose_card_is_on_file_is_named),
      cmocka_unit_test(menus_come_from_both_encodings),
      cmocka_unit_test(each_bad_line_of_a_menu_says_why),
      cmocka_unit_test(headings_that_are_not_known_or_missing_are_said),
      cmocka_unit_test(the_templates_are_understood_and_import_nothing),
      cmocka_unit_test(headings_alone_import_nothing),
      cmocka_unit_test(tabs_semicolons_and_old_line_ends_are_read),
      cmocka_unit_test(the_preview_shows_what_was_understood),
      cmocka_unit_test(reasons_can_be_english),
      cmocka_unit_test(readings_are_taken_as_people_write_them),
      cmocka_unit_test(a_reading_that_is_none_is_told_with_its_line),
      cmocka_unit_test(no_file_hurts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
