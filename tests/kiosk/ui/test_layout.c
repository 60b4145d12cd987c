// SPDX-License-Identifier: GPL-3.0-or-later
// The sample pages at all sizes on all panels, held against the figures for sight and touch; and the check itself held
// against faults made on purpose.
#include "../../cmocka_all.h"

#include "../../support/stage.h"
#include "../../support/tree_check.h"
#include "sample_pages.h"

static const int percents[] = {100, 125, 150, 200};
static const char *const locales[] = {"zh_CN", "en"};

static struct stage stage;
static struct page page;
static struct tree tree;

static void lay(void *ctx, const struct page *what, struct tree *out)
{
  const struct panel *panel = ctx;
  stage_lay(&stage, what, panel, out);
}

static int check_sample(int sample, const char *locale, int percent, const struct stage_panel *panel,
                        struct buffer *out)
{
  char where[120];
  struct panel glass = panel->panel;
  struct tree_walk walk = {&glass, lay};
  sample_page(sample, locale, &page);
  page.text_percent = percent;
  FORMAT_TEXT(where, "%s %s %s %d %%", page.name, locale, panel->name, percent);
  return tree_check_pages(&walk, &page, where, out);
}

static void every_page_can_be_read_and_touched(void **state)
{
  struct buffer faults = {0};
  int count = 0;
  for (int sample = 0; sample < SAMPLE_PAGES; sample++)
    for (int panel = 0; panel < STAGE_PANELS; panel++)
      for (int locale = 0; locale < 2; locale++)
        for (int percent = 0; percent < 4; percent++)
          count += check_sample(sample, locales[locale], percents[percent], &stage_panels[panel], &faults);
  if (count > 0)
    fputs(faults.bytes, stderr);
  buffer_free(&faults);
  assert_int_equal(count, 0);
}

static void lay_sample(int sample)
{
  sample_page(sample, "zh_CN", &page);
  stage_lay(&stage, &page, &stage_panels[1].panel, &tree);
}

static void assert_fault(const char *words)
{
  struct buffer faults = {0};
  assert_true(tree_check(&tree, &page, "here", &faults) > 0);
  if (!strstr(faults.bytes, words))
    fail_msg("\"%s\" is not in:\n%s", words, faults.bytes);
  buffer_free(&faults);
}

static struct mark *first_text(int node)
{
  for (int i = 0; i < tree.mark_count; i++)
    if (tree.marks[i].kind == MARK_TEXT && tree.marks[i].node == node)
      return &tree.marks[i];
  return NULL;
}

static void the_check_sees_what_is_wrong(void **state)
{
  lay_sample(1);
  tree.nodes[tree_find(&tree, "help")].box.y += 100;
  assert_fault("help: is not at the upper right");
  lay_sample(1);
  tree.nodes[tree_find(&tree, "item.2")].box.w = 60;
  assert_fault("item.2: is 10.");
  lay_sample(1);
  tree.nodes[tree_find(&tree, "item.1")].box.w += 10;
  assert_fault("mm from item.");
  lay_sample(1);
  first_text(tree_find(&tree, "item.1"))->text[3] = '\0';
  assert_fault("but shows");
  lay_sample(1);
  first_text(tree_find(&tree, "item.1"))->box.w += 500;
  assert_fault("leaves its place");
  lay_sample(1);
  first_text(tree_find(&tree, "title"))->em = 20;
  assert_fault("has capitals of");
}

static int check_contrast(const char *name)
{
  struct buffer faults = {0};
  SDL_Surface *picture = stage_draw(&stage, &tree, name);
  int count = tree_check_picture(&tree, picture, name, &faults);
  SDL_FreeSurface(picture);
  if (count > 0)
    fputs(faults.bytes, stderr);
  buffer_free(&faults);
  return count;
}

static void every_colour_is_told_from_its_ground(void **state)
{
  int count = 0;
  for (int sample = 0; sample < SAMPLE_PAGES; sample++)
    for (enum page_theme theme = 0; theme < THEMES; theme++) {
      char name[80];
      sample_page(sample, "zh_CN", &page);
      page.theme = theme;
      stage_lay(&stage, &page, &stage_panels[1].panel, &tree);
      FORMAT_TEXT(name, "%s theme %d", page.name, theme);
      count += check_contrast(name);
    }
  assert_int_equal(count, 0);
}

static void the_check_sees_pale_letters(void **state)
{
  lay_sample(1);
  first_text(tree_find(&tree, "title"))->ink = (struct colour){140, 140, 140};
  struct buffer faults = {0};
  SDL_Surface *picture = stage_draw(&stage, &tree, "pale");
  assert_int_equal(tree_check_picture(&tree, picture, "here", &faults), 1);
  assert_non_null(strstr(faults.bytes, "title"));
  SDL_FreeSurface(picture);
  buffer_free(&faults);
}

static void the_page_with_the_chosen_tile_is_shown(void **state)
{
  sample_page(1, "zh_CN", &page);
  while (page.item_count < 20) {
    page.items[page.item_count] = page.items[0];
    page.items[page.item_count++].look = LOOK_PLAIN;
  }
  page.items[19].look = LOOK_CHOSEN;
  page.first_page = -1;
  stage_lay(&stage, &page, &stage_panels[1].panel, &tree);
  assert_true(tree.page > 0);
  assert_true(tree.first_item <= 19 && tree.first_item + tree.items > 19);
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
      cmocka_unit_test(every_page_can_be_read_and_touched),     cmocka_unit_test(the_check_sees_what_is_wrong),
      cmocka_unit_test(every_colour_is_told_from_its_ground),   cmocka_unit_test(the_check_sees_pale_letters),
      cmocka_unit_test(the_page_with_the_chosen_tile_is_shown),
  };
  return cmocka_run_group_tests(tests, open_stage, close_stage);
}
