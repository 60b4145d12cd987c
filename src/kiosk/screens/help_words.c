// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/help_words.h"

#include "kiosk/model/help_news.h"

#include <string.h>

static bool is_first_press(const struct help *help, int place)
{
  for (int i = 0; i < place; i++)
    if (help->steps[i].kind == HELP_STEP_PRESSED)
      return false;
  return true;
}

static const char *text_of(const struct lang *lang, const struct help *help, int place)
{
  const struct help_step *step = &help->steps[place];
  switch (step->kind) {
  case HELP_STEP_PRESSED:
    return is_first_press(help, place) ? tr(lang, "You have called") : tr(lang, "You have called again");
  case HELP_STEP_TELLING:
    return tr(lang, "I am telling {name}");
  case HELP_STEP_SENT:
    return strcmp(step->way, "sms") == 0 ? tr(lang, "{name} has a text message") : tr(lang, "{name} has been told");
  case HELP_STEP_FAILED:
    return tr(lang, "I could not reach {name}");
  case HELP_STEP_RECEIVED:
    return strcmp(step->way, "desk") == 0 ? tr(lang, "The desk has the call") : tr(lang, "The centre has the call");
  case HELP_STEP_TAKEN:
    return tr(lang, "{name} has taken it");
  case HELP_STEP_COMING:
    return tr(lang, "{name} is on the way");
  case HELP_STEP_THERE:
    return tr(lang, "{name} is with you");
  case HELP_STEP_DECIDE:
    return tr(lang, "The desk decides about 120");
  case HELP_STEP_CLOSED:
  case HELP_STEP_CANCELLED:
  case HELP_STEP_KINDS:
    break;
  }
  return "";
}

void help_words_step(const struct sheet *sheet, int place, char *out, size_t size)
{
  const struct help *help = &sheet->model->help.help;
  lang_fill(out, size, text_of(sheet->lang, help, place), "name", help->steps[place].who, NULL);
}

static int newest_by_person(const struct help *help)
{
  for (int i = help->step_count - 1; i >= 0; i--)
    if (help->steps[i].kind == HELP_STEP_TAKEN || help->steps[i].kind == HELP_STEP_COMING ||
        help->steps[i].kind == HELP_STEP_THERE)
      return i;
  return -1;
}

void help_words_title(const struct sheet *sheet, char *out, size_t size)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  int person = newest_by_person(&call->help);
  if (!call->open)
    text_copy(out, size, tr(lang, "The call is over"));
  else if (call->taken_at && person >= 0)
    help_words_step(sheet, person, out, size);
  else if (help_newest(&call->help, HELP_STEP_DECIDE))
    text_copy(out, size, tr(lang, "Nobody has taken it yet"));
  else if (call->received_at)
    text_copy(out, size, tr(lang, "The centre has the call"));
  else
    text_copy(out, size, tr(lang, "Help is being called"));
}
