// SPDX-License-Identifier: GPL-3.0-or-later
// One word, taught calmly: what to say, and what came of it.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/screens/word.h"

static const char *pattern_of(const struct lang *lang, enum lesson_state state)
{
  switch (state) {
  case LESSON_HEARS:
    return tr(lang, "Now say: {word}");
  case LESSON_MORE:
    return tr(lang, "Thank you. Once more, please: {word}");
  case LESSON_KNOWN:
    return tr(lang, "Thank you. Now I know '{word}' in your voice.");
  case LESSON_ALIKE:
    return tr(lang, "'{word}' sounds almost like '{other}' to me. I leave it, so that I don't mix them up.");
  case LESSON_UNLIKE:
    return tr(lang, "That sounded different from before. Once more, please: {word}");
  case LESSON_QUIET:
    return tr(lang, "I have heard nothing. Once more, please: {word}");
  case LESSON_NO_EAR:
    return tr(lang, "I can't hear just now. Please ask at the desk.");
  case LESSON_ASKS:
    break;
  }
  return tr(lang, "Please say: {word}");
}

static void progress(struct sheet *sheet)
{
  char kept[8], all[8], text[PAGE_TEXT];
  if (sheet->model->lesson.examples == 0 || sheet->model->lesson.state == LESSON_KNOWN)
    return;
  FORMAT_TEXT(kept, "%d", sheet->model->lesson.examples);
  FORMAT_TEXT(all, "%d", LESSON_EXAMPLES);
  SHEET_FILL(sheet, text, tr(sheet->lang, "{kept} of {all} times"), "kept", kept, "all", all, NULL);
  sheet_item(sheet, "progress", text, sheet_do(INTENT_NONE, 0, NULL));
}

void lesson_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct lesson *lesson = &sheet->model->lesson;
  char title[PAGE_TEXT];
  SHEET_FILL(sheet, title, pattern_of(lang, lesson->state), "word", word_text(lang, (enum word)lesson->word), "other",
             word_text(lang, (enum word)lesson->other), NULL);
  sheet_begin(sheet, "lesson", BODY_WORDS, title, NULL);
  SHEET_SET(sheet, sheet->page->icon, lesson->state == LESSON_KNOWN ? "check" : "speak");
  sheet->page->meter = lesson->state == LESSON_HEARS;
  progress(sheet);
  if (lesson->state == LESSON_ASKS && lesson->examples == 0)
    sheet_paragraph(sheet, tr(lang, "Take your time. Speak as you always do."));
  if (lesson->state != LESSON_KNOWN && lesson->state != LESSON_HEARS) {
    struct page_item *again = sheet_key(sheet, "again", tr(lang, "Once more"), sheet_do(INTENT_LESSON_AGAIN, 0, NULL));
    SHEET_SET(sheet, again->icon, "repeat");
  }
  struct page_item *good = sheet_key(sheet, "good", tr(lang, "Good"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, good->icon, "check");
  good->look = LOOK_MAIN;
}
