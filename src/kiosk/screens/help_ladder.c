// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/help_ladder.h"

#include "kiosk/lang/when.h"
#include "kiosk/model/help_news.h"
#include "kiosk/screens/help_words.h"

#include <string.h>

bool help_is_unheard(const struct model *model)
{
  const struct help_call *call = &model->help;
  bool stuck = !call->received_at && (model->line != LINE_STATE_UP || call->progress == PROGRESS_NOT_SAVED);
  return call->open && !call->taken_at && (stuck || call->late);
}

static void time_of(struct sheet *sheet, struct page_item *row, anban_ms at)
{
  char time[PAGE_TEXT];
  if (at == BEFORE_THE_START)
    return;
  int minute = model_local_at(sheet->model, at).minute;
  when_clock(minute, row->value, sizeof row->value);
  when_time_spoken(sheet->lang, minute, time, sizeof time);
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{event}, {time}"), "event", row->label, "time", time,
             NULL);
}

struct rung_look {
  const char *name, *icon;
  enum item_look look;
};

static const struct rung_look looks[HELP_STEP_KINDS] = {
    [HELP_STEP_PRESSED] = {"rung.pressed", "help", LOOK_DONE},
    [HELP_STEP_TELLING] = {"rung.telling", "wait", LOOK_PLAIN},
    [HELP_STEP_SENT] = {"rung.sent", "bell", LOOK_DONE},
    [HELP_STEP_FAILED] = {"rung.failed", "warning", LOOK_WARNING},
    [HELP_STEP_RECEIVED] = {"rung.received", "bell", LOOK_DONE},
    [HELP_STEP_TAKEN] = {"rung.taken", "person", LOOK_DONE},
    [HELP_STEP_COMING] = {"rung.coming", "person", LOOK_DONE},
    [HELP_STEP_THERE] = {"rung.there", "check", LOOK_DONE},
    [HELP_STEP_DECIDE] = {"rung.decide", "warning", LOOK_WARNING},
};

// The first of its kind has the kind's name alone.
static void name_of(const struct help *help, int place, char *out, size_t size)
{
  const char *name = looks[help->steps[place].kind].name;
  bool first = true;
  for (int i = 0; i < place; i++)
    first = first && help->steps[i].kind != help->steps[place].kind;
  if (first)
    text_copy(out, size, name);
  else
    text_format(out, size, "%s.%d", name, place);
}

static void reached(struct sheet *sheet, int place)
{
  const struct help_step *step = &sheet->model->help.help.steps[place];
  const struct rung_look *look = &looks[step->kind];
  char text[PAGE_TEXT], name[ITEM_NAME];
  help_words_step(sheet, place, text, sizeof text);
  name_of(&sheet->model->help.help, place, name, sizeof name);
  struct page_item *row = sheet_item(sheet, name, text, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, row->icon, look->icon);
  row->look = look->look;
  time_of(sheet, row, step->at);
}

static void fill_next(const struct sheet *sheet, const char *time, char *out, size_t size)
{
  const struct help *help = &sheet->model->help.help;
  if (help->next_who[0])
    lang_fill(out, size, tr(sheet->lang, "Next is {name}, at {time}"), "name", help->next_who, "time", time, NULL);
  else
    lang_fill(out, size, tr(sheet->lang, "At {time} the desk is asked about 120"), "time", time, NULL);
}

// Whom the server tells next, and when.
static void next_row(struct sheet *sheet, struct page_item *row)
{
  const struct lang *lang = sheet->lang;
  anban_ms next_at = sheet->model->help.help.next_at;
  char time[PAGE_TEXT], next[PAGE_TEXT];
  if (!next_at)
    return;
  int minute = model_local_at(sheet->model, next_at).minute;
  when_time_shown(lang, minute, time, sizeof time);
  fill_next(sheet, time, row->detail, sizeof row->detail);
  when_time_spoken(lang, minute, time, sizeof time);
  fill_next(sheet, time, next, sizeof next);
  SHEET_FILL(sheet, row->spoken, tr_as(lang, "spoken", "{event}, {next}"), "event", row->label, "next", next, NULL);
}

// What is waited for, or has not come in its time, wears neither the words nor the look of what is so.
static void awaited(struct sheet *sheet, const char *name, const char *text, const char *failed)
{
  bool late = help_is_unheard(sheet->model);
  struct page_item *row = sheet_item(sheet, name, late ? failed : text, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, row->icon, late ? "warning" : "wait");
  if (late)
    row->look = LOOK_WARNING;
  next_row(sheet, row);
}

void help_ladder(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  if (call->open && !call->received_at)
    awaited(sheet, "rung.received", tr(lang, "I am telling the desk"), tr(lang, "The desk has not got it yet"));
  else if (call->open && !call->taken_at)
    awaited(sheet, "rung.taken", tr(lang, "Somebody takes it"), tr(lang, "Nobody has taken it yet"));
  for (int i = call->help.step_count - 1; i >= 0; i--)
    if (help_step_is_seen(&call->help, i))
      reached(sheet, i);
}
