// SPDX-License-Identifier: GPL-3.0-or-later
// An order on paper. The kitchen can work from it alone: whose, which meal, what, how.
#include "kiosk/screens/order_words.h"

#include "kiosk/lang/when.h"
#include "kiosk/screens/phrase.h"
#include "kiosk/screens/slip.h"

static void whose(struct sheet *sheet, const struct order *order, struct paper_sheet *paper)
{
  const struct snapshot *snapshot = sheet->model->snapshot;
  const struct resident *resident = snapshot ? snapshot_resident(snapshot, order->resident_id) : NULL;
  char text[PAGE_TEXT];
  if (!resident)
    return;
  slip_line(paper, PAPER_LARGE, true, resident->name);
  if (sheet->model->settings.kind != KIOSK_BEDSIDE)
    return; // where somebody lives, and what they may eat, is nobody else's
  slip_line(paper, PAPER_USUAL, false, resident->room);
  phrase_marks(sheet->lang, resident->diet.marks, text, sizeof text);
  slip_line(paper, PAPER_LARGE, true, text);
}

static void when(struct sheet *sheet, const struct order *order, struct paper_sheet *paper)
{
  char day[PAGE_TEXT], weekday[PAGE_TEXT], text[PAGE_TEXT];
  when_day(sheet->lang, order->date, day, sizeof day);
  when_weekday(sheet->lang, order->date, weekday, sizeof weekday);
  FORMAT_TEXT(text, "%s %s", day, weekday);
  slip_line(paper, PAPER_USUAL, true, text);
  slip_line(paper, PAPER_LARGE, true, phrase_meal(sheet->lang, order->meal));
}

static void dishes(struct sheet *sheet, const struct order *order, struct paper_sheet *paper)
{
  char text[PAGE_TEXT];
  for (int i = 0; i < order->item_count; i++) {
    phrase_dish(sheet, &order->items[i], text, sizeof text, false);
    slip_line(paper, PAPER_USUAL, true, text);
  }
}

static void order(struct sheet *sheet, const struct order *what, const char *title, struct paper_sheet *paper)
{
  char text[PAGE_TEXT];
  slip_line(paper, PAPER_LARGE, true, title);
  if (!what->id[0])
    return; // of a day whose orders are not known here any more
  whose(sheet, what, paper);
  when(sheet, what, paper);
  dishes(sheet, what, paper);
  slip_line(paper, PAPER_USUAL, false, phrase_delivery(sheet->lang, what->delivery));
  if (sheet->model->settings.kind == KIOSK_BEDSIDE && what->place[0]) {
    phrase_place(sheet, what, text, sizeof text, false);
    slip_line(paper, PAPER_USUAL, false, text);
  }
}

void order_place_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper)
{
  order(sheet, &message->body.is.order, tr(sheet->lang, "A meal is ordered"), paper);
}

void order_change_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper)
{
  order(sheet, &message->body.is.order, tr(sheet->lang, "An order is changed"), paper);
}

// The message itself has only its id.
void order_cancel_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper)
{
  struct order_view view = {0};
  orders_find(sheet->model, message->body.is.order.id, &view);
  order(sheet, &view.order, tr(sheet->lang, "An order is cancelled"), paper);
}
