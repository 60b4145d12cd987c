// SPDX-License-Identifier: GPL-3.0-or-later
// How the wish fares: being written, noted, granted; or what went otherwise. Nothing is said before it is so.
#include "kiosk/screens/each.h"

#include "kiosk/model/idle.h"
#include "kiosk/model/paper.h"
#include "kiosk/screens/wish_words.h"

static const struct wish *done_of(const struct sheet *sheet)
{
  return &sheet->model->done;
}

void wish_begin(struct sheet *sheet, const char *icon, const char *title, const char *spoken)
{
  sheet_begin(sheet, "done", BODY_WORDS, title, spoken);
  SHEET_SET(sheet, sheet->page->icon, icon);
}

// What the paper is for, and what is true of it.
static const char *paper_words(const struct lang *lang, enum paper paper)
{
  switch (paper) {
  case PAPER_COMING:
    return tr(lang, "A slip of paper is coming. Please take it and give it to the desk.");
  case PAPER_PRINTED:
    return tr(lang, "Your slip of paper is here. Please give it to the desk.");
  case PAPER_SENT:
    return tr(lang, "A slip of paper should be here now. Please give it to the desk.");
  case PAPER_ENDED:
    return tr(lang, "The printer has no paper. I keep your wish.");
  case PAPER_COVER:
    return tr(lang, "The printer's cover is open. I print when it is closed.");
  case PAPER_JAMMED:
  case PAPER_SILENT:
  case PAPER_AWAY:
    return tr(lang, "The printer can't print just now. I keep your wish.");
  case PAPER_NONE:
    break;
  }
  return "";
}

static void paper(struct sheet *sheet)
{
  const char *words = paper_words(sheet->lang, done_of(sheet)->paper);
  if (*words)
    sheet_paragraph(sheet, words);
}

static void paper_key(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *label = done_of(sheet)->paper == PAPER_NONE ? tr(lang, "On paper") : tr(lang, "Print it again");
  SHEET_SET(sheet, sheet_key(sheet, "print", label, sheet_do(INTENT_PRINT, 0, NULL))->icon, "order");
}

static void noted(struct sheet *sheet, const struct wish_words *words)
{
  const struct lang *lang = sheet->lang;
  struct wish_sentences say;
  words->sentences(lang, &say);
  if (sheet->model->line != LINE_STATE_UP) {
    wish_begin(sheet, "offline", tr(lang, "I have written it down"),
               tr(lang, "I have written it down, please don't worry."));
    if (!paper_is_out(done_of(sheet)->paper))
      sheet_paragraph(sheet, say.offline);
    paper(sheet);
    return;
  }
  wish_begin(sheet, "clock", tr(lang, "Noted"), say.telling_spoken);
  if (done_of(sheet)->slow) {
    sheet_paragraph(sheet, say.slow);
    sheet_paragraph(sheet,
                    tr(lang, "You need not wait. If you want to be sure, touch the red key and somebody will come."));
  } else {
    sheet_item(sheet, "paragraph.1", say.telling, sheet_do(INTENT_NONE, 0, NULL));
  }
  paper(sheet);
}

static void not_saved(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  wish_begin(sheet, "warning", tr(lang, "I could not write it down"),
             tr(lang, "I am sorry, I could not write it down."));
  sheet_paragraph(sheet, tr(lang, "Please try once more, or touch the red key and somebody will help you."));
  struct page_item *key = sheet_key(sheet, "retry", tr(lang, "Once more"), sheet_do(INTENT_RETRY, 0, NULL));
  SHEET_SET(sheet, key->icon, "repeat");
}

// Whoever comes next would be taken for who has gone.
static void end_soon(struct sheet *sheet, const char *key)
{
  char text[SENTENCE], spoken[SENTENCE];
  SHEET_FILL(sheet, text, tr(sheet->lang, "In 20 seconds I put your things away, unless you touch '{key}'."), "key",
             key, NULL);
  SHEET_FILL(sheet, spoken,
             tr_as(sheet->lang, "spoken",
                   "If that is all, you can just go: in twenty seconds I put your things away. If not, touch '{key}'."),
             "key", key, NULL);
  sheet_paragraph_as(sheet, text, spoken);
}

void done_draw(struct sheet *sheet)
{
  const struct wish *done = done_of(sheet);
  const struct wish_words *words = wish_words[done->kind];
  switch (done->progress) {
  case PROGRESS_WRITING:
    wish_begin(sheet, "wait", tr(sheet->lang, "I am writing it down"), NULL);
    break;
  case PROGRESS_NOTED:
    noted(sheet, words);
    break;
  case PROGRESS_NOT_SAVED:
    not_saved(sheet);
    break;
  case PROGRESS_ACCEPTED:
    words->granted(sheet, done);
    if (paper_is_out(done->paper))
      sheet_paragraph(sheet, tr(sheet->lang, "You need not give the slip of paper to anybody any more."));
    break;
  case PROGRESS_REFUSED:
    wish_begin(sheet, "warning", tr(sheet->lang, "It did not work out"), "");
    words->refused(sheet, done);
    break;
  }
  // One of the two, or small panels have no room; "My orders" lets a mind be changed, too.
  if (paper_may_ask(sheet->model))
    paper_key(sheet);
  else if (words->keys)
    words->keys(sheet, done);
  bool ends = idle_ends_soon(sheet->model);
  const char *label = ends ? tr(sheet->lang, "Go on") : tr(sheet->lang, "Good");
  if (ends)
    end_soon(sheet, label);
  struct page_item *good = sheet_key(sheet, "good", label, sheet_do(INTENT_HOME, 0, NULL));
  SHEET_SET(sheet, good->icon, "check");
  good->look = LOOK_MAIN;
}
