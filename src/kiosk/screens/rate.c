// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the kiosk speaks.
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

void rate_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"slower", "slower", SET_RATE_SLOWER}, {"faster", "faster", SET_RATE_FASTER}};
  const struct lang *lang = sheet->lang;
  choice_begin(sheet, "rate", tr(lang, "How fast: {step} of {steps}"), setting_rate_step(&sheet->model->person.chosen),
               SETTING_RATE_STEPS);
  sheet_say(sheet, tr(lang, "I speak as fast as this now. Is it right for you?"));
  choice_direction(sheet, &ways[0], tr(lang, "Slower"));
  choice_direction(sheet, &ways[1], tr(lang, "Faster"));
  choice_ready(sheet);
}
