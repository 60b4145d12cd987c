// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/hearing.h"

static const char *sentence_of(const struct lang *lang, enum hearing_state state)
{
  switch (state) {
  case HEARING_BEGINS:
    return tr(lang, "One moment, please");
  case HEARING_LISTENS:
    return tr(lang, "I am listening, please speak");
  case HEARING_NOT_UNDERSTOOD:
    return tr(lang, "I did not quite understand. Please say it once more.");
  case HEARING_NOTHING:
    return tr(lang, "I have heard nothing. Please say it once more.");
  case HEARING_NO_EAR:
    return tr(lang, "I can't hear just now. Please touch what you would like.");
  case HEARING_OFF:
  case HEARING_UNDERSTOOD:
  case HEARING_OFFERS:
    break;
  }
  return NULL;
}

void hearing_over(struct sheet *sheet)
{
  struct page *page = sheet->page;
  enum hearing_state state = sheet->model->hearing.state;
  const char *sentence = sentence_of(sheet->lang, state);
  if (!sentence)
    return;
  sheet_retitle(sheet, sentence);
  if (state != HEARING_LISTENS)
    return;
  page->speak.look = LOOK_CHOSEN;
  page->meter = true;
}
