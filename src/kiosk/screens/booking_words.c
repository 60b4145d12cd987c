// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/booking_words.h"

#include "kiosk/screens/visit_item.h"

static void sentences(const struct lang *lang, struct wish_sentences *out)
{
  *out = (struct wish_sentences){
      .telling = tr(lang, "I am telling the desk."),
      .telling_spoken = tr(lang, "Noted. I am telling the desk."),
      .offline = tr(lang, "The line is down just now. The desk gets it as soon as the line is back, and then says yes "
                          "to the time."),
      .slow = tr(lang, "The desk takes a little longer to answer. Your wish is safe with me."),
      .news = tr(lang, "About your booking"),
      .news_spoken = tr(lang, "There is something about your booking that you should know. Touch 'Please read'."),
  };
}

static void granted(struct sheet *sheet, const struct wish *wish)
{
  const struct lang *lang = sheet->lang;
  const struct booking *booking = &wish->record.is.booking;
  wish_begin(sheet, "happy", tr(lang, "The desk has it"), tr(lang, "Good, the desk has it."));
  sheet_paragraph(sheet, booking->name);
  visit_when(sheet, booking);
  if (booking->status == BOOKING_REQUESTED)
    sheet_paragraph(sheet, tr(lang, "The desk looks for somebody and tells you who comes."));
  else
    visit_helper(sheet, &(struct booking_view){.booking = *booking, .stage = VISIT_ACCEPTED});
}

static void taken_back(struct sheet *sheet, const struct wish *wish)
{
  const struct lang *lang = sheet->lang;
  wish_begin(sheet, "check", tr(lang, "It is taken back"), tr(lang, "It is taken back. The desk knows."));
  sheet_item(sheet, "paragraph.1", tr(lang, "The desk knows."), sheet_do(INTENT_NONE, 0, NULL));
}

static const char *why(const struct lang *lang, enum refusal reason)
{
  switch (reason) {
  case REFUSAL_NOT_OFFERED:
    return tr(lang, "It is not offered at that time.");
  case REFUSAL_TIME_TAKEN:
    return tr(lang, "Somebody else was a little quicker, that time is taken now.");
  case REFUSAL_NO_HELPER:
    return tr(lang, "Nobody is free at that time. The desk looks for another time with you.");
  case REFUSAL_CLOSED:
    return tr(lang, "On that day it is closed.");
  case REFUSAL_ILL:
    return tr(lang, "The one who was to come has fallen ill.");
  case REFUSAL_NOBODY_THERE:
    return tr(lang, "Somebody came to you and did not find you. The desk will be in touch.");
  case REFUSAL_CUTOFF:
    return tr(lang, "It begins too soon to take it back here. Please tell the desk.");
  case REFUSAL_UNKNOWN_RESIDENT:
    return tr(lang, "The desk has to look after your card first. Please ask at the desk.");
  case REFUSAL_UNKNOWN_BOOKING:
    return tr(lang, "The desk can't find it any more. Please ask at the desk.");
  case REFUSAL_WITHDRAWN:
    return tr(lang, "You had taken it back before.");
  case REFUSAL_BY_STAFF:
    return tr(lang, "This time it can't be done. Please ask at the desk.");
  case REFUSAL_NOT_ON_MENU:
  case REFUSAL_UNKNOWN_ORDER:
  case REFUSAL_DIET:
  case REFUSAL_NONE:
  case REFUSALS:
    break;
  }
  return tr(lang, "Please ask at the desk, they will help you at once.");
}

static void decided(struct sheet *sheet, const char *name)
{
  char text[SENTENCE];
  if (!name[0])
    return;
  SHEET_FILL(sheet, text, tr(sheet->lang, "{name} has looked after it."), "name", name, NULL);
  sheet_paragraph(sheet, text);
}

