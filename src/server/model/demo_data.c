// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/demo_data.h"

#define SOFT DIET_SOFT
#define LOW_SALT DIET_LOW_SALT
#define SUGAR_FREE DIET_SUGAR_FREE
#define HALAL DIET_HALAL
#define VEGETARIAN DIET_VEGETARIAN
#define PEANUT ALLERGEN_PEANUT
#define FISH ALLERGEN_FISH
#define SHELLFISH ALLERGEN_SHELLFISH
#define EGG ALLERGEN_EGG
#define SOY ALLERGEN_SOY
#define WHEAT ALLERGEN_WHEAT
#define SESAME ALLERGEN_SESAME

const struct site demo_site = {
    .name = "闸弄口社区助老中心",
    .phone = "0571-00000001",
    .utc_offset_min = 480,
    .hours =
        {
            [MEAL_BREAKFAST] = {.cutoff_minute = 20 * 60 - 1440, .from_minute = 7 * 60, .to_minute = 8 * 60 + 30},
            [MEAL_LUNCH] = {.cutoff_minute = 10 * 60, .from_minute = 11 * 60 + 30, .to_minute = 13 * 60},
            [MEAL_SUPPER] = {.cutoff_minute = 15 * 60 + 30, .from_minute = 17 * 60, .to_minute = 18 * 60 + 30},
        },
};

// Telephone numbers begin with 0 after the area code, as no real one does. Cards are ten digits, as readers type them.
const struct demo_resident demo_residents[DEMO_RESIDENTS] = {
    {
        .name = "𠮷玉兰",
        .room = "3 幢 201",
        .portrait = "ji_yulan",
        .locale = "zh_CN",
        .card = "0000001001",
        .pin = "1357",
        .note = "左耳听力较弱，请说慢一些",
        .marks = SOFT,
        .allergens = PEANUT,
        .subsidy_percent = 50,
        .text_percent = 125,
        .usual_delivery = DELIVERY_DELIVER,
        .contact = {"张晓梅", "女儿", "0571-00001001"},
    },
    {
        .name = "陈国强",
        .room = "1 幢 102",
        .portrait = "chen_guoqiang",
        .locale = "zh_CN",
        .card = "0000001002",
        .pin = "2468",
        .note = "",
        .marks = LOW_SALT,
        .subsidy_percent = 30,
        .text_percent = 100,
        .usual_delivery = DELIVERY_EAT_IN,
        .contact = {"陈立", "儿子", "0571-00001002"},
    },
    {
        .name = "马福生",
        .room = "2 幢 303",
        .portrait = "ma_fusheng",
        .locale = "zh_CN",
        .card = "0000001003",
        .pin = "3579",
        .note = "回族，清真饮食",
        .marks = HALAL,
        .subsidy_percent = 30,
        .text_percent = 125,
        .usual_delivery = DELIVERY_PICK_UP,
        .contact = {"马丽", "女儿", "0571-00001003"},
    },
    {
        .name = "梁婉儀",
        .room = "5 幢 402",
        .portrait = "liang_wanyi",
        .locale = "zh_HK",
        .card = "0000001004",
        .pin = "4680",
        .note = "讲粤语",
        .marks = SOFT,
        .allergens = SHELLFISH,
        .subsidy_percent = 30,
        .text_percent = 150,
        .usual_delivery = DELIVERY_DELIVER,
        .contact = {"梁家明", "弟弟", "0571-00001004"},
    },
    {
        .name = "沈秀英",
        .room = "3 幢 105",
        .portrait = "shen_xiuying",
        .locale = "zh_CN",
        .card = "0000001005",
        .pin = "5791",
        .note = "糖尿病，饭前提醒吃药",
        .marks = SUGAR_FREE,
        .subsidy_percent = 50,
        .text_percent = 200,
        .usual_delivery = DELIVERY_DELIVER,
        .contact = {"沈涛", "儿子", "0571-00001005"},
    },
    {
        .name = "钱阿根",
        .room = "2 幢 101",
        .portrait = "qian_agen",
        .locale = "zh_CN",
        .card = "0000001006",
        .pin = "6802",
        .note = "用助行器，送餐请按门铃稍等",
        .marks = SOFT | LOW_SALT,
        .subsidy_percent = 70,
        .text_percent = 150,
        .usual_delivery = DELIVERY_DELIVER,
        .contact = {"钱敏", "孙女", "0571-00001006"},
    },
    {
        .name = "周慧",
        .room = "1 幢 306",
        .portrait = "zhou_hui",
        .locale = "zh_CN",
        .card = "0000001007",
        .pin = "7913",
        .note = "",
        .marks = VEGETARIAN,
        .allergens = EGG,
        .text_percent = 100,
        .usual_delivery = DELIVERY_EAT_IN,
        .contact = {"周宁", "侄子", "0571-00001007"},
    },
    {
        .name = "Margaret Shaw",
        .room = "5 幢 101",
        .portrait = "margaret_shaw",
        .locale = "en",
        .card = "0000001008",
        .pin = "8024",
        .note = "Retired teacher of English at 浙大",
        .text_percent = 125,
        .usual_delivery = DELIVERY_EAT_IN,
        .contact = {"Emily Shaw", "daughter", "0571-00001008"},
    },
};

