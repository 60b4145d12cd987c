// SPDX-License-Identifier: GPL-3.0-or-later
// The words that people use in cells for kinds, languages, diets.
#include "server/model/import_cells.h"

#include "base/locale.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

struct word {
  const char *word;
  unsigned value;
};

// NULL at the end of the table; words of Latin letters are known in either case.
static const struct word *find(const struct word *words, const char *text)
{
  while (words->word && strcasecmp(words->word, text) != 0)
    words++;
  return words->word ? words : NULL;
}

bool cell_meal(const char *text, enum meal *out)
{
  static const struct word words[] = {
      {"早餐", MEAL_BREAKFAST},
      {"早饭", MEAL_BREAKFAST},
      {"早", MEAL_BREAKFAST},
      {"breakfast", MEAL_BREAKFAST},
      {"午餐", MEAL_LUNCH},
      {"午饭", MEAL_LUNCH},
      {"中餐", MEAL_LUNCH},
      {"中饭", MEAL_LUNCH},
      {"午", MEAL_LUNCH},
      {"中", MEAL_LUNCH},
      {"lunch", MEAL_LUNCH},
      {"晚餐", MEAL_SUPPER},
      {"晚饭", MEAL_SUPPER},
      {"晚", MEAL_SUPPER},
      {"supper", MEAL_SUPPER},
      {"dinner", MEAL_SUPPER},
      {NULL, 0},
  };
  const struct word *word = find(words, text);
  if (word)
    *out = (enum meal)word->value;
  return word != NULL;
}

bool cell_kind(const char *text, enum dish_kind *out)
{
  static const struct word words[] = {
      {"套餐", DISH_SET},      {"菜单式", DISH_SET},
      {"set", DISH_SET},       {"单点", DISH_SINGLE},
      {"单品", DISH_SINGLE},   {"单菜", DISH_SINGLE},
      {"小菜", DISH_SINGLE},   {"订单式", DISH_SINGLE},
      {"single", DISH_SINGLE}, {NULL, 0},
  };
  const struct word *word = find(words, text);
  if (word)
    *out = (enum dish_kind)word->value;
  return word != NULL;
}

bool cell_locale(const char *text, char out[LOCALE_SIZE])
{
  static const struct {
    const char *code, *words[6];
  } names[] = {
      {"zh_CN", {"", "普通话", "国语", "中文", "汉语"}},
      {"zh_HK", {"粤语", "粵語", "广东话", "廣東話", "白话"}},
      {"en", {"英语", "英文", "English"}},
      {"zh_CN@shanghai", {"上海话", "沪语"}},
      {"zh_CN@hangzhou", {"杭州话"}},
      {"zh_CN@sichuan", {"四川话", "成都话", "重庆话", "川话"}},
      {"zh_CN@dongbei", {"东北话", "沈阳话"}},
      {"zh_CN@henan", {"河南话", "郑州话"}},
      {"zh_CN@shandong", {"山东话", "济南话"}},
      {"zh_CN@shaanxi", {"陕西话", "西安话"}},
      {"zh_CN@tianjin", {"天津话"}},
      {"zh_CN@wuhan", {"武汉话"}},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    for (const char *const *word = names[i].words; *word; word++) {
      if (strcasecmp(*word, text) == 0)
        return text_copy(out, LOCALE_SIZE, names[i].code);
    }
  }
  return locale_index(text) >= 0 && text_copy(out, LOCALE_SIZE, text);
}

bool cell_delivery(const char *text, enum delivery *out)
{
  static const struct word words[] = {
      {"堂食", DELIVERY_EAT_IN},
      {"食堂", DELIVERY_EAT_IN},
      {"eat_in", DELIVERY_EAT_IN},
      {"自取", DELIVERY_PICK_UP},
      {"打包", DELIVERY_PICK_UP},
      {"pick_up", DELIVERY_PICK_UP},
      {"送餐", DELIVERY_DELIVER},
      {"配送", DELIVERY_DELIVER},
      {"送餐上门", DELIVERY_DELIVER},
      {"上门", DELIVERY_DELIVER},
      {"deliver", DELIVERY_DELIVER},
      {"", DELIVERY_EAT_IN},
      {NULL, 0},
  };
  const struct word *word = find(words, text);
  if (word)
    *out = (enum delivery)word->value;
  return word != NULL;
}

bool cell_text_percent(const char *text, int *percent)
{
  static const struct word words[] = {
      {"标准", 100}, {"正常", 100}, {"中", 100},   {"100%", 100}, {"100", 100},  {"", 125},
      {"大", 125},   {"125%", 125}, {"125", 125},  {"较大", 150}, {"很大", 150}, {"150%", 150},
      {"150", 150},  {"特大", 200}, {"最大", 200}, {"200%", 200}, {"200", 200},  {NULL, 0},
  };
  const struct word *word = find(words, text);
  if (word)
    *percent = (int)word->value;
  return word != NULL;
}

