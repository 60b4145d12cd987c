// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/visit_item.h"

#include "kiosk/lang/when.h"
#include "kiosk/screens/phrase.h"

void visit_time(const struct sheet *sheet, anban_ms at, char *out, size_t size, bool spoken)
{
  struct local_time local = model_local_at(sheet->model, at);
  char day[PAGE_TEXT], time[PAGE_TEXT], date[PAGE_TEXT];
  phrase_day(sheet, local.date, day, sizeof day);
  if (spoken)
    when_time_spoken(sheet->lang, local.minute, time, sizeof time);
  else
    when_time_shown(sheet->lang, local.minute, time, sizeof time);
  if (offer_days_from_today(sheet->model, local.date) <= 2) {
    lang_fill(out, size, tr(sheet->lang, "{day} {time}"), "day", day, "time", time, NULL);
    return;
  }
  when_day(sheet->lang, local.date, date, sizeof date);
  lang_fill(out, size, tr(sheet->lang, "{weekday}, {date}, {time}"), "weekday", day, "date", date, "time", time, NULL);
}

const char *visit_stage_words(const struct lang *lang, enum booking_stage stage)
{
  switch (stage) {
  case VISIT_REQUESTED:
    return tr(lang, "The desk is looking for somebody");
  case VISIT_ACCEPTED:
    return tr(lang, "It is arranged");
  case VISIT_ON_THE_WAY:
    return tr(lang, "On the way to you");
  case VISIT_BEGUN:
    return tr(lang, "It has begun");
  case VISIT_DONE:
    return tr(lang, "It is done");
  case VISIT_LEAVING:
    return tr(lang, "Being taken back");
  case VISIT_CANCELLED:
    return tr(lang, "Taken back");
  case VISIT_DECLINED:
    return tr(lang, "It could not be done");
  case VISIT_WAITING:
    break;
  }
  return tr(lang, "Written down, on its way to the desk");
}

enum item_look visit_stage_look(enum booking_stage stage)
{
  bool goes_well = stage == VISIT_ACCEPTED || stage == VISIT_ON_THE_WAY || stage == VISIT_BEGUN || stage == VISIT_DONE;
  return stage == VISIT_DECLINED ? LOOK_WARNING : goes_well ? LOOK_DONE : LOOK_PLAIN;
}

void visit_row(struct sheet *sheet, const struct booking_view *view)
{
  const struct booking *booking = &view->booking;
  char name[ITEM_NAME], time[PAGE_TEXT];
  FORMAT_TEXT(name, "booking.%s", booking->id);
  struct page_item *row = sheet_item(sheet, name, booking->name, sheet_do(INTENT_SHOW_BOOKING, 0, booking->id));
  visit_time(sheet, booking->at, row->detail, sizeof row->detail, false);
  SHEET_SET(sheet, row->note, visit_stage_words(sheet->lang, view->stage));
  SHEET_SET(sheet, row->icon, "booking");
  row->look = visit_stage_look(view->stage);
  visit_time(sheet, booking->at, time, sizeof time, true);
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{time}, {service}: {state}."), "time", time, "service",
             booking->name, "state", row->note, NULL);
}

void visit_when(struct sheet *sheet, const struct booking *booking)
{
  char time[PAGE_TEXT], spoken[PAGE_TEXT], text[SENTENCE];
  visit_time(sheet, booking->at, time, sizeof time, false);
  visit_time(sheet, booking->at, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, time, spoken);
  if (!booking->place[0])
    return;
  SHEET_FILL(sheet, text, tr(sheet->lang, "At your home, {room}"), "room", booking->place, NULL);
  sheet_paragraph(sheet, text);
}

void visit_helper(struct sheet *sheet, const struct booking_view *view)
{
  const struct lang *lang = sheet->lang;
  char text[SENTENCE];
  if (!view->booking.helper[0] || booking_came_to_nothing(view->booking.status))
    return;
  const char *pattern = view->stage == VISIT_ON_THE_WAY ? tr(lang, "{name} is on the way to you.")
                        : view->stage == VISIT_DONE     ? tr(lang, "{name} was with you.")
                                                        : tr(lang, "{name} comes to you.");
  SHEET_FILL(sheet, text, pattern, "name", view->booking.helper, NULL);
  sheet_paragraph(sheet, text);
}