const struct demo_relative demo_relatives[DEMO_RELATIVES] = {
    {0, "张晓梅", "女儿", "zhang_xiaomei", true},       {0, "张建国", "儿子", "zhang_jianguo", false},
    {0, "乐乐", "外孙", "zhang_lele", false},           {1, "陈立", "儿子", "chen_li", false},
    {3, "梁家明", "弟弟", "liang_jiaming", false},      {5, "钱敏", "孙女", "qian_min", true},
    {7, "Emily Shaw", "daughter", "emily_shaw", false},
};

const struct demo_dish demo_dishes[DEMO_DISHES] = {
    {"set_breakfast_a", "豆浆包子", "一碗热豆浆、两只鲜肉包、一只茶叶蛋", DISH_SET, 600, SOFT, SOY | WHEAT | EGG},
    {"set_breakfast_b", "白粥小菜", "一碗白粥、蒸山药、一碟清炒时蔬", DISH_SET, 500,
     SOFT | LOW_SALT | HALAL | VEGETARIAN, 0},
    {"set_lunch_a", "红烧狮子头套餐", "狮子头、清炒时蔬、冬瓜汤、米饭", DISH_SET, 1600, SOFT, EGG | SOY | WHEAT},
    {"set_lunch_b", "清蒸鲈鱼套餐", "清蒸鲈鱼、蒸山药、时蔬、米饭", DISH_SET, 1800,
     SOFT | LOW_SALT | SUGAR_FREE | HALAL, FISH | SOY},
    {"set_lunch_c", "番茄牛腩套餐", "番茄牛腩、清炒时蔬、米饭", DISH_SET, 1800, SOFT | HALAL, SOY},
    {"set_lunch_veg", "素什锦套餐", "香菇、木耳、豆腐、时蔬、米饭", DISH_SET, 1300,
     SOFT | LOW_SALT | SUGAR_FREE | HALAL | VEGETARIAN, SOY},
    {"set_supper_a", "虾仁豆腐套餐", "虾仁豆腐、清炒时蔬、米饭", DISH_SET, 1500, SOFT | LOW_SALT | SUGAR_FREE,
     SHELLFISH | SOY},
    {"set_supper_b", "鸡丝面套餐", "鸡丝汤面、一碟清炒时蔬", DISH_SET, 1300, SOFT | HALAL, WHEAT},
    {"congee", "白粥", "", DISH_SINGLE, 150, SOFT | LOW_SALT | HALAL | VEGETARIAN, 0},
    {"millet_congee", "小米粥", "", DISH_SINGLE, 200, SOFT | LOW_SALT | HALAL | VEGETARIAN, 0},
    {"soy_milk", "豆浆", "不加糖", DISH_SINGLE, 200, SOFT | LOW_SALT | SUGAR_FREE | HALAL | VEGETARIAN, SOY},
    {"bun", "肉包", "", DISH_SINGLE, 200, SOFT, WHEAT},
    {"mantou", "馒头", "", DISH_SINGLE, 100, SOFT | LOW_SALT | HALAL | VEGETARIAN, WHEAT},
    {"yam", "蒸山药", "", DISH_SINGLE, 400, SOFT | LOW_SALT | SUGAR_FREE | HALAL | VEGETARIAN, 0},
    {"steamed_egg", "蒸水蛋", "", DISH_SINGLE, 400, SOFT | LOW_SALT | SUGAR_FREE | HALAL, EGG},
    {"tea_egg", "茶叶蛋", "", DISH_SINGLE, 150, HALAL, EGG | SOY},
    {"noodles", "片儿川", "雪菜、笋片、瘦肉", DISH_SINGLE, 1200, SOFT, WHEAT},
    {"wonton", "小馄饨", "", DISH_SINGLE, 800, SOFT, WHEAT | EGG | SHELLFISH},
    {"fish", "西湖醋鱼", "", DISH_SINGLE, 1800, SOFT | HALAL, FISH | SOY},
    {"pork", "东坡肉", "", DISH_SINGLE, 1500, SOFT, SOY},
    {"tofu", "麻婆豆腐", "少辣", DISH_SINGLE, 800, SOFT, SOY | PEANUT},
    {"greens", "清炒时蔬", "", DISH_SINGLE, 600, LOW_SALT | SUGAR_FREE | HALAL | VEGETARIAN, 0},
    {"tomato_egg", "番茄炒蛋", "", DISH_SINGLE, 800, SOFT | HALAL, EGG},
    {"lion_head", "狮子头", "", DISH_SINGLE, 900, SOFT, EGG | SOY | WHEAT},
    {"shrimp", "龙井虾仁", "", DISH_SINGLE, 2200, SOFT | LOW_SALT | SUGAR_FREE, SHELLFISH | EGG},
    {"soup", "冬瓜排骨汤", "", DISH_SINGLE, 900, SOFT | LOW_SALT | SUGAR_FREE, 0},
    {"rice", "米饭", "", DISH_SINGLE, 100, SOFT | LOW_SALT | HALAL | VEGETARIAN, 0},
    {"fruit", "水果拼盘", "苹果、香蕉、橙子", DISH_SINGLE, 600, LOW_SALT | HALAL | VEGETARIAN, 0},
};

