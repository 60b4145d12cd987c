// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/slips.h"

#include "base/log.h"
#include "base/memory.h"
#include "kiosk/app/loop.h"
#include "kiosk/screens/slip.h"
#include "qr/qr.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_DAYS 8
#define CODE_DOTS 4 // a module, half a millimetre: read by every camera that was tried
#define CODE_DOTS_NARROW 3

enum prints slips_setting(const struct options *options)
{
  if (!*options->printer || strcmp(options->prints, "never") == 0)
    return PRINTS_NEVER;
  if (strcmp(options->prints, "always") == 0)
    return PRINTS_ALWAYS;
  return strcmp(options->prints, "asked") == 0 ? PRINTS_ASKED : PRINTS_OFFLINE;
}

// A disk that takes nothing keeps no wish from the paper.
static int number_of(struct app *app, const char *message_id)
{
  char oldest[CLOCK_DATE_SIZE];
  struct fault fault;
  int number = 0;
  const char *today = model_local(&app->model).date;
  clock_add_days(today, -KEPT_DAYS, oldest);
  if (!store_slip_number(&app->store, message_id, today, oldest, &number, &fault))
    loop_note(app, PROBLEM_STORE, fault.sentence);
  return number > MOST_SLIP_NUMBER ? 0 : number;
}

// As large as the paper lets it be.
static bool add_code(const char *text, struct paper_sheet *sheet)
{
  for (int dots = CODE_DOTS; dots >= CODE_DOTS_NARROW; dots--) {
    bitmap_free(&sheet->code);
    if (!qr_of_digits(text, dots, &sheet->code))
      return false;
    if (sheet->code.width <= sheet->width)
      return true;
  }
  return true;
}

static bool picture_of(struct app *app, const struct message *message, int number, bool again, struct bitmap *out)
{
  char text[SLIP_TEXT_SIZE], word[SLIP_WORD_SIZE];
  struct paper_sheet *sheet = memory_new(sizeof *sheet);
  slip_word(message->id, word);
  sheet->width = app->options->printer_dots;
  COPY_TEXT(sheet->locale, app->page.locale);
  struct slip_facts facts = {.number = number, .word = word, .again = again};
  bool ok = identity_sign_slip(&app->identity, message, number, text) && add_code(text, sheet) &&
            slip_write_words(&app->model, &app->lang, message, &facts, sheet);
  if (ok)
    *out = ui_paper(app->ui, sheet);
  bitmap_free(&sheet->code);
  free(sheet);
  return ok;
}

void slips_print(struct app *app, const struct request *request)
{
  struct bitmap picture = {0}, again = {0};
  int number = number_of(app, request->message.id);
  if (picture_of(app, &request->message, number, request->number, &picture) &&
      picture_of(app, &request->message, number, true, &again)) {
    print_slip(&app->print, request->message.id, picture, again);
    return;
  }
  bitmap_free(&picture);
  log_error("kiosk", "the message %s can't be put on a slip", request->message.id);
}

void slips_drop(struct app *app, const struct request *request)
{
  print_drop(&app->print, request->id);
}

void slips_letter(struct app *app, const struct letter *letter)
{
  struct fault fault;
  loop_note(app, PROBLEM_PRINTER, letter->fault.sentence);
  if (paper_is_out(letter->report.is.paper.paper) &&
      !store_slip_out(&app->store, letter->report.is.paper.message_id, &fault))
    loop_note(app, PROBLEM_STORE, fault.sentence);
}

static void restore(void *ctx, const char *id, const char *day)
{
  struct report report = {.kind = REPORT_PAPER, .at = clock_wall()};
  COPY_TEXT(report.is.paper.message_id, id);
  report.is.paper.paper = PAPER_PRINTED;
  loop_report(ctx, &report);
}

void slips_restore(struct app *app)
{
  struct fault fault;
  if (app->store.db && !store_each_slip(&app->store, restore, app, &fault))
    loop_note(app, PROBLEM_STORE, fault.sentence);
}
