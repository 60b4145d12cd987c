// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/paper.h"

#include "base/text.h"
#include "kiosk/ui/font.h"

#define BLACK_FROM 128 // of a letter's alpha

struct press {
  struct fonts *fonts;
  const struct paper_sheet *sheet;
  struct bitmap *paper; // NULL: it is only measured
  int y;
};

static int em_of(const struct paper_sheet *sheet, enum paper_size size)
{
  static const int percent[] = {[PAPER_SMALL] = 70, [PAPER_USUAL] = 100, [PAPER_LARGE] = 150, [PAPER_HUGE] = 300};
  return sheet->width * percent[size] / 1400;
}

static void stamp(struct bitmap *paper, SDL_Surface *letters, int left, int top)
{
  for (int y = 0; y < letters->h; y++) {
    const Uint32 *row = (const Uint32 *)(const void *)((const char *)letters->pixels + (ptrdiff_t)y * letters->pitch);
    for (int x = 0; x < letters->w; x++)
      if (row[x] >> 24 >= BLACK_FROM)
        bitmap_set(paper, left + x, top + y);
  }
}

static void print_row(struct press *press, const char *text, int em, bool bold, int width)
{
  SDL_Surface *letters = press->paper ? fonts_draw(press->fonts, text, em, bold, (struct colour){0}) : NULL;
  if (letters)
    stamp(press->paper, letters, (press->sheet->width - width) / 2, press->y);
  SDL_FreeSurface(letters);
  press->y += lines_pitch(em);
}

static void print_line(struct press *press, const struct paper_line *line)
{
  struct measure measure = fonts_measure(press->fonts);
  struct lines rows;
  char text[PAGE_TEXT];
  int em = em_of(press->sheet, line->size);
  lines_break(&measure, line->text, em, line->bold, LINES_EVEN, press->sheet->width, &rows);
  for (int i = 0; i < rows.count; i++) {
    FORMAT_TEXT(text, "%.*s", rows.line[i].length, line->text + rows.line[i].start);
    print_row(press, text, em, line->bold, rows.line[i].width);
  }
}

static void print_code(struct press *press)
{
  const struct bitmap *code = &press->sheet->code;
  int left = (press->sheet->width - code->width) / 2;
  for (int y = 0; press->paper && y < code->height; y++)
    for (int x = 0; x < code->width; x++)
      if (bitmap_get(code, x, y))
        bitmap_set(press->paper, left + x, press->y + y);
  press->y += code->height;
}

static int print_all(struct press *press)
{
  const struct paper_sheet *sheet = press->sheet;
  press->y = em_of(sheet, PAPER_SMALL);
  for (int i = 0; i < sheet->line_count; i++) {
    if (i == sheet->code_before)
      print_code(press);
    print_line(press, &sheet->lines[i]);
  }
  return press->y + em_of(sheet, PAPER_SMALL);
}

struct bitmap paper_draw(struct fonts *fonts, const struct paper_sheet *sheet)
{
  struct press press = {.fonts = fonts, .sheet = sheet};
  fonts_set_locale(fonts, sheet->locale);
  struct bitmap paper = bitmap_new(sheet->width, print_all(&press));
  press.paper = &paper;
  print_all(&press);
  return paper;
}