const char
    *const demo_menus[MEALS][DEMO_ROTATION][MOST_MENU_DISHES] =
        {
            [MEAL_BREAKFAST] =
                {
                    {"set_breakfast_a", "set_breakfast_b", "congee", "soy_milk", "bun", "mantou", "tea_egg"},
                    {"set_breakfast_b", "set_breakfast_a", "millet_congee", "soy_milk", "yam", "bun", "steamed_egg"},
                    {"set_breakfast_a", "set_breakfast_b", "congee", "wonton", "yam", "tea_egg", "fruit"},
                    {"set_breakfast_b", "set_breakfast_a", "millet_congee", "soy_milk", "noodles", "mantou", "tea_egg"},
                },
            [MEAL_LUNCH] =
                {
                    {"set_lunch_a", "set_lunch_b", "set_lunch_veg", "fish", "tofu", "greens", "tomato_egg", "soup",
                     "rice", "fruit"},
                    {"set_lunch_c", "set_lunch_b", "set_lunch_veg", "pork", "shrimp", "greens", "steamed_egg", "soup",
                     "rice", "fruit"},
                    {"set_lunch_b", "set_lunch_a", "set_lunch_veg", "lion_head", "tofu", "greens", "yam", "soup",
                     "rice", "fruit"},
                    {"set_lunch_c", "set_lunch_a", "set_lunch_veg", "shrimp", "fish", "tomato_egg", "greens", "noodles",
                     "rice"},
                },
            [MEAL_SUPPER] =
                {
                    {"set_supper_a", "set_supper_b", "millet_congee", "wonton", "greens", "steamed_egg", "mantou"},
                    {"set_supper_b", "set_supper_a", "congee", "noodles", "tofu", "yam", "rice"},
                    {"set_supper_a", "set_supper_b", "millet_congee", "tomato_egg", "greens", "soup", "rice"},
                    {"set_supper_b", "set_supper_a", "congee", "wonton", "lion_head", "greens", "rice"},
                },
};
