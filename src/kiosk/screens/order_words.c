// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/order_words.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/lang/when.h"
#include "kiosk/screens/phrase.h"

#include <string.h>

static void sentences(const struct lang *lang, struct wish_sentences *out)
{
  *out = (struct wish_sentences){
      .telling = tr(lang, "I am telling the kitchen."),
      .telling_spoken = tr(lang, "Noted. I am telling the kitchen."),
      .offline = tr(lang, "The line is down just now. The kitchen gets it as soon as the line is back."),
      .slow = tr(lang, "The kitchen takes a little longer to answer. Your order is safe with me."),
      .news = tr(lang, "About your order"),
      .news_spoken = tr(lang, "There is something about your order that you should know. Touch 'Please read'."),
  };
}

static void number_line(struct sheet *sheet, const struct order *order)
{
  char number[32], spoken[PAGE_TEXT], text[PAGE_TEXT];
  if (order->number <= 0)
    return;
  FORMAT_TEXT(number, "%d", order->number);
  SHEET_FILL(sheet, text, tr(sheet->lang, "Your number is {number}"), "number", number, NULL);
  sheet_item(sheet, "number", text, sheet_do(INTENT_NONE, 0, NULL))->look = LOOK_MAIN;
  number_spoken(sheet->lang, order->number, spoken, sizeof spoken);
  SHEET_FILL(sheet, text, tr_as(sheet->lang, "spoken", "Your number is {number}."), "number", spoken, NULL);
  sheet_say(sheet, text);
}

static void when_and_where(struct sheet *sheet, const struct order *order)
{
  char meal[PAGE_TEXT], text[PAGE_TEXT], spoken[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, meal, sizeof meal);
  sheet_paragraph(sheet, meal);
  phrase_when_where(sheet, order, text, sizeof text, false);
  phrase_when_where(sheet, order, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, text, spoken);
}

static void granted(struct sheet *sheet, const struct wish *wish)
{
  wish_begin(sheet, "happy", tr(sheet->lang, "The kitchen has it"), tr(sheet->lang, "Good, the kitchen has it."));
  number_line(sheet, &wish->record.is.order);
  when_and_where(sheet, &wish->record.is.order);
}

static void cancelled(struct sheet *sheet, const struct wish *wish)
{
  const struct lang *lang = sheet->lang;
  wish_begin(sheet, "check", tr(lang, "It is cancelled"), tr(lang, "It is cancelled. The kitchen knows."));
  sheet_item(sheet, "paragraph.1", tr(lang, "The kitchen knows."), sheet_do(INTENT_NONE, 0, NULL));
}

// The clock when the kitchen began, as one says it of that meal.
static void cutoff_time(const struct sheet *sheet, const struct order *order, anban_ms until, char *out, size_t size,
                        bool spoken)
{
  struct local_time local = model_local_at(sheet->model, until);
  char clock[PAGE_TEXT];
  if (spoken)
    when_time_spoken(sheet->lang, local.minute, clock, sizeof clock);
  else
    when_time_shown(sheet->lang, local.minute, clock, sizeof clock);
  if (strcmp(local.date, order->date) == 0)
    text_copy(out, size, clock);
  else
    lang_fill(out, size, tr(sheet->lang, "{time} the day before"), "time", clock, NULL);
}

static void refused_for_time(struct sheet *sheet, const struct order *order, anban_ms until)
{
  const char *pattern =
      tr(sheet->lang, "The kitchen began to cook at {time}. Please choose another meal, or ask at the "
                      "desk.");
  char time[PAGE_TEXT], text[PAGE_TEXT], spoken[PAGE_TEXT];
  cutoff_time(sheet, order, until, time, sizeof time, false);
  SHEET_FILL(sheet, text, pattern, "time", time, NULL);
  cutoff_time(sheet, order, until, time, sizeof time, true);
  SHEET_FILL(sheet, spoken, pattern, "time", time, NULL);
  sheet_paragraph_as(sheet, text, spoken);
}

// With the name that is known: of a dish, of a person.
static void refused_by_name(struct sheet *sheet, const char *pattern, const char *name)
{
  char text[PAGE_TEXT];
  SHEET_FILL(sheet, text, pattern, "name", name, NULL);
  sheet_paragraph(sheet, text);
}

