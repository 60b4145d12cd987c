// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

#define UTC_OFFSET_MIN 480

anban_ms community_now(void)
{
  return clock_at(COMMUNITY_TODAY, 9 * 60, UTC_OFFSET_MIN);
}

static const char *id_of(char kind, int number)
{
  static char ids[4][UUID_SIZE]; // the caller may hold a few at once
  static int turn;
  char *id = ids[turn++ % 4];
  text_format(id, UUID_SIZE, "019aa9c0-0000-7000-%c000-%012d", kind, number);
  return id;
}

const char *community_person_id(int person)
{
  return id_of('8', person);
}

const char *community_dish_id(int dish)
{
  return id_of('9', dish);
}

// Made once: it is slow on purpose.
static const char *pin_hash(void)
{
  static char hash[PASSWORD_HASH_SIZE];
  if (!hash[0])
    secret_hash_pin(COMMUNITY_PIN, hash);
  return hash;
}

static void add_person(struct resident *out, int person)
{
  static const struct resident known[COMMUNITY_PEOPLE] = {
      {.name = "王秀英", .room = "1号楼305室", .locale = "zh_CN", .subsidy_percent = 20, .text_percent = 100},
      {.name = "李桂兰",
       .room = "3号楼502室",
       .locale = "zh_CN",
       .card = "0012345678",
       .diet = {.marks = DIET_SOFT, .allergens = ALLERGEN_PEANUT},
       .subsidy_percent = 50,
       .text_percent = 125,
       .usual_delivery = DELIVERY_DELIVER},
      {.name = "陈建国", .room = "2号楼101室", .locale = "zh_HK", .subsidy_percent = 0, .text_percent = 100},
      {.name = "阿不都热合曼·买买提明·吐尔逊江",
       .room = "福寿苑12号楼2单元1203室",
       .locale = "zh_CN",
       .text_percent = 200},
      {.name = "𠮷玉兰", .locale = "zh_CN", .diet = {.marks = DIET_SOFT}, .text_percent = 100},
  };
  if (person < COMMUNITY_PEOPLE)
    *out = known[person];
  else {
    *out = (struct resident){.locale = "zh_CN", .text_percent = 100};
    FORMAT_TEXT(out->name, "邻居%d", person);
    FORMAT_TEXT(out->room, "%d号楼%d室", 4 + person % 5, 100 + person);
  }
  COPY_TEXT(out->id, community_person_id(person));
  out->auto_answer_from = out->auto_answer_to = -1;
  if (person == PERSON_PIN)
    COPY_TEXT(out->pin, pin_hash());
}

static void add_dish(struct dish *out, int dish)
{
  static const struct dish known[COMMUNITY_DISHES] = {
      {.name = "红烧狮子头套餐",
       .contents = "狮子头、清炒时蔬、米饭",
       .kind = DISH_SET,
       .price_fen = 1500,
       .diet = {.marks = DIET_SOFT, .allergens = ALLERGEN_EGG}},
      {.name = "宫保鸡丁套餐",
       .contents = "宫保鸡丁、炒青菜、米饭",
       .kind = DISH_SET,
       .price_fen = 1800,
       .diet = {.allergens = ALLERGEN_PEANUT}},
      {.name = "西湖龙井虾仁配老鸭煲时令山药百合粥套餐",
       .contents = "龙井虾仁、笋干老鸭煲、山药百合粥、时令蔬菜两样、米饭一碗、水果一份",
       .kind = DISH_SET,
       .price_fen = 12850,
       .diet = {.marks = DIET_SOFT | DIET_LOW_SALT | DIET_SUGAR_FREE | DIET_HALAL, .allergens = ALLERGEN_SHELLFISH}},
      {.name = "米饭", .kind = DISH_SINGLE, .price_fen = 100, .diet = {.marks = DIET_SOFT | DIET_VEGETARIAN}},
      {.name = "冬瓜排骨汤", .kind = DISH_SINGLE, .price_fen = 650, .diet = {.marks = DIET_SOFT | DIET_LOW_SALT}},
      {.name = "白粥小菜", .kind = DISH_SET, .price_fen = 500, .diet = {.marks = DIET_SOFT | DIET_VEGETARIAN}},
  };
  *out = known[dish];
  COPY_TEXT(out->id, community_dish_id(dish));
}

static void add_menu(struct menu *out, const char *date, enum meal meal)
{
  static const int dishes[MEALS][COMMUNITY_DISHES] = {
      {DISH_CONGEE, -1},
      {DISH_RICE, DISH_LUNCH_SET, DISH_PEANUT_SET, DISH_LONG, DISH_SOUP, -1}, // rice first: sets must come before it
      {DISH_CONGEE, DISH_PEANUT_SET, DISH_RICE, -1},
  };
  COPY_TEXT(out->date, date);
  out->meal = meal;
  for (const int *dish = dishes[meal]; *dish >= 0; dish++)
    COPY_TEXT(out->dishes[out->count++], community_dish_id(*dish));
}

const char *community_service_id(int service)
{
  return id_of('e', service);
}

