// SPDX-License-Identifier: GPL-3.0-or-later
// The language and the dialect.
#include "base/locale.h"
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

#include <string.h>

void language_draw(struct sheet *sheet)
{
  const char *now = sheet->model->person.chosen.locale;
  sheet_begin(sheet, "language", BODY_TILES, tr(sheet->lang, "Which language shall I speak?"), NULL);
  for (int i = 0; i < LOCALES; i++) {
    const char *code = locale_code(i);
    char name[ITEM_NAME];
    FORMAT_TEXT(name, "language.%s", code);
    struct choice way = {name, strcmp(code, "en") == 0 ? "language_en" : "language",
                         (enum setting_step)(SET_LOCALE + i)};
    // Each stands in its own tongue, so that whoever is lost in another finds back.
    choice_of(sheet, &way, locale_own_name(i), strcmp(code, now) == 0);
  }
  choice_ready(sheet);
}
