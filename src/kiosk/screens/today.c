// SPDX-License-Identifier: GPL-3.0-or-later
// The person's orders, from today on; one of them; and taking it back.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/screens/phrase.h"

static const char *stage_words(const struct lang *lang, enum order_stage stage)
{
  switch (stage) {
  case STAGE_ACCEPTED:
    return tr(lang, "The kitchen has it");
  case STAGE_CHANGING:
    return tr(lang, "The change is on its way");
  case STAGE_LEAVING:
    return tr(lang, "Being cancelled");
  case STAGE_CANCELLED:
    return tr(lang, "Cancelled");
  case STAGE_DECLINED:
    return tr(lang, "Could not be ordered");
  case STAGE_WAITING:
    break;
  }
  return tr(lang, "Written down, on its way to the kitchen");
}

static enum item_look stage_look(enum order_stage stage)
{
  return stage == STAGE_DECLINED ? LOOK_WARNING : stage == STAGE_ACCEPTED ? LOOK_DONE : LOOK_PLAIN;
}

static void order_row(struct sheet *sheet, const struct order_view *view)
{
  char name[ITEM_NAME], label[PAGE_TEXT], dishes[PAGE_TEXT];
  FORMAT_TEXT(name, "order.%s", view->order.id);
  phrase_day_meal(sheet, view->order.date, view->order.meal, label, sizeof label);
  struct page_item *row = sheet_item(sheet, name, label, sheet_do(INTENT_SHOW_ORDER, 0, view->order.id));
  phrase_dishes_short(sheet, &view->order, row->detail, sizeof row->detail, false);
  SHEET_SET(sheet, row->note, stage_words(sheet->lang, view->stage));
  SHEET_SET(sheet, row->icon, phrase_meal_icon(view->order.meal));
  row->look = stage_look(view->stage);
  phrase_dishes_short(sheet, &view->order, dishes, sizeof dishes, true);
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{meal}: {dishes}. {state}."), "meal", label, "dishes",
             dishes, "state", row->note, NULL);
}

void today_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order_view list[MOST_SHOWN_ORDERS];
  int count = orders_of(sheet->model, sheet->model->person, list);
  sheet_begin(sheet, "today", count > 0 ? BODY_ROWS : BODY_WORDS, tr(lang, "My orders"),
              count > 0 ? tr(lang, "These are your orders. Touch one to change or cancel it.") : "");
  for (int i = 0; i < count; i++)
    order_row(sheet, &list[i]);
  if (count > 0) {
    sheet_say_items(sheet);
    return;
  }
  SHEET_SET(sheet, sheet->page->icon, "meal");
  sheet_paragraph(sheet, tr(lang, "You have not ordered anything yet."));
  struct page_item *key = sheet_key(sheet, "meals", tr(lang, "Order meals"), sheet_do(INTENT_OPEN, SCREEN_DAY, NULL));
  SHEET_SET(sheet, key->icon, "meal");
  key->look = LOOK_MAIN;
}

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

static void order_dishes(struct sheet *sheet, const struct order *order)
{
  for (int i = 0; i < order->item_count; i++) {
    char dish[PAGE_TEXT], spoken[PAGE_TEXT];
    phrase_dish(sheet, &order->items[i], dish, sizeof dish, false);
    phrase_dish(sheet, &order->items[i], spoken, sizeof spoken, true);
    sheet_paragraph_as(sheet, dish, spoken);
  }
}

static void order_place(struct sheet *sheet, const struct order *order)
{
  char place[PAGE_TEXT], spoken[PAGE_TEXT], shown[PAGE_TEXT], said[PAGE_TEXT];
  phrase_place(sheet, order, place, sizeof place, false);
  phrase_place(sheet, order, spoken, sizeof spoken, true);
  sheet_paragraph_as(sheet, place, spoken);
  phrase_served(sheet, order->meal, place, sizeof place, false);
  phrase_served(sheet, order->meal, spoken, sizeof spoken, true);
  SHEET_FILL(sheet, shown, tr(sheet->lang, "From {time}"), "time", place, NULL);
  SHEET_FILL(sheet, said, tr(sheet->lang, "From {time}"), "time", spoken, NULL);
  sheet_paragraph_as(sheet, shown, said);
}

static void order_facts(struct sheet *sheet, const struct order_view *view)
{
  const struct lang *lang = sheet->lang;
  char number[32], text[PAGE_TEXT];
  order_dishes(sheet, &view->order);
  order_place(sheet, &view->order);
  sheet_paragraph(sheet, stage_words(lang, view->stage))->look = stage_look(view->stage);
  if (view->order.number > 0) {
    FORMAT_TEXT(number, "%d", view->order.number);
    SHEET_FILL(sheet, text, tr(lang, "Your number is {number}"), "number", number, NULL);
    sheet_paragraph(sheet, text);
  }
  if (view->stage == STAGE_DECLINED)
    sheet_paragraph(sheet, phrase_refusal(lang, refusal_of(view->order.reason)));
  else if (!orders_can_change(sheet->model, view) && view->stage == STAGE_ACCEPTED)
    sheet_paragraph(sheet, tr(lang, "The kitchen is cooking it, so it can't be changed any more."));
}

void order_draw(struct sheet *sheet)
{
  struct order_view view;
  char meal[PAGE_TEXT];
  if (!orders_find(sheet->model, sheet->model->order_in_hand, &view)) {
    sheet_begin(sheet, "order", BODY_WORDS, tr(sheet->lang, "That order is gone"), NULL);
    return;
  }
  phrase_day_meal(sheet, view.order.date, view.order.meal, meal, sizeof meal);
  sheet_begin_noticed(sheet, "order", BODY_WORDS, meal, NULL);
  SHEET_SET(sheet, sheet->page->icon, phrase_meal_icon(view.order.meal));
  order_facts(sheet, &view);
  order_keys(sheet, &view);
}

void cancel_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  struct order_view view = {0};
  char meal[PAGE_TEXT], text[PAGE_TEXT];
  orders_find(sheet->model, sheet->model->order_in_hand, &view);
  phrase_day_meal(sheet, view.order.date, view.order.meal, meal, sizeof meal);
  SHEET_FILL(sheet, text, tr(lang, "Really cancel {meal}?"), "meal", meal, NULL);
  sheet_begin(sheet, "cancel", BODY_WORDS, text, NULL);
  SHEET_SET(sheet, sheet->page->icon, "cancel");
  order_dishes(sheet, &view.order);
  struct page_item *yes = sheet_key(sheet, "cancel", tr(lang, "Yes, cancel it"),
                                    sheet_do(INTENT_CANCEL_ORDER, 0, sheet->model->order_in_hand));
  SHEET_SET(sheet, yes->icon, "cancel");
  struct page_item *no = sheet_key(sheet, "keep", tr(lang, "No, keep it"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, no->icon, "check");
  no->look = LOOK_MAIN;
}
