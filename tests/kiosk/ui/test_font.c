// SPDX-License-Identifier: GPL-3.0-or-later
// Needs the fonts of `packages`: fonts-noto-cjk, fonts-hanazono.
#include "../../cmocka_all.h"

#include "base/text.h"
#include "kiosk/ui/font.h"

#include <unistd.h>

#define EM 60

static struct fonts *fonts;

static SDL_Surface *draw(const char *text)
{
  return fonts_draw(fonts, text, EM, false, (struct colour){0, 0, 0});
}

static Uint32 pixel(SDL_Surface *surface, int x, int y)
{
  return ((Uint32 *)((char *)surface->pixels + (size_t)y * (size_t)surface->pitch))[x];
}

static int inked(SDL_Surface *surface)
{
  int count = 0;
  for (int y = 0; y < surface->h; y++)
    for (int x = 0; x < surface->w; x++)
      count += pixel(surface, x, y) >> 24 > 127;
  return count;
}

static bool look_alike(const char *left, const char *right)
{
  SDL_Surface *a = draw(left);
  SDL_Surface *b = draw(right);
  bool same = a->w == b->w && memcmp(a->pixels, b->pixels, (size_t)a->pitch * (size_t)a->h) == 0;
  SDL_FreeSurface(a);
  SDL_FreeSurface(b);
  return same;
}

// The geta mark stands for what no font has: a rare name must not look like it.
static void characters_of_extension_b_are_shown(void **state)
{
  static const char *const rare[] = {"𠮷", "𡈼", "𪚥", "䶮", "㐂"};
  for (size_t i = 0; i < sizeof rare / sizeof *rare; i++) {
    SDL_Surface *glyph = draw(rare[i]);
    assert_true(inked(glyph) > 200);
    SDL_FreeSurface(glyph);
    assert_false(look_alike(rare[i], "〓"));
  }
}

static void what_no_font_has_is_a_printers_mark_not_a_box(void **state)
{
  assert_true(look_alike("\U000E0FFF", "〓"));
  assert_true(look_alike("\U0003FFFD", "〓"));
}

static void a_rare_character_stands_among_others_on_one_line(void **state)
{
  struct measure measure = fonts_measure(fonts);
  SDL_Surface *name = draw("𠮷田正雄");
  assert_in_range(lines_width(&measure, "𠮷田正雄", (int)strlen("𠮷田正雄"), EM, false), 4 * EM - 2, 4 * EM + 2);
  for (int i = 0; i < 4; i++) {
    int count = 0;
    for (int y = 0; y < name->h; y++)
      for (int x = i * EM; x < (i + 1) * EM; x++)
        count += pixel(name, x, y) >> 24 > 127;
    assert_true(count > 200);
  }
  SDL_FreeSurface(name);
}

static void hong_kong_has_its_own_forms(void **state)
{
  SDL_Surface *mainland = draw("骨");
  fonts_set_locale(fonts, "zh_HK");
  SDL_Surface *hong_kong = draw("骨");
  fonts_set_locale(fonts, "zh_CN");
  assert_int_equal(mainland->w, hong_kong->w);
  assert_memory_not_equal(mainland->pixels, hong_kong->pixels, (size_t)mainland->pitch * (size_t)mainland->h);
  SDL_FreeSurface(mainland);
  SDL_FreeSurface(hong_kong);
}

// What layout leaves for a line is enough for the drawn letters, or they would be cut.
static void lines_are_as_wide_as_they_were_measured(void **state)
{
  static const char *const lines[] = {"红烧狮子头套餐，12 元", "Your number is 17. Waiting", "AVATAR To Wy", "9:41",
                                      "阿卜杜热西提·买买提明"};
  struct measure measure = fonts_measure(fonts);
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    for (int em = 30; em < 200; em += 17) {
      SDL_Surface *line = fonts_draw(fonts, lines[i], em, true, (struct colour){0, 0, 0});
      int width = lines_width(&measure, lines[i], (int)strlen(lines[i]), em, true);
      for (int y = 0; y < line->h; y++)
        for (int x = width + em / 20; x < line->w; x++)
          assert_true(pixel(line, x, y) >> 24 < 128);
      SDL_FreeSurface(line);
    }
}

// fontconfig reads its file once for each struct fonts.
static struct fonts *fonts_with(const char *folder, struct fault *fault)
{
  char path[] = "/tmp/anban-fonts-XXXXXX";
  char text[300];
  int file = mkstemp(path);
  FORMAT_TEXT(text, "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir></fontconfig>", folder);
  assert_true(write(file, text, strlen(text)) > 0);
  close(file);
  setenv("FONTCONFIG_FILE", path, 1);
  struct fonts *made = fonts_open(fault);
  unsetenv("FONTCONFIG_FILE");
  unlink(path);
  return made;
}

static void a_missing_font_is_named_and_another_stands_in(void **state)
{
  struct fault fault;
  struct fonts *other = fonts_with("/usr/share/fonts/truetype/hanazono", &fault);
  assert_non_null(strstr(fault.sentence, "Noto Sans CJK SC"));
  SDL_Surface *line = fonts_draw(other, "求助", EM, false, (struct colour){0, 0, 0});
  assert_true(inked(line) > 200);
  SDL_FreeSurface(line);
  fonts_close(other);
}

static void without_any_font_text_is_blank_and_nothing_breaks(void **state)
{
  struct fault fault;
  struct fonts *none = fonts_with("/nowhere", &fault);
  assert_non_null(none);
  assert_non_null(strstr(fault.sentence, "no other"));
  struct measure measure = fonts_measure(none);
  assert_int_equal(lines_width(&measure, "求助", (int)strlen("求助"), EM, true), 2 * EM);
  SDL_Surface *line = fonts_draw(none, "求助", EM, true, (struct colour){0, 0, 0});
  assert_int_equal(inked(line), 0);
  SDL_FreeSurface(line);
  fonts_close(none);
}

static int start(void **state)
{
  struct fault fault;
  lines_start();
  fonts = fonts_open(&fault);
  if (!fonts || fault.sentence[0])
    print_error("%s\n", fault.sentence);
  return fonts && !fault.sentence[0] ? 0 : 1;
}

static int stop(void **state)
{
  fonts_close(fonts);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(characters_of_extension_b_are_shown),
      cmocka_unit_test(what_no_font_has_is_a_printers_mark_not_a_box),
      cmocka_unit_test(a_rare_character_stands_among_others_on_one_line),
      cmocka_unit_test(hong_kong_has_its_own_forms),
      cmocka_unit_test(lines_are_as_wide_as_they_were_measured),
      cmocka_unit_test(a_missing_font_is_named_and_another_stands_in),
      cmocka_unit_test(without_any_font_text_is_blank_and_nothing_breaks),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
