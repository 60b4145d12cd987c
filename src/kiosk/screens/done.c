// SPDX-License-Identifier: GPL-3.0-or-later
// How the wish fares: being written, noted, with the kitchen; or what went otherwise. Nothing is said before it is so.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/screens/phrase.h"

static const struct done *done_of(const struct sheet *sheet)
{
  return &sheet->model->done;
}

static void begin(struct sheet *sheet, const char *icon, const char *title, const char *spoken)
{
  sheet_begin(sheet, "done", BODY_WORDS, title, spoken);
  SHEET_SET(sheet, sheet->page->icon, icon);
}

static void noted(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  if (sheet->model->line != LINE_STATE_UP) {
    begin(sheet, "offline", tr(lang, "I have written it down"),
          tr(lang, "I have written it down, please don't worry."));
    sheet_paragraph(sheet, tr(lang, "The line is down just now. The kitchen gets it as soon as the line is back."));
    return;
  }
  begin(sheet, "clock", tr(lang, "Noted"), tr(lang, "Noted. I am telling the kitchen."));
  if (done_of(sheet)->slow) {
    sheet_paragraph(sheet, tr(lang, "The kitchen takes a little longer to answer. Your order is safe with me."));
    sheet_paragraph(sheet,
                    tr(lang, "You need not wait. If you want to be sure, touch the red key and somebody will come."));
  } else {
    sheet_item(sheet, "paragraph.1", tr(lang, "I am telling the kitchen."), sheet_do(INTENT_NONE, 0, NULL));
  }
}

static void number_line(struct sheet *sheet, const struct order *order)
{
  char number[32], spoken[PAGE_TEXT], text[PAGE_TEXT];
  if (order->number <= 0)
    return;
  FORMAT_TEXT(number, "%d", order->number);
  SHEET_FILL(sheet, text, tr(sheet->lang, "Your number is {number}"), "number", number, NULL);
  sheet_item(sheet, "number", text, sheet_do(INTENT_NONE, 0, NULL))->look = LOOK_MAIN;
  number_spoken(sheet->lang, order->number, spoken, sizeof spoken);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "Your number is {number}."), "number", spoken, NULL);
  sheet_say(sheet, text);
}

static void when_and_where(struct sheet *sheet, const struct order *order)
{
  char meal[PAGE_TEXT], text[PAGE_TEXT], spoken[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, meal, sizeof meal);
  sheet_paragraph(sheet, meal);
  phrase_when_where(sheet, order, text, sizeof text, false);
  phrase_when_where(sheet, order, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, text, spoken);
}

static void accepted(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct done *done = done_of(sheet);
  if (done->kind == MESSAGE_ORDER_CANCEL) {
    begin(sheet, "check", tr(lang, "It is cancelled"), tr(lang, "It is cancelled. The kitchen knows."));
    sheet_item(sheet, "paragraph.1", tr(lang, "The kitchen knows."), sheet_do(INTENT_NONE, 0, NULL));
    return;
  }
  begin(sheet, "happy", tr(lang, "The kitchen has it"), tr(lang, "Good, the kitchen has it."));
  number_line(sheet, &done->order);
  when_and_where(sheet, &done->order);
}

static void refused(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct done *done = done_of(sheet);
  char meal[PAGE_TEXT], text[PAGE_TEXT];
  phrase_day_meal(sheet, done->order.date, done->order.meal, meal, sizeof meal);
  const char *pattern = done->kind == MESSAGE_ORDER_CANCEL ? tr(lang, "{meal} could not be cancelled")
                        : done->kind == MESSAGE_ORDER_CHANGE
                            ? tr(lang, "{meal} could not be changed, it stays as it was")
                            : tr(lang, "I am sorry, {meal} could not be ordered");
  SHEET_FILL(sheet, text, pattern, "meal", meal, NULL);
  begin(sheet, "warning", tr(lang, "It did not work out"), "");
  sheet_paragraph(sheet, text);
  sheet_paragraph(sheet, phrase_refusal(lang, done->reason));
}

static void not_saved(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  begin(sheet, "warning", tr(lang, "I could not write it down"), tr(lang, "I am sorry, I could not write it down."));
  sheet_paragraph(sheet, tr(lang, "Please try once more, or touch the red key and somebody will help you."));
  struct page_item *key = sheet_key(sheet, "retry", tr(lang, "Once more"), sheet_do(INTENT_RETRY, 0, NULL));
  SHEET_SET(sheet, key->icon, "repeat");
}

static void change_key(struct sheet *sheet)
{
  const struct done *done = done_of(sheet);
  struct order_view view;
  bool settled = done->progress == PROGRESS_NOTED || done->progress == PROGRESS_ACCEPTED;
  if (done->kind == MESSAGE_ORDER_CANCEL || !settled || !orders_find(sheet->model, done->order.id, &view) ||
      !orders_can_change(sheet->model, &view))
    return;
  struct page_item *key = sheet_key(sheet, "changed_mind", tr(sheet->lang, "I changed my mind"),
                                    sheet_do(INTENT_SHOW_ORDER, 0, done->order.id));
  SHEET_SET(sheet, key->icon, "change");
}

void done_draw(struct sheet *sheet)
{
  switch (done_of(sheet)->progress) {
  case PROGRESS_WRITING:
    begin(sheet, "wait", tr(sheet->lang, "I am writing it down"), NULL);
    break;
  case PROGRESS_NOTED:
    noted(sheet);
    break;
  case PROGRESS_NOT_SAVED:
    not_saved(sheet);
    break;
  case PROGRESS_ACCEPTED:
    accepted(sheet);
    break;
  case PROGRESS_REFUSED:
    refused(sheet);
    break;
  }
  change_key(sheet);
  struct page_item *good = sheet_key(sheet, "good", tr(sheet->lang, "Good"), sheet_do(INTENT_HOME, 0, NULL));
  SHEET_SET(sheet, good->icon, "check");
  good->look = LOOK_MAIN;
}
