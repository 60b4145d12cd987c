// SPDX-License-Identifier: GPL-3.0-or-later
// How big the text is.
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

void text_size_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"smaller", "text_smaller", SET_TEXT_SMALLER},
                                       {"bigger", "text_bigger", SET_TEXT_BIGGER}};
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "text_size", BODY_TILES, tr(lang, "The text is as big as this"),
              tr(lang, "The text is as big as this now. Can you read it well?"));
  choice_direction(sheet, &ways[0], tr(lang, "Smaller text"));
  choice_direction(sheet, &ways[1], tr(lang, "Bigger text"));
  choice_ready(sheet);
}