void booking_refusal(struct sheet *sheet, const struct booking *booking)
{
  sheet_paragraph(sheet, why(sheet->lang, refusal_of(booking->reason)));
  decided(sheet, booking->decided_by);
}

static void list_times(const struct sheet *sheet, const struct facts *facts, char *out, size_t size, bool spoken)
{
  char before[SENTENCE], time[PAGE_TEXT];
  visit_time(sheet, facts->next[0], out, size, spoken);
  for (int i = 1; i < facts->next_count; i++) {
    COPY_TEXT(before, out);
    visit_time(sheet, facts->next[i], time, sizeof time, spoken);
    lang_fill(out, size, tr(sheet->lang, "{before}; {time}"), "before", before, "time", time, NULL);
  }
}

// The next ones that are free, for who came too late.
static void next_times(struct sheet *sheet, const struct facts *facts)
{
  char times[SENTENCE], text[SENTENCE], spoken[SENTENCE];
  if (facts->next_count == 0)
    return;
  list_times(sheet, facts, times, sizeof times, false);
  SHEET_FILL(sheet, text, tr(sheet->lang, "Still free: {times}."), "times", times, NULL);
  list_times(sheet, facts, times, sizeof times, true);
  SHEET_FILL(sheet, spoken, tr(sheet->lang, "Still free: {times}."), "times", times, NULL);
  sheet_paragraph_as(sheet, text, spoken);
}

static void say_why(struct sheet *sheet, const struct wish *wish, const char *pattern)
{
  const struct booking *booking = &wish->record.is.booking;
  char time[PAGE_TEXT], spoken[PAGE_TEXT], text[SENTENCE], said[SENTENCE];
  visit_time(sheet, booking->at, time, sizeof time, false);
  visit_time(sheet, booking->at, spoken, sizeof spoken, true);
  SHEET_FILL(sheet, text, pattern, "service", booking->name, "time", time, NULL);
  SHEET_FILL(sheet, said, pattern, "service", booking->name, "time", spoken, NULL);
  sheet_paragraph_as(sheet, text, said);
  sheet_paragraph(sheet, why(sheet->lang, wish->reason));
  decided(sheet, wish->facts.decided_by);
  next_times(sheet, &wish->facts);
}

static void not_booked(struct sheet *sheet, const struct wish *wish)
{
  say_why(sheet, wish, tr(sheet->lang, "I am sorry, {service}, {time}, could not be arranged."));
}

static void not_taken_back(struct sheet *sheet, const struct wish *wish)
{
  say_why(sheet, wish, tr(sheet->lang, "{service}, {time}, could not be taken back."));
}

// For who came too late: the page of times has the next ones first.
static void other_times_key(struct sheet *sheet, const struct wish *wish)
{
  if (wish->facts.next_count == 0)
    return;
  struct page_item *key = sheet_key(sheet, "other_time", tr(sheet->lang, "Another time"),
                                    sheet_do(INTENT_CHOOSE_SERVICE, 0, wish->record.is.booking.service_id));
  SHEET_SET(sheet, key->icon, "clock");
}

static void keys(struct sheet *sheet, const struct wish *wish)
{
  const char *id = wish->record.is.booking.id;
  struct booking_view view;
  bool settled = wish->progress == PROGRESS_NOTED || wish->progress == PROGRESS_ACCEPTED;
  if (wish->progress == PROGRESS_REFUSED)
    other_times_key(sheet, wish);
  if (!settled || !bookings_find(sheet->model, id, &view) || !bookings_can_cancel(sheet->model, &view))
    return;
  struct page_item *key =
      sheet_key(sheet, "changed_mind", tr(sheet->lang, "I changed my mind"), sheet_do(INTENT_SHOW_BOOKING, 0, id));
  SHEET_SET(sheet, key->icon, "change");
}

const struct wish_words booking_ask_words = {sentences, granted, not_booked, keys};
const struct wish_words booking_cancel_words = {sentences, taken_back, not_taken_back, NULL};
