// SPDX-License-Identifier: GPL-3.0-or-later
// Sound and text: what can be set.
#include "kiosk/screens/each.h"

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
      {"tile.words", "speak", tr(lang, "Know my voice"), SCREEN_WORDS},
  };
  sheet_begin(sheet, "settings", BODY_TILES, tr(lang, "Sound and text"), tr(lang, "What shall I make easier for you?"));
  for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++) {
    struct page_item *item =
        sheet_item(sheet, tiles[i].name, tiles[i].label, sheet_do(INTENT_OPEN, (int)tiles[i].screen, NULL));
    SHEET_SET(sheet, item->icon, tiles[i].icon);
  }
  sheet_say_items(sheet);
}
