// SPDX-License-Identifier: GPL-3.0-or-later
// When a call of those in the family who may is answered by itself.
#include "kiosk/lang/when.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

// From when to when, for the eye and for the ear.
static void write_hours(struct sheet *sheet, struct page_item *item, enum answer_hours hours)
{
  const struct lang *lang = sheet->lang;
  char from[PAGE_TEXT], to[PAGE_TEXT];
  int first, last;
  answering_hours(hours, &first, &last);
  if (first < 0)
    return;
  when_clock(first, from, sizeof from);
  when_clock(last, to, sizeof to);
  SHEET_FILL(sheet, item->detail, tr(lang, "{from} to {to}"), "from", from, "to", to, NULL);
  when_time_spoken(lang, first, from, sizeof from);
  when_time_spoken(lang, last, to, sizeof to);
  SHEET_FILL(sheet, item->spoken, tr_as(lang, "spoken", "{when}: from {from} to {to}."), "when", item->label, "from",
             from, "to", to, NULL);
}

void hours_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct resident *person = model_person(sheet->model);
  const struct {
    const char *name, *icon, *label;
  } tiles[ANSWER_HOURS] = {
      [HOURS_NEVER] = {"never", "cancel", tr(lang, "Never: I answer myself")},
      [HOURS_DAY] = {"day", "theme_light", tr(lang, "All day")},
      [HOURS_MORNING] = {"morning", "breakfast", tr(lang, "Mornings")},
      [HOURS_AFTERNOON] = {"afternoon", "lunch", tr(lang, "Afternoons")},
      [HOURS_EVENING] = {"evening", "supper", tr(lang, "Evenings")},
  };
  sheet_begin(sheet, "hours", BODY_TILES, tr(lang, "Answer calls by itself"),
              tr(lang, "When may I answer a call of your family by myself? I always say it ten seconds before, and you "
                       "can say no. The desk knows for whom in your family I may do it."));
  for (enum answer_hours hours = 0; hours < ANSWER_HOURS; hours++) {
    struct page_item *item =
        sheet_item(sheet, tiles[hours].name, tiles[hours].label, sheet_do(INTENT_ANSWER_HOURS, (int)hours, NULL));
    SHEET_SET(sheet, item->icon, tiles[hours].icon);
    write_hours(sheet, item, hours);
    if (answering_hours_of(person) == hours)
      item->look = LOOK_CHOSEN;
  }
  sheet_say_items(sheet);
  choice_ready(sheet);
}
