// SPDX-License-Identifier: GPL-3.0-or-later
// With ANBAN_PICTURES=FOLDER the sample pages are kept there, as drawn, to be looked at.
#include "../../cmocka_all.h"

#include "../../support/stage.h"
#include "base/text.h"
#include "kiosk/ui/picture.h"
#include "sample_pages.h"

static struct stage stage;
static struct page page;
static struct tree tree;

static SDL_Surface *draw_sample(int sample, const char *locale, enum page_theme theme, const struct stage_panel *panel)
{
  char name[120];
  sample_page(sample, locale, &page);
  page.text_percent = 100;
  page.theme = theme;
  stage_lay(&stage, &page, &panel->panel, &tree);
  FORMAT_TEXT(name, "%s-%s-%s-%d", panel->name, locale, page.name, (int)theme);
  return stage_draw(&stage, &tree, name);
}

static bool same(SDL_Surface *left, SDL_Surface *right)
{
  return memcmp(left->pixels, right->pixels, (size_t)left->pitch * (size_t)left->h) == 0;
}

static Uint32 pixel(SDL_Surface *surface, int x, int y)
{
  return ((Uint32 *)((char *)surface->pixels + (size_t)y * (size_t)surface->pitch))[x];
}

static void the_same_page_gives_the_same_picture(void **state)
{
  for (int sample = 0; sample < SAMPLE_PAGES; sample++)
    for (int panel = 0; panel < STAGE_PANELS - 1; panel++) {
      SDL_Surface *first = draw_sample(sample, "zh_CN", THEME_LIGHT, &stage_panels[panel]);
      SDL_Surface *again = draw_canvas(tree.width, tree.height);
      draw_tree(stage.drawer, &tree, again, NULL);
      assert_true(same(first, again));
      SDL_FreeSurface(first);
      SDL_FreeSurface(again);
    }
}

// Only what changed is drawn anew: the result must be what drawing all of it would give.
static void a_part_drawn_anew_is_as_if_all_were(void **state)
{
  SDL_Surface *canvas = draw_sample(3, "zh_CN", THEME_LIGHT, &stage_panels[1]);
  SDL_Surface *before = draw_sample(3, "zh_CN", THEME_LIGHT, &stage_panels[1]);
  int key = tree_find(&tree, "item.2");
  tree.nodes[key].pressed = true;
  tree.nodes[key].focused = true;
  struct box part = draw_extent(&tree, key);
  draw_tree(stage.drawer, &tree, canvas, &part);
  SDL_Surface *whole = stage_draw(&stage, &tree, "pressed");
  assert_true(same(canvas, whole));
  assert_false(same(canvas, before));
  SDL_FreeSurface(canvas);
  SDL_FreeSurface(before);
  SDL_FreeSurface(whole);
}

static void a_pressed_key_is_seen_to_be_pressed(void **state)
{
  SDL_Surface *before = draw_sample(1, "zh_CN", THEME_LIGHT, &stage_panels[1]);
  int key = tree_find(&tree, "item.2");
  struct box box = tree.nodes[key].box;
  tree.nodes[key].pressed = true;
  SDL_Surface *pressed = stage_draw(&stage, &tree, "pressed");
  int changed = 0;
  for (int y = box.y; y < box.y + box.h; y++)
    for (int x = box.x; x < box.x + box.w; x++)
      changed += pixel(before, x, y) != pixel(pressed, x, y);
  assert_true(changed > box.w * box.h / 2);
  SDL_FreeSurface(before);
  SDL_FreeSurface(pressed);
}

static void a_picture_that_is_missing_leaves_its_icon(void **state)
{
  sample_page(3, "zh_CN", &page);
  for (int i = 0; i < page.item_count; i++)
    COPY_TEXT(page.items[i].picture, "/nowhere.png");
  stage_lay(&stage, &page, &stage_panels[1].panel, &tree);
  SDL_Surface *with_icon = stage_draw(&stage, &tree, "icons");
  for (int i = 0; i < tree.mark_count; i++)
    tree.marks[i].icon[0] = '\0';
  SDL_Surface *with_nothing = stage_draw(&stage, &tree, "nothing");
  assert_false(same(with_icon, with_nothing));
  SDL_FreeSurface(with_icon);
  SDL_FreeSurface(with_nothing);
}

static void a_photograph_fills_its_box_with_round_corners(void **state)
{
  SDL_Surface *photo = picture_photo(ANBAN_BUILD "/assets/dishes/soup.png", 200, 100, 20);
  assert_non_null(photo);
  assert_int_equal(photo->w, 200);
  assert_int_equal(photo->h, 100);
  assert_int_equal(pixel(photo, 0, 0) >> 24, 0);
  assert_int_equal(pixel(photo, 100, 50) >> 24, 255);
  assert_int_equal(pixel(photo, 0, 50) >> 24, 255);
  SDL_FreeSurface(photo);
  assert_null(picture_photo(ANBAN_SOURCE "/LICENSE", 200, 100, 20));
}

static void an_icon_has_the_colour_of_the_theme(void **state)
{
  SDL_Surface *icon = picture_icon(ANBAN_SOURCE "/assets/icons/home.svg", 64, (struct colour){0x0B, 0x4F, 0x4A});
  assert_non_null(icon);
  int inked = 0;
  for (int y = 0; y < icon->h; y++)
    for (int x = 0; x < icon->w; x++) {
      assert_int_equal(pixel(icon, x, y) & 0xFFFFFF, 0x0B4F4A);
      inked += pixel(icon, x, y) >> 24 == 255;
    }
  assert_true(inked > 300);
  SDL_FreeSurface(icon);
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
      cmocka_unit_test(the_same_page_gives_the_same_picture),
      cmocka_unit_test(a_part_drawn_anew_is_as_if_all_were),
      cmocka_unit_test(a_pressed_key_is_seen_to_be_pressed),
      cmocka_unit_test(a_picture_that_is_missing_leaves_its_icon),
      cmocka_unit_test(a_photograph_fills_its_box_with_round_corners),
      cmocka_unit_test(an_icon_has_the_colour_of_the_theme),
  };
  return cmocka_run_group_tests(tests, open_stage, close_stage);
}
