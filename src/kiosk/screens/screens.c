// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/screens.h"

#include "kiosk/screens/each.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/hearing.h"

static void (*const draw[SCREENS])(struct sheet *sheet) = {
#define SCREEN(NAME, DRAW, ...) [SCREEN_##NAME] = DRAW##_draw,
#include "kiosk/model/core/screens.def"
#undef SCREEN
};

bool screens_page(const struct model *model, const struct lang *lang, struct page *page)
{
  *page = (struct page){0};
  struct sheet sheet = {.model = model, .lang = lang, .page = page, .whole = true};
  draw[model_screen(model)](&sheet);
  frame_draw(&sheet);
  hearing_over(&sheet);
  sheet_end(&sheet);
  return sheet.whole;
}