// How many bytes of separators `text` begins with.
static size_t separators_at(const char *text)
{
  static const char *const separators[] = {"、", "，", "；", "／", "\u3000", ",", ";", "/", " ", "|", "+"};
  for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
    if (strncmp(text, separators[i], strlen(separators[i])) == 0)
      return strlen(separators[i]);
  return 0;
}

// Words of `also` count too, unless it is NULL.
static bool read_list(const char *text, const struct word *words, const struct word *also, unsigned *out,
                      char unknown[NAME_SIZE])
{
  *out = 0;
  while (*text) {
    size_t step = separators_at(text), length = 0;
    if (step > 0) {
      text += step;
      continue;
    }
    while (text[length] && !separators_at(text + length))
      length++;
    text_format(unknown, NAME_SIZE, "%.*s", (int)length, text);
    const struct word *word = find(words, unknown);
    if (!word && also)
      word = find(also, unknown);
    if (!word)
      return false;
    *out |= word->value;
    text += length;
  }
  return true;
}

static const struct word marks_words[] = {
    {"软食", DIET_SOFT},
    {"软", DIET_SOFT},
    {"软烂", DIET_SOFT},
    {"易嚼", DIET_SOFT},
    {"soft", DIET_SOFT},
    {"低盐", DIET_LOW_SALT},
    {"少盐", DIET_LOW_SALT},
    {"low_salt", DIET_LOW_SALT},
    {"无糖", DIET_SUGAR_FREE},
    {"sugar_free", DIET_SUGAR_FREE},
    {"清真", DIET_HALAL},
    {"halal", DIET_HALAL},
    {"素食", DIET_VEGETARIAN},
    {"素", DIET_VEGETARIAN},
    {"vegetarian", DIET_VEGETARIAN},
    {"无", 0},
    {"none", 0},
    {NULL, 0},
};

bool cell_marks(const char *text, unsigned *marks, char unknown[NAME_SIZE])
{
  return read_list(text, marks_words, NULL, marks, unknown);
}

bool cell_needs(const char *text, unsigned *marks, char unknown[NAME_SIZE])
{
  // A dish with little sugar is none without; a person who wants little is safe with none.
  static const struct word also[] = {
      {"低糖", DIET_SUGAR_FREE},
      {"糖尿病", DIET_SUGAR_FREE},
      {"高血压", DIET_LOW_SALT},
      {"回民", DIET_HALAL},
      {"吃素", DIET_VEGETARIAN},
      {"普通", 0},
      {"正常", 0},
      {NULL, 0},
  };
  return read_list(text, marks_words, also, marks, unknown);
}

bool cell_allergens(const char *text, unsigned *allergens, char unknown[NAME_SIZE])
{
  static const struct word words[] = {
      {"花生", ALLERGEN_PEANUT},
      {"peanut", ALLERGEN_PEANUT},
      {"坚果", ALLERGEN_NUT},
      {"核桃", ALLERGEN_NUT},
      {"nut", ALLERGEN_NUT},
      {"鱼", ALLERGEN_FISH},
      {"鱼类", ALLERGEN_FISH},
      {"fish", ALLERGEN_FISH},
      {"虾", ALLERGEN_SHELLFISH},
      {"蟹", ALLERGEN_SHELLFISH},
      {"虾蟹", ALLERGEN_SHELLFISH},
      {"贝类", ALLERGEN_SHELLFISH},
      {"甲壳类", ALLERGEN_SHELLFISH},
      {"shellfish", ALLERGEN_SHELLFISH},
      {"海鲜", ALLERGEN_FISH | ALLERGEN_SHELLFISH},
      {"鸡蛋", ALLERGEN_EGG},
      {"蛋", ALLERGEN_EGG},
      {"蛋类", ALLERGEN_EGG},
      {"egg", ALLERGEN_EGG},
      {"牛奶", ALLERGEN_MILK},
      {"奶", ALLERGEN_MILK},
      {"乳制品", ALLERGEN_MILK},
      {"milk", ALLERGEN_MILK},
      {"大豆", ALLERGEN_SOY},
      {"黄豆", ALLERGEN_SOY},
      {"豆制品", ALLERGEN_SOY},
      {"soy", ALLERGEN_SOY},
      {"小麦", ALLERGEN_WHEAT},
      {"麦", ALLERGEN_WHEAT},
      {"面粉", ALLERGEN_WHEAT},
      {"麸质", ALLERGEN_WHEAT},
      {"wheat", ALLERGEN_WHEAT},
      {"芝麻", ALLERGEN_SESAME},
      {"sesame", ALLERGEN_SESAME},
      {"无", 0},
      {"none", 0},
      {NULL, 0},
  };
  return read_list(text, words, NULL, allergens, unknown);
}
