// SPDX-License-Identifier: GPL-3.0-or-later
// The language.
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

void language_draw(struct sheet *sheet)
{
  // Each stands in its own tongue, so that whoever is lost in another finds back.
  static const struct {
    struct choice choice;
    const char *label, *locale;
  } languages[] = {{{"language.zh_CN", "language", SET_LOCALE_ZH_CN}, "普通话", "zh_CN"},
                   {{"language.zh_HK", "language", SET_LOCALE_ZH_HK}, "廣東話", "zh_HK"},
                   {{"language.en", "language_en", SET_LOCALE_EN}, "English", "en"}};
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "language", BODY_TILES, tr(lang, "Which language shall I speak?"), NULL);
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
    choice_of(sheet, &languages[i].choice, languages[i].label,
              setting_can(&sheet->model->set, languages[i].choice.step) == false);
  choice_ready(sheet);
}
