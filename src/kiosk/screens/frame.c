// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/frame.h"

#include "base/text.h"
#include "kiosk/model/act.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/outbox.h"
#include "kiosk/screens/word.h"

static void set_key(struct sheet *sheet, struct page_item *key, const char *name, const char *label, bool works,
                    enum intent_kind kind)
{
  *key = (struct page_item){.enabled = works};
  if (works)
    key->action = sheet_do(kind, 0, NULL);
  SHEET_SET(sheet, key->name, name);
  SHEET_SET(sheet, key->label, label);
  SHEET_SET(sheet, key->icon, name);
}

static void draw_keys(struct sheet *sheet, enum screen screen)
{
  const struct lang *lang = sheet->lang;
  struct page *page = sheet->page;
  enum screen_kind kind = screen_row(screen)->kind;
  bool back = kind == KIND_HELP || (kind == KIND_PAGE && navigation_can_go_back(sheet->model));
  bool home = (kind == KIND_HELP || kind == KIND_PAGE) && sheet->model->person.id[0] && screen != SCREEN_HOME;
  set_key(sheet, &page->help, "help", tr(lang, "Help"), true, INTENT_HELP);
  set_key(sheet, &page->back, "back", tr(lang, "Back"), back, INTENT_BACK);
  set_key(sheet, &page->home, "home", tr(lang, "Start"), home, INTENT_HOME);
  set_key(sheet, &page->repeat, "repeat", tr(lang, "Say it again"), !sheet->model->phone.lent, INTENT_REPEAT);
  set_key(sheet, &page->speak, PAGE_SPEAK, tr(lang, "Speak"),
          act_may(sheet->model, &(struct intent){.kind = INTENT_SPEAK}), INTENT_SPEAK);
  set_key(sheet, &page->previous, "previous", tr(lang, "Page before"), true, INTENT_TURN);
  set_key(sheet, &page->next, "next", tr(lang, "Page after"), true, INTENT_TURN);
}

// What of the person is still here stands on every screen; "My orders" says what it is.
static void draw_offline(struct sheet *sheet)
{
  char count[16];
  int waiting = outbox_waiting(sheet->model);
  FORMAT_TEXT(count, "%d", waiting);
  if (waiting > 0)
    SHEET_FILL(sheet, sheet->page->line_text,
               tr(sheet->lang, "The line is down. I keep what you asked for ({count}) and send it later."), "count",
               count, NULL);
  else
    SHEET_SET(sheet, sheet->page->line_text,
              tr(sheet->lang, "The line is down. You can go on: I keep it and send it later."));
}

static void draw_line(struct sheet *sheet, enum screen screen)
{
  static const enum page_line lines[] = {
      [LINE_STATE_AWAY] = LINE_OFFLINE, [LINE_STATE_UP] = LINE_ONLINE, [LINE_STATE_NOT_APPROVED] = LINE_NOT_APPROVED};
  enum screen_kind kind = screen_row(screen)->kind;
  sheet->page->line = sheet->model->line_told ? lines[sheet->model->line] : LINE_ONLINE;
  if (sheet->page->line == LINE_OFFLINE && (kind == KIND_HELP || kind == KIND_CLOSED))
    SHEET_SET(sheet, sheet->page->line_text, tr(sheet->lang, "The line is down"));
  else if (sheet->page->line == LINE_OFFLINE)
    draw_offline(sheet);
  if (sheet->page->line == LINE_NOT_APPROVED)
    SHEET_SET(sheet, sheet->page->line_text, tr(sheet->lang, "This kiosk is not registered yet"));
}

void frame_draw(struct sheet *sheet)
{
  enum screen screen = model_screen(sheet->model);
  struct page *page = sheet->page;
  draw_keys(sheet, screen);
  draw_line(sheet, screen);
  word_offer(sheet);
  page->theme = (enum page_theme)sheet->model->person.chosen.theme;
  page->text_percent = sheet->model->person.chosen.text_percent;
  page->first_page = sheet->model->navigation.page_of[screen];
  page->turn = sheet_do(INTENT_TURN, 0, NULL);
  SHEET_SET(sheet, page->locale, sheet->model->person.chosen.locale);
  SHEET_SET(sheet, page->place_text, tr(sheet->lang, "Page %d of %d"));
}
