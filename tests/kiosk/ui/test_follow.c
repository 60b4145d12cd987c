// SPDX-License-Identifier: GPL-3.0-or-later
// What is said is marked where it is written, and nowhere else.
#include "../../cmocka_all.h"

#include "base/text.h"
#include "kiosk/ui/follow.h"
#include "sample_pages.h"
#include "stage.h"

#include <SDL.h>
#include <string.h>

static struct stage stage;
static struct page page;
static struct tree tree;

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

static void say_of(const char *name, const char *sentence)
{
  struct page_span *span = &page.spans[page.span_count++];
  span->from = (int)strlen(page.spoken);
  text_copy(page.spoken + span->from, sizeof page.spoken - (size_t)span->from, sentence);
  span->to = (int)strlen(page.spoken);
  COPY_TEXT(span->name, name);
}

static void lay(const char *title)
{
  sample_page(1, "zh_CN", &page);
  page.span_count = 0;
  page.spoken[0] = '\0';
  COPY_TEXT(page.title, title);
}

static struct said at(const char *what)
{
  const char *found = strstr(page.spoken, what);
  assert_non_null(found);
  stage_lay(&stage, &page, &stage_panels[0].panel, &tree);
  struct measure measure = fonts_measure(stage.fonts);
  return follow_said(&tree, &measure, (int)(found - page.spoken));
}

static void a_character_of_the_title_is_marked_where_it_stands(void **state)
{
  lay("今天午饭想吃什么");
  say_of(PAGE_TITLE, "今天午饭想吃什么。");
  struct said first = at("今"), third = at("午");
  assert_string_equal(third.character, "午");
  assert_true(first.box.w > 0 && third.box.x == first.box.x + 2 * first.box.w && third.box.y == first.box.y);
}

static void words_for_the_ear_only_mark_nothing_and_the_others_keep_their_places(void **state)
{
  lay("12:30 开饭");
  say_of(PAGE_TITLE, "十二点半开饭。");
  assert_int_equal(at("半").box.w, 0);
  assert_int_equal(at("开").box.w, 0); // two of seven are written: nobody could read along

  lay("午饭 12:30 在二楼食堂开饭");
  say_of(PAGE_TITLE, "午饭十二点半在二楼食堂开饭。");
  assert_int_equal(at("十").box.w, 0);
  assert_string_equal(at("在").character, "在");
}

static void the_second_of_two_like_characters_is_its_own(void **state)
{
  lay("慢慢来");
  say_of(PAGE_TITLE, "慢慢来");
  stage_lay(&stage, &page, &stage_panels[0].panel, &tree);
  struct measure measure = fonts_measure(stage.fonts);
  struct said one = follow_said(&tree, &measure, 0), two = follow_said(&tree, &measure, 3);
  assert_true(two.box.x > one.box.x && one.box.w > 0);
}

static void what_is_only_heard_marks_nothing(void **state)
{
  lay("请坐");
  say_of("", "请坐。");
  assert_int_equal(at("坐").box.w, 0);
  struct measure measure = fonts_measure(stage.fonts);
  assert_int_equal(follow_said(&tree, &measure, -1).box.w, 0);
  assert_int_equal(follow_said(&tree, &measure, 5000).box.w, 0);
}

static void an_item_is_followed_over_its_lines(void **state)
{
  lay("选一个");
  COPY_TEXT(page.items[0].label, "红烧狮子头");
  COPY_TEXT(page.items[0].detail, "软糯");
  say_of(page.items[0].name, "红烧狮子头，软糯。");
  struct said label = at("烧"), detail = at("糯");
  assert_string_equal(label.character, "烧");
  assert_string_equal(detail.character, "糯");
  assert_true(detail.box.y > label.box.y);
}

static int dark_in(SDL_Surface *surface, struct box box)
{
  int dark = 0;
  for (int y = box.y; y < box.y + box.h; y++)
    for (int x = box.x; x < box.x + box.w; x++)
      dark += (((const Uint8 *)surface->pixels)[y * surface->pitch + x * 4 + 1]) < 90;
  return dark;
}

static void the_mark_is_drawn_below_the_character(void **state)
{
  lay("今天午饭想吃什么");
  say_of(PAGE_TITLE, "今天午饭想吃什么。");
  struct said said = at("午");
  struct box foot = {said.box.x, said.box.y + said.box.h - 4, said.box.w, 4};
  SDL_Surface *without = stage_draw(&stage, &tree, "follow.without");
  tree.said = said;
  SDL_Surface *with = stage_draw(&stage, &tree, "follow.with");
  assert_true(dark_in(with, foot) > dark_in(without, foot) + foot.w);
  SDL_FreeSurface(without);
  SDL_FreeSurface(with);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_character_of_the_title_is_marked_where_it_stands),
      cmocka_unit_test(words_for_the_ear_only_mark_nothing_and_the_others_keep_their_places),
      cmocka_unit_test(the_second_of_two_like_characters_is_its_own),
      cmocka_unit_test(what_is_only_heard_marks_nothing),
      cmocka_unit_test(an_item_is_followed_over_its_lines),
      cmocka_unit_test(the_mark_is_drawn_below_the_character),
  };
  return cmocka_run_group_tests(tests, open_stage, close_stage);
}
