// SPDX-License-Identifier: GPL-3.0-or-later
// Was that meant? And, after a few misunderstandings, a person instead of the machine.
#include "kiosk/screens/each.h"
#include "kiosk/screens/word.h"

static void answer(struct sheet *sheet, enum word word, const char *label, const char *icon, enum item_look look)
{
  struct intent intent = word_intent(word);
  struct page_item *key = sheet_key(sheet, word == WORD_YES ? "yes" : "no", label, sheet_do(intent.kind, 0, NULL));
  SHEET_SET(sheet, key->icon, icon);
  key->look = look;
  key->after_all = word == WORD_YES;
}

static void answers(struct sheet *sheet, const char *no, const char *yes)
{
  answer(sheet, WORD_NO, no, "cancel", LOOK_PLAIN);
  answer(sheet, WORD_YES, yes, "check", LOOK_MAIN);
}

void heard_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char title[PAGE_TEXT];
  SHEET_FILL(sheet, title, tr(lang, "You said: {words}"), "words", sheet->model->hearing.words, NULL);
  sheet_begin(sheet, "heard", BODY_WORDS, title, NULL);
  SHEET_SET(sheet, sheet->page->icon, "speak");
  char text[PAGE_TEXT];
  SHEET_FILL(sheet, text, tr(lang, "Shall I do that? Say '{yes}' or touch it."), "yes", word_text(lang, WORD_YES),
             NULL);
  sheet_paragraph(sheet, text);
  answers(sheet, word_text(lang, WORD_NO), word_text(lang, WORD_YES));
}

void offer_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "offer", BODY_WORDS, tr(lang, "Shall I call somebody for you?"), NULL);
  SHEET_SET(sheet, sheet->page->icon, "person");
  sheet_paragraph(sheet, tr(lang, "I have not understood you, I am sorry. Somebody at the desk can help you."));
  answers(sheet, word_text(lang, WORD_NO), word_text(lang, WORD_YES));
}