static const char *why(const struct lang *lang, enum refusal reason)
{
  switch (reason) {
  case REFUSAL_CUTOFF:
    return tr(lang, "The kitchen had already begun to cook. Please choose another meal, or ask at the desk.");
  case REFUSAL_NOT_ON_MENU:
    return tr(lang, "That dish has just run out. Please choose another one.");
  case REFUSAL_UNKNOWN_RESIDENT:
    return tr(lang, "The desk has to look after your card first. Please ask at the desk.");
  case REFUSAL_UNKNOWN_ORDER:
    return tr(lang, "The kitchen can't find that order. Please ask at the desk.");
  case REFUSAL_DIET:
    return tr(lang, "A dish in it does not suit your diet. Please choose another one.");
  case REFUSAL_WITHDRAWN:
    return tr(lang, "You had taken it back before.");
  case REFUSAL_BY_STAFF:
    return tr(lang, "The kitchen can't cook it this time. Please choose something else, or ask at the desk.");
  case REFUSAL_NOT_OFFERED:
  case REFUSAL_TIME_TAKEN:
  case REFUSAL_UNKNOWN_BOOKING:
  case REFUSAL_NO_HELPER:
  case REFUSAL_CLOSED:
  case REFUSAL_ILL:
  case REFUSAL_NOBODY_THERE:
  case REFUSAL_NONE:
  case REFUSALS:
    break;
  }
  return tr(lang, "Please ask at the desk, they will help you at once.");
}

void order_refusal(struct sheet *sheet, const struct order *order, enum refusal reason, const struct facts *facts)
{
  const struct lang *lang = sheet->lang;
  if (reason == REFUSAL_CUTOFF && facts->until)
    refused_for_time(sheet, order, facts->until);
  else if (reason == REFUSAL_NOT_ON_MENU && facts->subject[0])
    refused_by_name(sheet, tr(lang, "{name} has just run out. Please choose another dish."), facts->subject);
  else if (reason == REFUSAL_DIET && facts->subject[0])
    refused_by_name(sheet, tr(lang, "{name} does not suit your diet. Please choose another dish."), facts->subject);
  else if (reason == REFUSAL_BY_STAFF && facts->decided_by[0])
    refused_by_name(sheet,
                    tr(lang, "{name} has looked at it: it can't be cooked this time. Please choose something else, or "
                             "ask at the desk."),
                    facts->decided_by);
  else
    sheet_paragraph(sheet, why(lang, reason));
}

static void refused(struct sheet *sheet, const struct wish *wish, const char *pattern)
{
  const struct order *order = &wish->record.is.order;
  char meal[PAGE_TEXT], text[PAGE_TEXT];
  phrase_day_meal(sheet, order->date, order->meal, meal, sizeof meal);
  SHEET_FILL(sheet, text, pattern, "meal", meal, NULL);
  sheet_paragraph(sheet, text);
  order_refusal(sheet, order, wish->reason, &wish->facts);
}

static void not_ordered(struct sheet *sheet, const struct wish *wish)
{
  refused(sheet, wish, tr(sheet->lang, "I am sorry, {meal} could not be ordered"));
}

static void not_changed(struct sheet *sheet, const struct wish *wish)
{
  refused(sheet, wish, tr(sheet->lang, "{meal} could not be changed, it stays as it was"));
}

static void not_cancelled(struct sheet *sheet, const struct wish *wish)
{
  refused(sheet, wish, tr(sheet->lang, "{meal} could not be cancelled"));
}

static void change_key(struct sheet *sheet, const struct wish *wish)
{
  const char *id = wish->record.is.order.id;
  struct order_view view;
  bool settled = wish->progress == PROGRESS_NOTED || wish->progress == PROGRESS_ACCEPTED;
  if (!settled || !orders_find(sheet->model, id, &view) || !orders_can_change(sheet->model, &view))
    return;
  struct page_item *key =
      sheet_key(sheet, "changed_mind", tr(sheet->lang, "I changed my mind"), sheet_do(INTENT_SHOW_ORDER, 0, id));
  SHEET_SET(sheet, key->icon, "change");
}

const struct wish_words order_place_words = {sentences, granted, not_ordered, change_key};
const struct wish_words order_change_words = {sentences, granted, not_changed, change_key};
const struct wish_words order_cancel_words = {sentences, cancelled, not_cancelled, NULL};
