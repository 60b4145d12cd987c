// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said to the kiosk, to be taught in the own voice.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/screens/word.h"

void words_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char name[ITEM_NAME];
  sheet_begin(sheet, "words", BODY_ROWS, tr(lang, "Words that I can learn from you"), NULL);
  sheet_say(sheet, tr(lang, "Best somebody of the staff sits with you. Touch a word, then say it three times."));
  for (int i = 0; i < WORDS; i++) {
    bool known = lesson_is_known(sheet->model, (enum word)i);
    FORMAT_TEXT(name, "word.%d", i);
    struct page_item *row = sheet_item(sheet, name, word_text(lang, (enum word)i), sheet_do(INTENT_LESSON, i, NULL));
    SHEET_SET(sheet, row->icon, "speak");
    SHEET_SET(sheet, row->detail, known ? tr(lang, "I know it in your voice") : "");
    row->look = known ? LOOK_DONE : LOOK_PLAIN;
  }
  struct page_item *forget =
      sheet_key(sheet, "forget", tr(lang, "Forget my voice"), sheet_do(INTENT_FORGET_VOICE, 0, NULL));
  SHEET_SET(sheet, forget->icon, "delete");
  struct page_item *good = sheet_key(sheet, "good", tr(lang, "Good"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, good->icon, "check");
  good->look = LOOK_MAIN;
}
