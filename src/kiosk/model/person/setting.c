// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/person/setting.h"

#include "base/locale.h"
#include "base/text.h"

#include <string.h>

// Loudness and pace in steps that an ear can tell apart.
static const int volumes[SETTING_VOLUME_STEPS] = {20, 40, 60, 80, 100};
static const int rates[SETTING_RATE_STEPS] = {120, 145, USUAL_RATE, 210, 250};
static const int text_sizes[] = {100, 125, 150, 200};
#define SIZES ((int)(sizeof text_sizes / sizeof *text_sizes))
#define THEMES_KNOWN (SET_THEME_BLACK_YELLOW - SET_THEME_LIGHT + 1)

struct kept_settings setting_presets(void)
{
  return (struct kept_settings){.voice = {.volume_percent = 60, .rate_wpm = USUAL_RATE}};
}

// The index of the value nearest to `value`.
static int nearest(const int *values, int count, int value)
{
  int best = 0;
  for (int i = 1; i < count; i++) {
    int left = value - values[best], right = values[i] - value;
    if (right <= 0 || right < left)
      best = i;
  }
  return best;
}

void setting_mend(struct kept_settings *settings)
{
  settings->voice.volume_percent = volumes[nearest(volumes, SETTING_VOLUME_STEPS, settings->voice.volume_percent)];
  settings->voice.rate_wpm = rates[nearest(rates, SETTING_RATE_STEPS, settings->voice.rate_wpm)];
  if (settings->theme < 0 || settings->theme >= THEMES_KNOWN)
    settings->theme = 0;
  if (settings->text_percent != 0)
    settings->text_percent = text_sizes[nearest(text_sizes, SIZES, settings->text_percent)];
  if (locale_index(settings->locale) < 0)
    settings->locale[0] = '\0';
}

// Moves to the neighbour in a list; false at its end.
static bool move(const int *values, int count, int by, int *value)
{
  int index = nearest(values, count, *value) + by;
  if (index < 0 || index >= count)
    return false;
  *value = values[index];
  return true;
}

static bool take_locale(struct kept_settings *settings, const char *locale)
{
  bool other = strcmp(settings->locale, locale) != 0;
  COPY_TEXT(settings->locale, locale);
  return other;
}

static bool take_theme(struct kept_settings *settings, int theme)
{
  bool other = settings->theme != theme;
  settings->theme = theme;
  return other;
}

bool setting_take(struct kept_settings *settings, enum setting_step step)
{
  if (step >= SET_LOCALE && step < SETTING_STEPS)
    return take_locale(settings, locale_code((int)step - SET_LOCALE));
  switch (step) {
  case SET_VOLUME_UP:
  case SET_VOLUME_DOWN:
    return move(volumes, SETTING_VOLUME_STEPS, step == SET_VOLUME_UP ? 1 : -1, &settings->voice.volume_percent);
  case SET_RATE_FASTER:
  case SET_RATE_SLOWER:
    return move(rates, SETTING_RATE_STEPS, step == SET_RATE_FASTER ? 1 : -1, &settings->voice.rate_wpm);
  case SET_TEXT_BIGGER:
  case SET_TEXT_SMALLER:
    return move(text_sizes, SIZES, step == SET_TEXT_BIGGER ? 1 : -1, &settings->text_percent);
  case SET_THEME_LIGHT:
  case SET_THEME_BLACK_WHITE:
  case SET_THEME_BLACK_YELLOW:
    return take_theme(settings, (int)(step - SET_THEME_LIGHT));
  case SET_LOCALE:
  case SETTING_STEPS:
    break;
  }
  return false;
}

bool setting_can(const struct kept_settings *settings, enum setting_step step)
{
  struct kept_settings copy = *settings;
  return setting_take(&copy, step);
}

int setting_volume_step(const struct kept_settings *settings)
{
  return nearest(volumes, SETTING_VOLUME_STEPS, settings->voice.volume_percent) + 1;
}

int setting_rate_step(const struct kept_settings *settings)
{
  return nearest(rates, SETTING_RATE_STEPS, settings->voice.rate_wpm) + 1;
}
