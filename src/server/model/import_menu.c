// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import_lines.h"

#include "base/text.h"
#include "server/model/import_cells.h"

#include <string.h>

// Dates further away are slips of the finger.
#define MOST_DAYS_PAST 7
#define MOST_DAYS_AHEAD 92

enum column { DATE, MEAL, DISH, KIND, PRICE, MARKS, ALLERGENS_COLUMN, CONTENTS, COLUMNS };

static const struct import_column known[COLUMNS] = {
    [DATE] = {"日期|date", true},
    [MEAL] = {"餐次|餐别|meal", true},
    [DISH] = {"菜名|菜品|dish", true},
    [KIND] = {"类别|类型|kind", false},
    [PRICE] = {"价格|单价|售价|price", false},
    [MARKS] = {"标记|特点|marks", false},
    [ALLERGENS_COLUMN] = {"过敏原|过敏|allergens", false},
    [CONTENTS] = {"内容|配菜|说明|contents", false},
};

struct row {
  struct import *import;
  struct import_line *line;
  struct import_serving *serving;
  const struct csv_row *cells;
  const struct import_columns *columns;
  const struct import_serving *above; // of the good line above, whose merged cells reach down here; NULL: none
};

static const char *cell(const struct row *r, enum column column)
{
  return import_cell(r->cells, r->columns, (int)column);
}

static bool read_date(const struct row *r)
{
  const struct import *import = r->import;
  const char *text = *cell(r, DATE) || !r->above ? cell(r, DATE) : r->above->date;
  char first[CLOCK_DATE_SIZE], last[CLOCK_DATE_SIZE], *date = r->serving->date;
  if (!cell_date(text, import->today, date))
    return import_wrong(import, r->line, "日期“%s”不对：请写成 2026-11-23 这样",
                        "the date \"%s\" is wrong: such as 2026-11-23 is expected", text);
  clock_add_days(import->today, -MOST_DAYS_PAST, first);
  clock_add_days(import->today, MOST_DAYS_AHEAD, last);
  if (strcmp(date, first) < 0)
    return import_wrong(import, r->line, "日期 %s 已经过去了", "the date %s is past", date);
  return strcmp(date, last) <= 0 ||
         import_wrong(import, r->line, "日期 %s 太远了：最多 %d 天以后",
                      "the date %s is too far: at most %d days ahead", date, MOST_DAYS_AHEAD);
}

static bool read_what(const struct row *r)
{
  struct import_serving *s = r->serving;
  if (!*cell(r, DATE) && !*cell(r, MEAL) && r->above)
    s->meal = r->above->meal;
  else if (!cell_meal(cell(r, MEAL), &s->meal))
    return import_wrong(r->import, r->line, "餐次“%s”不对：请写早餐、午餐或晚餐",
                        "the meal \"%s\" is wrong: breakfast, lunch or supper is expected", cell(r, MEAL));
  if (!*cell(r, DISH))
    return import_wrong(r->import, r->line, "没有菜名", "the dish is missing");
  s->has_contents = *cell(r, CONTENTS);
  return import_name(r->import, r->line, cell(r, DISH), &known[DISH], s->dish.name, sizeof s->dish.name) &&
         import_text(r->import, r->line, cell(r, CONTENTS), &known[CONTENTS], s->dish.contents,
                     sizeof s->dish.contents);
}

static bool read_offer(const struct row *r)
{
  struct import_serving *s = r->serving;
  s->has_kind = *cell(r, KIND);
  s->has_price = *cell(r, PRICE);
  s->dish.kind = DISH_SINGLE;
  if (s->has_kind && !cell_kind(cell(r, KIND), &s->dish.kind))
    return import_wrong(r->import, r->line, "类别“%s”不对：请写套餐或单点",
                        "the kind \"%s\" is wrong: set or single is expected", cell(r, KIND));
  return !s->has_price || cell_price(cell(r, PRICE), &s->dish.price_fen) ||
         import_wrong(r->import, r->line, "价格“%s”不对：请写成 12.50 这样，最多 1000 元",
                      "the price \"%s\" is wrong: such as 12.50 is expected, at most 1000", cell(r, PRICE));
}