static void add_service(struct service *out, int number)
{
  static const struct service known[COMMUNITY_SERVICES] = {
      {.code = "clean",
       .name = "助洁",
       .about = "两个小时，上门打扫卫生。",
       .price = "四十元，师傅来了再付。",
       .minutes = 120,
       .cancel_minutes = 120},
      {.code = "bath",
       .name = "助浴",
       .about = "两位护理员帮您洗澡。",
       .minutes = 60,
       .place = SERVICE_AT_CENTRE,
       .is_private = true},
      {.code = "medical",
       .name = "医生上门看看和陪您去医院（要提前三天约）",
       .minutes = 60,
       .is_private = true,
       .about = "医生上门看看，量量血压，或者陪您去医院，路上有轮椅，看完了再把您送回家。",
       .price = "看一次三十元，用的药另算，有医保的可以报。"},
      {.code = "legal",
       .name = "助法",
       .about = "律师给您打电话。",
       .price = "不要钱。",
       .minutes = 30,
       .place = SERVICE_BY_TELEPHONE,
       .is_private = true},
  };
  *out = known[number];
  COPY_TEXT(out->id, community_service_id(number));
  if (number == SERVICE_FULL)
    return;
  for (int i = 0; i < MOST_FREE_TIMES; i++)
    out->free[out->free_count++] = community_now() + 5 * MS_HOUR + i / 4 * MS_DAY + i % 4 * MS_HOUR;
}

struct snapshot *community_new(int people)
{
  struct snapshot *snapshot = snapshot_new();
  snapshot->event = 41;
  snapshot->site = (struct site){.name = "闸弄口社区助老中心",
                                 .phone = "0571-12345678",
                                 .utc_offset_min = UTC_OFFSET_MIN,
                                 .hours = {{-240, 420, 510}, {600, 690, 780}, {930, 1020, 1110}}};
  snapshot->residents = memory_new((size_t)people * sizeof *snapshot->residents);
  snapshot->dishes = memory_new(COMMUNITY_DISHES * sizeof *snapshot->dishes);
  snapshot->menus = memory_new((size_t)MOST_MENU_DAYS * MEALS * sizeof *snapshot->menus);
  for (; snapshot->resident_count < people; snapshot->resident_count++)
    add_person(&snapshot->residents[snapshot->resident_count], snapshot->resident_count);
  for (; snapshot->dish_count < COMMUNITY_DISHES; snapshot->dish_count++)
    add_dish(&snapshot->dishes[snapshot->dish_count], snapshot->dish_count);
  for (int day = 0; day < MOST_MENU_DAYS; day++) {
    char date[CLOCK_DATE_SIZE];
    clock_add_days(COMMUNITY_TODAY, day, date);
    for (enum meal meal = 0; meal < MEALS; meal++)
      add_menu(&snapshot->menus[snapshot->menu_count++], date, meal);
  }
  snapshot->family = memory_new(COMMUNITY_FAMILY * sizeof *snapshot->family);
  for (; snapshot->family_count < COMMUNITY_FAMILY; snapshot->family_count++)
    snapshot->family[snapshot->family_count] = community_member(snapshot->family_count);
  snapshot->services = memory_new(COMMUNITY_SERVICES * sizeof *snapshot->services);
  for (; snapshot->service_count < COMMUNITY_SERVICES; snapshot->service_count++)
    add_service(&snapshot->services[snapshot->service_count], snapshot->service_count);
  return snapshot;
}

struct booking community_booking(int number, int person, enum booking_status status)
{
  struct booking booking = {.at = community_now() + (5 + number) * MS_HOUR,
                            .made_at = community_now() - MS_HOUR,
                            .name = "助洁",
                            .minutes = 120,
                            .place = "3 幢 201",
                            .status = status};
  COPY_TEXT(booking.id, id_of('f', number));
  COPY_TEXT(booking.resident_id, community_person_id(person));
  COPY_TEXT(booking.service_id, community_service_id(SERVICE_CLEAN));
  if (status != BOOKING_REQUESTED && status != BOOKING_CANCELLED)
    COPY_TEXT(booking.helper, "赵师傅");
  return booking;
}

struct family_member community_member(int who)
{
  static const struct family_member known[COMMUNITY_FAMILY] = {
      {.name = "张晓梅", .relation = "女儿", .auto_answer = true},
      {.name = "张晓军", .relation = "儿子"},
      {.name = "张思远", .relation = "外孙"},
      {.name = "古丽巴哈尔·艾合买提·吐尔逊江", .relation = "远在乌鲁木齐的侄孙女"},
  };
  struct family_member member = known[who];
  COPY_TEXT(member.id, id_of('b', who));
  COPY_TEXT(member.resident_id, community_person_id(PERSON_CAREFUL));
  return member;
}

struct order community_order(int number, int person, const char *date, enum meal meal)
{
  struct order order = {.meal = meal,
                        .item_count = 1,
                        .items = {{.count = 1, .price_fen = 1200}},
                        .status = ORDER_ACCEPTED,
                        .number = number,
                        .total_fen = 1200,
                        .made_at = community_now() - MS_HOUR};
  COPY_TEXT(order.id, id_of('a', number));
  COPY_TEXT(order.resident_id, community_person_id(person));
  COPY_TEXT(order.date, date);
  COPY_TEXT(order.items[0].dish_id, community_dish_id(DISH_LUNCH_SET));
  COPY_TEXT(order.items[0].name, "红烧狮子头套餐");
  return order;
}
