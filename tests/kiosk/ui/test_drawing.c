// SPDX-License-Identifier: GPL-3.0-or-later
// With ANBAN_PICTURES=FOLDER the drawn pages are kept there to be looked at.
#include "../../cmocka_all.h"

#include "../../support/stage.h"
#include "base/text.h"
#include "sample_pages.h"

static struct stage stage;
static struct page page;
static struct tree tree;

static void draw_sample(int sample, const char *locale, int percent, enum page_theme theme,
                        const struct stage_panel *panel)
{
  char name[120];
  sample_page(sample, locale, &page);
  page.text_percent = percent;
  page.theme = theme;
  stage_lay(&stage, &page, &panel->panel, &tree);
  FORMAT_TEXT(name, "%s-%s-%d-%s-%d", panel->name, locale, percent, page.name, theme);
  SDL_Surface *canvas = stage_draw(&stage, &tree, name);
  assert_non_null(canvas);
  SDL_FreeSurface(canvas);
}

static void every_sample_is_drawn_on_every_panel(void **state)
{
  for (int sample = 0; sample < SAMPLE_PAGES; sample++)
    for (int panel = 0; panel < STAGE_PANELS; panel++) {
      draw_sample(sample, "zh_CN", 100, THEME_LIGHT, &stage_panels[panel]);
      if (getenv("ANBAN_PICTURES")) {
        draw_sample(sample, "en", 100, THEME_LIGHT, &stage_panels[panel]);
        draw_sample(sample, "zh_CN", 200, THEME_BLACK_YELLOW, &stage_panels[panel]);
      }
    }
}

static int open_stage(void **state)
{
  stage_open(&stage);
  return 0;
}

static int close_stage(void **state)
{
  stage_close(&stage);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_sample_is_drawn_on_every_panel),
  };
  return cmocka_run_group_tests(tests, open_stage, close_stage);
}
