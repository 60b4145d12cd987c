// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of a call for help: every rung with its time, and what happens next when one fails.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/lang/when.h"
#include "kiosk/screens/help_words.h"
#include "kiosk/screens/phrase.h"

// The call is not heard: by the desk, or by a person there.
static bool is_unheard(const struct model *model)
{
  const struct help_call *call = &model->help;
  bool stuck = !call->received_at && (model->line != LINE_STATE_UP || call->progress == PROGRESS_NOT_SAVED);
  return call->open && !call->taken_at && (stuck || call->late);
}

static void reached(struct sheet *sheet, const char *name, const char *icon, const char *text, anban_ms at)
{
  char time[PAGE_TEXT];
  struct page_item *row = sheet_item(sheet, name, text, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, row->icon, icon);
  row->look = LOOK_DONE;
  if (at == BEFORE_THE_START)
    return;
  int minute = model_local_at(sheet->model, at).minute;
  when_clock(minute, row->value, sizeof row->value);
  when_time_spoken(sheet->lang, minute, time, sizeof time);
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{event}, {time}"), "event", text, "time", time, NULL);
}

// What is waited for, or has not come in its time, wears neither the words nor the look of what is so.
static void awaited(struct sheet *sheet, const char *name, const char *text, const char *failed)
{
  bool late = is_unheard(sheet->model);
  struct page_item *row = sheet_item(sheet, name, late ? failed : text, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, row->icon, late ? "warning" : "wait");
  if (late)
    row->look = LOOK_WARNING;
}

// The newest rung first: on a small panel with large letters the page begins with what counts now.
static void ladder(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  char taker[PAGE_TEXT];
  help_words_taker(sheet, taker, sizeof taker);
  if (call->taken_at)
    reached(sheet, "rung.taken", "person", taker, call->taken_at);
  else if (call->open && call->received_at)
    awaited(sheet, "rung.taken", taker, tr(lang, "Nobody has taken it yet"));
  if (call->received_at)
    reached(sheet, "rung.received", "bell", tr(lang, "The desk has the call"), call->received_at);
  else if (call->open)
    awaited(sheet, "rung.received", tr(lang, "I am telling the desk"), tr(lang, "The desk has not got it yet"));
  reached(sheet, "rung.pressed", "help", tr(lang, "You have called"), call->pressed_at);
}

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
    sheet_say(sheet, tr(lang, "The desk has your call, but nobody has taken it yet. Please call out loudly as well."));
  else if (sheet->model->line == LINE_STATE_UP)
    sheet_say(sheet, tr(lang, "The desk does not answer yet, I keep calling. Please call out loudly."));
  else
    sheet_say(sheet, tr(lang, "The line is down, the desk can't hear me. Please call out loudly."));
  say_phone(sheet);
}

static void say_open(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  char text[PAGE_TEXT];
  if (is_unheard(sheet->model)) {
    say_unheard(sheet);
  } else if (call->taken_at) {
    SHEET_FILL(sheet, text, tr(lang, "{name} knows and is looking after you."), "name", call->help.staff_name, NULL);
    sheet_say(sheet, text);
  } else if (call->received_at) {
    sheet_say(sheet, tr(lang, "The desk has your call. Please stay where you are, somebody will come."));
  } else {
    sheet_say(sheet, tr(lang, "I am calling the desk."));
  }
  sheet_say(sheet, tr(lang, "If you touched it by mistake, touch 'I don't need help'."));
}

static void say_over(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  bool by_person = sheet->model->help.help.state == HELP_CANCELLED;
  sheet_say(sheet, by_person ? tr(lang, "The call is taken back. That is quite all right.")
                             : tr(lang, "The desk says that all is well again."));
}

void help_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  char title[PAGE_TEXT];
  help_words_title(sheet, title, sizeof title);
  sheet_begin(sheet, "help", BODY_ROWS, title, "");
  if (is_unheard(sheet->model))
    shout_row(sheet);
  ladder(sheet);
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
