// SPDX-License-Identifier: GPL-3.0-or-later
// One of the person's orders.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/screens/order_item.h"
#include "kiosk/screens/order_words.h"
#include "kiosk/screens/phrase.h"

static void order_keys(struct sheet *sheet, const struct order_view *view)
{
  const struct lang *lang = sheet->lang;
  const char *id = view->order.id;
  if (offer_meal(sheet->model, view->order.date, view->order.meal) == MEAL_OPEN) {
    struct page_item *more = sheet_key(sheet, "another", tr(lang, "One more order"), sheet_do(INTENT_ANOTHER, 0, NULL));
    SHEET_SET(sheet, more->icon, "meal");
  }
  if (!orders_can_change(sheet->model, view))
    return;
  struct page_item *cancel = sheet_key(sheet, "cancel", tr(lang, "Cancel it"), sheet_do(INTENT_CANCEL_ORDER, 0, id));
  SHEET_SET(sheet, cancel->icon, "cancel");
  struct page_item *change = sheet_key(sheet, "change", tr(lang, "Change it"), sheet_do(INTENT_CHANGE_ORDER, 0, id));
  SHEET_SET(sheet, change->icon, "change");
  change->look = LOOK_MAIN;
}

static void place_and_stage(struct sheet *sheet, const struct order_view *view)
{
  char place[SENTENCE], spoken[SENTENCE];
  phrase_when_where(sheet, &view->order, place, sizeof place, false);
  phrase_when_where(sheet, &view->order, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, place, spoken);
  sheet_paragraph(sheet, order_stage_words(sheet->lang, view->stage))->look = order_stage_look(view->stage);
}

static void why_declined(struct sheet *sheet, const struct order *order)
{
  struct facts facts = {0};
  COPY_TEXT(facts.decided_by, order->decided_by);
  order_refusal(sheet, order, refusal_of(order->reason), &facts);
}

static void order_facts(struct sheet *sheet, const struct order_view *view)
{
  const struct lang *lang = sheet->lang;
  char number[32], text[PAGE_TEXT];
  order_dishes(sheet, &view->order);
  place_and_stage(sheet, view);
  if (view->order.number > 0 && view->stage != STAGE_DECLINED && view->stage != STAGE_CANCELLED) {
    FORMAT_TEXT(number, "%d", view->order.number);
    SHEET_FILL(sheet, text, tr(lang, "Your number is {number}"), "number", number, NULL);
    sheet_paragraph(sheet, text);
  }
  if (view->stage == STAGE_DECLINED)
    why_declined(sheet, &view->order);
  else if (!orders_can_change(sheet->model, view) && view->stage == STAGE_ACCEPTED)
    sheet_paragraph(sheet, tr(lang, "The kitchen is cooking it, so it can't be changed any more."));
}

void order_draw(struct sheet *sheet)
{
  struct order_view view;
  char meal[PAGE_TEXT];
  if (!orders_find(sheet->model, sheet->model->ordering.order_in_hand, &view)) {
    sheet_begin(sheet, "order", BODY_WORDS, tr(sheet->lang, "That order is gone"), NULL);
    return;
  }
  phrase_day_meal(sheet, view.order.date, view.order.meal, meal, sizeof meal);
  sheet_begin_noticed(sheet, "order", BODY_WORDS, meal, NULL);
  SHEET_SET(sheet, sheet->page->icon, phrase_meal_icon(view.order.meal));
  order_facts(sheet, &view);
  order_keys(sheet, &view);
}
