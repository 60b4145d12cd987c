// SPDX-License-Identifier: GPL-3.0-or-later
// Moving pictures on a page, without a window.
#include "kiosk/ui/films.h"

#include "../../cmocka_all.h"
#include "base/text.h"

static int alive;

static void let_go(void *held)
{
  free(held);
  alive--;
}

static struct ui_film picture_of(int width, int height, uint32_t colour)
{
  uint32_t *pixels = malloc((size_t)width * (size_t)height * sizeof *pixels);
  for (int i = 0; i < width * height; i++)
    pixels[i] = colour;
  alive++;
  return (struct ui_film){width, height, width * 4, pixels, pixels, let_go};
}

struct scene {
  struct films films;
  struct tree tree;
  SDL_Surface *canvas, *screen;
};

// Another fills the page, oneself in its corner; what the tree draws is grey.
static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  scene->tree.width = 80;
  scene->tree.height = 60;
  tree_add(&scene->tree, ROLE_VIDEO, "video.a", (struct box){0, 0, 80, 60});
  tree_add(&scene->tree, ROLE_VIDEO, "video.self", (struct box){50, 40, 20, 15});
  scene->canvas = SDL_CreateRGBSurfaceWithFormat(0, 80, 60, 32, SDL_PIXELFORMAT_XRGB8888);
  scene->screen = SDL_CreateRGBSurfaceWithFormat(0, 80, 60, 32, SDL_PIXELFORMAT_XRGB8888);
  SDL_FillRect(scene->canvas, NULL, 0x808080);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  films_end(&scene->films, NULL);
  SDL_FreeSurface(scene->canvas);
  SDL_FreeSurface(scene->screen);
  free(scene);
  assert_int_equal(alive, 0);
  return 0;
}

static uint32_t at(const struct scene *scene, int x, int y)
{
  const uint32_t *row =
      (const uint32_t *)((const char *)scene->screen->pixels + (size_t)y * (size_t)scene->screen->pitch);
  return row[x] & 0xFFFFFF;
}

static void draw(struct scene *scene)
{
  films_draw(&scene->films, &scene->tree, scene->canvas, scene->screen, (struct box){0, 0, 80, 60});
}

static void show(struct scene *scene, const char *name, int width, int height, uint32_t colour)
{
  struct ui_film picture = picture_of(width, height, colour);
  assert_true(films_take(&scene->films, name, &picture));
}

static void the_own_picture_stands_over_the_others(void **state)
{
  struct scene *scene = *state;
  show(scene, "video.self", 20, 15, 0x00FF00);
  show(scene, "video.a", 80, 60, 0xFF0000);
  draw(scene);
  assert_int_equal(at(scene, 5, 5), 0xFF0000);
  assert_int_equal(at(scene, 60, 45), 0x00FF00);
}

static void who_sends_no_picture_is_seen_as_drawn(void **state)
{
  struct scene *scene = *state;
  show(scene, "video.a", 80, 60, 0xFF0000);
  draw(scene);
  assert_int_equal(at(scene, 60, 45), 0x808080);
  films_end(&scene->films, "video.a");
  draw(scene);
  assert_int_equal(at(scene, 5, 5), 0x808080);
}

static void a_picture_of_another_size_stands_in_the_middle_of_black(void **state)
{
  struct scene *scene = *state;
  show(scene, "video.a", 40, 60, 0xFF0000);
  draw(scene);
  assert_int_equal(at(scene, 5, 5), 0);
  assert_int_equal(at(scene, 40, 5), 0xFF0000);
}

static void only_the_part_asked_for_changes(void **state)
{
  struct scene *scene = *state;
  show(scene, "video.a", 80, 60, 0xFF0000);
  films_draw(&scene->films, &scene->tree, scene->canvas, scene->screen, (struct box){0, 0, 10, 10});
  assert_int_equal(at(scene, 5, 5), 0xFF0000);
  assert_int_equal(at(scene, 15, 15), 0);
}

static void the_page_tells_who_moves(void **state)
{
  struct scene *scene = *state;
  assert_false(films_mark(&scene->films, &scene->tree));
  show(scene, "video.a", 80, 60, 0xFF0000);
  assert_true(films_mark(&scene->films, &scene->tree));
  assert_true(scene->tree.nodes[0].film);
  assert_false(scene->tree.nodes[1].film);
  show(scene, "video.a", 80, 60, 0x0000FF);
  assert_false(films_mark(&scene->films, &scene->tree));
  assert_int_equal(alive, 1);
}

static void more_than_a_call_can_have_are_let_go(void **state)
{
  struct scene *scene = *state;
  for (int i = 0; i < FILMS; i++) {
    char name[16];
    FORMAT_TEXT(name, "video.%d", i);
    show(scene, name, 4, 4, 0);
  }
  struct ui_film picture = picture_of(4, 4, 0);
  assert_false(films_take(&scene->films, "video.more", &picture));
  assert_int_equal(alive, FILMS);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(the_own_picture_stands_over_the_others),
      TEST(who_sends_no_picture_is_seen_as_drawn),
      TEST(a_picture_of_another_size_stands_in_the_middle_of_black),
      TEST(only_the_part_asked_for_changes),
      TEST(the_page_tells_who_moves),
      TEST(more_than_a_call_can_have_are_let_go),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
