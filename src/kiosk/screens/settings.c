// SPDX-License-Identifier: GPL-3.0-or-later
// Sound and text: each step is seen and heard at once.
#include "kiosk/screens/each.h"

#include "base/text.h"
#include "kiosk/lang/number.h"
#include "kiosk/screens/phrase.h"

struct choice {
  const char *name, *icon;
  enum setting_step step;
};

void settings_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct {
    const char *name, *icon, *label;
    enum screen screen;
  } tiles[] = {
      {"tile.volume", "volume_up", tr(lang, "How loud I speak"), SCREEN_VOLUME},
      {"tile.rate", "slower", tr(lang, "How fast I speak"), SCREEN_RATE},
      {"tile.text_size", "text_bigger", tr(lang, "Size of the text"), SCREEN_TEXT_SIZE},
      {"tile.theme", "theme", tr(lang, "Colours"), SCREEN_THEME},
      {"tile.language", "language", tr(lang, "Language"), SCREEN_LANGUAGE},
  };
  sheet_begin(sheet, "settings", BODY_TILES, tr(lang, "Sound and text"), tr(lang, "What shall I make easier for you?"));
  for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++) {
    struct page_item *item =
        sheet_item(sheet, tiles[i].name, tiles[i].label, sheet_do(INTENT_OPEN, (int)tiles[i].screen, NULL));
    SHEET_SET(sheet, item->icon, tiles[i].icon);
  }
  sheet_say_items(sheet);
}

static struct page_item *choice(struct sheet *sheet, const struct choice *choice, const char *label)
{
  struct page_item *item = sheet_item(sheet, choice->name, label, sheet_do(INTENT_SET, (int)choice->step, NULL));
  SHEET_SET(sheet, item->icon, choice->icon);
  return item;
}

// One of two directions: at the end of the way it can't be pressed.
static void direction(struct sheet *sheet, const struct choice *way, const char *label)
{
  struct page_item *item = choice(sheet, way, label);
  item->enabled = setting_can(&sheet->model->set, way->step);
}

static void chosen(struct sheet *sheet, const struct choice *way, const char *label, bool is)
{
  struct page_item *item = choice(sheet, way, label);
  if (is)
    item->look = LOOK_CHOSEN;
}

static void ready(struct sheet *sheet)
{
  struct page_item *key = sheet_key(sheet, "good", tr(sheet->lang, "Good"), sheet_do(INTENT_BACK, 0, NULL));
  SHEET_SET(sheet, key->icon, "check");
  key->look = LOOK_MAIN;
}

static void step_title(struct sheet *sheet, const char *name, const char *pattern, int step, int steps)
{
  char now[16], all[16], title[PAGE_TEXT];
  FORMAT_TEXT(now, "%d", step);
  FORMAT_TEXT(all, "%d", steps);
  SHEET_FILL(sheet, title, pattern, "step", now, "steps", all, NULL);
  sheet_begin(sheet, name, BODY_TILES, title, "");
}

void volume_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"softer", "volume_down", SET_VOLUME_DOWN},
                                       {"louder", "volume_up", SET_VOLUME_UP}};
  const struct lang *lang = sheet->lang;
  step_title(sheet, "volume", tr(lang, "How loud: {step} of {steps}"), setting_volume_step(&sheet->model->set),
             SETTING_VOLUME_STEPS);
  sheet_say(sheet, tr(lang, "I speak as loud as this now. Can you hear me well?"));
  direction(sheet, &ways[0], tr(lang, "Softer"));
  direction(sheet, &ways[1], tr(lang, "Louder"));
  ready(sheet);
}

void rate_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"slower", "slower", SET_RATE_SLOWER}, {"faster", "faster", SET_RATE_FASTER}};
  const struct lang *lang = sheet->lang;
  step_title(sheet, "rate", tr(lang, "How fast: {step} of {steps}"), setting_rate_step(&sheet->model->set),
             SETTING_RATE_STEPS);
  sheet_say(sheet, tr(lang, "I speak as fast as this now. Is it right for you?"));
  direction(sheet, &ways[0], tr(lang, "Slower"));
  direction(sheet, &ways[1], tr(lang, "Faster"));
  ready(sheet);
}

void text_size_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"smaller", "text_smaller", SET_TEXT_SMALLER},
                                       {"bigger", "text_bigger", SET_TEXT_BIGGER}};
  const struct lang *lang = sheet->lang;
  sheet_begin(sheet, "text_size", BODY_TILES, tr(lang, "The text is as big as this"),
              tr(lang, "The text is as big as this now. Can you read it well?"));
  direction(sheet, &ways[0], tr(lang, "Smaller text"));
  direction(sheet, &ways[1], tr(lang, "Bigger text"));
  ready(sheet);
}

void theme_draw(struct sheet *sheet)
{
  static const struct choice ways[] = {{"theme.light", "theme_light", SET_THEME_LIGHT},
                                       {"theme.black_white", "theme_black_white", SET_THEME_BLACK_WHITE},
                                       {"theme.black_yellow", "theme_black_yellow", SET_THEME_BLACK_YELLOW}};
  const struct lang *lang = sheet->lang;
  const char *labels[] = {tr(lang, "Light"), tr(lang, "White on black"), tr(lang, "Yellow on black")};
  sheet_begin(sheet, "theme", BODY_TILES, tr(lang, "Which colours can you see best?"), NULL);
  for (int i = 0; i < 3; i++)
    chosen(sheet, &ways[i], labels[i], sheet->model->set.theme == i);
  sheet_say_items(sheet);
  ready(sheet);
}

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
    chosen(sheet, &languages[i].choice, languages[i].label,
           setting_can(&sheet->model->set, languages[i].choice.step) == false);
  ready(sheet);
}
