// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/help_words.h"

void help_words_taker(const struct sheet *sheet, char *out, size_t size)
{
  const struct help_call *call = &sheet->model->help;
  if (call->taken_at)
    lang_fill(out, size, tr(sheet->lang, "{name} has taken it"), "name", call->help.staff_name, NULL);
  else
    text_copy(out, size, tr(sheet->lang, "Somebody takes it"));
}

void help_words_title(const struct sheet *sheet, char *out, size_t size)
{
  const struct lang *lang = sheet->lang;
  const struct help_call *call = &sheet->model->help;
  if (!call->open)
    text_copy(out, size, tr(lang, "The call is over"));
  else if (call->taken_at)
    help_words_taker(sheet, out, size);
  else if (call->received_at)
    text_copy(out, size, tr(lang, "The desk has the call"));
  else
    text_copy(out, size, tr(lang, "Help is being called"));
}
