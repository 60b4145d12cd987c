// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/theme.h"

#define RGB(hex)                                                                                                       \
  {                                                                                                                    \
    (hex) >> 16 & 0xFF, (hex) >> 8 & 0xFF, (hex)&0xFF                                                                  \
  }

// Warm paper.
static const struct theme light = {
    .paper = RGB(0xFAF5EA),
    .plain = {RGB(0xFFFDF8), RGB(0x2A211B), RGB(0x57493C), RGB(0x7D6B55), RGB(0x0B4F4A), 0.35},
    .bare = {RGB(0xFAF5EA), RGB(0x2A211B), RGB(0x57493C), RGB(0xFAF5EA), RGB(0x0B4F4A), 0},
    .quiet = {RGB(0xF2EBDC), RGB(0x52453A), RGB(0x52453A), RGB(0xB5A78F), RGB(0x52453A), 0.35},
    .main = {RGB(0x0B4F4A), RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0x0B4F4A), RGB(0xFFFFFF), 0},
    .chosen = {RGB(0xE1EFEA), RGB(0x2A211B), RGB(0x473B30), RGB(0x0B4F4A), RGB(0x0B4F4A), 1.2},
    .warning = {RGB(0xFFF0D2), RGB(0x6B2C00), RGB(0x6B2C00), RGB(0x8A4B00), RGB(0x6B2C00), 0.8},
    .help = {RGB(0xB00020), RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0xB00020), RGB(0xFFFFFF), 0},
};

#define ON_BLACK(bright, dim)                                                                                          \
  {                                                                                                                    \
    .paper = RGB(0x000000), .plain = {RGB(0x000000), RGB(bright), RGB(bright), RGB(bright), RGB(bright), 0.5},         \
    .bare = {RGB(0x000000), RGB(bright), RGB(bright), RGB(0x000000), RGB(bright), 0},                                  \
    .quiet = {RGB(0x000000), RGB(dim), RGB(dim), RGB(0x666666), RGB(dim), 0.35},                                       \
    .main = {RGB(bright), RGB(0x000000), RGB(0x000000), RGB(bright), RGB(0x000000), 0},                                \
    .chosen = {RGB(0x000000), RGB(bright), RGB(bright), RGB(bright), RGB(bright), 1.6},                                \
    .warning = {RGB(0x000000), RGB(bright), RGB(bright), RGB(bright), RGB(bright), 1.0},                               \
    .help = {RGB(0xB00020), RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0xFFFFFF), RGB(0xFFFFFF), 0.8},                          \
  }

static const struct theme white_on_black = ON_BLACK(0xFFFFFF, 0xB4B4B4);
static const struct theme yellow_on_black = ON_BLACK(0xFFE600, 0xBCAA00);

const struct theme *theme_of(enum page_theme theme)
{
  return theme == THEME_BLACK_WHITE ? &white_on_black : theme == THEME_BLACK_YELLOW ? &yellow_on_black : &light;
}

const struct tone *theme_tone(const struct theme *theme, const struct page_item *item)
{
  if (item->look == LOOK_WARNING)
    return &theme->warning;
  if (item->look == LOOK_CHOSEN || item->look == LOOK_DONE)
    return &theme->chosen;
  if (item->action.kind == 0)
    return &theme->bare;
  if (!item->enabled)
    return &theme->quiet;
  return item->look == LOOK_MAIN ? &theme->main : &theme->plain;
}