static bool read_diet(const struct row *r)
{
  struct import_serving *s = r->serving;
  char unknown[NAME_SIZE];
  s->has_marks = *cell(r, MARKS);
  s->has_allergens = *cell(r, ALLERGENS_COLUMN);
  if (!cell_marks(cell(r, MARKS), &s->dish.diet.marks, unknown))
    return import_wrong(r->import, r->line, "不认识标记“%s”：可以写软食、低盐、无糖、清真、素食",
                        "the mark \"%s\" is not known: soft, low_salt, sugar_free, halal, vegetarian", unknown);
  return cell_allergens(cell(r, ALLERGENS_COLUMN), &s->dish.diet.allergens, unknown) ||
         import_wrong(r->import, r->line, "不认识过敏原“%s”：可以写花生、坚果、鱼、虾蟹、鸡蛋、牛奶、大豆、小麦、芝麻",
                      "the allergen \"%s\" is not known: peanut, nut, fish, shellfish, egg, milk, soy, wheat, sesame",
                      unknown);
}

// What two lines say of the same dish must agree; what one leaves empty the other says.
static bool agrees(const struct row *r, const struct import_serving *other, int line)
{
  const struct import_serving *own = r->serving;
  if (own->has_price && other->has_price && own->dish.price_fen != other->dish.price_fen)
    return import_wrong(r->import, r->line, "“%s”的价格与第 %d 行不同", "the price of \"%s\" is not that of line %d",
                        own->dish.name, line);
  if ((own->has_kind && other->has_kind && own->dish.kind != other->dish.kind) ||
      (own->has_marks && other->has_marks && own->dish.diet.marks != other->dish.diet.marks) ||
      (own->has_allergens && other->has_allergens && own->dish.diet.allergens != other->dish.diet.allergens) ||
      (own->has_contents && other->has_contents && strcmp(own->dish.contents, other->dish.contents) != 0))
    return import_wrong(r->import, r->line, "“%s”的类别、标记、过敏原或内容与第 %d 行不同",
                        "kind, marks, allergens or contents of \"%s\" are not those of line %d", own->dish.name, line);
  return true;
}

static bool fits_those_above(const struct row *r)
{
  int dishes = 0;
  bool ok = true;
  for (int i = 0; ok && i < r->import->count - 1; i++) {
    const struct import_serving *other = &r->import->servings[i];
    bool same_dish = strcmp(r->serving->dish.name, other->dish.name) == 0;
    bool same_meal = import_same_meal(r->serving, other);
    dishes += same_meal;
    if (same_dish && same_meal)
      ok = import_wrong(r->import, r->line, "“%s”与第 %d 行重复", "\"%s\" stands in line %d already", other->dish.name,
                        r->import->lines[i].line);
    else if (same_dish)
      ok = agrees(r, other, r->import->lines[i].line);
  }
  if (ok && dishes >= MOST_MENU_DISHES)
    ok = import_wrong(r->import, r->line, "这一餐的菜太多：最多 %d 道", "too many dishes for this meal: at most %d",
                      MOST_MENU_DISHES);
  return ok;
}

// What was understood, so that a wrong year or price can be seen before it is taken.
static void tell(const struct row *r)
{
  const struct import_serving *s = r->serving;
  char price[16] = "";
  if (s->has_price)
    FORMAT_TEXT(price, "%d.%02d", s->dish.price_fen / 100, s->dish.price_fen % 100);
  FORMAT_TEXT(r->line->text, "%s %s %s %s", s->date, cell(r, MEAL), s->dish.name, price);
  cell_clean(r->line->text);
}

void import_menu_read(struct import *import, const struct csv_table *table)
{
  struct import_columns columns;
  if (!import_find_columns(import, table, known, COLUMNS, &columns))
    return;
  bool is_above_good = false;
  for (int i = columns.heading_row + 1; i < table->count; i++) {
    struct row r = {.import = import, .cells = &table->rows[i], .columns = &columns};
    r.line = import_add_line(import, r.cells->line);
    r.serving = &import->servings[import->count - 1];
    FORMAT_TEXT(r.line->text, "%s %s %s", cell(&r, DATE), cell(&r, MEAL), cell(&r, DISH));
    cell_clean(r.line->text);
    r.above = is_above_good ? &import->servings[import->count - 2] : NULL;
    is_above_good = import_is_all_read(import, r.line, r.cells, &columns) && read_date(&r) && read_what(&r);
    if (is_above_good && read_offer(&r) && read_diet(&r) && fits_those_above(&r))
      tell(&r);
  }
}
