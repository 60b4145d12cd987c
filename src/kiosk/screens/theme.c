// SPDX-License-Identifier: GPL-3.0-or-later
// The colours.
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

void theme_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"theme.light", "theme_light", SET_THEME_LIGHT},
                                       {"theme.black_white", "theme_black_white", SET_THEME_BLACK_WHITE},
                                       {"theme.black_yellow", "theme_black_yellow", SET_THEME_BLACK_YELLOW}};
  const struct lang *lang = sheet->lang;
  const char *labels[] = {tr(lang, "Light"), tr(lang, "White on black"), tr(lang, "Yellow on black")};
  sheet_begin(sheet, "theme", BODY_TILES, tr(lang, "Which colours can you see best?"), NULL);
  for (int i = 0; i < 3; i++)
    choice_of(sheet, &ways[i], labels[i], sheet->model->person.chosen.theme == i);
  sheet_say_items(sheet);
  choice_ready(sheet);
}
