// SPDX-License-Identifier: GPL-3.0-or-later
// How loud the kiosk speaks.
#include "kiosk/screens/choice.h"
#include "kiosk/screens/each.h"

void volume_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"softer", "volume_down", SET_VOLUME_DOWN},
                                       {"louder", "volume_up", SET_VOLUME_UP}};
  const struct lang *lang = sheet->lang;
  choice_begin(sheet, "volume", tr(lang, "How loud: {step} of {steps}"),
               setting_volume_step(&sheet->model->person.chosen), SETTING_VOLUME_STEPS);
  if (sheet->model->broken[PART_SOUND] || sheet->model->broken[PART_SPEECH])
    SHEET_SET(sheet, sheet->page->title, tr(lang, "I have no voice just now, please ask at the desk"));
  sheet_say(sheet, tr(lang, "I speak as loud as this now. Can you hear me well?"));
  choice_direction(sheet, &ways[0], tr(lang, "Softer"));
  choice_direction(sheet, &ways[1], tr(lang, "Louder"));
  choice_ready(sheet);
}
