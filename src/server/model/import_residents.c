// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import_residents.h"

#include "base/text.h"
#include "protocol/card.h"
#include "server/model/import_cells.h"

#include <string.h>

const struct import_column resident_columns[COLUMNS] = {
    [NAME] = {"姓名|名字|name", true},
    [ROOM] = {"房间|房号|房间号|住址|room", false},
    [LANGUAGE] = {"语言|language", false},
    [DIET] = {"饮食|饮食要求|忌口|diet", false},
    [ALLERGENS_COLUMN] = {"过敏|过敏原|allergens", false},
    [SUBSIDY] = {"补贴|补贴比例|subsidy", false},
    [CARD] = {"卡号|card", false},
    [PIN] = {"密码|PIN", false},
    [PHONE] = {"电话|手机|本人电话|phone", false},
    [TEXT_SIZE_COLUMN] = {"字号|text_size", false},
    [DELIVERY] = {"取餐方式|用餐方式|delivery", false},
    [NOTE] = {"备注|note", false},
    [CONTACT] = {"联系人|紧急联系人|contact", false},
    [RELATION] = {"关系|relation", false},
    [CONTACT_PHONE] = {"联系人电话|联系电话|contact_phone", false},
};

struct row {
  struct import *import;
  struct import_line *line;
  struct import_person *person;
  const struct csv_row *cells;
  const struct import_columns *columns;
};

static const char *cell(const struct row *r, enum resident_column column)
{
  return import_cell(r->cells, r->columns, (int)column);
}

static bool read_who(const struct row *r)
{
  struct resident *resident = &r->person->file.resident;
  if (!*cell(r, NAME))
    return import_wrong(r->import, r->line, "没有姓名", "the name is missing");
  return import_name(r->import, r->line, cell(r, NAME), &resident_columns[NAME], resident->name,
                     sizeof resident->name) &&
         import_text(r->import, r->line, cell(r, ROOM), &resident_columns[ROOM], resident->room,
                     sizeof resident->room) &&
         import_text(r->import, r->line, cell(r, NOTE), &resident_columns[NOTE], r->person->file.note,
                     sizeof r->person->file.note);
}

static bool read_diet(const struct row *r)
{
  struct diet *diet = &r->person->file.resident.diet;
  char unknown[NAME_SIZE];
  if (!cell_needs(cell(r, DIET), &diet->marks, unknown))
    return import_wrong(r->import, r->line, "不认识饮食要求“%s”：可以写软食、低盐、无糖、清真、素食",
                        "the diet \"%s\" is not known: soft, low_salt, sugar_free, halal, vegetarian", unknown);
  if (!cell_allergens(cell(r, ALLERGENS_COLUMN), &diet->allergens, unknown))
    return import_wrong(
        r->import, r->line, "不认识过敏原“%s”：可以写花生、坚果、鱼、虾蟹、鸡蛋、牛奶、大豆、小麦、芝麻",
        "the allergen \"%s\" is not known: peanut, nut, fish, shellfish, egg, milk, soy, wheat, sesame", unknown);
  return true;
}

static bool read_habits(const struct row *r)
{
  struct resident *resident = &r->person->file.resident;
  if (!cell_locale(cell(r, LANGUAGE), resident->locale))
    return import_wrong(
        r->import, r->line,
        "不认识语言“%"
        "s”：可以写普通话、粤语、英语、上海话、杭州话、四川话、东北话、河南话、山东话、陕西话、天津话、武汉话",
        "the language \"%s\" is not known: zh_CN, zh_HK, en or a dialect as zh_CN@shanghai", cell(r, LANGUAGE));
  if (*cell(r, SUBSIDY) && !cell_percent(cell(r, SUBSIDY), &resident->subsidy_percent))
    return import_wrong(r->import, r->line, "补贴“%s”不对：请写成 50%% 这样，从 0%% 到 100%%",
                        "the subsidy \"%s\" is wrong: such as 50%% is expected, 0%% to 100%%", cell(r, SUBSIDY));
  if (!cell_text_percent(cell(r, TEXT_SIZE_COLUMN), &resident->text_percent))
    return import_wrong(r->import, r->line, "字号“%s”不对：可以写标准、大、较大、特大",
                        "the text size \"%s\" is wrong: 100, 125, 150 or 200 is expected", cell(r, TEXT_SIZE_COLUMN));
  if (!cell_delivery(cell(r, DELIVERY), &resident->usual_delivery))
    return import_wrong(r->import, r->line, "取餐方式“%s”不对：可以写堂食、自取、送餐",
                        "the delivery \"%s\" is wrong: eat_in, pick_up or deliver is expected", cell(r, DELIVERY));
  return true;
}

