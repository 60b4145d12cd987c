// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is known of the community: the very first start, with the line down.
#include "kiosk/screens/each.h"

void empty_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "empty", BODY_WORDS, tr(lang, "One moment, please"),
              tr(lang, "One moment, please. I am fetching today's menu."));
  SHEET_SET(sheet, sheet->page->icon, "wait");
  sheet_item(sheet, "paragraph.1", tr(lang, "I am fetching today's menu."), sheet_do(INTENT_NONE, 0, NULL));
  sheet_paragraph(sheet, tr(lang, "If this takes long, please ask at the desk."));
}
