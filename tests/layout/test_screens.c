// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen in each of its moods × 3 languages × 4 text sizes × 6 panels is laid out and held against the figures
// for sight and touch; in all 3 themes it is drawn and its contrast measured in the pixels. A fault names screen,
// locale, panel and key. Of a dialect the pages with words of its own are laid out, each on one of the panels. With
// ANBAN_PICTURES=FOLDER the drawn screens are kept there to be looked at; with ANBAN_SCREENS=WORD only those whose name
// begins so are.
#include "../cmocka_all.h"

#include "../support/stage.h"
#include "../support/tree_check.h"
#include "base/text.h"
#include "kiosk/screens/screens.h"
#include "sample_states.h"

static const int percents[] = {100, 125, 150, 200};
static const char *const locales[] = {"zh_CN", "zh_HK", "en"};

static struct lang lang;
static struct stage stage;
static struct player player;
static struct page page;
static struct tree tree;

static void play(int state, const char *locale)
{
  struct kept_settings set = setting_presets();
  COPY_TEXT(set.locale, locale);
  set.text_percent = 100;
  lang_choose(&lang, locale);
  sample_state_play(state, &set, &player);
  screens_page(&player.model, &lang, &page);
  player_stop(&player);
}

static void lay(void *ctx, const struct page *what, struct tree *out)
{
  stage_lay(&stage, what, ctx, out);
}

// The page in the dialect; false when nothing on it differs from the written language.
static bool play_dialect(int state, const char *locale)
{
  static struct page written;
  char base[LOCALE_SIZE];
  locale_written(locale, base);
  play(state, base);
  written = page;
  play(state, locale);
  COPY_TEXT(written.locale, locale);
  return memcmp(&written, &page, sizeof page) != 0;
}

static bool is_wanted(int state)
{
  const char *only = getenv("ANBAN_SCREENS");
  return !only || strncmp(sample_state_name(state), only, strlen(only)) == 0;
}

static int check_on_panel(int state, const struct stage_panel *panel, struct buffer *faults)
{
  char where[160];
  struct panel glass = panel->panel;
  struct tree_walk walk = {&glass, lay};
  int count = 0;
  for (int i = 0; i < 4; i++) {
    page.text_percent = percents[i];
    FORMAT_TEXT(where, "%s %s %s %d %%", sample_state_name(state), page.locale, panel->name, percents[i]);
    count += tree_check_pages(&walk, &page, where, faults);
  }
  return count;
}

static void every_screen_can_be_read_and_touched(void **unused)
{
  struct buffer faults = {0};
  int count = 0;
  for (int state = 0; state < sample_state_count(); state++)
    for (int locale = 0; locale < 3 && is_wanted(state); locale++) {
      play(state, locales[locale]);
      for (int panel = 0; panel < STAGE_PANELS; panel++)
        count += check_on_panel(state, &stage_panels[panel], &faults);
    }
  if (count > 0)
    fputs(faults.bytes, stderr);
  buffer_free(&faults);
  assert_int_equal(count, 0);
}

// The texts of a theme's screens differ by locale only in their words, so locale and panel change with the state: all
// of them are drawn, if not each with each.
static int check_theme(int state, enum page_theme theme, struct buffer *faults)
{
  char where[160];
  const struct stage_panel *panel = &stage_panels[(state + (int)theme) % (STAGE_PANELS - 1)];
  play(state, locales[(state + (int)theme) % 3]);
  page.theme = theme;
  page.first_page = 0;
  stage_lay(&stage, &page, &panel->panel, &tree);
  FORMAT_TEXT(where, "%s %s %s theme %d", sample_state_name(state), page.locale, panel->name, (int)theme);
  SDL_Surface *picture = stage_draw(&stage, &tree, where);
  int count = tree_check_picture(&tree, picture, where, faults);
  SDL_FreeSurface(picture);
  return count;
}

static void every_screen_has_contrast_in_every_theme(void **unused)
{
  struct buffer faults = {0};
  int count = 0;
  for (int state = 0; state < sample_state_count(); state++)
    for (enum page_theme theme = 0; theme < THEMES && is_wanted(state); theme++)
      count += check_theme(state, theme, &faults);
  if (count > 0)
    fputs(faults.bytes, stderr);
  buffer_free(&faults);
  assert_int_equal(count, 0);
}

static void what_a_dialect_says_otherwise_can_be_read_and_touched(void **unused)
{
  struct buffer faults = {0};
  int count = 0, seen = 0;
  for (int state = 0; state < sample_state_count(); state++)
    for (int i = 0; i < LOCALES && is_wanted(state); i++)
      if (strchr(locale_code(i), '@') && play_dialect(state, locale_code(i))) {
        count += check_on_panel(state, &stage_panels[(state + i) % STAGE_PANELS], &faults);
        seen++;
      }
  if (count > 0)
    fputs(faults.bytes, stderr);
  buffer_free(&faults);
  print_message("%d pages of dialects\n", seen);
  assert_int_equal(count, 0);
}

static int start(void **unused)
{
  struct fault fault = {""};
  stage_open(&stage);
  if (lang_start(&lang, "locales", &fault))
    return 0;
  print_error("%s\n", fault.sentence);
  return 1;
}

static int stop(void **unused)
{
  lang_stop(&lang);
  stage_close(&stage);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_screen_can_be_read_and_touched),
      cmocka_unit_test(what_a_dialect_says_otherwise_can_be_read_and_touched),
      cmocka_unit_test(every_screen_has_contrast_in_every_theme),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
