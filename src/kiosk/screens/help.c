// SPDX-License-Identifier: GPL-3.0-or-later
// A call for help: its ladder, and what happens next when a rung fails.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/model/help_news.h"
#include "kiosk/screens/help_ladder.h"
#include "kiosk/screens/help_words.h"

#include <string.h>

static void shout_row(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const char *number = sheet->model->snapshot ? sheet->model->snapshot->site.phone : "";
  struct page_item *row =
      sheet_item(sheet, "shout", tr(lang, "Please call out loudly"), sheet_do(INTENT_NONE, 0, NULL));
  row->look = LOOK_WARNING;
  SHEET_SET(sheet, row->icon, "bell");
  SHEET_SET(sheet, row->spoken, row->label); // the page says the number digit by digit
  if (number[0])
    SHEET_FILL(sheet, row->detail, tr(lang, "or telephone {phone}"), "phone", number, NULL);
}

static void say_phone(struct sheet *sheet)
{
  const char *number = sheet->model->snapshot ? sheet->model->snapshot->site.phone : "";
  char digits[PAGE_TEXT], text[SENTENCE];
  if (!number[0])
    return;
  number_digits(sheet->lang, number, digits, sizeof digits);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "Or telephone {phone}."), "phone", digits, NULL);
  sheet_say(sheet, text);
}

static void say_unheard(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  if (sheet->model->help.received_at)
    sheet_say(sheet, tr(lang, "Nobody has taken your call yet. Please call out loudly as well."));
  else if (sheet->model->line == LINE_STATE_UP)
    sheet_say(sheet, tr(lang, "The desk does not answer yet, I keep calling. Please call out loudly."));
  else
    sheet_say(sheet, tr(lang, "The line is down, the desk can't hear me. Please call out loudly."));
  say_phone(sheet);
}

// What is new, while nobody has taken it.
static const char *news_of(const struct lang *lang, const struct help_step *news)
{
  switch (news->kind) {
  case HELP_STEP_TELLING:
    return tr(lang, "I am telling {name} now.");
  case HELP_STEP_SENT:
    return tr(lang, "{name} has been told. I go on until somebody comes.");
  case HELP_STEP_FAILED:
    return tr(lang, "I could not reach {name}. I go on calling others.");
  case HELP_STEP_DECIDE:
    return tr(lang,
              "Nobody has come yet. The desk is asked to decide about 120. If you can telephone, call 120 yourself.");
  case HELP_STEP_RECEIVED:
    return strcmp(news->way, "desk") == 0
               ? tr(lang, "The desk has your call. Please stay where you are, somebody will come.")
               : tr(lang, "The centre has your call. Please stay where you are, I go on until somebody takes it.");
  case HELP_STEP_TAKEN:
    return tr(lang, "{name} knows and is looking after you.");
  case HELP_STEP_COMING:
    return tr(lang, "{name} is on the way to you.");
  case HELP_STEP_THERE:
    return tr(lang, "{name} is with you now.");
  case HELP_STEP_PRESSED:
  case HELP_STEP_CLOSED:
  case HELP_STEP_CANCELLED:
  case HELP_STEP_KINDS:
    break;
  }
  return tr(lang, "I am calling the desk.");
}

static bool is_told_on(const struct help_step *news)
{
  return news && (news->kind == HELP_STEP_TELLING || news->kind == HELP_STEP_SENT || news->kind == HELP_STEP_FAILED ||
                  news->kind == HELP_STEP_DECIDE);
}

static void say_open(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_step *news = help_news(&sheet->model->help.help);
  char text[PAGE_TEXT];
  if (news && (is_told_on(news) || !help_is_unheard(sheet->model))) {
    SHEET_FILL(sheet, text, news_of(lang, news), "name", news->who, NULL);
    sheet_say(sheet, text);
  }
  if (help_is_unheard(sheet->model))
    say_unheard(sheet);
  else if (!news)
    sheet_say(sheet, tr(lang, "I am calling the desk."));
  sheet_say(sheet, tr(lang, "If you touched it by mistake, touch 'I don't need help'."));
}

static void say_over(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  bool by_person = sheet->model->help.help.state == HELP_CANCELLED;
  sheet_say(sheet, by_person ? tr(lang, "The call is taken back. That is quite all right.")
                             : tr(lang, "The desk says that all is well again."));
}

static void drill_row(struct sheet *sheet)
{
  const char *words = tr(sheet->lang, "This is only a practice, nobody is in need.");
  struct page_item *row = sheet_item(sheet, "drill", words, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, row->icon, "warning");
  row->look = LOOK_WARNING;
  sheet_say(sheet, words);
}

void help_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  char title[PAGE_TEXT];
  help_words_title(sheet, title, sizeof title);
  sheet_begin(sheet, "help", BODY_ROWS, title, "");
  if (call->help.drill)
    drill_row(sheet);
  if (help_is_unheard(sheet->model))
    shout_row(sheet);
  help_ladder(sheet);
  if (call->open)
    say_open(sheet);
  else
    say_over(sheet);
  struct action action = sheet_do(call->open ? INTENT_CANCEL_HELP : INTENT_BACK, 0, NULL);
  struct page_item *key = sheet_key(sheet, call->open ? "cancel_help" : "good",
                                    call->open ? tr(lang, "I don't need help") : tr(lang, "Good"), action);
  SHEET_SET(sheet, key->icon, call->open ? "cancel" : "check");
  key->look = LOOK_MAIN;
}
