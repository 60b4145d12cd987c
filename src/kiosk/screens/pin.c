// SPDX-License-Identifier: GPL-3.0-or-later
// The four digits of who has some. Whose they are is shown and said: who touched the wrong picture notices here.
#include "kiosk/screens/each.h"

#include "kiosk/model/person/pin.h"
#include "kiosk/screens/phrase.h"

#include <string.h>

#define DOT "●"

static bool is_paused(const struct sheet *sheet)
{
  return sheet->model->navigation.notice == NOTICE_PIN_PAUSED;
}

// What stands above the digits; the pause is told in seconds that grow less, but said once.
static void guide(struct sheet *sheet, const struct resident *resident, const char *notice)
{
  const struct lang *lang = sheet->lang;
  char text[SENTENCE], seconds[16];
  FORMAT_TEXT(seconds, "%d", (int)((pin_pause(sheet->model) + MS_SECOND - 1) / MS_SECOND));
  SHEET_FILL(sheet, text, tr(lang, "Please rest {seconds} seconds, then try again"), "seconds", seconds, NULL);
  const char *words = notice ? notice : tr(lang, "Forgotten? The desk will help you.");
  struct page_item *item = sheet_item(sheet, "guide", is_paused(sheet) ? text : words, sheet_do(INTENT_NONE, 0, NULL));
  item->look = notice ? LOOK_WARNING : LOOK_PLAIN;
  sheet_picture(sheet, item, resident->portrait, "person");
}

void pin_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct resident *resident = snapshot_resident(sheet->model->snapshot, sheet->model->person.candidate);
  const char *notice = phrase_notice(sheet);
  struct page *page = sheet->page;
  char title[PAGE_TEXT], spoken[SENTENCE];
  SHEET_FILL(sheet, title, tr(lang, "{name}, your four digits, please"), "name", resident->name, NULL);
  SHEET_FILL(sheet, spoken, tr(lang, "{name}, please touch your four digits. Nobody else can see them."), "name",
             resident->name, NULL);
  sheet_begin(sheet, "pin", BODY_KEYPAD, title, notice ? notice : spoken);
  guide(sheet, resident, notice);
  for (size_t i = 0; i < strlen(sheet->model->person.keypad.digits); i++)
    strcat(page->entry, DOT); // four of three bytes each fit
  page->entry_room = PIN_DIGITS;
  page->digit = sheet_do(INTENT_DIGIT, 0, NULL);
  page->digits_rest = is_paused(sheet);
  struct page_item *other = sheet_key(sheet, "not_me", tr(lang, "That is not me"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, other->icon, "person");
}
