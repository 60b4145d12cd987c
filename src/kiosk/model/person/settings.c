// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/person/settings.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"

#include <string.h>

#define DEFAULT_LOCALE "zh_CN"
#define DEFAULT_TEXT_PERCENT 100

static void complete(struct kept_settings *set)
{
  if (!set->locale[0])
    COPY_TEXT(set->locale, DEFAULT_LOCALE);
  if (set->text_percent == 0)
    set->text_percent = DEFAULT_TEXT_PERCENT;
}

static void put_in_force(struct model *model, const struct kept_settings *wanted, struct requests *out)
{
  struct kept_settings set = *wanted;
  setting_mend(&set);
  complete(&set);
  model->person.chosen = set;
  model_changed(model);
  ask_settings(model, out);
}

void settings_for_nobody(struct model *model, struct requests *out)
{
  put_in_force(model, &model->settings.kept, out);
}

void settings_for_person(struct model *model, const struct resident *resident, struct requests *out)
{
  struct kept_settings set = model->settings.kept;
  bool own = model->settings.kind == KIOSK_BEDSIDE; // what was chosen at the bed counts more than the record
  if (!own || !set.locale[0])
    COPY_TEXT(set.locale, resident->locale);
  if (!own || set.text_percent == 0)
    set.text_percent = resident->text_percent;
  put_in_force(model, &set, out);
}

// Keeps only what the step changed, so that what nobody chose still follows the person's record.
static void keep(struct model *model, enum setting_step step, struct requests *out)
{
  struct kept_settings *kept = &model->settings.kept;
  kept->voice = model->person.chosen.voice;
  kept->theme = model->person.chosen.theme;
  if (step == SET_TEXT_BIGGER || step == SET_TEXT_SMALLER)
    kept->text_percent = model->person.chosen.text_percent;
  if (step >= SET_LOCALE && step < SETTING_STEPS)
    COPY_TEXT(kept->locale, model->person.chosen.locale);
  ask(out, REQUEST_KEEP)->keep = *kept;
}

static void set(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number >= SETTING_STEPS)
    return;
  enum setting_step step = (enum setting_step)intent->number;
  model_say(model); // also what stays as it is gets an answer
  if (!setting_take(&model->person.chosen, step))
    return;
  ask_settings(model, out);
  if (model->settings.kind == KIOSK_BEDSIDE)
    keep(model, step, out);
}

const struct intent_row settings_intents[] = {
    {.kind = INTENT_SET, .act = set, .kinds = FREE_KINDS},
    {.kind = INTENT_NONE},
};