static bool read_phone(const struct row *r, enum resident_column column, char out[PHONE_SIZE])
{
  char name[NAME_SIZE];
  import_column_name(r->import, &resident_columns[column], name);
  const char *text = cell(r, column);
  if (cell_is_scientific(text))
    return import_wrong(r->import, r->line, "%s被表格改成了“%s”：请把这一列的格式改为文本后重新填写",
                        "%s was changed by the spreadsheet into \"%s\": give the column the format text", name, text);
  return cell_number(text, out, PHONE_SIZE) ||
         import_wrong(r->import, r->line, "%s“%s”不对：请只写数字", "%s: \"%s\" is no telephone number", name, text);
}

static bool read_keys(const struct row *r)
{
  struct resident *resident = &r->person->file.resident;
  const char *pin = cell(r, PIN), *card = cell(r, CARD);
  if (cell_is_scientific(card))
    return import_wrong(r->import, r->line, "卡号被表格改成了“%s”：请把这一列的格式改为文本后重新填写",
                        "the spreadsheet has made \"%s\" of the card: give the column the format text", card);
  if (!cell_card(card, resident->card))
    return import_wrong(r->import, r->line, "卡号“%s”不对：请写读卡器读出的号码，只有数字和字母，至少四位",
                        "the card \"%s\" is wrong: letters and digits as a reader types them, at least four", card);
  if (*pin && (strlen(pin) != 4 || strspn(pin, "0123456789") != 4))
    return import_wrong(r->import, r->line, "密码要四位数字（表格会去掉开头的 0：请把这一列的格式改为文本）",
                        "the PIN must be four digits (spreadsheets drop a leading 0: give the column the format text)");
  return text_copy(r->person->pin, sizeof r->person->pin, pin);
}

static bool read_contact(const struct row *r)
{
  struct resident_file *file = &r->person->file;
  struct contact *contact = &file->contacts[0];
  bool has_name = *cell(r, CONTACT), has_rest = *cell(r, RELATION) || *cell(r, CONTACT_PHONE);
  if (!has_name && has_rest)
    return import_wrong(r->import, r->line, "写了联系人的关系或电话，没有写联系人的姓名",
                        "a contact's relation or phone is there, their name is missing");
  file->contact_count = has_name;
  return import_name(r->import, r->line, cell(r, CONTACT), &resident_columns[CONTACT], contact->name,
                     sizeof contact->name) &&
         import_text(r->import, r->line, cell(r, RELATION), &resident_columns[RELATION], contact->relation,
                     sizeof contact->relation) &&
         read_phone(r, CONTACT_PHONE, contact->phone) && read_phone(r, PHONE, file->phone);
}

// Somebody of the file above who is this person, or has this card.
static bool is_unlike_those_above(const struct row *r)
{
  const struct resident *own = &r->person->file.resident;
  for (int i = 0; i < r->import->count - 1; i++) {
    const struct resident *other = &r->import->people[i].file.resident;
    int line = r->import->lines[i].line;
    if (import_same_person(r->person, other->name, other->room, r->import->people[i].file.phone))
      return import_wrong(r->import, r->line, "与第 %d 行是同一个人（姓名和房间相同）：不是的话，请写上各自的电话",
                          "this is the person of line %d, by name and room: if not, give each a telephone", line);
    if (*own->card && card_same(own->card, other->card))
      return import_wrong(r->import, r->line, "卡号与第 %d 行相同", "the card is that of line %d", line);
  }
  return true;
}

static void note_given(const struct row *r)
{
  for (int column = 0; column < COLUMNS; column++)
    if (*cell(r, column))
      r->person->given |= 1u << column;
}

void import_residents_read(struct import *import, const struct csv_table *table)
{
  struct import_columns columns;
  if (!import_find_columns(import, table, resident_columns, COLUMNS, &columns))
    return;
  for (int i = columns.heading_row + 1; i < table->count; i++) {
    struct row r = {.import = import, .cells = &table->rows[i], .columns = &columns};
    r.line = import_add_line(import, r.cells->line);
    r.person = &import->people[import->count - 1];
    FORMAT_TEXT(r.line->text, "%s %s", cell(&r, NAME), cell(&r, ROOM));
    cell_clean(r.line->text);
    uuid_new(r.person->file.resident.id, import->now);
    r.person->file.resident.auto_answer_from = r.person->file.resident.auto_answer_to = -1;
    note_given(&r);
    if (import_is_all_read(import, r.line, r.cells, &columns) && read_who(&r) && read_diet(&r) && read_habits(&r) &&
        read_keys(&r) && read_contact(&r))
      is_unlike_those_above(&r);
  }
}
