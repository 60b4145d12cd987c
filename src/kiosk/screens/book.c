// SPDX-License-Identifier: GPL-3.0-or-later
// A service read aloud once more before it is asked for.
#include "kiosk/screens/each.h"

#include "kiosk/screens/visit_item.h"

static void keys(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct page_item *other =
      sheet_key(sheet, "other_time", tr(lang, "Another time"), sheet_do(INTENT_OPEN, SCREEN_TIMES, NULL));
  SHEET_SET(sheet, other->icon, "clock");
  struct page_item *yes = sheet_key(sheet, "confirm", tr(lang, "Yes, please"), sheet_do(INTENT_BOOK, 0, NULL));
  SHEET_SET(sheet, yes->icon, "check");
  yes->look = LOOK_MAIN;
  yes->after_all = true;
}

static void place(struct sheet *sheet, const struct service *service)
{
  const struct lang *lang = sheet->lang;
  const struct resident *person = model_person(sheet->model);
  char text[SENTENCE];
  switch (service->place) {
  case SERVICE_AT_HOME:
    SHEET_FILL(sheet, text, tr(lang, "At your home, {room}"), "room", person ? person->room : "", NULL);
    sheet_paragraph(sheet, text);
    return;
  case SERVICE_AT_CENTRE:
    sheet_paragraph(sheet, tr(lang, "Here at the centre"));
    return;
  case SERVICE_BY_TELEPHONE:
    sheet_paragraph(sheet, tr(lang, "You are telephoned"));
    return;
  case SERVICE_PLACES:
    break;
  }
}

void book_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct service *service = visiting_service(sheet->model);
  char title[PAGE_TEXT], time[PAGE_TEXT], spoken[PAGE_TEXT];
  if (!service) {
    sheet_begin(sheet, "book", BODY_WORDS, tr(lang, "This is not offered any more"), NULL);
    return;
  }
  SHEET_FILL(sheet, title, tr(lang, "{service}: is this right?"), "service", service->name, NULL);
  sheet_begin(sheet, "book", BODY_WORDS, title, NULL);
  visit_time(sheet, sheet->model->visiting.time_in_hand, time, sizeof time, false);
  visit_time(sheet, sheet->model->visiting.time_in_hand, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, time, spoken);
  place(sheet, service);
  if (service->price[0])
    sheet_paragraph(sheet, service->price);
  if (sheet->model->line != LINE_STATE_UP)
    sheet_paragraph(sheet, tr(lang, "The line is down just now, so the desk has to say yes to this time later."));
  sheet_say(sheet, tr(lang, "If that is right, touch 'Yes, please'."));
  keys(sheet);
}
